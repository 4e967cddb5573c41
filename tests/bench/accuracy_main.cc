// donthu_accuracy --truth DIR --read NAME=DIR … [--check C]… [--documents]:
// error rates of one or more readings of the same documents.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <vector>

#include "tests/bench/accuracy_checks.h"
#include "tests/bench/score.h"

namespace donthu::bench {
namespace {

struct Reading {
  std::string name;
  std::vector<DocumentScore> documents;
};

struct Asked {
  std::string truth;
  std::vector<std::string> readings;  // NAME=DIR
  std::vector<std::string> checks;
  bool documents = false;
};

std::vector<Reading> ScoreAll(const Asked& asked) {
  const TextTree truth = ReadTextTree(asked.truth);
  std::vector<Reading> readings;
  for (const std::string& reading : asked.readings) {
    const std::size_t sign = reading.find('=');
    const TextTree read = ReadTextTree(reading.substr(sign + 1));
    readings.push_back({reading.substr(0, sign), Scores(truth, read)});
  }
  return readings;
}

void PrintDocuments(const std::vector<Reading>& readings) {
  std::printf("\ndocuments: characters and words wrong, %%\n%6s %6s", "pages",
              "chars");
  for (const Reading& reading : readings) {
    std::printf("  %12.12s CER    WER", reading.name.c_str());
  }
  std::printf("  document\n");
  const auto& first = readings.front().documents;
  for (std::size_t i = 0; i < first.size(); ++i) {
    std::printf("%6d %6lld", first[i].pages,
                static_cast<long long>(first[i].errors.characters.length));
    for (const Reading& reading : readings) {
      const TextErrors& errors = reading.documents[i].errors;
      std::printf("  %16.2f %6.2f", 100.0 * Rate(errors.characters),
                  100.0 * Rate(errors.words));
    }
    std::printf("  %s\n", first[i].document.c_str());
  }
}

ScoresByReader PrintSets(const std::vector<Reading>& readings) {
  std::printf(
      "\nsets: characters wrong (mean and median of the documents, all "
      "characters\ntogether), words wrong (mean of the documents), %%\n"
      "%-18s %4s %5s  %-16s %7s %7s %7s %7s\n",
      "set", "docs", "pages", "reader", "mean", "median", "all", "words");
  ScoresByReader scores;
  for (const Reading& reading : readings) {
    scores[reading.name] = SetScores(reading.documents);
  }
  const std::size_t sets = scores[readings.front().name].size();
  for (std::size_t i = 0; i < sets; ++i) {
    for (const Reading& reading : readings) {
      const SetScore& s = scores[reading.name][i];
      std::printf("%-18s %4d %5d  %-16s %7.2f %7.2f %7.2f %7.2f\n",
                  s.set.c_str(), s.documents, s.pages, reading.name.c_str(),
                  100.0 * s.mean_cer, 100.0 * s.median_cer,
                  100.0 * s.pooled_cer, 100.0 * s.mean_wer);
    }
  }
  return scores;
}

const char* Word(CheckAnswer::Kind kind) {
  switch (kind) {
    case CheckAnswer::Kind::kHeld:
      return "held";
    case CheckAnswer::Kind::kMissed:
      return "MISSED";
    case CheckAnswer::Kind::kNotMeasured:
      return "not measured";
  }
  return "";
}

// The number of checks missed.
int PrintChecks(const Asked& asked, const ScoresByReader& scores) {
  if (!asked.checks.empty()) {
    std::printf("\nchecks of the mean of characters wrong, %%\n");
  }
  int missed = 0;
  for (const std::string& text : asked.checks) {
    const CheckAnswer answer = Answer(*ParseCheck(text), scores);
    std::printf("%-12s  %s", Word(answer.kind), text.c_str());
    if (answer.kind != CheckAnswer::Kind::kNotMeasured) {
      std::printf("  (%.2f to %.2f)", answer.measured_percent,
                  answer.limit_percent);
    }
    std::printf("\n");
    if (answer.kind == CheckAnswer::Kind::kMissed) ++missed;
  }
  return missed;
}

std::string WrongReading(const std::string& text) {
  return text.find('=') == std::string::npos ? "not NAME=DIR: " + text : "";
}

std::string WrongCheck(const std::string& text) {
  return ParseCheck(text) ? "" : "no check: " + text;
}

int Run(int argc, char** argv) {
  Asked asked;
  CLI::App app("Error rates of readings of the same documents.");
  app.add_option("--truth", asked.truth)->required();
  app.add_option("--read", asked.readings, "NAME=DIR")
      ->required()
      ->check(WrongReading);
  app.add_option("--check", asked.checks,
                 "reader:set<=percent, reader:set>=percent, reader:set<=reader")
      ->check(WrongCheck);
  app.add_flag("--documents", asked.documents, "a line for each document too");
  CLI11_PARSE(app, argc, argv);
  const std::vector<Reading> readings = ScoreAll(asked);
  if (readings.front().documents.empty()) {
    std::fprintf(stderr, "donthu_accuracy: no truth in the folder\n");
    return 1;
  }
  if (asked.documents) PrintDocuments(readings);
  return PrintChecks(asked, PrintSets(readings)) == 0 ? 0 : 3;
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) { return donthu::bench::Run(argc, argv); }

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "samples/inbox.h"
#include "samples/write_samples.h"

namespace {

using namespace donthu;           // NOLINT: a program of one file
using namespace donthu::samples;  // NOLINT

struct Asked {
  std::string letters = "samples/letters";
  std::string out;
  std::string truth;
  std::vector<std::string> only;
  std::vector<std::string> conditions = {"clean"};
  std::string format;
  std::uint64_t seed = 1;
};

int Report(const Error& error) {
  std::cerr << "donthu_samples: " << ToString(error.code) << ": "
            << error.subject << ": " << error.detail << "\n";
  return 1;
}

Result<std::vector<SampleOrder>> DrawOrders(
    const Asked& asked, const std::vector<SampleLetter>& letters) {
  std::vector<SampleOrder> orders;
  const FormatRow* format = FindFormat(asked.format);
  for (const std::string& name : asked.conditions) {
    const Condition* condition = FindCondition(name);
    if (condition == nullptr) {
      return Fail(ErrorCode::kConfigInvalid, name, "No such condition.");
    }
    for (const SampleLetter& letter : letters) {
      const bool wanted =
          asked.only.empty() || std::find(asked.only.begin(), asked.only.end(),
                                          letter.id) != asked.only.end();
      if (!wanted || FitOf(*condition, letter) != Fit::kSuits) continue;
      SampleOrder order{&letter, condition, asked.seed, std::nullopt, {}};
      if (format != nullptr) order.format = format->format;
      orders.push_back(order);
    }
  }
  return orders;
}

int Write(const Asked& asked, const Result<std::vector<SampleOrder>>& orders) {
  if (!orders) return Report(orders.error());
  const std::string truth =
      asked.truth.empty() ? asked.out + "/truth.jsonl" : asked.truth;
  const auto left_out = WriteSamples(*orders, asked.out, truth);
  if (!left_out) return Report(left_out.error());
  for (const std::string& line : *left_out) {
    std::cerr << "donthu_samples: left out " << line << "\n";
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Asked asked;
  CLI::App app("Draws letters as paper and scans them.");
  app.require_subcommand(1);
  CLI::App* draw = app.add_subcommand("draw", "letters in conditions");
  CLI::App* inbox = app.add_subcommand("inbox", "the quick start's folder");
  for (CLI::App* command : {draw, inbox}) {
    command->add_option("--letters", asked.letters)->capture_default_str();
    command->add_option("--out", asked.out)->required();
    command->add_option("--truth", asked.truth, "default: OUT/truth.jsonl");
  }
  draw->add_option("--only", asked.only, "letter ids")->delimiter(',');
  draw->add_option("--conditions", asked.conditions)->delimiter(',');
  draw->add_option("--format", asked.format, "default: the usual one")
      ->check([](const std::string& name) {
        return FindFormat(name) == nullptr ? "no such format" : "";
      });
  draw->add_option("--seed", asked.seed)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  const auto letters = ReadLetters(asked.letters);
  if (!letters) return Report(letters.error());
  return Write(asked, draw->parsed() ? DrawOrders(asked, *letters)
                                     : InboxOrders(*letters));
}

// donthu_fit_estimate measure LETTERS DRAWINGS SEED > ROWS
// donthu_fit_estimate fit ROWS… > stages/estimate/fitted.h
// Draws letters of the first half in every condition, reads their pages
// (tests/bench/README.md) and fits the model of estimate. The report goes to
// standard error.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "stages/estimate/page_measures.h"
#include "stages/prepare/prepare.h"
#include "tests/bench/error_fit.h"
#include "tests/bench/measured_rows.h"
#include "tests/bench/program_engine.h"
#include "tests/bench/quality_pages.h"
#include "tests/bench/rank.h"

namespace donthu::bench {
namespace {

// Of the sum of squared weights (error_fit.h).
constexpr double kCost = 0.01;
// The rate of a page with little text is mostly chance.
constexpr std::int64_t kShortPage = 150;
constexpr double kShortShare = 0.3;
// Below this other ways are read, too; below that the page may be turned.
constexpr double kUnsureConfidence = 0.95;
constexpr double kTurnedConfidence = 0.75;

double RateOf(const MeasuredRow& row) {
  return std::min(1.0, Rate({row.errors, row.length}));
}

// One reading more of `page`, if there is one; gives its confidence.
Result<double> Measure(const QualityPage& page, const CleanPage& clean,
                       const char* name, OcrEngine& engine,
                       const ReadingWay& way = {}) {
  const auto text = Recognize(engine, way).Run(clean);
  if (!text) return Fail(text.error());
  const auto errors = ErrorsOf(page, *text);
  if (!errors) return Fail(errors.error());
  const PageMeasures measures = MeasurePage(clean, *text);
  std::cout << LineOf({page.set,
                       page.name,
                       name,
                       errors->errors,
                       errors->length,
                       {measures.begin(), measures.end()}})
            << std::endl;
  return MeanConfidence(*text);
}

struct NamedWay {
  const char* name;
  ReadingWay way;
};

// Those of ReadBest (pipeline/page_attempt.h), each by itself.
constexpr std::array<NamedWay, 4> kOtherWays = {
    {{"coarser", {.finer = 0.85}},
     {"finer", {.finer = 1.2}},
     {"darker", {.darker = 4.0}},
     {"other", {.model = ReadingModel::kOther}}}};

Status MeasureOtherWays(const QualityPage& page, const CleanPage& clean,
                        OcrEngine& engine) {
  for (const NamedWay& other : kOtherWays) {
    const auto read = Measure(page, clean, other.name, engine, other.way);
    if (!read) return Fail(read.error());
  }
  return Done{};
}

// The page as it is; without what thorough preparation takes off; turned; at
// other resolutions, darkened, by the other model.
Status MeasureWays(const QualityPage& page, OcrEngine& engine) {
  const auto plain = Prepare().Run({page.scan, 0});
  if (!plain) return Fail(plain.error());
  const auto confidence = Measure(page, *plain, "plain", engine);
  if (!confidence) return Fail(confidence.error());
  if (GainsByEffort(page.scan)) {
    const auto thorough = Prepare().Run({page.scan, 0, Effort::kThorough});
    if (thorough && thorough->marks.size() != plain->marks.size()) {
      const auto read = Measure(page, *thorough, "thorough", engine);
      if (!read) return Fail(read.error());
    }
  }
  if (*confidence >= kUnsureConfidence) return Done{};
  const auto orientation = engine.Orient(plain->image);
  if (*confidence >= kTurnedConfidence || !orientation ||
      orientation->rotation_deg == 0) {
    return MeasureOtherWays(page, *plain, engine);
  }
  const auto turned = Prepare().Run({page.scan, orientation->rotation_deg});
  if (!turned) return Fail(turned.error());
  const auto read = Measure(page, *turned, "turned", engine);
  if (!read) return Fail(read.error());
  return Done{};
}

int MeasureAll(const char* letters, int drawings, std::uint64_t seed) {
  auto engine = OpenProgramEngine();
  if (!engine) return 1;
  const Status read = DrawnPages(
      letters, Half::kFitted, drawings, seed,
      [&](const QualityPage& page) { return MeasureWays(page, **engine); });
  if (read) return 0;
  std::fprintf(stderr, "%s: %s\n", read.error().subject.c_str(),
               read.error().detail.c_str());
  return 1;
}

void Print(const ErrorFit& fit, std::size_t readings) {
  std::printf(
      "// Written by donthu_fit_estimate from %zu readings of drawn pages; not "
      "to\n// be edited.\n#pragma once\n\n"
      "#include \"stages/estimate/error_model.h\"\n"
      "#include \"stages/estimate/page_measures.h\"\n\nnamespace donthu {\n\n"
      "inline constexpr ErrorModel<kPageMeasures> kErrorModel = {\n    {{\n",
      readings);
  for (std::size_t i = 0; i < fit.weights.size(); ++i) {
    std::printf("        %.5g,  // %s\n", fit.weights[i],
                std::string(NameOfMeasure(i)).c_str());
  }
  std::printf("    }},\n    %.5g};\n\n}  // namespace donthu\n", fit.least);
}

void Report(const ErrorFit& fit, const std::vector<MeasuredError>& rows) {
  std::vector<double> expected;
  std::vector<double> truth;
  double sum_expected = 0.0;
  double sum_truth = 0.0;
  for (const MeasuredError& row : rows) {
    expected.push_back(ExpectedRate(fit, row.measures));
    truth.push_back(row.rate);
    sum_expected += expected.back();
    sum_truth += row.rate;
  }
  const auto count = static_cast<double>(rows.size());
  std::fprintf(stderr,
               "%zu readings: rank correlation %.3f on these, mean rate %.4f, "
               "expected %.4f\n",
               rows.size(), RankCorrelation(expected, truth), sum_truth / count,
               sum_expected / count);
}

int FitAll(const std::vector<MeasuredRow>& rows) {
  std::vector<MeasuredError> errors;
  for (const MeasuredRow& row : rows) {
    if (row.measures.size() != kPageMeasures || row.length == 0) continue;
    errors.push_back({row.measures, RateOf(row),
                      row.length < kShortPage ? kShortShare : 1.0});
  }
  if (errors.empty()) {
    std::fputs("donthu_fit_estimate: no rows of these measures\n", stderr);
    return 1;
  }
  const ErrorFit fit = FitErrors(errors, kCost);
  Report(fit, errors);
  Print(fit, errors.size());
  return 0;
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  const std::string mode = argc > 1 ? argv[1] : "";
  if (mode == "measure" && argc == 5) {
    return donthu::bench::MeasureAll(argv[2], std::atoi(argv[3]),
                                     std::strtoull(argv[4], nullptr, 10));
  }
  if (mode == "fit" && argc > 2) {
    std::vector<donthu::bench::MeasuredRow> rows;
    for (int i = 2; i < argc; ++i) {
      std::ifstream in(argv[i]);
      for (auto& row : donthu::bench::ReadRows(in)) rows.push_back(row);
    }
    return donthu::bench::FitAll(rows);
  }
  std::fputs(
      "usage: donthu_fit_estimate measure LETTERS DRAWINGS SEED\n"
      "       donthu_fit_estimate fit ROWS...\n",
      stderr);
  return 2;
}

// donthu_quality: predicted quality against the truth, on pages of letters
// that it was not fitted to and on real scans. README.md tells what is
// printed. Exit 3 where the target is missed.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <vector>

#include "pipeline/page_attempt.h"
#include "stages/prepare/prepare.h"
#include "tests/bench/program_engine.h"
#include "tests/bench/quality_pages.h"
#include "tests/bench/quality_report.h"

namespace donthu::bench {
namespace {

constexpr double kLeastCorrelation = 0.85;

struct Asked {
  std::string letters;
  std::string data;  // empty: drawn pages only
  int drawings = 126;
  std::uint64_t seed = 2;
};

Result<PageText> FirstReading(const PageImage& scan, OcrEngine& engine) {
  const auto clean = Prepare().Run({scan, 0});
  if (!clean) return Fail(clean.error());
  return Recognize(engine).Run(*clean);
}

class Judge {
 public:
  explicit Judge(OcrEngine& engine) : engine_(engine) {}

  // What a page's own reading leaves out (examine) is not judged: pages that
  // are handwritten keep but their sure words.
  Status Add(const QualityPage& page) {
    NoObserver observer;
    const auto best = ReadBest(page.scan, engine_, observer);
    if (!best) return Fail(best.error());
    const auto errors = ErrorsOf(page, best->text);
    if (!errors) return Fail(errors.error());
    JudgedPage judged{page.set,       errors->errors,
                      errors->length, best->predicted_cer,
                      best->readings, errors->errors};
    if (best->readings > 1) {
      const auto first = FirstReading(page.scan, engine_);
      if (!first) return Fail(first.error());
      const auto first_errors = ErrorsOf(page, *first);
      if (!first_errors) return Fail(first_errors.error());
      judged.first_errors = first_errors->errors;
    }
    std::fprintf(stderr, "%-16s %-28s %7.2f expected %7.2f  readings %d\n",
                 page.set.c_str(), page.name.c_str(), 100.0 * judged.rate(),
                 100.0 * judged.expected, judged.readings);
    pages_.push_back(std::move(judged));
    return Done{};
  }

  std::vector<JudgedPage> Take() { return std::move(pages_); }

 private:
  OcrEngine& engine_;
  std::vector<JudgedPage> pages_;
};

// The rank correlation over all pages.
double Print(const std::vector<JudgedPage>& pages, const char* all) {
  std::printf("\n%-18s %5s %9s %9s %9s %9s %6s\n", "characters, %", "pages",
              "wrong", "expected", "first", "Spearman", "again");
  const auto qualities = SetQualities(pages, all);
  for (const SetQuality& q : qualities) {
    std::printf("%-18s %5d %9.2f %9.2f %9.2f %9.3f %6d\n", q.set.c_str(),
                q.pages, 100.0 * q.mean_rate, 100.0 * q.mean_expected,
                100.0 * q.mean_first_rate, q.correlation, q.read_again);
  }
  std::printf("\n%-18s %5s %9s %9s\n", "expected, %", "pages", "expected",
              "wrong");
  for (const RateBin& bin : Calibration(pages)) {
    std::printf("%5.1f to %-9.1f %5d %9.2f %9.2f\n", 100.0 * bin.from,
                100.0 * std::min(bin.to, 1.0), bin.pages,
                100.0 * bin.mean_expected, 100.0 * bin.mean_rate);
  }
  return qualities.back().correlation;
}

int Failed(const Error& error) {
  std::fprintf(stderr, "donthu_quality: %s: %s\n", error.subject.c_str(),
               error.detail.c_str());
  return 1;
}

int Judged(const Asked& asked, OcrEngine& engine) {
  Judge drawn(engine);
  const Status read =
      DrawnPages(asked.letters, Half::kHeld, asked.drawings, asked.seed,
                 [&](const QualityPage& page) { return drawn.Add(page); });
  if (!read) return Failed(read.error());
  const double correlation = Print(drawn.Take(), "all drawn");
  if (!asked.data.empty()) {
    Judge real(engine);
    const Status scans = ScannedPages(
        asked.data, [&](const QualityPage& page) { return real.Add(page); });
    if (!scans) return Failed(scans.error());
    Print(real.Take(), "all by others");
  }
  const bool held = correlation >= kLeastCorrelation;
  std::printf("\n%s  Spearman over all drawn pages: %.3f, at least %.2f\n",
              held ? "held  " : "MISSED", correlation, kLeastCorrelation);
  return held ? 0 : 3;
}

int Run(int argc, char** argv) {
  Asked asked;
  CLI::App app("Predicted quality against the truth.");
  app.add_option("--letters", asked.letters, "folder")->required();
  app.add_option("--data", asked.data, "folder of real scans");
  app.add_option("--drawings", asked.drawings, "of letters");
  app.add_option("--seed", asked.seed);
  CLI11_PARSE(app, argc, argv);
  auto engine = OpenProgramEngine();
  if (!engine) return Failed(engine.error());
  return Judged(asked, **engine);
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) { return donthu::bench::Run(argc, argv); }

#include "pipeline/page_attempt.h"

#include <array>
#include <utility>

#include "pipeline/upright.h"
#include "stages/estimate/estimate.h"
#include "stages/prepare/prepare.h"
#include "stages/recognize/reduce.h"

namespace donthu {
namespace {

// A seal over a page's text makes it as bad as this.
constexpr double kMaybeSealed = 0.015;
// The other model reads a page better than the first where that stumbles.
constexpr double kUnsure = 0.015;
// Other resolutions read better than this only by chance.
constexpr double kPoor = 0.04;
constexpr std::array<double, 2> kOtherFineness = {0.85, 1.2};
constexpr double kDarker = 4.0;
// They differ in chance more than in worth: one must be better by a fifth.
constexpr double kClearlyBetter = 0.8;

class Attempts {
 public:
  Attempts(const PageImage& scan, OcrEngine& engine, StageObserver& observer)
      : scan_(scan), engine_(engine), observer_(observer) {}

  Result<PageAttempt> Best() {
    auto upright = ReadUpright(scan_, engine_, observer_);
    if (!upright) return Fail(upright.error());
    readings_ = upright->readings;
    auto first = Estimated(std::move(upright->clean), std::move(upright->text));
    if (!first) return first;
    best_ = std::move(*first);
    if (best_.predicted_cer >= kMaybeSealed) TryThorough();
    TryOtherModel();
    TryDarker();
    for (const double finer : kOtherFineness) TryOtherwise(finer);
    best_.readings = readings_;
    return std::move(best_);
  }

 private:
  Result<PageAttempt> Read(CleanPage clean, const ReadingWay& way) {
    ++readings_;
    auto text = RunStage(Recognize(engine_, way), clean, observer_);
    if (!text) return Fail(text.error());
    return Estimated(std::move(clean), std::move(*text));
  }

  Result<PageAttempt> Estimated(CleanPage clean, PageText text) {
    const auto expected =
        RunStage(Estimate(), Estimate::Input{clean, text}, observer_);
    if (!expected) return Fail(expected.error());
    return PageAttempt{std::move(clean), std::move(text), *expected};
  }

  // Where it is expected to have less than `share` of the errors.
  bool Keep(Result<PageAttempt> attempt, double share = 1.0) {
    const bool better =
        attempt && attempt->predicted_cer < share * best_.predicted_cer;
    if (better) best_ = std::move(*attempt);
    return better;
  }

  // Read once more only where that took something off the page.
  void TryThorough() {
    if (!GainsByEffort(scan_)) return;
    auto clean = RunStage(
        Prepare(),
        Prepare::Input{scan_, best_.clean.rotation_deg, Effort::kThorough},
        observer_);
    if (!clean || clean->marks.size() == best_.clean.marks.size()) return;
    Keep(Read(std::move(*clean), {}));
  }

  void TryOtherModel() {
    if (best_.predicted_cer < kUnsure || !engine_.HasOtherModel()) return;
    ReadingWay way = way_;
    way.model = ReadingModel::kOther;
    if (Keep(Read(best_.clean, way))) way_ = way;
  }

  // Strokes that are faint beside others are what the engine loses.
  void TryDarker() {
    if (best_.predicted_cer < kPoor || scan_.bilevel) return;
    ReadingWay way = way_;
    way.darker = kDarker;
    if (Keep(Read(best_.clean, way))) way_ = way;
  }

  void TryOtherwise(double finer) {
    const PageImage& image = best_.clean.image;
    if (best_.predicted_cer < kPoor ||
        ReadingReduction(image, finer) == ReadingReduction(image, 1.0)) {
      return;
    }
    ReadingWay way = way_;
    way.finer = finer;
    Keep(Read(best_.clean, way), kClearlyBetter);
  }

  const PageImage& scan_;
  OcrEngine& engine_;
  StageObserver& observer_;
  PageAttempt best_;
  ReadingWay way_;  // in which it was read
  int readings_ = 0;
};

}  // namespace

Result<PageAttempt> ReadBest(const PageImage& scan, OcrEngine& engine,
                             StageObserver& observer) {
  return Attempts(scan, engine, observer).Best();
}

}  // namespace donthu

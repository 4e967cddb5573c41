#include "stages/prepare/skew.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "stages/prepare/bilevel_copy.h"

namespace donthu {
namespace {

// Lines show at this resolution, and a quarter of it is enough to sweep.
constexpr double kReducedWidthPx = 1240.0;  // 150 dpi of A4
// Nearly every page; what lies askew farther is swept for a second time.
constexpr float kSweepDeg = 7.0F;
constexpr float kWideSweepDeg = 16.0F;
constexpr float kStepDeg = 1.0F;
constexpr float kPrecisionDeg = 0.01F;
constexpr double kEdgeDeg = 2.0;  // a peak here may be the flank of a farther
constexpr double kBelievable = 5.0;
// Lines that run one way stand out this much more than any the other way, on
// a page by a typewriter too, whose letters stand below one another: 4.5 to 7
// against 1.5 to 1.9 there, 13 to 29 against 1.1 to 1.6 in print (7 pages).
constexpr double kClearly = 1.5;
constexpr double kLeastClear = 3.0;
// A worn typewriter's fax gives less, yet 2.5 times what there is down: blank
// pages give 1.2 to 2 and as much down, lines by hand 1.9 times at this height.
constexpr double kLeastFaint = 2.5;
constexpr double kFaintButClearly = 2.0;
// Specks of a fax or of old paper, at kReducedWidthPx.
constexpr int kSpeckPx = 3;
// What the widest sweep lifts one end of a line by, part of its length.
constexpr double kRoom = 0.29;  // the tangent of 16 degrees

Skew Sweep(Pix* binary, float range_deg) {
  float angle = 0.0F;
  float confidence = 0.0F;
  if (pixFindSkewSweepAndSearch(binary, &angle, &confidence, 2, 1, range_deg,
                                kStepDeg, kPrecisionDeg) != 0) {
    return {};
  }
  // Leptonica says how far to turn clockwise; the skew is the opposite.
  return {-static_cast<double>(angle), static_cast<double>(confidence)};
}

bool Settled(const Skew& skew) {
  return skew.confidence >= kBelievable &&
         std::abs(skew.angle_deg) < kSweepDeg - kEdgeDeg;
}

// Letters without the paper around them. Leptonica wants more ink the larger
// the image is, and gives no confidence at all to the last lines of a letter.
PixPtr InkAlone(Pix* binary) {
  const PixPtr letters(pixSelectBySize(binary, kSpeckPx, kSpeckPx, 8,
                                       L_SELECT_IF_BOTH, L_SELECT_IF_GT,
                                       nullptr));
  Pix* clipped = nullptr;
  if (!letters || pixClipToForeground(letters.get(), &clipped, nullptr) != 0) {
    return {};
  }
  const PixPtr ink(clipped);
  const int room = static_cast<int>(kRoom * pixGetWidth(ink.get()));
  return PixPtr(pixAddBorderGeneral(ink.get(), 0, 0, room, room, 0));
}

LinesRun ClearlyRun(double across, double down) {
  if (down >= kLeastClear && down > kClearly * across) return LinesRun::kDown;
  if (across >= kLeastClear && across > kClearly * down) {
    return LinesRun::kAcross;
  }
  const bool faint = across >= kLeastFaint && across > kFaintButClearly * down;
  return faint ? LinesRun::kAcross : LinesRun::kUnclear;
}

}  // namespace

Skew FindSkew(const PageImage& gray, double down_per_across) {
  const double step = std::max(1.0, gray.width_px / kReducedWidthPx);
  const PixPtr binary =
      BilevelCopy(gray, step, std::max(step / down_per_across, 0.25));
  if (!binary) return {};
  Skew near = Sweep(binary.get(), kSweepDeg);
  near.lines_run = LinesRun::kAcross;
  if (Settled(near)) return near;
  Skew far = Sweep(binary.get(), kWideSweepDeg);
  far.lines_run = LinesRun::kAcross;
  Skew across = far.confidence > near.confidence ? far : near;
  if (across.confidence == 0.0) {
    const PixPtr ink = InkAlone(binary.get());
    if (ink) across = Sweep(ink.get(), kWideSweepDeg);
    across.lines_run = LinesRun::kAcross;
  }
  if (across.confidence >= kBelievable) return across;
  const PixPtr turned(pixRotate90(binary.get(), 1));
  across.lines_run =
      turned ? ClearlyRun(across.confidence,
                          Sweep(turned.get(), kWideSweepDeg).confidence)
             : LinesRun::kUnclear;
  return across;
}

}  // namespace donthu

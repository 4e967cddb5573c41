#include "stages/prepare/black_frames.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "models/paper.h"

namespace donthu {
namespace {

constexpr double kLeastRuleMm = 15.0;
constexpr double kLeastMm[2] = {22.0, 9.0};
constexpr double kMostMm[2] = {100.0, 50.0};
constexpr double kEdgeMm = 3.0;  // a side may stand this far off the corners
constexpr double kLeastShared = 0.5;
constexpr double kLeastSide = 0.5;
constexpr std::size_t kMostFrames = 3;

// What of the rules stands above `half_mm`.
void KeepUpper(double half_mm, PrintRules& rules) {
  std::erase_if(rules.across, [half_mm](const Rule& rule) {
    return rule.thickness.to > half_mm || rule.along.length() < kLeastRuleMm;
  });
  for (Rule& rule : rules.down) {
    rule.along.to = std::min(rule.along.to, half_mm);
  }
  std::erase_if(rules.down,
                [](const Rule& rule) { return rule.along.length() <= 0.0; });
}

bool Within(const SpanMm& span, int way) {
  return span.length() >= kLeastMm[way] && span.length() <= kMostMm[way];
}

struct Frame {
  SpanMm width;
  SpanMm height;
  double certainty = 0.0;  // 0: it is none

  double area() const { return width.length() * height.length(); }
};

// With both rules along `width`, in part at least.
Frame FrameAlong(const SpanMm& width, const Rule& top, const Rule& bottom,
                 const std::vector<Rule>& down) {
  const SpanMm height = {top.thickness.middle(), bottom.thickness.middle()};
  if (!Within(height, 1) || !Within(width, 0)) return {};
  const double upper = Shared(top.along, width) / width.length();
  const double lower = Shared(bottom.along, width) / width.length();
  if (std::min(upper, lower) < kLeastShared) return {};
  const double left = CoveredShare(down, width.from, kEdgeMm, height);
  const double right = CoveredShare(down, width.to, kEdgeMm, height);
  if (std::max(left, right) < kLeastSide) return {};
  return {width, height, (upper + lower + left + right) / 4.0};
}

// A rule may have lost an end, or run on into a rule of the letter.
Frame FrameOf(const Rule& top, const Rule& bottom,
              const std::vector<Rule>& down) {
  const Frame within = FrameAlong({std::max(top.along.from, bottom.along.from),
                                   std::min(top.along.to, bottom.along.to)},
                                  top, bottom, down);
  const Frame around = FrameAlong({std::min(top.along.from, bottom.along.from),
                                   std::max(top.along.to, bottom.along.to)},
                                  top, bottom, down);
  return within.certainty > around.certainty ? within : around;
}

std::vector<Frame> FramesOf(const PrintRules& rules) {
  std::vector<Frame> frames;
  for (const Rule& top : rules.across) {
    for (const Rule& bottom : rules.across) {
      const Frame frame = FrameOf(top, bottom, rules.down);
      if (frame.certainty > 0.0) frames.push_back(frame);
    }
  }
  std::stable_sort(
      frames.begin(), frames.end(),
      [](const Frame& a, const Frame& b) { return a.area() > b.area(); });
  return frames;
}

BoxPx BoxOf(const Frame& frame, double px_per_mm) {
  const auto px = [px_per_mm](double mm) {
    return static_cast<int>(std::lround(mm * px_per_mm));
  };
  return {px(frame.width.from), px(frame.height.from), px(frame.width.to),
          px(frame.height.to)};
}

}  // namespace

std::vector<BlackFrame> FindBlackFrames(PrintRules rules, int height_px,
                                        double dpi) {
  const double px_per_mm = dpi / kMmPerInch;
  KeepUpper(height_px / px_per_mm / 2.0, rules);
  std::vector<BlackFrame> found;
  for (const Frame& frame : FramesOf(rules)) {
    if (found.size() == kMostFrames) break;
    const BoxPx box = BoxOf(frame, px_per_mm);
    const bool apart =
        std::none_of(found.begin(), found.end(), [&](const BlackFrame& other) {
          return !Intersection(other.box, box).empty();
        });
    if (apart) found.push_back({box, frame.certainty});
  }
  return found;
}

}  // namespace donthu

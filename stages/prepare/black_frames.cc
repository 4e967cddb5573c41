#include "stages/prepare/black_frames.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>

#include "stages/prepare/bilevel_copy.h"

namespace donthu {
namespace {

constexpr double kMmPerInch = 25.4;
// Rules of 0.3 mm stay whole at this resolution, letters apart.
constexpr double kRuleDpi = 100.0;
constexpr double kLeastRunMm[2] = {8.0, 5.0};  // of ink across, down
constexpr double kLeastRuleMm = 15.0;
constexpr double kLeastMm[2] = {22.0, 9.0};
constexpr double kMostMm[2] = {100.0, 50.0};
constexpr double kEdgeMm = 3.0;  // a side may stand this far off the corners
constexpr double kLeastShared = 0.5;
constexpr double kLeastSide = 0.5;
constexpr std::size_t kMostFrames = 3;

struct BoxaDeleter {
  void operator()(Boxa* boxes) const { boxaDestroy(&boxes); }
};

PageImage UpperHalf(const PageImage& gray) {
  PageImage half;
  half.width_px = gray.width_px;
  half.height_px = gray.height_px / 2;
  const auto pixels = static_cast<std::size_t>(half.width_px) *
                      static_cast<std::size_t>(half.height_px);
  half.pixels.assign(gray.pixels.begin(),
                     gray.pixels.begin() + static_cast<std::ptrdiff_t>(pixels));
  return half;
}

// In millimetres.
struct Span {
  double from = 0.0;
  double to = 0.0;

  double length() const { return to - from; }
  double middle() const { return (from + to) / 2.0; }
};

double Shared(const Span& a, const Span& b) {
  return std::max(0.0, std::min(a.to, b.to) - std::max(a.from, b.from));
}

struct Rule {
  Span along;
  Span thickness;
};

struct Rules {
  std::vector<Rule> across;
  std::vector<Rule> down;
};

std::vector<BoxPx> BoxesOf(Pix* ink) {
  std::vector<BoxPx> boxes;
  const std::unique_ptr<Boxa, BoxaDeleter> parts(pixConnComp(ink, nullptr, 8));
  for (int i = 0; parts && i < boxaGetCount(parts.get()); ++i) {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    boxaGetBoxGeometry(parts.get(), i, &x, &y, &width, &height);
    boxes.push_back({x, y, x + width, y + height});
  }
  return boxes;
}

// A rule askew lies in pieces on several rows, which overlap once it is made
// thicker.
Rules RulesIn(Pix* ink, double px_per_mm) {
  const auto run = [&](int way) {
    return std::max(3, static_cast<int>(kLeastRunMm[way] * px_per_mm));
  };
  Rules rules;
  PixPtr thick(pixDilateBrick(nullptr, ink, 1, 3));
  PixPtr runs(pixOpenBrick(nullptr, thick.get(), run(0), 1));
  for (const BoxPx& box : BoxesOf(runs.get())) {
    rules.across.push_back(
        {{box.left_px / px_per_mm, box.right_px / px_per_mm},
         {box.top_px / px_per_mm, box.bottom_px / px_per_mm}});
  }
  thick.reset(pixDilateBrick(nullptr, ink, 3, 1));
  runs.reset(pixOpenBrick(nullptr, thick.get(), 1, run(1)));
  for (const BoxPx& box : BoxesOf(runs.get())) {
    rules.down.push_back({{box.top_px / px_per_mm, box.bottom_px / px_per_mm},
                          {box.left_px / px_per_mm, box.right_px / px_per_mm}});
  }
  return rules;
}

// Part of the side at `place` from top to bottom that is there.
double SideShare(const std::vector<Rule>& down, double place,
                 const Span& height) {
  double covered = 0.0;
  for (const Rule& rule : down) {
    if (std::abs(rule.thickness.middle() - place) > kEdgeMm) continue;
    covered += Shared(rule.along, height);
  }
  return std::min(1.0, covered / height.length());
}

bool Within(const Span& span, int way) {
  return span.length() >= kLeastMm[way] && span.length() <= kMostMm[way];
}

struct Frame {
  Span width;
  Span height;
  double certainty = 0.0;  // 0: it is none

  double area() const { return width.length() * height.length(); }
};

// With both rules along `width`, in part at least.
Frame FrameAlong(const Span& width, const Rule& top, const Rule& bottom,
                 const std::vector<Rule>& down) {
  const Span height = {top.thickness.middle(), bottom.thickness.middle()};
  if (!Within(height, 1) || !Within(width, 0)) return {};
  const double upper = Shared(top.along, width) / width.length();
  const double lower = Shared(bottom.along, width) / width.length();
  if (std::min(upper, lower) < kLeastShared) return {};
  const double left = SideShare(down, width.from, height);
  const double right = SideShare(down, width.to, height);
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

std::vector<Frame> FramesOf(Rules rules) {
  std::erase_if(rules.across, [](const Rule& rule) {
    return rule.along.length() < kLeastRuleMm;
  });
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

std::vector<BlackFrame> FindBlackFrames(const PageImage& gray, double dpi) {
  const PageImage half = UpperHalf(gray);
  const double step = std::max(1.0, dpi / kRuleDpi);
  const PixPtr ink = BilevelCopy(half, step, step, Sample::kDarkest);
  if (!ink) return {};
  std::vector<BlackFrame> found;
  for (const Frame& frame :
       FramesOf(RulesIn(ink.get(), dpi / step / kMmPerInch))) {
    if (found.size() == kMostFrames) break;
    const BoxPx box = BoxOf(frame, dpi / kMmPerInch);
    const bool apart =
        std::none_of(found.begin(), found.end(), [&](const BlackFrame& other) {
          return !Intersection(other.box, box).empty();
        });
    if (apart) found.push_back({box, frame.certainty});
  }
  return found;
}

}  // namespace donthu

#include "stages/prepare/print_rules.h"

#include <leptonica/allheaders.h>

#include <cmath>
#include <memory>

#include "models/geometry.h"
#include "models/paper.h"
#include "stages/prepare/bilevel_copy.h"

namespace donthu {
namespace {

// Rules of 0.3 mm stay whole at this resolution, letters apart.
constexpr double kRuleDpi = 100.0;
constexpr double kLeastAcrossMm = 8.0;
constexpr double kLeastDownMm = 5.0;

struct BoxaDeleter {
  void operator()(Boxa* boxes) const { boxaDestroy(&boxes); }
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
PrintRules RulesIn(Pix* ink, double px_per_mm) {
  const auto run = [&](double mm) {
    return std::max(3, static_cast<int>(mm * px_per_mm));
  };
  PrintRules rules;
  PixPtr thick(pixDilateBrick(nullptr, ink, 1, 3));
  PixPtr runs(pixOpenBrick(nullptr, thick.get(), run(kLeastAcrossMm), 1));
  for (const BoxPx& box : BoxesOf(runs.get())) {
    rules.across.push_back(
        {{box.left_px / px_per_mm, box.right_px / px_per_mm},
         {box.top_px / px_per_mm, box.bottom_px / px_per_mm}});
  }
  thick.reset(pixDilateBrick(nullptr, ink, 3, 1));
  runs.reset(pixOpenBrick(nullptr, thick.get(), 1, run(kLeastDownMm)));
  for (const BoxPx& box : BoxesOf(runs.get())) {
    rules.down.push_back({{box.top_px / px_per_mm, box.bottom_px / px_per_mm},
                          {box.left_px / px_per_mm, box.right_px / px_per_mm}});
  }
  return rules;
}

}  // namespace

double CoveredShare(const std::vector<Rule>& rules, double place, double reach,
                    const SpanMm& edge) {
  double covered = 0.0;
  for (const Rule& rule : rules) {
    if (std::abs(rule.thickness.middle() - place) > reach) continue;
    covered += Shared(rule.along, edge);
  }
  return std::min(1.0, covered / edge.length());
}

PrintRules FindPrintRules(const PageImage& gray, double dpi) {
  const double step = std::max(1.0, dpi / kRuleDpi);
  const PixPtr ink = BilevelCopy(gray, step, step, Sample::kDarkest);
  return ink ? RulesIn(ink.get(), dpi / step / kMmPerInch) : PrintRules{};
}

}  // namespace donthu

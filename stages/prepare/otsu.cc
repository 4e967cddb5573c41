#include "stages/prepare/otsu.h"

#include <cstddef>

namespace donthu {

Parting PartLevels(const std::array<double, 256>& counts) {
  double total = 0.0;
  double weighted = 0.0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    total += counts[i];
    weighted += counts[i] * static_cast<double>(i);
  }
  double below = 0.0;
  double sum_below = 0.0;
  double best = 0.0;
  Parting parting;
  for (std::size_t i = 0; i + 1 < counts.size(); ++i) {
    below += counts[i];
    sum_below += counts[i] * static_cast<double>(i);
    const double above = total - below;
    if (below <= 0.0 || above <= 0.0) continue;
    const double apart = (weighted - sum_below) / above - sum_below / below;
    const double variance = below * above * apart * apart;
    if (variance <= best) continue;
    best = variance;
    parting = {static_cast<int>(i) + 1, apart};
  }
  return parting;
}

}  // namespace donthu

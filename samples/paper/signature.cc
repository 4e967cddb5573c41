#include "samples/paper/signature.h"

#include <cmath>
#include <numbers>

namespace donthu::samples {
namespace {

void Loops(Canvas& canvas, double x, double y, double width, Rng& rng) {
  canvas.MoveTo(x, y);
  const int loops = rng.Whole(3, 6);
  const double step = width / loops;
  for (int i = 0; i < loops; ++i) {
    const double high = rng.Between(8.0, 26.0) * (i == 0 ? 1.2 : 0.8);
    const double low = rng.Between(2.0, 12.0);
    canvas.CurveTo(x + step * rng.Between(0.2, 1.2), y - high,
                   x + step * rng.Between(-0.4, 0.6), y + low, x + step,
                   y + rng.Between(-4.0, 4.0));
    x += step;
  }
}

}  // namespace

void DrawSignature(Canvas& canvas, const SignPlace& place, Rng rng) {
  const Ink ink = rng.Chance(0.75) ? Ink{0.10, 0.15, 0.55} : kBlack;
  const double width = rng.Between(70.0, 120.0);
  const double x = place.x_pt - width / 2 + rng.Between(-12.0, 12.0);
  const double y = place.y_pt + rng.Between(-2.0, 8.0);
  Loops(canvas, x, y, width, rng);
  canvas.Stroke(rng.Between(0.9, 1.5), ink);
  if (rng.Chance(0.6)) {  // the flourish
    canvas.MoveTo(x + width * 0.9, y - 6.0);
    canvas.CurveTo(x + width * 1.1, y + 16.0, x - 10.0, y + 18.0,
                   x + width * rng.Between(0.3, 0.6), y + 9.0);
    canvas.Stroke(rng.Between(0.7, 1.1), ink);
  }
}

void DrawFingerprint(Canvas& canvas, const SignPlace& place, Rng rng) {
  const double wide = 7.5 * kPointsPerMm;
  const double high = 11.0 * kPointsPerMm;
  const double lean = rng.Between(-0.3, 0.3);
  for (double share = 0.08; share <= 1.0; share += 0.075) {
    const double from = rng.Between(0.0, 2 * std::numbers::pi);
    const double arc = rng.Between(1.2, 1.9) * std::numbers::pi;
    for (double at = 0.0; at <= arc; at += 0.12) {
      const double angle = from + at;
      const double ripple = 1.0 + 0.05 * std::sin(3 * angle + share * 9);
      const double x = wide * share * ripple * std::cos(angle);
      const double y = high * share * ripple * std::sin(angle);
      const double px = place.x_pt + x * std::cos(lean) - y * std::sin(lean);
      const double py = place.y_pt + x * std::sin(lean) + y * std::cos(lean);
      if (at == 0.0 || rng.Chance(0.06)) {
        canvas.MoveTo(px, py);
      } else {
        canvas.LineTo(px, py);
      }
    }
    canvas.Stroke(rng.Between(0.7, 1.2), {0.75, 0.22, 0.20});
  }
}

}  // namespace donthu::samples

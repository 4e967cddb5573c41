#include "samples/kinds/pen.h"

#include <algorithm>
#include <cstddef>

#include "samples/kinds/pen_letters.h"

namespace donthu::samples {
namespace {

// Through all points: Catmull and Rom (1974), each span as a Bezier curve.
void Trace(Canvas& canvas, const PenStroke& points) {
  const auto at = [&](std::ptrdiff_t i) {
    const auto last = static_cast<std::ptrdiff_t>(points.size()) - 1;
    return points[static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(i, 0, last))];
  };
  canvas.MoveTo(points[0].x, points[0].y);
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const auto k = static_cast<std::ptrdiff_t>(i);
    const PenPoint a = at(k - 1);
    const PenPoint b = at(k);
    const PenPoint c = at(k + 1);
    const PenPoint d = at(k + 2);
    canvas.CurveTo(b.x + (c.x - a.x) / 6, b.y + (c.y - a.y) / 6,
                   c.x - (d.x - b.x) / 6, c.y - (d.y - b.y) / 6, c.x, c.y);
  }
}

// One letter as it comes out this time.
struct Turn {
  double x = 0.0;  // on the page
  double y = 0.0;
  double across = 0.0;  // points for a tenth of the x-height
  double up = 0.0;
  double slant = 0.0;
};

PenStroke Placed(const PenStroke& stroke, const Turn& turn, double loose,
                 Rng& rng) {
  PenStroke placed;
  for (const PenPoint& point : stroke) {
    const double x = point.x + loose * rng.Bell() * 0.6;
    const double y = (point.y + loose * rng.Bell() * 0.6) * turn.up;
    placed.push_back({turn.x + x * turn.across + y * turn.slant, turn.y - y});
  }
  return placed;
}

}  // namespace

PenStyle AnyPen(Rng rng) {
  PenStyle style;
  const double tone = rng.Unit();
  style.ink = Ink{0.10, 0.14, 0.50};
  if (tone < 0.3) style.ink = Ink{0.10, 0.10, 0.12};
  if (tone > 0.85) style.ink = Ink{0.35, 0.38, 0.72};  // nearly dry
  style.x_height_pt = rng.Between(4.6, 9.0);
  style.pen_pt = rng.Between(0.7, 1.7);
  style.slant = rng.Between(-0.10, 0.40);
  style.loose = rng.Between(0.3, 1.3);
  style.spread = rng.Between(0.75, 1.25);
  style.joined = rng.Chance(0.4) ? 0.0 : rng.Between(0.2, 0.95);
  style.wander_pt = rng.Between(0.6, 3.5);
  return style;
}

double Pen::WidthOf(std::string_view utf8) const {
  double tenths = 0.0;
  for (const char32_t c : CodePoints(utf8)) tenths += PenLetterOf(c).width;
  return tenths * style_.spread * style_.x_height_pt / 10.0;
}

double Pen::Write(std::string_view utf8, double x_pt, double y_pt,
                  double most_pt) {
  const double squeeze = std::min(1.0, most_pt / std::max(1.0, WidthOf(utf8)));
  const double unit = style_.x_height_pt / 10.0;
  PenPoint last;
  bool joins = false;
  for (const char32_t c : CodePoints(utf8)) {
    const PenLetter letter = PenLetterOf(c);
    const double size = std::clamp(1.0 + 0.08 * rng_.Bell(), 0.75, 1.25);
    const double wander =
        (CloudAt(hand_, x_pt, y_pt * 40.0, 60.0) - 0.5) * 2 * style_.wander_pt;
    const Turn turn{x_pt, y_pt + wander, unit * style_.spread * squeeze * size,
                    unit * size, style_.slant + 0.05 * rng_.Bell()};
    for (std::size_t i = 0; i < letter.strokes.size(); ++i) {
      const PenStroke stroke =
          Placed(letter.strokes[i], turn, style_.loose, rng_);
      const bool mark = i + letter.marks >= letter.strokes.size();
      if (i == 0 && joins && letter.small && rng_.Chance(style_.joined)) {
        Trace(canvas_, {last, stroke.front()});
        canvas_.Stroke(style_.pen_pt, style_.ink);
      }
      Trace(canvas_, stroke);
      canvas_.Stroke(style_.pen_pt * rng_.Between(0.9, 1.1), style_.ink);
      if (!mark) last = stroke.back();
    }
    joins = letter.small;
    x_pt += letter.width * unit * style_.spread * squeeze;
  }
  return x_pt;
}

}  // namespace donthu::samples

#include "samples/paper/ink.h"

#include <algorithm>

namespace donthu::samples {
namespace {

// Moves a glyph and its ink box alike.
void Move(PlacedGlyph& glyph, double dx, double dy) {
  glyph.x_pt += dx;
  glyph.y_pt += dy;
  glyph.ink = {glyph.ink.left + dx, glyph.ink.top + dy, glyph.ink.right + dx,
               glyph.ink.bottom + dy};
}

void Grow(PlacedGlyph& glyph, double by_pt) {
  glyph.ink = {glyph.ink.left - by_pt, glyph.ink.top - by_pt,
               glyph.ink.right + by_pt, glyph.ink.bottom + by_pt};
}

void Slant(PlacedGlyph& glyph, double slant) {
  glyph.slant = slant;
  const double above = slant * (glyph.y_pt - glyph.ink.top);
  const double below = slant * (glyph.y_pt - glyph.ink.bottom);
  glyph.ink.left += std::min({above, below, 0.0});
  glyph.ink.right += std::max({above, below, 0.0});
}

// About its origin.
void Scale(PlacedGlyph& glyph, double factor) {
  glyph.size_pt *= factor;
  const auto x = [&](double at) {
    return glyph.x_pt + (at - glyph.x_pt) * factor;
  };
  const auto y = [&](double at) {
    return glyph.y_pt + (at - glyph.y_pt) * factor;
  };
  glyph.ink = {x(glyph.ink.left), y(glyph.ink.top), x(glyph.ink.right),
               y(glyph.ink.bottom)};
}

}  // namespace

LaidPage Typed(LaidPage page, Rng rng) {
  const std::uint64_t ribbon = rng.Next();
  for (PlacedGlyph& glyph : page.glyphs) {
    // A type that sits high always sits high: by glyph; the rest by stroke.
    Rng type(HashAt(ribbon, static_cast<int>(glyph.index), 0));
    Move(glyph, type.Bell() * 0.25 + rng.Bell() * 0.15,
         type.Bell() * 0.45 + rng.Bell() * 0.25);
    glyph.tilt_rad = type.Bell() * 0.02;
    const double dry = CloudAt(ribbon, glyph.x_pt, glyph.y_pt * 3.0, 90.0);
    const double strike = 0.34 * rng.Bell();
    glyph.darkness = std::clamp(0.93 - 0.60 * dry + 0.4 * strike, 0.22, 1.0);
    glyph.swell_pt = std::clamp(0.22 + 0.5 * strike, 0.04, 0.55);
    glyph.wobble_pt = 0.18;
    Grow(glyph, glyph.swell_pt + glyph.wobble_pt);
  }
  return page;
}

LaidPage Handwritten(LaidPage page, Rng rng) {
  const std::uint64_t hand = rng.Next();
  const double slant = rng.Between(0.05, 0.30);
  const double pen = rng.Between(0.18, 0.34);
  for (PlacedGlyph& glyph : page.glyphs) {
    const double wander =
        (CloudAt(hand, glyph.x_pt, glyph.y_pt * 40.0, 70.0) - 0.5) * 4.0;
    Scale(glyph, 1.0 + 0.06 * rng.Bell());
    Move(glyph, 0.35 * rng.Bell(), wander + 0.4 * rng.Bell());
    Slant(glyph, slant + 0.05 * rng.Bell());
    glyph.tilt_rad = 0.05 * rng.Bell();
    glyph.swell_pt =
        pen * (0.6 + 0.8 * CloudAt(hand + 1, glyph.x_pt, glyph.y_pt, 25.0));
    glyph.wobble_pt = 0.45;
    glyph.darkness = 0.75 + 0.25 * rng.Unit();
    Grow(glyph, glyph.swell_pt + glyph.wobble_pt + 0.3);
  }
  return page;
}

}  // namespace donthu::samples

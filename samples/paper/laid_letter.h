// A letter set in type: what stands where on which page, before any ink.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/paper.h"
#include "samples/markup.h"
#include "samples/paper/shaper.h"

namespace donthu::samples {

inline constexpr double kPageWidthPt = 595.276;  // A4
inline constexpr double kPageHeightPt = 841.890;
inline constexpr double kPointsPerMm = 72.0 / kMmPerInch;

// A glyph of the page. What changes how it looks (a hand, a typewriter)
// changes these values, so truth is always read from what is drawn.
struct PlacedGlyph {
  FontStyle style = FontStyle::kRegular;
  std::uint32_t index = 0;
  double size_pt = 0.0;
  double x_pt = 0.0;       // origin on the page
  double y_pt = 0.0;       // baseline
  double slant = 0.0;      // x moved by this for each point above y_pt
  double tilt_rad = 0.0;   // turned clockwise about the origin
  double darkness = 1.0;   // 0 nothing to 1 black
  double swell_pt = 0.0;   // outline widened by this
  double wobble_pt = 0.0;  // outline moved by up to this
  BoxPt ink;               // on the page
  int word = -1;           // into LaidPage::words; -1: not in the truth
  int field = -1;          // into LaidLetter::fields
};

struct PlacedWord {
  std::string text;
  int line = 0;  // into LaidPage::lines
};

struct PlacedLine {
  std::string text;  // its words with one space between
};

struct RulePt {
  double x0 = 0.0;
  double y0 = 0.0;
  double x1 = 0.0;
  double y1 = 0.0;
};

// Room for a signature, and where its middle is.
struct SignPlace {
  double x_pt = 0.0;
  double y_pt = 0.0;
};

struct LaidPage {
  std::vector<PlacedGlyph> glyphs;
  std::vector<PlacedWord> words;  // in reading order
  std::vector<PlacedLine> lines;  // in reading order
  std::vector<RulePt> rules;
  std::vector<SignPlace> signs;
};

struct LaidLetter {
  Typeface typeface = Typeface::kSerif;
  std::vector<MarkedField> fields;
  std::vector<LaidPage> pages;
};

}  // namespace donthu::samples

// A TrueType font without a single stroke: its glyphs take up room and draw
// nothing. Text that is shown in it lies over a scan, can be searched and
// selected, and needs no other font.
#pragma once

#include <string>

namespace donthu {

inline constexpr const char* kInvisibleFontName = "DonthuInvisible";
inline constexpr int kEmUnits = 1000;
inline constexpr int kGlyphUnits = 500;  // advance of every glyph

// The font file with `glyphs` glyphs beside glyph 0; at most 65,534.
std::string InvisibleFont(int glyphs);

}  // namespace donthu

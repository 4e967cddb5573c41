// Which glyph of the invisible font stands for which character.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace donthu {

// Glyphs are numbered from 1 in the order of the code points; glyph 0 stands
// for nothing. All of them are empty, and as wide as half their height.
class GlyphMap {
 public:
  // Of the characters of `text`, which is UTF-8 within the Basic
  // Multilingual Plane, and of the space.
  explicit GlyphMap(std::string_view text);

  int size() const { return static_cast<int>(glyphs_.size()); }
  // The glyphs of `utf8` as a PDF string of two bytes each, "<00010002>".
  // Characters that are not in the map are left out.
  std::string Shown(std::string_view utf8) const;
  // The CMap that leads from glyphs back to characters (ISO 32000-1, 9.10.3).
  std::string ToUnicode() const;

 private:
  std::map<char32_t, int> glyphs_;
};

}  // namespace donthu

#include "stages/archive/glyph_map.h"

#include <vector>

namespace donthu {
namespace {

// ISO 32000-1, 9.7.5.4 by way of Adobe's technical note 5014.
constexpr int kMostPerBlock = 100;

std::vector<char32_t> CodePoints(std::string_view utf8) {
  std::vector<char32_t> points;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80U) {
      points.push_back(byte);
    } else if (byte >= 0xC0U) {
      points.push_back(byte < 0xE0U ? byte & 0x1FU : byte & 0x0FU);
    } else if (!points.empty()) {
      points.back() = points.back() << 6U | (byte & 0x3FU);
    }
  }
  return points;
}

std::string FourHex(unsigned value) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (unsigned shift = 16; shift != 0; shift -= 4) {
    text += kDigits[(value >> (shift - 4)) & 15U];
  }
  return text;
}

}  // namespace

GlyphMap::GlyphMap(std::string_view text) {
  glyphs_[U' '] = 0;
  for (const char32_t point : CodePoints(text)) {
    if (point >= U' ' && point <= 0xFFFFU) glyphs_[point] = 0;
  }
  int next = 1;
  for (auto& [point, glyph] : glyphs_) glyph = next++;
}

std::string GlyphMap::Shown(std::string_view utf8) const {
  std::string shown = "<";
  for (const char32_t point : CodePoints(utf8)) {
    const auto found = glyphs_.find(point);
    if (found == glyphs_.end()) continue;
    shown += FourHex(static_cast<unsigned>(found->second));
  }
  return shown + ">";
}

std::string GlyphMap::ToUnicode() const {
  std::string cmap =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> "
      "def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  int left = size();
  int in_block = 0;
  for (const auto& [point, glyph] : glyphs_) {
    if (in_block == 0) {
      in_block = left < kMostPerBlock ? left : kMostPerBlock;
      cmap += std::to_string(in_block) + " beginbfchar\n";
    }
    cmap += "<" + FourHex(static_cast<unsigned>(glyph)) + "> <" +
            FourHex(static_cast<unsigned>(point)) + ">\n";
    --left;
    if (--in_block == 0) cmap += "endbfchar\n";
  }
  return cmap +
         "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace donthu

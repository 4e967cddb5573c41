#include "stages/archive/glyph_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace donthu {
namespace {

using ::testing::HasSubstr;

TEST(GlyphMapTest, NumbersCharactersInTheirOrder) {
  const GlyphMap glyphs("đất\nba");  // space a b t đ ấ
  EXPECT_EQ(glyphs.size(), 6);
  EXPECT_EQ(glyphs.Shown("a b"), "<000200010003>");
  EXPECT_EQ(glyphs.Shown("đất"), "<000500060004>");
}

TEST(GlyphMapTest, LeavesOutWhatItDoesNotHave) {
  EXPECT_EQ(GlyphMap("a").Shown("abz"), "<0002>");
}

TEST(GlyphMapTest, LeadsBackToUnicode) {
  const std::string cmap = GlyphMap("đ").ToUnicode();
  EXPECT_THAT(cmap, HasSubstr("2 beginbfchar\n<0001> <0020>\n<0002> <0111>\n"
                              "endbfchar\n"));
}

TEST(GlyphMapTest, ABlockHasAHundredRowsAtMost) {
  std::string text;
  for (char32_t point = 0x1EA0; point < 0x1EA0 + 150; ++point) {
    text += static_cast<char>(0xE0U | point >> 12U);
    text += static_cast<char>(0x80U | (point >> 6U & 0x3FU));
    text += static_cast<char>(0x80U | (point & 0x3FU));
  }
  const std::string cmap = GlyphMap(text).ToUnicode();
  EXPECT_THAT(cmap, HasSubstr("\n100 beginbfchar\n"));
  EXPECT_THAT(cmap, HasSubstr("endbfchar\n51 beginbfchar\n"));
}

}  // namespace
}  // namespace donthu

#include "stages/archive/text_layer.h"

#include <gtest/gtest.h>

#include "tests/stages/archive/made_copy.h"

namespace donthu {
namespace {

std::string Layer(const Letter& letter, const Homography& to_points,
                  int page = 1) {
  return TextLayer(letter, TextOffsets(letter.text), page, to_points,
                   GlyphMap(letter.text));
}

// A page of 1,000 points, one a pixel.
constexpr Homography kUpright{{1, 0, 0, 0, -1, 1000, 0, 0, 1}};

TEST(TextLayerTest, StretchesAWordOverItsBoxAndASpaceOverTheGap) {
  // Two glyphs of 15 points over 100; a space of 15 over 20.
  EXPECT_EQ(Layer(LetterOf({"ab c"}), kUpright),
            "BT 3 Tr\n/T 30 Tf\n"
            "1 0 0 1 100 870 Tm\n333.3333 Tz <00020003> Tj\n"
            "133.3333 Tz <0001> Tj\n"
            "1 0 0 1 220 870 Tm\n666.6667 Tz <0004> Tj\n"
            "50 Tz <0001> Tj\nET\n");
}

TEST(TextLayerTest, FollowsThePagesTransform) {
  const Homography turned{{0, 1, 0, 1, 0, 0, 0, 0, 1}};
  EXPECT_EQ(Layer(LetterOf({"a"}), turned),
            "BT 3 Tr\n/T 30 Tf\n"
            "0 1 -1 0 130 100 Tm\n666.6667 Tz <0002> Tj\n50 Tz <0001> Tj\n"
            "ET\n");
}

TEST(TextLayerTest, APageWithoutWordsHasNone) {
  EXPECT_EQ(Layer(LetterOf({"a"}), kUpright, 2), "");
}

TEST(TextLayerTest, SkipsWordsWithoutAPlace) {
  Letter letter = LetterOf({"a b"});
  letter.words[0].box = {};
  EXPECT_EQ(Layer(letter, kUpright).find("<0002>"), std::string::npos);
}

TEST(TextLayerTest, ALineIsAsHighAsTheWordThatSticksOut) {
  Letter letter = LetterOf({"a b"});
  letter.words[1].box.bottom_px += 4;
  EXPECT_EQ(WholeLineBox(letter, letter.lines[0]), (BoxPx{100, 100, 320, 134}));
  EXPECT_NE(Layer(letter, kUpright).find("/T 34 Tf"), std::string::npos);
}

}  // namespace
}  // namespace donthu

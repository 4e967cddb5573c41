#include "stages/recognize/seal_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/stages/recognize/text_of.h"

namespace donthu {
namespace {

InkLayer Seal(const std::string& color, const std::string& kind = "seal") {
  InkLayer layer;
  layer.mark = {kind, "round", color, {100, 100, 300, 300}, 0.9};
  return layer;
}

// A line each: within the seal, in the corner of its box, outside.
PageText PageOf(double confidence) {
  const std::vector<BoxPx> boxes = {
      {180, 180, 220, 200}, {102, 102, 112, 112}, {400, 180, 440, 200}};
  Paragraph paragraph;
  const std::vector<std::string> words = {"within", "corner", "outside"};
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    paragraph.lines.push_back({boxes[i], {{words[i], boxes[i], confidence}}});
  }
  return {500, 500, {{{}, {paragraph}}}};
}

TEST(SealWordsTest, DropsUnsureWordsWithinABlackSeal) {
  EXPECT_EQ(TextOf(WithoutSealWords(PageOf(0.3), {Seal("black")})),
            "corner\noutside\n");
}

TEST(SealWordsTest, KeepsSureWords) {
  EXPECT_EQ(WithoutSealWords(PageOf(0.8), {Seal("black")}), PageOf(0.8));
}

TEST(SealWordsTest, KeepsWordsWhereInkWasPartedFromPrint) {
  EXPECT_EQ(WithoutSealWords(PageOf(0.3), {Seal("red")}), PageOf(0.3));
  EXPECT_EQ(WithoutSealWords(PageOf(0.3), {Seal("black", "pen")}), PageOf(0.3));
}

}  // namespace
}  // namespace donthu

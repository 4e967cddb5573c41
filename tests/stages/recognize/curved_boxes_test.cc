#include "stages/recognize/curved_boxes.h"

#include <gtest/gtest.h>

#include <utility>

#include "stages/recognize/recognize.h"
#include "tests/fakes/fake_engine.h"

namespace donthu {
namespace {

const Curve kDown20{100.0, 0.0, {{0, 0}, {20, 0}}};

TEST(CurvedBoxesTest, MovesEveryBoxAndKeepsItOnThePage) {
  const BoxPx low{50, 180, 100, 195};
  const TextLine line{low, {{"chữ", low, 0.9}}};
  PageText page{100, 200, {{low, {{low, {line}}}}}};
  page = OnCurve(kDown20, std::move(page));
  const BoxPx moved{50, 190, 100, 200};
  EXPECT_EQ(page.blocks[0].box, moved);
  EXPECT_EQ(page.blocks[0].paragraphs[0].box, moved);
  EXPECT_EQ(page.blocks[0].paragraphs[0].lines[0].box, moved);
  EXPECT_EQ(page.blocks[0].paragraphs[0].lines[0].words[0].box, moved);
}

TEST(CurvedBoxesTest, RecognizeReadsTheStraightPageAndAnswersForTheBentOne) {
  FakeEngine engine;
  CleanPage page;
  page.image.width_px = page.image.height_px = 10;
  page.image.pixels.assign(100, 255);  // blank for the fake
  page.straight = StraightLines{page.image, {10.0, 0.0, {{0, 0}, {4, 0}}}};
  page.straight->image.pixels[5] = 0;
  const auto text = Recognize(engine).Run(page);
  ASSERT_TRUE(text);
  ASSERT_EQ(text->blocks.size(), 1U);
  EXPECT_EQ(text->blocks[0].box, (BoxPx{0, 0, 10, 10}));
}

}  // namespace
}  // namespace donthu

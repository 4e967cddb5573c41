#include "stages/recognize/recognize.h"

#include <gtest/gtest.h>

#include "tests/fakes/fake_engine.h"
#include "tests/stages/recognize/text_of.h"

namespace donthu {
namespace {

CleanPage Page(std::uint8_t first) {
  CleanPage page;
  page.image.width_px = 2;
  page.image.height_px = 1;
  page.image.pixels = {first, 255};
  return page;
}

TEST(RecognizeTest, PassesTheUprightImageToTheEngine) {
  FakeEngine engine;
  const auto text = Recognize(engine).Run(Page(0));
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, *engine.Read(Page(0).image));
  EXPECT_NE(*text, *engine.Read(Page(1).image));
}

TEST(RecognizeTest, ABlankPageHasNoWords) {
  FakeEngine engine;
  EXPECT_EQ(TextOf(*Recognize(engine).Run(Page(255))), "");
}

TEST(RecognizeTest, PassesOnWhyTheEngineGaveUp) {
  FakeEngine engine;
  const auto text = Recognize(engine).Run(CleanPage{});
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::kOcrFailed);
}

}  // namespace
}  // namespace donthu

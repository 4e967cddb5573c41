#include "pipeline/page_way.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/fakes/letter_engine.h"
#include "tests/pipeline/made_scans.h"
#include "tests/pipeline/read_scans.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;

TEST(ContentTest, DependsOnPixelsSizeAndResolution) {
  const PageImage page = MadePage(1);
  const std::string content = ContentSha256(page);
  EXPECT_EQ(ContentSha256(MadePage(1)), content);
  PageImage other = page;
  other.pixels.back() ^= 1U;
  EXPECT_NE(ContentSha256(other), content);
  other = page;
  other.dpi_y += 1;
  EXPECT_NE(ContentSha256(other), content);
  other = page;
  std::swap(other.width_px, other.height_px);
  EXPECT_NE(ContentSha256(other), content);
}

TEST(ReadPageTest, GoesThroughTheStagesInTheirOrder) {
  LetterEngine engine;
  RecordedStages stages;
  const auto reading = ReadScan(PngScan(1), engine, stages);
  ASSERT_TRUE(reading);
  EXPECT_THAT(stages.entered, ElementsAre("load", "prepare", "recognize",
                                          "estimate", "examine", "find_codes"));
  EXPECT_EQ(reading->result.page.status, PageStatus::kOk);
  EXPECT_EQ(reading->result.page.number, 1);
  EXPECT_EQ(reading->result.page.width_px, kLetterWidthPx);
  EXPECT_EQ(reading->image.width_px, kLetterWidthPx);
  EXPECT_NEAR(reading->result.page.dpi_x, 150, 0.1);
}

TEST(ReadPageTest, TellsHowMuchIsExpectedToBeWrong) {
  LetterEngine engine;
  RecordedStages stages;
  const auto reading = ReadScan(PngScan(1), engine, stages);
  ASSERT_TRUE(reading);
  ASSERT_TRUE(reading->result.page.predicted_cer);
  EXPECT_GT(*reading->result.page.predicted_cer, 0.0);
  EXPECT_LT(*reading->result.page.predicted_cer, 0.05);
}

TEST(ReadPageTest, OfABlankPageNothingIsExpected) {
  LetterEngine engine;
  RecordedStages stages;
  PageImage white = MadePage(1);
  white.pixels.assign(white.pixels.size(), 255);
  const auto reading = ReadPage(white, 1, engine, stages);
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->result.page.status, PageStatus::kBlank);
  EXPECT_EQ(reading->result.page.predicted_cer, std::nullopt);
}

TEST(ReadPageTest, AnEngineThatGivesUpIsAnErrorOfThatPage) {
  LetterEngine engine;
  RecordedStages stages;
  const auto reading = ReadScan(PngScan(1, Mark::kGiveUp), engine, stages);
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().code, ErrorCode::kOcrFailed);
  EXPECT_EQ(stages.entered.back(), "recognize");
}

}  // namespace
}  // namespace donthu

#include "pipeline/page_way.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/fakes/letter_engine.h"
#include "tests/pipeline/made_scans.h"
#include "tests/stages/load/made_files.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;

class Stages : public StageObserver {
 public:
  void Enter(std::string_view stage) override { entered.emplace_back(stage); }
  std::vector<std::string> entered;
};

Result<PageReading> ReadScan(const std::string& bytes, OcrEngine& engine,
                             Stages& stages) {
  const auto document = Opened(bytes);
  if (!document) return Fail(document.error());
  const auto scan = LoadPage(Load(LoadLimits()), **document, 1, stages);
  if (!scan) return Fail(scan.error());
  return ReadPage(*scan, 1, engine, stages);
}

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
  Stages stages;
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
  Stages stages;
  const auto reading = ReadScan(PngScan(1), engine, stages);
  ASSERT_TRUE(reading);
  ASSERT_TRUE(reading->result.page.predicted_cer);
  EXPECT_GT(*reading->result.page.predicted_cer, 0.0);
  EXPECT_LT(*reading->result.page.predicted_cer, 0.05);
}

TEST(ReadPageTest, OfABlankPageNothingIsExpected) {
  LetterEngine engine;
  Stages stages;
  PageImage white = MadePage(1);
  white.pixels.assign(white.pixels.size(), 255);
  const auto reading = ReadPage(white, 1, engine, stages);
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->result.page.status, PageStatus::kBlank);
  EXPECT_EQ(reading->result.page.predicted_cer, std::nullopt);
}

TEST(ReadPageTest, AnEngineThatGivesUpIsAnErrorOfThatPage) {
  LetterEngine engine;
  Stages stages;
  const auto reading = ReadScan(PngScan(1, Mark::kGiveUp), engine, stages);
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().code, ErrorCode::kOcrFailed);
  EXPECT_EQ(stages.entered.back(), "recognize");
}

}  // namespace
}  // namespace donthu

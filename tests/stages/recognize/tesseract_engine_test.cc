#include "stages/recognize/tesseract_engine.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>

#include "stages/prepare/prepare.h"
#include "stages/recognize/raw_line_images.h"
#include "tests/stages/recognize/drawn_page.h"
#include "tests/stages/recognize/text_of.h"

namespace donthu {
namespace {

const char* const kBody =
    "Tôi làm đơn này khiếu nại quyết định thu hồi đất của\n"
    "Chủ tịch Ủy ban nhân dân huyện vì bồi thường chưa đúng\n"
    "giá, đề nghị xem xét, giải quyết theo quy định pháp luật.\n";

PageImage Letter() { return DrawPage({{kBody, 240, 900, 2000}}); }

// One engine for all tests: opening takes longer than reading.
OcrEngine& Engine() {
  static const auto engine = OpenTesseract({});
  return **engine;
}

std::string Read(const PageImage& page) {
  const auto text = Engine().Read(page);
  return text ? TextOf(*text) : "error: " + text.error().detail;
}

std::string ReadInOrder(const PageImage& page) {
  CleanPage clean;
  clean.image = page;
  const auto text = Recognize(Engine()).Run(clean);
  return text ? TextOf(*text) : "error: " + text.error().detail;
}

PageImage Turned(const PageImage& page, int rotation_deg) {
  return Prepare().Run({page, rotation_deg})->image;
}

TEST(TesseractEngineTest, ReadsWhatWasDrawn) {
  EXPECT_EQ(Read(Letter()), kBody);
}

TEST(TesseractEngineTest, SaysWhatItIs) {
  const EngineInfo info = Engine().Info();
  EXPECT_EQ(info.tesseract.substr(0, 2), "5.");
  EXPECT_EQ(info.leptonica.substr(0, 10), "leptonica-");
  EXPECT_EQ(info.traineddata_sha256.size(), 64U);
  EXPECT_EQ(info.settings.substr(0, 4), "vie ");
}

TEST(TesseractEngineTest, PutsBoxesTightAroundTheInk) {
  const PageImage page = DrawPage({{"khiếu", 240, 900, 2000}});
  BoxPx ink;
  for (int y = 0; y < page.height_px; ++y) {
    for (int x = 0; x < page.width_px; ++x) {
      const std::size_t at = static_cast<std::size_t>(y * page.width_px + x);
      if (page.pixels[at] < 128) ink = Union(ink, {x, y, x + 1, y + 1});
    }
  }
  const auto text = Engine().Read(page);
  ASSERT_TRUE(text);
  ASSERT_EQ(TextOf(*text), "khiếu\n");
  const BoxPx box = text->blocks[0].paragraphs[0].lines[0].words[0].box;
  EXPECT_NEAR(box.left_px, ink.left_px, 4);
  EXPECT_NEAR(box.top_px, ink.top_px, 4);
  EXPECT_NEAR(box.right_px, ink.right_px, 4);
  EXPECT_NEAR(box.bottom_px, ink.bottom_px, 4);
}

TEST(TesseractEngineTest, ConfidencesAreShares) {
  const auto text = Engine().Read(Letter());
  ASSERT_TRUE(text);
  EXPECT_GT(MeanConfidence(*text), 0.9);
  EXPECT_LE(MeanConfidence(*text), 1.0);
}

TEST(TesseractEngineTest, ReadsTheSameWithPngLines) {
  const auto png = OpenTesseract({"", "vie", LineImages::kPng, ""});
  ASSERT_TRUE(png);
  const long before = RawLineImages::TakenCount();
  const auto with_png = (*png)->Read(Letter());
  EXPECT_EQ(RawLineImages::TakenCount(), before);
  const auto with_raw = Engine().Read(Letter());
  EXPECT_GT(RawLineImages::TakenCount(), before + 2);
  ASSERT_TRUE(with_png && with_raw);
  EXPECT_EQ(*with_png, *with_raw);
}

TEST(TesseractEngineTest, ABlankPageHasNoWords) {
  EXPECT_EQ(Read(DrawPage({})), "");
}

TEST(TesseractEngineTest, APageDependsOnNoPageBeforeIt) {
  const auto first = Engine().Read(Letter());
  ASSERT_TRUE(Engine().Read(DrawPage({{"KÍNH GỬI: THANH TRA", 240, 300}})));
  const auto again = Engine().Read(Letter());
  ASSERT_TRUE(first && again);
  EXPECT_EQ(*first, *again);
}

TEST(TesseractEngineTest, ReadsALetterheadColumnByColumn) {
  EXPECT_EQ(ReadInOrder(DrawPage({
                {"UBND HUYỆN TÂN HỒNG\nTHANH TRA HUYỆN", 200, 250, 800},
                {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                 "Độc lập - Tự do - Hạnh phúc",
                 1050, 250, 1300},
                {kBody, 240, 900, 2000},
            })),
            "UBND HUYỆN TÂN HỒNG\nTHANH TRA HUYỆN\n\n"
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "Độc lập - Tự do - Hạnh phúc\n\n" +
                std::string(kBody));
}

TEST(TesseractEngineTest, ReadsASignatureBlockColumnByColumn) {
  const std::string text = ReadInOrder(DrawPage({
      {kBody, 240, 900, 2000},
      {"Nơi nhận:\n- Như trên;\n- Thanh tra tỉnh;\n- Lưu: VT.", 200, 1300, 700},
      {"KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH ỦY BAN", 1300, 1300, 900},
      {"Trần Văn Bình", 1300, 1750, 900},
  }));
  EXPECT_LT(text.find("Lưu: VT"), text.find("CHỦ TỊCH")) << text;
  EXPECT_LT(text.find("PHÓ CHỦ TỊCH ỦY BAN"), text.find("Trần Văn Bình"));
}

TEST(TesseractEngineTest, TellsHowToTurnAPageUpright) {
  const PageImage page =
      DrawPage({{std::string(kBody) + kBody + kBody, 240, 400, 2000}});
  for (const int turn : {0, 90, 180, 270}) {
    const auto orientation = Engine().Orient(Turned(page, turn));
    ASSERT_TRUE(orientation);
    EXPECT_EQ(orientation->rotation_deg, (360 - turn) % 360);
    EXPECT_GT(orientation->confidence, 1.0);
  }
}

TEST(TesseractEngineTest, DoesNotKnowTheOrientationOfABlankPage) {
  const auto orientation = Engine().Orient(DrawPage({}));
  ASSERT_TRUE(orientation);
  EXPECT_EQ(orientation->confidence, 0.0);
}

TEST(TesseractEngineTest, RefusesAPageThatIsNotGray) {
  PageImage page = DrawPage({});
  page.format = PixelFormat::kRgb24;
  const auto text = Engine().Read(page);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ErrorCode::kOcrFailed);
}

OcrEngine& TwoModels() {
  static const auto engine = OpenTesseract(
      {"", "vie", LineImages::kRaw, DONTHU_SOURCE_DIR "/models/reader"});
  return **engine;
}

std::string ReadBy(ReadingModel model, const PageImage& page) {
  const auto text = TwoModels().ReadAs({1.0, 1.0, model}, page);
  return text ? TextOf(*text) : "error: " + text.error().detail;
}

TEST(TesseractEngineTest, ReadsLettersThatDebiansModelLacks) {
  constexpr const char* kText =
      "Mẹ tôi ốm nặng, phải nằm viện – không đi họp được.\n"
      "Thửa đất của gia đình tôi rộng 120 m², nay còn 95 m².\n"
      "Ông Minh hứa trả lại “trong tháng này” rồi im lặng.\n";
  const PageImage page = DrawPage({{kText, 240, 900, 2000}});
  EXPECT_EQ(ReadBy(ReadingModel::kFirst, page), kText);
  EXPECT_EQ(ReadBy(ReadingModel::kOther, page).find("²"), std::string::npos);
}

TEST(TesseractEngineTest, HasAnotherModelWhereOneReadsFirst) {
  EXPECT_TRUE(TwoModels().HasOtherModel());
  EXPECT_FALSE(Engine().HasOtherModel());
  EXPECT_EQ(ReadBy(ReadingModel::kOther, Letter()), Read(Letter()));
  EXPECT_NE(TwoModels().Info().traineddata_sha256,
            Engine().Info().traineddata_sha256);
  EXPECT_NE(
      TwoModels().Info().settings.find(Engine().Info().traineddata_sha256),
      std::string::npos);
}

TEST(TesseractEngineTest, NamesThePackageOfAMissingModel) {
  const auto engine =
      OpenTesseract({"/nonexistent", "vie", LineImages::kRaw, ""});
  ASSERT_FALSE(engine);
  EXPECT_EQ(engine.error().code, ErrorCode::kModelMissing);
}

TEST(TesseractEngineTest, RefusesADamagedModel) {
  const std::string folder = testing::TempDir() + "donthu_damaged_model";
  std::filesystem::create_directories(folder);
  std::ofstream(folder + "/vie.traineddata") << "no model";
  std::ofstream(folder + "/osd.traineddata") << "no model";
  const auto engine = OpenTesseract({folder, "vie", LineImages::kRaw, ""});
  ASSERT_FALSE(engine);
  EXPECT_EQ(engine.error().code, ErrorCode::kModelMissing);
}

}  // namespace
}  // namespace donthu

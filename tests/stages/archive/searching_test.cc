// What a reader searches, selects and copies.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/stages/archive/made_copy.h"
#include "tests/stages/load/made_files.h"

namespace donthu {
namespace {

constexpr double kDpi = 150.0;

std::string Scan() {
  PageImage page = Blocks(1200, 1700, PixelFormat::kGray8);
  page.dpi_x = page.dpi_y = kDpi;
  return Encoded(page, Codec::kPng);
}

std::string CopyWith(const Letter& letter, int rotation_deg = 0) {
  const auto copy = CopyOf(Scan(), letter, ArchiveForm::kPdfA2b, rotation_deg);
  return copy ? *copy : copy.error().detail;
}

std::vector<std::string> Texts(const std::vector<FoundWord>& words) {
  std::vector<std::string> texts;
  for (const FoundWord& word : words) texts.push_back(word.text);
  return texts;
}

TEST(SearchingTest, EveryVietnameseLetterComesBack) {
  const std::vector<std::string> lines = {
      "aàảãáạăằẳẵắặâầẩẫấậ dđeèẻẽéẹêềểễếệ iìỉĩíịoòỏõóọôồổỗốộơờởỡớợ",
      "uùủũúụưừửữứựyỳỷỹýỵ AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ DĐEÈẺẼÉẸÊỀỂỄẾỆ",
      "IÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ UÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴ",
      "0123456789/QĐ-UBND «»“”… 50% (&<>)"};
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  EXPECT_EQ(TextOf(CopyWith(LetterOf(lines)), "-raw"), all + "\f");
}

TEST(SearchingTest, LinesComeInTheOrderOfTheLetter) {
  const std::string text = TextOf(CopyWith(
      LetterOf({"ĐƠN KHIẾU NẠI", "Kính gửi: Chủ tịch xã", "Tôi tên là An"})));
  EXPECT_EQ(text.substr(0, text.find('\f')),
            "ĐƠN KHIẾU NẠI\nKính gửi: Chủ tịch xã\nTôi tên là An\n\n");
}

TEST(SearchingTest, TheOrderIsTheLettersNotThePlacesOnThePage) {
  Letter letter = LetterOf({"dưới", "trên"}, 900);
  for (LetterWord* word : {&letter.words[1]}) {
    word->box.top_px = 100;
    word->box.bottom_px = 130;
    letter.lines[1].box = word->box;
  }
  EXPECT_THAT(Texts(WordsOf(CopyWith(letter), kDpi)),
              ::testing::UnorderedElementsAre("dưới", "trên"));
  const std::string raw = TextOf(CopyWith(letter), "-raw");
  EXPECT_LT(raw.find("dưới"), raw.find("trên"));
}

TEST(SearchingTest, AWordsBoxIsItsOwnWithinTwoPixels) {
  const Letter letter = LetterOf({"Kính gửi: ông", "Nguyễn Văn An"});
  const auto words = WordsOf(CopyWith(letter), kDpi);
  ASSERT_EQ(words.size(), letter.words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_NEAR(words[i].left, letter.words[i].box.left_px, 2.0);
    EXPECT_NEAR(words[i].right, letter.words[i].box.right_px, 2.0);
    EXPECT_NEAR(words[i].top, letter.words[i].box.top_px, 2.0);
    EXPECT_NEAR(words[i].bottom, letter.words[i].box.bottom_px, 2.0);
  }
}

TEST(SearchingTest, BoxesStayWhereTheyAreOnAPageThatWasTurned) {
  const Letter letter = LetterOf({"Kính gửi: ông", "Nguyễn Văn An"});
  for (const int rotation : {90, 180, 270}) {
    const auto words = WordsOf(CopyWith(letter, rotation), kDpi);
    ASSERT_EQ(words.size(), letter.words.size()) << rotation;
    for (std::size_t i = 0; i < words.size(); ++i) {
      EXPECT_NEAR(words[i].left, letter.words[i].box.left_px, 2.0);
      EXPECT_NEAR(words[i].bottom, letter.words[i].box.bottom_px, 2.0);
    }
  }
}

// A page of skewed or photographed text, as to_source has it.
std::string SkewedCopy(const Letter& letter, const Homography& to_source) {
  PageImage scan = Blocks(1200, 1700, PixelFormat::kGray8);
  RecordPage page = PageOf(scan);
  page.dpi_x = page.dpi_y = kDpi;
  page.to_source = to_source;
  EncodedPage stored;
  const std::vector<ArchivePage> pages = {{page, stored}};
  const DecodePage decode = [&](int) { return Result<PageImage>(scan); };
  const auto copy =
      Archive().Run({"id", pages, letter, "", decode, ArchiveForm::kPdf});
  return copy ? *copy : copy.error().detail;
}

Homography Skew(double degrees) {
  const double c = std::cos(degrees * M_PI / 180.0);
  const double s = std::sin(degrees * M_PI / 180.0);
  return {{c, -s, 100.0, s, c, -50.0, 0, 0, 1}};
}

TEST(SearchingTest, ASkewedPageHasItsWordsInOrderAndInPlace) {
  const std::vector<std::string> lines = {
      "Cộng hòa xã hội chủ nghĩa", "Độc lập Tự do Hạnh phúc",
      "ĐƠN TỐ CÁO hành vi", "Kính gửi ông Chủ tịch"};
  const Letter letter = LetterOf(lines, 300);
  for (const double degrees : {-15.0, -2.0, 0.5, 5.0, 15.0}) {
    const std::string copy = SkewedCopy(letter, Skew(degrees));
    std::string raw = TextOf(copy, "-raw");
    std::replace(raw.begin(), raw.end(), '\n', ' ');
    EXPECT_EQ(raw.substr(0, raw.find('\f') - 1),
              "Cộng hòa xã hội chủ nghĩa Độc lập Tự do Hạnh phúc "
              "ĐƠN TỐ CÁO hành vi Kính gửi ông Chủ tịch")
        << degrees;
  }
}

TEST(SearchingTest, APhotographedPageHasItsWordsInOrder) {
  const Letter letter = LetterOf({"Đơn đề nghị", "của ông An"}, 300);
  const std::string copy = SkewedCopy(
      letter, Homography{{1.05, 0.04, 20, -0.03, 0.98, 60, 2e-5, -3e-5, 1}});
  std::string raw = TextOf(copy, "-raw");
  std::replace(raw.begin(), raw.end(), '\n', ' ');
  EXPECT_EQ(raw.substr(0, raw.find('\f') - 1), "Đơn đề nghị của ông An");
}

}  // namespace
}  // namespace donthu

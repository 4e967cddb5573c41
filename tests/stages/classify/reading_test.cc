#include "stages/classify/reading.h"

#include <gtest/gtest.h>

#include "models/text_offsets.h"
#include "stages/classify/title.h"
#include "tests/stages/classify/corpus_letters.h"

namespace donthu {
namespace {

const Lexicon& RepositoryLexicon() {
  static const auto kLexicon =
      Lexicon::Parse(FileText(kClassifierFolder + "/lexicon.txt"));
  return *kLexicon;
}

constexpr std::string_view kLetter =
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "ĐƠN KIẾN NGHỊ\n"
    "Kính gửi: UBND xã Bình An\n"
    "Tôi là Lê Văn An, làm ruộng.\n"
    "Nhà tôi có ba sào đất.\n"
    "Xã thu hồi mà không báo.\n"
    "Ruộng ấy cấy hai vụ.\n"
    "Nay tôi đề nghị:\n"
    "1. Hủy quyết định thu hồi.\n"
    "2. Trả lại đất.\n"
    "Tôi xin chân thành cảm ơn.";

std::vector<Zone> ZonesOf(std::string_view text) {
  std::vector<Zone> zones;
  for (const Passage& passage :
       ReadLetter(text, RepositoryLexicon()).passages) {
    zones.push_back(passage.zone);
  }
  return zones;
}

TEST(ReadingTest, FindsTheZonesOfAnOrdinaryLetter) {
  const std::vector<Zone> expected = {
      Zone::kHeading, Zone::kTitle,   Zone::kRecipients, Zone::kOpening,
      Zone::kOpening, Zone::kOpening, Zone::kNarrative,  Zone::kRequest,
      Zone::kRequest, Zone::kRequest, Zone::kClosing};
  EXPECT_EQ(ZonesOf(kLetter), expected);
}

TEST(ReadingTest, PassagesAreWholeSentencesWithoutOuterSpaces) {
  const std::string text = "Một câu dài. Câu 2. TP. Huế mưa; nắng";
  const Reading reading = ReadLetter(text, RepositoryLexicon());
  const TextOffsets offsets(text);
  std::vector<std::string> cut;
  for (const Passage& passage : reading.passages) {
    cut.emplace_back(offsets.Cut(passage.span));
  }
  EXPECT_EQ(cut, (std::vector<std::string>{"Một câu dài.", "Câu 2.",
                                           "TP. Huế mưa;", "nắng"}));
}

TEST(ReadingTest, EmptyTextHasNoPassage) {
  EXPECT_TRUE(ReadLetter("", RepositoryLexicon()).passages.empty());
  EXPECT_TRUE(ReadLetter(" \n ", RepositoryLexicon()).passages.empty());
}

TEST(LexiconTest, FindsAPhraseWithMarksAndWithout) {
  const auto lexicon = Lexicon::Parse("review: hủy bỏ\n");
  ASSERT_TRUE(lexicon);
  for (const std::string_view text : {"xin hủy bỏ", "xin huy bo"}) {
    EXPECT_EQ(ReadLetter(text, *lexicon).hits.size(), 1U) << text;
  }
  EXPECT_TRUE(ReadLetter("xin húy bó", *lexicon).hits.empty());
}

TEST(LexiconTest, RefusesALineWithoutAName) {
  EXPECT_FALSE(Lexicon::Parse("just words\n"));
}

TEST(TitleTest, NamesOneClassTwoOrNone) {
  EXPECT_EQ(TitleLabelOf("ĐƠN KHIẾU NẠI (lần 2)"), Label::kKhieuNai);
  EXPECT_EQ(TitleLabelOf("don to cao"), Label::kToCao);
  EXPECT_EQ(TitleLabelOf("ĐƠN KHIẾU NẠI VÀ TỐ CÁO"), Label::kHonHop);
  EXPECT_EQ(TitleLabelOf("ĐƠN KHIẾU TỐ"), Label::kHonHop);
  EXPECT_EQ(TitleLabelOf("ĐƠN XIN RÚT KHIẾU NẠI"), Label::kKhac);
  EXPECT_EQ(TitleLabelOf("ĐƠN KÊU CỨU"), std::nullopt);
}

TEST(TitleTest, AgreesWithTheReadersOfTheCorpus) {
  int right = 0;
  for (const CorpusLetter& letter : Corpus()) {
    const std::string text = PlainLetter(letter.text).text;
    const Reading reading = ReadLetter(text, RepositoryLexicon());
    if (TitleLabelOf(text, reading) == letter.title_label) ++right;
  }
  EXPECT_GE(right * 10, static_cast<int>(Corpus().size()) * 9);
}

}  // namespace
}  // namespace donthu

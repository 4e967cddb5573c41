#include "stages/repair/repair.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "models/vietnamese.h"
#include "stages/normalize/normalize.h"

namespace donthu {
namespace {

const std::string kModel =
    std::string(DONTHU_SOURCE_DIR) + "/models/language/donthu.words";

Letter LetterOf(std::string_view text, double confidence) {
  Letter letter = *Normalize().FromPlainText(text);
  for (LetterWord& word : letter.words) word.confidence = confidence;
  return letter;
}

std::string Repaired(std::string_view text, double confidence = 0.9) {
  const Repair repair(*LoadLanguageModel(kModel));
  return repair.Run(LetterOf(text, confidence))->text;
}

TEST(RepairTest, PutsBackMarksThatTheEngineLost) {
  EXPECT_EQ(Repaired("giải quyêt khiêu nại của tô chức có thâm quyền"),
            "giải quyết khiếu nại của tổ chức có thẩm quyền");
}

TEST(RepairTest, RepairsWhatIsIllegalThoughTheEngineIsSure) {
  EXPECT_EQ(Repaired("không được giải quyêt đơn", 0.97),
            "không được giải quyết đơn");
}

TEST(RepairTest, KeepsCapitals) {
  EXPECT_EQ(Repaired("QUYÊT ĐỊNH"), "QUYẾT ĐỊNH");
  EXPECT_EQ(Repaired("Quyêt định"), "Quyết định");
}

TEST(RepairTest, LeavesNamesNumbersAndQuotations) {
  for (const char* text :
       {"bà Nguyễn Thị Khiêu Nại", "ghi rõ “khiêu nại” trong sổ",
        "thửa số 12a, 15/QĐ-UBND"}) {
    EXPECT_EQ(Repaired(text), text);
  }
}

TEST(RepairTest, LeavesTonePlacement) {
  for (const char* text : {"khởi kiện tại toà án", "khởi kiện tại tòa án"}) {
    EXPECT_EQ(Repaired(text), text);
  }
}

TEST(RepairTest, LeavesWhatItDoesNotKnow) {
  for (const char* text :
       {"thuở tiên khởi hồng hoang", "Lorem ipsum dolor sit amet",
        "theo quy định tại khoản 2 Điều 5"}) {
    EXPECT_EQ(Repaired(text), text);
  }
}

TEST(RepairTest, WithoutAModelEverythingStays) {
  const Letter letter = LetterOf("giải quyêt khiêu nại", 0.5);
  EXPECT_EQ(*Repair(nullptr).Run(letter), letter);
}

TEST(RepairTest, KeepsTheWayBack) {
  const Letter letter = LetterOf("giải quyêt khiêu nại", 0.5);
  const Repair repair(*LoadLanguageModel(kModel));
  const Letter repaired = *repair.Run(letter);
  EXPECT_NE(repaired.text, letter.text);
  EXPECT_EQ(repaired.words, letter.words);
  EXPECT_EQ(repaired.lines, letter.lines);
}

// Whatever was read: nothing but marks changes, and a second repair finds no
// word longer or shorter than it was.
TEST(RepairTest, ChangesMarksOnly) {
  const std::u32string letters = U"aăâeêioôơuưyáàảãạấầẩẫậbcdđghklmnpqrstvx";
  const Repair repair(*LoadLanguageModel(kModel));
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int word = 0; word < 30; ++word) {
      for (unsigned i = 0; i < 1 + random() % 5; ++i) {
        AppendUtf8(letters[random() % letters.size()], text);
      }
      text += random() % 7 == 0 ? ", " : " ";
    }
    const Letter letter = LetterOf(text, 0.5);
    const Letter repaired = *repair.Run(letter);
    EXPECT_EQ(BareText(repaired.text), BareText(letter.text));
  }
}

}  // namespace
}  // namespace donthu

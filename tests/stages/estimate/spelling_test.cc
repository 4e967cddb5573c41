#include "stages/estimate/spelling.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace donthu {
namespace {

TEST(SpellingTest, SyllablesOfTheLanguageAreTold) {
  for (const char* word :
       {"khiếu",  "nại",   "tố",    "cáo",   "quyết",         "định", "người",
        "nghiêm", "ghi",   "gì",    "giếng", "giữa",          "quốc", "hội",
        "chủ",    "tịch",  "Uỷ",    "ủy",    "ban",           "xoáy", "khuya",
        "hoặc",   "huỳnh", "tuýp",  "yêu",   "rượu",          "quýt", "ngoằn",
        "ích",    "y",     "xoong", "khoẻ",  "đ\u01B0\u1EE3c"}) {
    EXPECT_EQ(SpellingOf(word), Spelling::kSyllable) << word;
  }
}

TEST(SpellingTest, WhatBreaksARuleIsOdd) {
  for (const char* word : {"khiếù",  // two tones
                           "cap",    // ends with p, has no tone
                           "mắc̉",    // ends with c, tone hook
                           "kanh",   // k before a
                           "ngiêm",  // ng before i
                           "cế",     // c before e
                           "uôp", "ăn1", "xzy", "bl", "tôii", "nGười", "w"}) {
    EXPECT_EQ(SpellingOf(word), Spelling::kOdd) << word;
  }
}

TEST(SpellingTest, PunctuationAtTheEndsDoesNotCount) {
  EXPECT_EQ(SpellingOf("(“Đơn”),"), Spelling::kSyllable);
  EXPECT_EQ(SpellingOf("2026."), Spelling::kFigures);
}

TEST(SpellingTest, FiguresCompoundsCapitalsAndMarksAreTold) {
  for (const char* word : {"12.500", "35%", "08:30", "1"}) {
    EXPECT_EQ(SpellingOf(word), Spelling::kFigures) << word;
  }
  for (const char* word :
       {"45/QĐ-UBND", "01/7/2026", "Liêu-dương", "12/2026/TT-TTCP"}) {
    EXPECT_EQ(SpellingOf(word), Spelling::kCompound) << word;
  }
  EXPECT_EQ(SpellingOf("UBND"), Spelling::kCapitals);
  EXPECT_EQ(SpellingOf("CỘNG"), Spelling::kSyllable);
  for (const char* word : {"-", "...", "—", "”"}) {
    EXPECT_EQ(SpellingOf(word), Spelling::kMarks) << word;
  }
}

TEST(SpellingTest, WhatSaysNothingIsOdd) {
  for (const char* word : {"", "|", "_=", "\xff", "ti|ng", "a/|/b"}) {
    EXPECT_EQ(SpellingOf(word), Spelling::kOdd) << word;
  }
}

TEST(SpellingTest, NoWordOfOrdinarySentencesIsOdd) {
  std::istringstream words(
      "Căn cứ Luật Khiếu nại ngày 11 tháng 11 năm 2011; xét hoàn cảnh khó khăn "
      "của gia đình, tôi kính đề nghị Uỷ ban nhân dân huyện xem xét, giải "
      "quyết "
      "việc bồi thường, hỗ trợ và tái định cư khi Nhà nước thu hồi 350,5 mét "
      "vuông đất nông nghiệp tại xứ đồng Gò Giữa. Quyết định số 12/QĐ-UBND "
      "không nêu rõ lý do, khiến chúng tôi phải chịu thiệt thòi suốt ba năm "
      "qua; "
      "nguyên nhân thuộc về trách nhiệm của ông Trưởng phòng. Xin chân thành "
      "cảm ơn!");
  for (std::string word; words >> word;) {
    EXPECT_NE(SpellingOf(word), Spelling::kOdd) << word;
  }
}

}  // namespace
}  // namespace donthu

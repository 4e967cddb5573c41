#include "samples/paper/shaper.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace donthu::samples {
namespace {

constexpr std::array<Typeface, 5> kTypefaces = {
    Typeface::kSerif, Typeface::kSans, Typeface::kCarlito,
    Typeface::kTypewriter, Typeface::kHand};

// Every vowel with every tone, both cases, and đ.
constexpr const char* kAlphabet =
    "aàáảãạ ăằắẳẵặ âầấẩẫậ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ "
    "ưừứửữự yỳýỷỹỵ đ AÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ EÈÉẺẼẸ ÊỀẾỂỄỆ IÌÍỈĨỊ OÒÓỎÕỌ ÔỒỐỔỖỘ "
    "ƠỜỚỞỠỢ UÙÚỦŨỤ ƯỪỨỬỮỰ YỲÝỶỸỴ Đ 0123456789 – “ ” … ² bcdfghjklmnpqrstvwxz";

TEST(ShaperTest, SetsTheWholeVietnameseAlphabetInEveryFace) {
  for (const Typeface typeface : kTypefaces) {
    const auto shaper = OpenShaper(typeface);
    ASSERT_TRUE(shaper) << shaper.error().subject;
    for (const FontStyle font : kFontStyles) {
      TextStyle style;
      style.font = font;
      const auto lines = (*shaper)->Shape(kAlphabet, style, 400.0);
      EXPECT_TRUE(lines) << FontFileOf(typeface, font);
    }
  }
}

TEST(ShaperTest, RefusesALetterThatNoFileHolds) {
  const auto shaper = OpenShaper(Typeface::kCarlito);
  ASSERT_TRUE(shaper);
  const auto lines = (*shaper)->Shape("đơn 漢", {}, 400.0);
  ASSERT_FALSE(lines);
  EXPECT_EQ(lines.error().code, ErrorCode::kTextInvalid);
}

TEST(ShaperTest, JustifiesAllLinesButTheLast) {
  const auto shaper = OpenShaper(Typeface::kSerif);
  ASSERT_TRUE(shaper);
  TextStyle style;
  style.align = Align::kJustified;
  const auto lines = (*shaper)->Shape(
      "Tôi kính đề nghị quý cơ quan xem xét lại toàn bộ sự việc nêu trên",
      style, 150.0);
  ASSERT_TRUE(lines);
  ASSERT_GT(lines->size(), 2U);
  EXPECT_NEAR(lines->front().glyphs.back().ink.right, 150.0, 1.5);
  EXPECT_LT(lines->back().glyphs.back().ink.right, 140.0);
}

}  // namespace
}  // namespace donthu::samples

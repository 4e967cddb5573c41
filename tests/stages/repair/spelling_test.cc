#include "stages/repair/spelling.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

TEST(SpellingTest, TellsWhatTheLanguageCanWrite) {
  for (const char32_t* word :
       {U"khiếu", U"nại", U"quyết", U"nghiêng", U"gì", U"giếng", U"ở", U"đất",
        U"thửa", U"khuya", U"ích", U"toà", U"tòa", U"yêu"}) {
    EXPECT_TRUE(IsLegalSyllable(word));
  }
}

TEST(SpellingTest, RefusesAStoppedFinalWithoutItsTones) {
  EXPECT_FALSE(IsLegalSyllable(U"quyêt"));
  EXPECT_FALSE(IsLegalSyllable(U"câp"));
  EXPECT_FALSE(IsLegalSyllable(U"tiềp"));
  EXPECT_FALSE(IsLegalSyllable(U"thich"));
  EXPECT_TRUE(IsLegalSyllable(U"cấp"));
  EXPECT_TRUE(IsLegalSyllable(U"cập"));
}

TEST(SpellingTest, RefusesWhatIsNoSyllable) {
  EXPECT_FALSE(IsLegalSyllable(U"kg"));
  EXPECT_FALSE(IsLegalSyllable(U"wifi"));
  EXPECT_FALSE(IsLegalSyllable(U"nhậngb"));
  EXPECT_FALSE(IsLegalSyllable(U""));
}

TEST(SpellingTest, TellsToneFromShape) {
  EXPECT_EQ(DifferenceOf(U"khiêu", U"khiếu"), MarkDifference::kTone);
  EXPECT_EQ(DifferenceOf(U"tổ", U"tỏ"), MarkDifference::kShape);
  EXPECT_EQ(DifferenceOf(U"dưng", U"đúng"), MarkDifference::kToneShape);
  EXPECT_EQ(DifferenceOf(U"số", U"số"), MarkDifference::kNone);
}

TEST(SpellingTest, OldAndNewTonePlacementAreTheSame) {
  EXPECT_EQ(DifferenceOf(U"toà", U"tòa"), MarkDifference::kNone);
  EXPECT_EQ(DifferenceOf(U"khoẻ", U"khỏe"), MarkDifference::kNone);
}

}  // namespace
}  // namespace donthu

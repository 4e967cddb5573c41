#include "stages/extract/anchors.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

TEST(AnchorsTest, TakesTheWholeKeyWord) {
  EXPECT_EQ(AnchorLength("kinh gui: ubnd", "kinh gui"), 8);
}

TEST(AnchorsTest, ForgivesOneWrongMissingOrAddedCharacter) {
  EXPECT_EQ(AnchorLength("kinh gul ubnd", "kinh gui"), 8);
  EXPECT_EQ(AnchorLength("knh gui ubnd", "kinh gui"), 7);
  EXPECT_EQ(AnchorLength("kiinh gui ubnd", "kinh gui"), 9);
}

TEST(AnchorsTest, RefusesTwoErrorsAndALongerWord) {
  EXPECT_EQ(AnchorLength("klnh gul ubnd", "kinh gui"), 0);
  EXPECT_EQ(AnchorLength("kinh guixx", "kinh gui"), 0);
  EXPECT_EQ(AnchorLength("", "kinh gui"), 0);
}

}  // namespace
}  // namespace donthu

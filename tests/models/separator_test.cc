#include "models/separator.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

PageText Words(int count) {
  TextLine line;
  for (int i = 0; i < count; ++i) line.words.push_back({"chữ", {}, 0.9});
  return {100, 100, {{{}, {{{}, {line}}}}}};
}

TEST(SeparatorTest, ASheetOfAnyVersionParts) {
  EXPECT_TRUE(IsSeparatorSheet({{"QRCode", "DONTHU:SEPARATOR:1", {}}}, {}));
  EXPECT_TRUE(IsSeparatorSheet({{"Code128", "DONTHU:SEPARATOR:2", {}}}, {}));
}

TEST(SeparatorTest, OtherCodesDoNot) {
  EXPECT_FALSE(IsSeparatorSheet({}, {}));
  EXPECT_FALSE(IsSeparatorSheet({{"QRCode", "036068004512|…", {}}}, {}));
  EXPECT_FALSE(IsSeparatorSheet({{"QRCode", "X DONTHU:SEPARATOR:1", {}}}, {}));
}

TEST(SeparatorTest, ALetterThatCarriesTheCodeIsStillALetter) {
  const std::vector<BarcodeMark> codes = {
      {"QRCode", std::string(kSeparatorCode), {}}};
  EXPECT_TRUE(IsSeparatorSheet(codes, Words(40)));
  EXPECT_FALSE(IsSeparatorSheet(codes, Words(200)));
}

}  // namespace
}  // namespace donthu

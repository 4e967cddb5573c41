#include "stages/find_codes/find_codes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "stages/find_codes/code_places.h"
#include "tests/stages/find_codes/drawn_codes.h"

namespace donthu {
namespace {

using ::testing::IsEmpty;

// "QRCode TEXT" of each code found, in order.
std::vector<std::string> Found(const PageImage& page) {
  std::vector<std::string> found;
  const auto codes = FindCodes().Run(page);
  for (const BarcodeMark& code : *codes) {
    found.push_back(code.format + " " + code.text);
  }
  return found;
}

struct Drawn {
  std::string format;
  std::string text;
  int module_px;
  int bar_px;
};

TEST(FindCodesTest, ReadsEveryKindFromSmallToLarge) {
  const Drawn codes[] = {
      {"QRCode", "036068004512|NGUYEN VAN A", 4, 0},
      {"QRCode", "DONTHU:SEPARATOR:1", 32, 0},
      {"DataMatrix", "ABC-0123456789-DON-THU-2026-XYZ", 6, 0},
      {"PDF417", "0123456789 ABC", 4, 0},
      {"Code128", "RR123456789VN", 4, 110},
      {"Code128", "DONTHU:SEPARATOR:1", 8, 250},
      {"Code39", "VN0123", 4, 120},
      {"ITF", "12345670", 4, 120},
      {"EAN-13", "8935012345677", 4, 150},
      {"EAN-8", "12345670", 4, 120},
  };
  for (const Drawn& code : codes) {
    PageImage page = TextPage();
    DrawCode(code.format, code.text, {250, 1200}, code.module_px, code.bar_px,
             page);
    EXPECT_THAT(Found(page),
                ::testing::ElementsAre(code.format + " " + code.text))
        << code.module_px;
  }
}

TEST(FindCodesTest, TellsWhereOnThePageACodeIs) {
  PageImage page = TextPage();
  const BoxPx box = DrawCode("QRCode", "036068004512", {700, 2000}, 8, 0, page);
  const auto found = FindCodes().Run(page);
  ASSERT_EQ(found->size(), 1U);
  const BoxPx& at = found->front().box;
  EXPECT_NEAR(at.left_px, box.left_px, 12);
  EXPECT_NEAR(at.top_px, box.top_px, 12);
  EXPECT_NEAR(at.right_px, box.right_px, 12);
  EXPECT_NEAR(at.bottom_px, box.bottom_px, 12);
}

TEST(FindCodesTest, FindsSeveralFromTopToBottom) {
  PageImage page = TextPage();
  DrawCode("Code128", "RR123456789VN", {400, 2600}, 4, 130, page);
  DrawCode("QRCode", "first", {400, 500}, 8, 0, page);
  EXPECT_THAT(Found(page),
              ::testing::ElementsAre("QRCode first", "Code128 RR123456789VN"));
}

TEST(FindCodesTest, ReadsACodeThatLiesOnItsSide) {
  PageImage page = TextPage();
  DrawCode("Code128", "RR123456789VN", {400, 500}, 5, 160, page);
  PageImage turned = page;
  std::swap(turned.width_px, turned.height_px);
  for (int y = 0; y < turned.height_px; ++y) {
    for (int x = 0; x < turned.width_px; ++x) {
      turned.pixels[static_cast<std::size_t>(y * turned.width_px + x)] =
          page.pixels[static_cast<std::size_t>(x * page.width_px + y)];
    }
  }
  EXPECT_THAT(Found(turned), ::testing::ElementsAre("Code128 RR123456789VN"));
}

TEST(FindCodesTest, LooksNowhereOnAPageOfText) {
  EXPECT_THAT(CodePlaces(TextPage()), IsEmpty());
  EXPECT_THAT(Found(TextPage()), IsEmpty());
}

TEST(FindCodesTest, FindsNothingOnBlankBlackAndTinyPages) {
  PageImage page = TextPage();
  for (const int value : {255, 250, 0}) {
    std::fill(page.pixels.begin(), page.pixels.end(),
              static_cast<std::uint8_t>(value));
    EXPECT_THAT(Found(page), IsEmpty()) << value;
  }
  PageImage tiny;
  tiny.width_px = 1;
  tiny.height_px = 3;
  tiny.pixels.assign(3, 0);
  EXPECT_THAT(Found(tiny), IsEmpty());
}

TEST(FindCodesTest, RefusesAPageWhoseSizeAndPixelsDisagree) {
  PageImage page = TextPage();
  page.pixels.pop_back();
  ASSERT_FALSE(FindCodes().Run(page));
  EXPECT_EQ(FindCodes().Run(page).error().code, ErrorCode::kImageUnreadable);
}

}  // namespace
}  // namespace donthu

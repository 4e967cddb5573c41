#include "stages/split/page_type.h"

#include <gtest/gtest.h>

#include "tests/stages/split/made_pages.h"

namespace donthu {
namespace {

const std::vector<std::string> kLines(10, "gia đình tôi đã nhiều lần gửi đơn");

PageType Type(const PageResult& page) {
  return TypeOf(page, LinesOf(page.text));
}
PageType Type(const std::vector<std::string>& lines) {
  return Type(MadeTextPage(1, lines));
}

// The page with every box moved and every letter made wider.
PageResult Reset(PageResult page, int right_px, double wider) {
  EachLine(page.text, [&](TextLine& line) {
    line.box.left_px += right_px;
    line.box.right_px += right_px;
    for (Word& word : line.words) {
      const int width = word.box.width_px();
      word.box.left_px += right_px;
      word.box.right_px = word.box.left_px + static_cast<int>(width * wider);
    }
  });
  return page;
}

TEST(PageTypeTest, MeasuresInSharesOfThePage) {
  const PageType type = Type(kLines);
  EXPECT_NEAR(type.left, 300.0 / 2480, 1e-9);
  EXPECT_NEAR(type.pitch, 75.0 / 3508, 1e-9);
  EXPECT_NEAR(type.letter_width, 32.0 / 2480, 1e-9);
  EXPECT_EQ(type.sureness, 1.0);
}

TEST(PageTypeTest, AFewLinesTellLittle) {
  EXPECT_LT(Type({"Lê Văn Thử"}).sureness, 0.2);
}

TEST(PageTypeTest, PagesOfOneHandAreAlike) {
  const TypeDifference apart = DifferenceOf(
      Type(kLines), Type(MadeFullPage(2, {"và xin trình bày thêm như sau:"})));
  EXPECT_LT(apart.most, 0.05);
  EXPECT_EQ(apart.paper, 0.0);
}

TEST(PageTypeTest, AnotherMarginTypeOrScanIsTold) {
  const PageResult page = MadeTextPage(1, kLines);
  const PageType type = Type(page);
  EXPECT_EQ(DifferenceOf(type, Type(Reset(page, 100, 1.0))).left, 1.0);
  EXPECT_EQ(DifferenceOf(type, Type(Reset(page, 0, 0.8))).letter_width, 1.0);
  PageResult fax = page;
  fax.page.dpi_x = 200.0;
  EXPECT_EQ(DifferenceOf(type, Type(fax)).most, 1.0);
}

}  // namespace
}  // namespace donthu

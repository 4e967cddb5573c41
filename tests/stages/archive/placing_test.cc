#include "stages/archive/placing.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

using Words = std::vector<std::string_view>;

ArchivePage PageIn(PageCoding coding) {
  ArchivePage page;
  page.page.width_px = 100;
  page.stored.coding = coding;
  return page;
}

Placing Of(const ArchivePage& page, const Words& words = {},
           ArchiveForm form = ArchiveForm::kPdf) {
  return PlacingOf(page, words, form);
}

TEST(PlacingTest, TakesOverWhatAPdfKnows) {
  EXPECT_EQ(Of(PageIn(PageCoding::kJpeg)), Placing::kStored);
  EXPECT_EQ(Of(PageIn(PageCoding::kGroup4)), Placing::kStored);
  EXPECT_EQ(Of(PageIn(PageCoding::kPixels)), Placing::kDrawn);
  EXPECT_EQ(Of(ArchivePage()), Placing::kEmpty);
}

TEST(PlacingTest, CmykHasNoMeaningInOurPdfA) {
  ArchivePage page = PageIn(PageCoding::kJpeg);
  page.stored.colour = PageColour::kCmyk;
  EXPECT_EQ(Of(page), Placing::kStored);
  EXPECT_EQ(Of(page, {}, ArchiveForm::kPdfA2b), Placing::kDrawn);
}

TEST(PlacingTest, TrustsATextThatHoldsNineTenthsOfTheWords) {
  ArchivePage page = PageIn(PageCoding::kPdfPage);
  page.stored.pdf.own_text = "một hai\nba bốn năm sáu bảy tám chín";
  const Words ten = {"một", "hai", "ba",  "bốn",  "năm",
                     "sáu", "bảy", "tám", "chín", "mười"};
  EXPECT_EQ(Of(page, ten), Placing::kOwnText);
  EXPECT_EQ(Of(page, {"một", "hai", "ba", "mười"}), Placing::kDrawn);
  EXPECT_EQ(Of(page, {"một", "một"}), Placing::kDrawn);
}

TEST(PlacingTest, APageWithoutTextGetsTheLetters) {
  ArchivePage page = PageIn(PageCoding::kPdfPage);
  page.stored.pdf.own_text = " \f\n";
  EXPECT_EQ(Of(page, {"một"}), Placing::kPage);
  EXPECT_EQ(Of(page, {"một"}, ArchiveForm::kPdfA2b), Placing::kDrawn);
  page.stored.pdf.image_object = 5;
  EXPECT_EQ(Of(page, {"một"}), Placing::kImage);
  EXPECT_EQ(Of(page, {"một"}, ArchiveForm::kPdfA2b), Placing::kImage);
}

}  // namespace
}  // namespace donthu

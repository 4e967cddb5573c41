// Pages of PDF files: the scan, what covers it, what comes with it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/stages/archive/made_copy.h"
#include "tests/stages/load/made_files.h"
#include "tests/stages/load/made_pdf.h"

namespace donthu {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kFont =
    "6 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj";

MadePdf JpegPage() {
  PageImage page = Blocks(600, 850, PixelFormat::kGray8);
  MadePdf pdf;
  pdf.media_box = "[0 0 288 408]";
  pdf.resources = "/XObject << /Im 5 0 R >> /Font << /F 6 0 R >>";
  pdf.content = "288 0 0 408 0 0 cm /Im Do";
  pdf.image_keys =
      "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode";
  pdf.width_px = page.width_px;
  pdf.height_px = page.height_px;
  pdf.image_data = Encoded(page, Codec::kJpeg);
  pdf.more_objects = kFont;
  return pdf;
}

std::string Copied(const MadePdf& pdf, ArchiveForm form = ArchiveForm::kPdf,
                   int rotation_deg = 0) {
  const auto copy =
      CopyOf(Written(pdf), LetterOf({"thu hồi đất"}), form, rotation_deg);
  EXPECT_TRUE(copy) << copy.error().detail;
  return copy ? *copy : "";
}

TEST(PdfSourcesTest, TheScansStreamIsKeptInBothForms) {
  const MadePdf pdf = JpegPage();
  for (const ArchiveForm form : {ArchiveForm::kPdf, ArchiveForm::kPdfA2b}) {
    const std::string copy = Copied(pdf, form);
    EXPECT_EQ(ImageIn(copy).bytes, pdf.image_data);
    EXPECT_EQ(FaultsOf(copy), "");
    EXPECT_EQ(WorstDifference(*Loaded(copy), *Loaded(Written(pdf))), 0);
  }
}

TEST(PdfSourcesTest, ATextOfOthersUnderTheScanIsReplaced) {
  MadePdf pdf = JpegPage();
  pdf.content += " BT 3 Tr /F 12 Tf 0.1 0.5 Td (wrong words) Tj ET";
  const std::string text = TextOf(Copied(pdf));
  EXPECT_THAT(text, HasSubstr("thu hồi đất"));
  EXPECT_THAT(text, Not(HasSubstr("wrong")));
}

TEST(PdfSourcesTest, QuarterTurnsAddUpWithThePages) {
  MadePdf pdf = JpegPage();
  pdf.page_keys = "/Rotate 90";
  const std::string copy = Copied(pdf, ArchiveForm::kPdf, 270);
  EXPECT_EQ(ImageIn(copy).bytes, pdf.image_data);
  pdf.page_keys = "";
  EXPECT_EQ(WorstDifference(*Loaded(copy), *Loaded(Written(pdf))), 0);
}

TEST(PdfSourcesTest, ATurnedScanHasItsWordsWhereTheyStand) {
  MadePdf pdf = JpegPage();
  for (const char* turned : {"/Rotate 0", "/Rotate 90", "/Rotate 180"}) {
    pdf.page_keys = turned;
    const auto words = WordsOf(Copied(pdf), 150.0);
    ASSERT_EQ(words.size(), 3U) << turned;
    EXPECT_EQ(words[0].text, "thu");
    EXPECT_NEAR(words[0].left, 100.0, 1.0);
    EXPECT_NEAR(words[0].right, 200.0, 1.0);
    EXPECT_NEAR(words[0].top, 100.0, 1.0);
    EXPECT_NEAR(words[0].bottom, 130.0, 1.0);
  }
}

// More than a scan: a line is drawn beside it.
MadePdf ComposedPage(const std::string& more) {
  MadePdf pdf = JpegPage();
  pdf.content = "q 288 0 0 408 0 0 cm /Im Do Q 10 10 m 90 90 l S " + more;
  return pdf;
}

TEST(PdfSourcesTest, APageWithMarksOfItsOwnKeepsThem) {
  const MadePdf pdf = ComposedPage("");
  const std::string copy = Copied(pdf);
  EXPECT_EQ(ImageIn(copy).bytes, pdf.image_data);
  EXPECT_THAT(TextOf(copy), HasSubstr("thu hồi đất"));
  EXPECT_EQ(FaultsOf(copy), "");
  EXPECT_LE(MeanDifference(*Loaded(copy), *Loaded(Written(pdf))), 0.01);
}

TEST(PdfSourcesTest, APageWhoseOwnTextHoldsTheWordsGetsNoSecondText) {
  const std::string own = " BT /F 12 Tf 30 30 Td (thu h ) Tj ET";
  MadePdf pdf = ComposedPage(own);
  const auto copy = CopyOf(Written(pdf), LetterOf({"thu h"}));
  ASSERT_TRUE(copy);
  const std::string text = TextOf(*copy);
  const std::size_t first = text.find("thu");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(text.find("thu", first + 1), std::string::npos) << text;
}

TEST(PdfSourcesTest, APageWhoseOwnTextIsNoneOfTheWordsIsDrawn) {
  MadePdf pdf = ComposedPage(" BT /F 12 Tf 30 30 Td (xyz) Tj ET");
  const std::string copy = Copied(pdf);
  EXPECT_THAT(TextOf(copy), HasSubstr("thu hồi đất"));
  EXPECT_THAT(TextOf(copy), Not(HasSubstr("xyz")));
  EXPECT_EQ(ImageIn(copy).filter, "/FlateDecode");
  EXPECT_EQ(WorstDifference(*Loaded(copy), *Loaded(Written(pdf))), 0);
}

TEST(PdfSourcesTest, AComposedPageIsDrawnForPdfA) {
  const std::string copy = Copied(ComposedPage(""), ArchiveForm::kPdfA2b);
  EXPECT_EQ(ImageIn(copy).filter, "/FlateDecode");
  EXPECT_THAT(TextOf(copy), HasSubstr("thu hồi đất"));
}

TEST(PdfSourcesTest, WhatPdfADoesNotTakeIsDrawn) {
  MadePdf pdf = JpegPage();
  pdf.image_keys =
      "/ColorSpace [/Separation /Black /DeviceGray << /FunctionType 2 "
      "/Domain [0 1] /C0 [1] /C1 [0] /N 1 >>] /BitsPerComponent 8 "
      "/Filter /DCTDecode";
  EXPECT_EQ(ImageIn(Copied(pdf)).bytes, pdf.image_data);
  EXPECT_EQ(ImageIn(Copied(pdf, ArchiveForm::kPdfA2b)).filter, "/FlateDecode");
}

TEST(PdfSourcesTest, NothingThatActsComesAlong) {
  MadePdf pdf = ComposedPage("");
  pdf.page_keys =
      "/AA << /O << /S /JavaScript /JS (app.alert(1)) >> >> "
      "/Annots [ << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI "
      "/URI (http://example.org) >> >> ]";
  for (const ArchiveForm form : {ArchiveForm::kPdf, ArchiveForm::kPdfA2b}) {
    const std::string copy = Copied(pdf, form);
    EXPECT_THAT(copy, Not(HasSubstr("JavaScript")));
    EXPECT_THAT(copy, Not(HasSubstr("URI")));
  }
}

}  // namespace
}  // namespace donthu

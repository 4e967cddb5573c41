#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/stages/load/made_files.h"
#include "tests/stages/load/made_pdf.h"

namespace donthu {
namespace {

using std::string_literals::operator""s;
using Pixels = std::vector<std::uint8_t>;

// Two by two pixels, a page of two by two inches at 1 dpi would be absurd:
// the tests below look at pixels only.
MadePdf Tiny(const std::string& keys, const std::string& data) {
  MadePdf pdf;
  pdf.width_px = 2;
  pdf.height_px = 2;
  pdf.image_keys = keys;
  pdf.image_data = data;
  return pdf;
}

Pixels PixelsOf(const MadePdf& pdf) {
  const auto page = Loaded(Written(pdf));
  if (!page) return {};
  return page->pixels;
}

MadePdf Gray(const std::string& more = "") {
  return Tiny("/BitsPerComponent 8 /ColorSpace /DeviceGray " + more,
              "\x01\x02\x03\x04");
}

TEST(PdfImageTest, TakesGrayAndRgbAsTheyAre) {
  EXPECT_EQ(PixelsOf(Gray()), (Pixels{1, 2, 3, 4}));
  EXPECT_EQ(
      PixelsOf(
          Tiny("/BitsPerComponent 8 /ColorSpace /DeviceRGB", "abcdefghijkl")),
      Pixels({'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'}));
}

TEST(PdfImageTest, AppliesDecode) {
  EXPECT_EQ(PixelsOf(Gray("/Decode [1 0]")), (Pixels{254, 253, 252, 251}));
  EXPECT_EQ(PixelsOf(Tiny("/BitsPerComponent 1 /ColorSpace /DeviceGray "
                          "/Decode [1 0]",
                          "\x80\x40")),
            (Pixels{0, 255, 255, 0}));
}

TEST(PdfImageTest, TurnsWithThePage) {
  MadePdf pdf = Gray();
  pdf.page_keys = "/Rotate 90";
  EXPECT_EQ(PixelsOf(pdf), (Pixels{3, 1, 4, 2}));
  pdf.page_keys = "/Rotate 180";
  EXPECT_EQ(PixelsOf(pdf), (Pixels{4, 3, 2, 1}));
  pdf.page_keys = "/Rotate -90";
  EXPECT_EQ(PixelsOf(pdf), (Pixels{2, 4, 1, 3}));
}

TEST(PdfImageTest, TurnsWithTheMatrix) {
  MadePdf pdf = Gray();
  pdf.content = "q 72 0 0 -144 0 144 cm /Im Do Q";
  EXPECT_EQ(PixelsOf(pdf), (Pixels{3, 4, 1, 2}));
  pdf.content = "q -72 0 0 144 72 0 cm /Im Do Q";
  EXPECT_EQ(PixelsOf(pdf), (Pixels{2, 1, 4, 3}));
  pdf.content = "q 0 144 -72 0 72 0 cm /Im Do Q";
  EXPECT_EQ(PixelsOf(pdf), (Pixels{2, 4, 1, 3}));
}

TEST(PdfImageTest, ReadsEveryDepth) {
  const std::string gray = " /ColorSpace /DeviceGray";
  EXPECT_EQ(PixelsOf(Tiny("/BitsPerComponent 2" + gray, "\x10\xe0")),
            (Pixels{0, 85, 255, 170}));
  EXPECT_EQ(PixelsOf(Tiny("/BitsPerComponent 4" + gray, "\x0f\x71")),
            (Pixels{0, 255, 119, 17}));
  EXPECT_EQ(PixelsOf(Tiny("/BitsPerComponent 16" + gray,
                          "\x01\xff\x02\xff\x03\xff\x04\xff")),
            (Pixels{1, 2, 3, 4}));
}

TEST(PdfImageTest, ReadsIndexedColours) {
  EXPECT_EQ(PixelsOf(Tiny("/BitsPerComponent 1 /ColorSpace "
                          "[/Indexed /DeviceRGB 1 <ff0000 0000ff>]",
                          "\x40\x80")),
            (Pixels{255, 0, 0, 0, 0, 255, 0, 0, 255, 255, 0, 0}));
  EXPECT_EQ(PixelsOf(Tiny("/BitsPerComponent 8 /ColorSpace "
                          "[/Indexed /DeviceGray 2 <0a141e>]",
                          "\0\1\2\1"s)),
            (Pixels{10, 20, 30, 20}));
}

TEST(PdfImageTest, ReadsCmykCalibratedAndIccColours) {
  EXPECT_EQ(PixelsOf(Tiny("/BitsPerComponent 8 /ColorSpace /DeviceCMYK",
                          "\xff\0\0\0\0\xff\0\0\0\0\xff\0\0\0\0\0"s)),
            (Pixels{0, 255, 255, 255, 0, 255, 255, 255, 0, 255, 255, 255}));
  EXPECT_EQ(PixelsOf(Tiny("/BitsPerComponent 8 /ColorSpace [/CalGray << "
                          "/WhitePoint [0.95 1 1.09] >>]",
                          "\1\2\3\4")),
            (Pixels{1, 2, 3, 4}));
  MadePdf icc =
      Tiny("/BitsPerComponent 8 /ColorSpace [/ICCBased 6 0 R]", "\1\2\3\4");
  icc.more_objects =
      "6 0 obj\n<< /N 1 /Length 0 >>\nstream\n\nendstream\nendobj";
  EXPECT_EQ(PixelsOf(icc), (Pixels{1, 2, 3, 4}));
}

TEST(PdfImageTest, ReadsAnImageMaskAsBlackOnWhite) {
  MadePdf mask = Tiny("/ImageMask true /BitsPerComponent 1", "\x40\x80");
  const auto page = Loaded(Written(mask));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->pixels, (Pixels{0, 255, 255, 0}));
  EXPECT_TRUE(page->bilevel);
  mask.image_keys += " /Decode [1 0]";
  EXPECT_EQ(PixelsOf(mask), (Pixels{255, 0, 0, 255}));
}

MadePdf WithData(const PageImage& image, const std::string& keys,
                 const std::string& data) {
  MadePdf pdf = Tiny(keys, data);
  pdf.width_px = image.width_px;
  pdf.height_px = image.height_px;
  return pdf;
}

TEST(PdfImageTest, ReadsDctJpxAndAsciiFilters) {
  const PageImage gray = Blocks(128, 256, PixelFormat::kGray8);
  const auto dct = Loaded(Written(WithData(
      gray, "/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode",
      Encoded(gray, Codec::kJpeg))));
  ASSERT_TRUE(dct) << dct.error().detail;
  EXPECT_LE(WorstDifference(*dct, gray), 16);
  const auto jpx = Loaded(Written(
      WithData(gray, "/Filter /JPXDecode", Encoded(gray, Codec::kJp2))));
  ASSERT_TRUE(jpx) << jpx.error().detail;
  EXPECT_LE(WorstDifference(*jpx, gray), 24);
  EXPECT_EQ(PixelsOf(Tiny("/BitsPerComponent 8 /ColorSpace /DeviceGray "
                          "/Filter /ASCIIHexDecode",
                          "01020304>")),
            (Pixels{1, 2, 3, 4}));
}

TEST(PdfImageTest, ReadsGroup4InBothPolarities) {
  const PageImage made = BilevelBlocks(40, 60);
  const std::string keys =
      "/BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode "
      "/DecodeParms << /K -1 /Columns 40 /Rows 60 ";
  const auto page =
      Loaded(Written(WithData(made, keys + ">>", Group4Data(made))));
  ASSERT_TRUE(page) << page.error().detail;
  EXPECT_EQ(WorstDifference(*page, made), 0);
  EXPECT_TRUE(page->bilevel);
  const auto inverted = Loaded(Written(WithData(
      made, keys + "/BlackIs1 true >> /Decode [1 0]", Group4Data(made))));
  ASSERT_TRUE(inverted);
  EXPECT_EQ(WorstDifference(*inverted, made), 0);
}

std::string BigEndian(std::size_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes += static_cast<char>(value >> shift);
  }
  return bytes;
}

// ITU-T T.88 as PDFs embed it: page information, one immediate generic region
// whose bitmap is coded in MMR, which is T.6.
std::string Jbig2Of(const PageImage& image) {
  const std::string size = BigEndian(static_cast<std::size_t>(image.width_px)) +
                           BigEndian(static_cast<std::size_t>(image.height_px));
  const std::string page = size + std::string(11, '\0');
  const std::string region =
      size + std::string(9, '\0') + "\x01" + Group4Data(image);
  return BigEndian(0) + "\x30\0\x01"s + BigEndian(page.size()) + page +
         BigEndian(1) + "\x26\0\x01"s + BigEndian(region.size()) + region;
}

TEST(PdfImageTest, DrawsJbig2AtItsOwnPixels) {
  const PageImage made = BilevelBlocks(603, 411);
  for (const int rotation : {0, 90}) {
    MadePdf pdf = WithData(
        made,
        "/BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode",
        Jbig2Of(made));
    pdf.media_box = "[0 0 216.3 147.77]";
    pdf.content = "216.3 0 0 147.77 0 0 cm /Im Do";
    pdf.page_keys = "/Rotate " + std::to_string(rotation);
    const auto page = Loaded(Written(pdf));
    ASSERT_TRUE(page) << page.error().detail;
    EXPECT_TRUE(page->bilevel);
    EXPECT_NEAR(page->dpi_x, 200.5, 0.5);
    if (rotation == 0) {
      EXPECT_EQ(WorstDifference(*page, made), 0);
    } else {
      EXPECT_EQ(page->width_px, 411);
      EXPECT_EQ(page->pixels.at(410), 0);
    }
  }
}

TEST(PdfImageTest, ReportsAnImageThatEndsTooEarly) {
  MadePdf pdf = Gray();
  pdf.height_px = 400;
  EXPECT_EQ(ErrorOf(Written(pdf)), "file_truncated");
}

// 150 by 300 pixels on a square inch by two: taken out at 150 dpi, drawn at
// 150 too, so the pixels of the bottom right corner tell.
MadePdf Scan() {
  const PageImage made = Blocks(100, 200, PixelFormat::kGray8);
  return WithData(made, "/BitsPerComponent 8 /ColorSpace /DeviceGray",
                  {made.pixels.begin(), made.pixels.end()});
}

// What is drawn comes at 150 dpi at least, what is taken out at its own 100.
bool IsTakenOut(const MadePdf& pdf) {
  const auto page = Loaded(Written(pdf));
  return page && page->dpi_x < 120.0;
}

TEST(PdfPageTest, TakesOutAScanUnderInvisibleText) {
  MadePdf pdf = Scan();
  EXPECT_TRUE(IsTakenOut(pdf));
  pdf.content = "q 72 0 0 144 0 0 cm /Im Do Q BT 3 Tr (x) Tj ET";
  EXPECT_TRUE(IsTakenOut(pdf));
  pdf.content = "q 0 0 72 144 re W n 72 0 0 144 0 0 cm /Im Do Q";
  EXPECT_TRUE(IsTakenOut(pdf));
}

TEST(PdfPageTest, DrawsWhatIsMoreThanOneImage) {
  MadePdf pdf = Scan();
  const std::string scan = pdf.content;
  for (const std::string content :
       {"q 72 0 0 144 0 0 cm /Im Do Q BT 0 Tr (x) Tj ET",
        "q 72 0 0 144 0 0 cm /Im Do /Im Do Q",
        "q 72 0 0 144 0 0 cm /Im Do Q 0 0 5 5 re f",
        "q 72 0 0 144 0 0 cm /Im Do Q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
        "q 0 0 36 144 re W n 72 0 0 144 0 0 cm /Im Do Q",
        "q 66 0 0 130 0 0 cm /Im Do Q", "q 72 9 -9 144 0 0 cm /Im Do Q"}) {
    pdf.content = content;
    EXPECT_FALSE(IsTakenOut(pdf)) << content;
  }
}

TEST(PdfPageTest, DrawsAPageWithAnAnnotationOrAMask) {
  MadePdf pdf = Scan();
  pdf.page_keys =
      "/Annots [<< /Type /Annot /Subtype /Square /Rect [1 1 9 9] >>]";
  EXPECT_FALSE(IsTakenOut(pdf));
  pdf.page_keys = "/Annots [<< /Subtype /Link /Rect [1 1 9 9] >>]";
  EXPECT_TRUE(IsTakenOut(pdf));
  pdf.page_keys.clear();
  pdf.image_keys += " /Mask [0 0]";
  EXPECT_FALSE(IsTakenOut(pdf));
}

TEST(PdfPageTest, NamesTheWordsOfWhatItDrawsWhereTheyStand) {
  MadePdf pdf;
  pdf.resources =
      "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
  pdf.content = "BT /F 10 Tf 10 100 Td (ab cd) Tj ET";
  const auto page = Loaded(Written(pdf));
  ASSERT_TRUE(page);
  ASSERT_EQ(page->words.size(), 2U);
  EXPECT_EQ(page->words[0].text, "ab");
  EXPECT_EQ(page->words[1].text, "cd");
  // 300 dpi: 10 points are 42 pixels, the baseline is 44 points from the top.
  const BoxPx& box = page->words[0].box;
  EXPECT_NEAR(box.left_px, 42, 2);
  EXPECT_LT(box.top_px, 183);
  EXPECT_GE(box.bottom_px, 183);
  EXPECT_LE(box.right_px, page->words[1].box.left_px);
}

TEST(PdfPageTest, AScanNamesNoWordsThoughTextLiesOverIt) {
  MadePdf pdf = Scan();
  pdf.resources +=
      " /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
  pdf.content = "q 72 0 0 144 0 0 cm /Im Do Q BT /F 9 Tf 3 Tr (x) Tj ET";
  const auto page = Loaded(Written(pdf));
  ASSERT_TRUE(page);
  EXPECT_TRUE(page->words.empty());
}

TEST(PdfPageTest, DrawsVectorPagesAtThreeHundredDotsInGray) {
  MadePdf pdf;
  pdf.content = "0 g 0 0 36 144 re f";
  const auto page = Loaded(Written(pdf));
  ASSERT_TRUE(page) << page.error().detail;
  EXPECT_EQ(page->width_px, 300);
  EXPECT_EQ(page->height_px, 600);
  EXPECT_EQ(page->dpi_x, 300.0);
  EXPECT_EQ(page->format, PixelFormat::kGray8);
  EXPECT_EQ(page->pixels.at(10), 0);
  EXPECT_EQ(page->pixels.at(290), 255);
}

TEST(PdfPageTest, MeasuresInUserUnits) {
  MadePdf pdf = Scan();
  pdf.media_box = "[0 0 36 36]";
  pdf.content = "36 0 0 36 0 0 cm /Im Do";
  pdf.page_keys = "/UserUnit 2";
  const auto page = Loaded(Written(pdf));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->dpi_x, 100.0);
  EXPECT_EQ(page->dpi_y, 200.0);
}

TEST(PdfDocumentTest, AsksForNoPasswordWhereItIsEmpty) {
  EXPECT_EQ(ErrorOf(Encrypted(Written(Scan()), "")), "no error");
  EXPECT_EQ(ErrorOf(Encrypted(Written(Scan()), "secret")), "encrypted");
}

TEST(PdfDocumentTest, TellsWhyItCannotBeRead) {
  EXPECT_EQ(ErrorOf(PdfWithoutPages()), "no_pages");
  EXPECT_EQ(ErrorOf("%PDF-1.4\nrubbish\n%%EOF\n"), "document_damaged");
  const std::string whole = Written(Scan());
  EXPECT_EQ(ErrorOf(whole.substr(0, whole.size() / 2)), "file_truncated");
}

TEST(PdfDocumentTest, RepairsABadCrossReferenceTable) {
  std::string file = Written(Scan());
  const auto table = file.rfind("xref\n0");
  ASSERT_NE(table, std::string::npos);
  file.replace(table, 6, "xxxx\n0");
  EXPECT_EQ(ErrorOf(file), "no error");
}

TEST(PdfDocumentTest, RefusesPagesThatWouldBeTooLarge) {
  MadePdf pdf;
  pdf.content = "0 0 9 9 re f";
  pdf.media_box = "[0 0 14400 14400]";
  EXPECT_EQ(ErrorOf(Written(pdf)), "too_many_pixels");
  MadePdf bomb = Gray();
  bomb.width_px = bomb.height_px = 60000;
  EXPECT_EQ(ErrorOf(Written(bomb)), "too_many_pixels");
}

}  // namespace
}  // namespace donthu

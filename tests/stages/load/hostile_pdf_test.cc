// Small files that would cost much time or memory, or do something, if they
// were believed.
#include "tests/stages/load/hostile_pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/stages/load/made_files.h"

namespace donthu {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

constexpr int kTenGibibytes = 10 * 1024;  // in MiB

std::string PdfDetailOf(const std::string& pdf, LoadLimits limits = {}) {
  const auto page = Loaded(pdf, 1, limits);
  return page ? "no error" : page.error().detail;
}

LoadLimits StreamLimit(std::int64_t bytes) {
  LoadLimits limits;
  limits.max_stream_bytes = bytes;
  return limits;
}

HostilePage Bomb() {
  HostilePage page;
  page.content_keys = "/Filter /FlateDecode";
  page.content = PackedSpaces(kTenGibibytes);
  return page;
}

TEST(HostilePdfTest, ContentThatUnpacksWithoutEndIsRefused) {
  const std::string pdf = RawPdf(Bomb());
  EXPECT_EQ(ErrorOf(pdf), "stream_too_large");
  EXPECT_THAT(PdfDetailOf(pdf), HasSubstr("limits.max_stream_mb (256)"));
}

TEST(HostilePdfTest, ContentPackedTwiceIsRefused) {
  HostilePage page = Bomb();
  page.content_keys = "/Filter [/FlateDecode /FlateDecode]";
  page.content = Packed(page.content);
  EXPECT_LT(page.content.size(), 100'000U);
  EXPECT_EQ(ErrorOf(RawPdf(page)), "stream_too_large");
}

TEST(HostilePdfTest, ContentInPartsCountsTogether) {
  HostilePage page;
  page.content = "0 0 10 10 re f" + std::string(600, ' ');
  page.page_keys = "/Contents [4 0 R 4 0 R]";
  const std::string pdf = RawPdf(page);
  EXPECT_EQ(ErrorOf(pdf, StreamLimit(1300)), "no error");
  EXPECT_EQ(ErrorOf(pdf, StreamLimit(1200)), "stream_too_large");
}

TEST(HostilePdfTest, AFormThatUnpacksWithoutEndIsRefused) {
  HostilePage page;
  page.content = "/Fm Do";
  page.page_keys = "/Resources << /XObject << /Fm 5 0 R >> >>";
  page.more_objects = {RawStream(
      "/Type /XObject /Subtype /Form /BBox [0 0 72 144] /Filter /FlateDecode",
      PackedSpaces(kTenGibibytes))};
  EXPECT_EQ(ErrorOf(RawPdf(page)), "stream_too_large");
}

TEST(HostilePdfTest, AFontThatUnpacksWithoutEndIsRefused) {
  HostilePage page;
  page.content = "BT /F 12 Tf (a) Tj ET";
  page.page_keys = "/Resources << /Font << /F 5 0 R >> >>";
  page.more_objects = {
      "<< /Type /Font /Subtype /TrueType /BaseFont /A /FontDescriptor 6 0 R >>",
      "<< /Type /FontDescriptor /FontName /A /Flags 4 /FontFile2 7 0 R >>",
      RawStream("/Filter /FlateDecode", PackedSpaces(kTenGibibytes))};
  EXPECT_EQ(ErrorOf(RawPdf(page)), "stream_too_large");
}

TEST(HostilePdfTest, WhatAnImageUnpacksToBeyondItsPixelsIsLeft) {
  HostilePage page;
  page.content = "72 0 0 144 0 0 cm /Im Do";
  page.page_keys = "/Resources << /XObject << /Im 5 0 R >> >>";
  page.more_objects = {
      RawStream("/Type /XObject /Subtype /Image /Width 2 /Height 4 "
                "/BitsPerComponent 8 /ColorSpace /DeviceGray "
                "/Filter /FlateDecode",
                PackedSpaces(kTenGibibytes))};
  const auto read = Loaded(RawPdf(page));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->pixels, std::vector<std::uint8_t>(8, ' '));
}

TEST(HostilePdfTest, AnImageTooLargeOnADrawnPageIsRefused) {
  HostilePage page;
  page.content += " 72 0 0 144 0 0 cm /Im Do";
  page.page_keys = "/Resources << /XObject << /Im 5 0 R >> >>";
  page.more_objects = {
      RawStream("/Type /XObject /Subtype /Image /Width 60000 /Height 60000 "
                "/BitsPerComponent 1 /ColorSpace /DeviceGray",
                "x")};
  EXPECT_EQ(ErrorOf(RawPdf(page)), "too_many_pixels");
}

TEST(HostilePdfTest, OneObjectMoreThanTheLimitIsRefused) {
  LoadLimits limits;
  limits.max_pdf_objects = 100;
  EXPECT_EQ(ErrorOf(PdfOfManyObjects(100), limits), "no error");
  EXPECT_EQ(ErrorOf(PdfOfManyObjects(101), limits), "too_many_objects");
  EXPECT_THAT(PdfDetailOf(PdfOfManyObjects(101), limits),
              HasSubstr("limits.max_pdf_objects (100)"));
}

TEST(HostilePdfTest, AMillionObjectsAreRead) {
  EXPECT_EQ(ErrorOf(PdfOfManyObjects(1'000'000)), "no error");
}

TEST(HostilePdfTest, AHugeCountIsNotBelieved) {
  HostilePage page;
  page.count = "2147483647";
  EXPECT_EQ(ErrorOf(RawPdf(page)), "no error");
  page.count = "-1";
  EXPECT_EQ(ErrorOf(RawPdf(page)), "no error");
}

TEST(HostilePdfTest, OnePageMoreThanTheLimitIsRefused) {
  const auto many = [](int pages) {
    std::string kids;
    for (int i = 0; i < pages; ++i) kids += "3 0 R ";
    return RawFile({"<< /Type /Catalog /Pages 2 0 R >>",
                    "<< /Type /Pages /Kids [" + kids + "] /Count " +
                        std::to_string(pages) + " >>",
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>"});
  };
  EXPECT_EQ(ErrorOf(many(2000)), "no error");
  EXPECT_EQ(ErrorOf(many(2001)), "too_many_pages");
  EXPECT_THAT(PdfDetailOf(many(2001)), HasSubstr("limits.max_pages (2000)"));
}

TEST(HostilePdfTest, APageTreeThatRunsInACircleIsRefused) {
  const std::string pdf =
      RawFile({"<< /Type /Catalog /Pages 2 0 R >>",
               "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>"});
  EXPECT_EQ(ErrorOf(pdf), "document_damaged");
}

TEST(HostilePdfTest, ADeepPageTreeIsRefused) {
  EXPECT_EQ(ErrorOf(PdfWithDeepTree(200)), "no error");
  EXPECT_EQ(ErrorOf(PdfWithDeepTree(201)), "document_damaged");
  EXPECT_EQ(ErrorOf(PdfWithDeepTree(200'000)), "document_damaged");
}

TEST(HostilePdfTest, FieldsThatShareTheirChildrenDoNotCount) {
  const auto plain = Loaded(RawPdf(HostilePage{}));
  const auto shared = Loaded(PdfWithSharedFields(40));
  ASSERT_TRUE(plain);
  ASSERT_TRUE(shared);
  EXPECT_EQ(WorstDifference(*plain, *shared), 0);
}

TEST(HostilePdfTest, AChainOfObjectsIsNotFollowedToItsEnd) {
  EXPECT_EQ(ErrorOf(PdfWithLongChain(10)), "no error");
  EXPECT_EQ(ErrorOf(PdfWithLongChain(200'000)), "document_damaged");
}

TEST(HostilePdfTest, AFormThatDrawsItselfIsReadOnce) {
  HostilePage page;
  page.content = "/Fm Do";
  page.page_keys = "/Resources << /XObject << /Fm 5 0 R >> >>";
  page.more_objects = {
      RawStream("/Type /XObject /Subtype /Form /BBox [0 0 72 144] "
                "/Resources << /XObject << /Fm 5 0 R >> >>",
                "0 0 10 10 re f /Fm Do")};
  const auto drawn = Loaded(RawPdf(page));
  const auto plain = Loaded(RawPdf(HostilePage{}));
  ASSERT_TRUE(drawn);
  ASSERT_TRUE(plain);
  EXPECT_EQ(WorstDifference(*drawn, *plain), 0);
}

TEST(HostilePdfTest, DeepNestingIsSurvived) {
  const std::string deep =
      std::string(100'000, '[') + std::string(100'000, ']');
  HostilePage page;
  page.content = deep + " 0 d 0 0 10 10 re f";
  EXPECT_EQ(ErrorOf(RawPdf(page)), "no error");
  page = HostilePage{};
  page.page_keys = "/Resources << /ColorSpace << /Cs 5 0 R >> >>";
  page.content = "/Cs cs 0 0 10 10 re f";
  page.more_objects = {deep};
  EXPECT_EQ(ErrorOf(RawPdf(page)), "no error");
}

// Poppler and qpdf run no script, open no other file and start no program;
// the page is what it is without all this.
TEST(HostilePdfTest, ActionsScriptsAndOutsideFilesLeaveNoTrace) {
  HostilePage page;
  page.catalog_keys =
      "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> "
      "/AA << /WC << /S /Launch /F (/bin/sh) >> >> "
      "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> "
      "/EmbeddedFiles << /Names [(b) 5 0 R] >> >>";
  page.page_keys =
      "/AA << /O << /S /URI /URI (http://127.0.0.1:9/) >> >> "
      "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 72 144] "
      "/Border [0 0 0] "
      "/A << /S /GoToR /F (/etc/passwd) /D [0 /Fit] >> >>] "
      "/Resources << /XObject << /Fm 7 0 R >> >>";
  page.content += " /Fm Do";
  page.more_objects = {
      "<< /Type /Filespec /F (b.exe) /EF << /F 6 0 R >> >>",
      RawStream("/Type /EmbeddedFile", "MZ"),
      RawStream("/Type /XObject /Subtype /Form /BBox [0 0 72 144] "
                "/F (/etc/passwd)",
                "")};
  const auto hostile = Loaded(RawPdf(page));
  const auto plain = Loaded(RawPdf(HostilePage{}));
  ASSERT_TRUE(hostile);
  ASSERT_TRUE(plain);
  EXPECT_EQ(WorstDifference(*hostile, *plain), 0);
}

TEST(HostilePdfTest, CrossReferencesThatRunInACircleEnd) {
  HostilePage page;
  const std::string once = RawPdf(page);
  const std::string table = std::to_string(once.find("xref\n0"));
  page.trailer_keys = "/Prev " + table;
  EXPECT_EQ(ErrorOf(RawPdf(page)), "no error");
}

TEST(HostilePdfTest, ObjectsPackedWithoutEndAreRefused) {
  PackedObject packed{"/N 1 /First 4", "6 0 << >>"};
  EXPECT_EQ(ErrorOf(RawPdf(packed)), "no error");
  packed.keys += " /Filter /FlateDecode";
  packed.data = PackedSpaces(kTenGibibytes);
  EXPECT_EQ(ErrorOf(RawPdf(packed)), "stream_too_large");
}

TEST(HostilePdfTest, AnObjectStreamInsideItselfEnds) {
  PackedObject packed{"/N 1 /First 4", "6 0 << >>"};
  packed.packs_itself = true;
  EXPECT_EQ(ErrorOf(RawPdf(packed)), "no error");
}

TEST(HostilePdfTest, APageOfMillionsOfPointsIsRefused) {
  HostilePage page;
  page.media_box = "[0 0 1000000000 1000000000]";
  EXPECT_EQ(ErrorOf(RawPdf(page)), "too_many_pixels");
  EXPECT_THAT(PdfDetailOf(RawPdf(page)),
              HasSubstr("limits.max_megapixels (250)"));
  page.media_box = "[0 0 " + std::string(300, '9') + " 5]";
  EXPECT_EQ(ErrorOf(RawPdf(page)), "image_unreadable");
}

TEST(HostilePdfTest, ABoxThatBeginsAtItsEndIsTurnedRound) {
  HostilePage page;
  page.media_box = "[72 144 0 0]";
  const auto turned = Loaded(RawPdf(page));
  const auto plain = Loaded(RawPdf(HostilePage{}));
  ASSERT_TRUE(turned);
  ASSERT_TRUE(plain);
  EXPECT_EQ(WorstDifference(*turned, *plain), 0);
}

TEST(HostilePdfTest, RotationsThatAreNoneCount) {
  const auto size_at = [](const std::string& rotation) {
    HostilePage page;
    page.page_keys = "/Rotate " + rotation;
    const auto read = Loaded(RawPdf(page));
    if (!read) return std::string(ToString(read.error().code));
    return std::to_string(read->width_px) + "x" +
           std::to_string(read->height_px);
  };
  EXPECT_EQ(size_at("0"), "300x600");
  EXPECT_EQ(size_at("90"), "600x300");
  EXPECT_EQ(size_at("-270"), "600x300");
  EXPECT_EQ(size_at("36000090"), "600x300");
  EXPECT_EQ(size_at("45"), "300x600");
  EXPECT_EQ(size_at("(ninety)"), "300x600");
}

TEST(HostilePdfTest, OnlyTheEndMarkMayBeMissing) {
  const std::string pdf = RawPdf(HostilePage{});
  const auto end = pdf.rfind("%%EOF");
  EXPECT_EQ(ErrorOf(pdf.substr(0, end)), "no error");
  EXPECT_EQ(ErrorOf(pdf.substr(0, pdf.rfind("xref\n0"))), "file_truncated");
}

TEST(HostilePdfTest, BytesWithoutAnyObjectAreRefusedAtOnce) {
  std::string comments = "%PDF-1.7\r";
  for (int i = 0; i < 200'000; ++i) comments += "\x7f;true\r%PDF-<";
  EXPECT_THAT(ErrorOf(comments), AnyOf("document_damaged", "file_truncated"));
}

}  // namespace
}  // namespace donthu

// Images that claim more than they hold, and lists of pages without an end.
#include "tests/stages/load/hostile_images.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <tiff.h>

#include <string>

#include "tests/stages/load/made_files.h"

namespace donthu {
namespace {

using ::testing::HasSubstr;

std::string DetailOf(const std::string& file, LoadLimits limits = {}) {
  const auto page = Loaded(file, 1, limits);
  return page ? "no error" : page.error().detail;
}

TEST(HostileImagesTest, HugeSizesAreRefusedBeforeAnythingIsDecoded) {
  const PageImage small = Blocks(64, 64, PixelFormat::kGray8);
  EXPECT_EQ(ErrorOf(PngHead(60'000, 60'000)), "too_many_pixels");
  EXPECT_EQ(ErrorOf(WithJpegSize(Encoded(small, Codec::kJpeg), 65'500, 65'500)),
            "too_many_pixels");
  EXPECT_EQ(ErrorOf(WithJp2Size(Encoded(small, Codec::kJp2), 60'000, 60'000)),
            "too_many_pixels");
  EXPECT_EQ(ErrorOf(TiffOfFields(GrayFields(60'000, 60'000))),
            "too_many_pixels");
  EXPECT_EQ(ErrorOf(TiffOfFields(GrayFields(0x7fffffffU, 0x7fffffffU))),
            "too_many_pixels");
}

TEST(HostileImagesTest, OnePixelMoreThanTheLimitIsRefused) {
  LoadLimits limits;
  limits.max_pixels = 64 * 64;
  EXPECT_EQ(ErrorOf(TiffOfFields(GrayFields(8, 8)), limits), "no error");
  limits.max_pixels = 8 * 8 - 1;
  EXPECT_EQ(ErrorOf(TiffOfFields(GrayFields(8, 8)), limits), "too_many_pixels");
  EXPECT_THAT(DetailOf(PngHead(60'000, 60'000)),
              HasSubstr("limits.max_megapixels (250)"));
}

TEST(HostileImagesTest, MoreStripsThanTheFileHasBytesAreRefused) {
  auto fields = GrayFields(8, 8);
  for (TiffField& field : fields) {
    if (field.tag == TIFFTAG_ROWSPERSTRIP) field.value = 1;
    if (field.tag == TIFFTAG_STRIPOFFSETS ||
        field.tag == TIFFTAG_STRIPBYTECOUNTS) {
      field.count = 0x7fffffffU;
    }
  }
  const std::string error = ErrorOf(TiffOfFields(fields));
  EXPECT_TRUE(error == "image_unreadable" || error == "file_truncated")
      << error;
}

TEST(HostileImagesTest, DirectoriesThatRunInACircleAreRefused) {
  const std::string circle = TiffOfFields(GrayFields(4, 4), 8);
  EXPECT_EQ(ErrorOf(circle), "document_damaged");
  EXPECT_THAT(DetailOf(circle), HasSubstr("circle"));
}

TEST(HostileImagesTest, ADirectoryBeyondTheEndIsMissing) {
  EXPECT_EQ(ErrorOf(TiffOfFields(GrayFields(4, 4), 1'000'000)),
            "file_truncated");
}

TEST(HostileImagesTest, AnUnusualKindOfPixelsIsNamed) {
  auto fields = GrayFields(4, 4);
  for (TiffField& field : fields) {
    if (field.tag == TIFFTAG_BITSPERSAMPLE) field.value = 12;
  }
  EXPECT_EQ(ErrorOf(TiffOfFields(fields)), "image_unreadable");
  EXPECT_THAT(DetailOf(TiffOfFields(fields)), HasSubstr("12 bits"));
}

TEST(HostileImagesTest, PicturesThatAreNoScansAreRefused) {
  EXPECT_EQ(ErrorOf("GIF89a\x01"), "format_unsupported");
  EXPECT_EQ(ErrorOf(std::string("BM\x46\0\0\0\0\0\0\0\x36\0\0\0", 14)),
            "format_unsupported");
}

}  // namespace
}  // namespace donthu

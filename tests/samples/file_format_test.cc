#include "samples/formats/file_format.h"

#include <gtest/gtest.h>

#include "samples/rng.h"

namespace donthu::samples {
namespace {

PageImage Page(int width, int height) {
  PageImage page;
  page.width_px = width;
  page.height_px = height;
  page.dpi_x = 300.0;
  page.dpi_y = 300.0;
  for (int i = 0; i < width * height; ++i) {
    page.pixels.push_back(UnitAt(1, i / 8, 0) < 0.2 ? 20 : 240);
  }
  return page;
}

bool BeginsLike(const std::string& bytes, std::string_view extension) {
  const auto at = [&](std::size_t from, std::string_view mark) {
    return bytes.compare(from, mark.size(), mark) == 0;
  };
  if (extension == "pdf") return at(0, "%PDF-");
  if (extension == "tif") return at(0, "II*") || at(0, "MM");
  if (extension == "jpg") return at(0, "\xff\xd8\xff");
  if (extension == "png") return at(1, "PNG");
  if (extension == "webp") return at(0, "RIFF") && at(8, "WEBP");
  if (extension == "jp2") return at(4, "jP  ");
  return at(4, "ftyp");
}

TEST(FileFormatTest, WritesEveryFormatInItsOwnBytes) {
  for (const FormatRow& row : kFormats) {
    const auto bytes = EncodeFile(row.format, {Page(400, 300)}, 80);
    if (!bytes && bytes.error().code == ErrorCode::kFormatUnsupported) continue;
    ASSERT_TRUE(bytes) << row.name;
    EXPECT_TRUE(BeginsLike(*bytes, row.extension)) << row.name;
    EXPECT_TRUE(*bytes == *EncodeFile(row.format, {Page(400, 300)}, 80));
  }
}

TEST(FileFormatTest, RefusesASecondPageWhereThereIsNoRoom) {
  const std::vector<PageImage> two = {Page(400, 300), Page(400, 300)};
  EXPECT_FALSE(EncodeFile(FileFormat::kJpeg, two, 80));
  EXPECT_TRUE(EncodeFile(FileFormat::kTiffG4, two, 80));
  EXPECT_TRUE(EncodeFile(FileFormat::kPdfJpeg, two, 80));
  EXPECT_FALSE(EncodeFile(FileFormat::kPdfJpeg, {}, 80));
}

TEST(FileFormatTest, RowsStandInTheOrderOfTheirValues) {
  for (const FormatRow& row : kFormats) {
    EXPECT_EQ(&RowOf(row.format), &row) << row.name;
    EXPECT_EQ(FindFormat(row.name), &row) << row.name;
  }
}

}  // namespace
}  // namespace donthu::samples

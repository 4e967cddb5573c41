#include "samples/inbox.h"

#include <algorithm>
#include <array>
#include <string>

namespace donthu::samples {
namespace {

struct InboxFile {
  std::string_view file;
  std::string_view letter;
  std::string_view condition;
  FileFormat format;
};

constexpr std::uint64_t kSeed = 2026;

constexpr std::array<InboxFile, 19> kInbox = {{
    {"scan_0001.pdf", "s01", "clean", FileFormat::kPdfG4},
    {"scan_0002.pdf", "s05", "clean", FileFormat::kPdfJpeg},
    {"scan_0003.pdf", "s25", "seal_gray", FileFormat::kPdfJpeg},
    {"scan_0004.tif", "s18", "fax", FileFormat::kTiffG4},
    {"scan_0005.pdf", "s15", "den_stamp", FileFormat::kPdfJpeg},
    {"scan_0006.png", "s22", "clean", FileFormat::kPng1},
    {"scan_0007.tif", "s29", "typewriter", FileFormat::kTiffJpeg},
    {"scan_0008.webp", "s13", "rotated", FileFormat::kWebp},
    {"scan_0009.pdf", "s39", "clean", FileFormat::kPdfG4},
    {"scan_0010.jp2", "s33", "clean", FileFormat::kJp2},
    {"scan_0011.pdf", "s20", "fax", FileFormat::kPdfG4},
    {"scan_0012.jpg", "s42", "low_resolution", FileFormat::kJpeg},
    {"scan_0013.pdf", "s31", "clean", FileFormat::kPdfG4},
    {"don_viet_tay.pdf", "s23", "handwriting", FileFormat::kPdfJpeg},
    {"ho_so_cu/to_cao_2021.jpg", "s09", "old_paper", FileFormat::kJpeg},
    {"ho_so_cu/phan_anh_ca_nhan.tif", "s35", "skewed", FileFormat::kTiffG4},
    {"tu_dien_thoai/IMG_4127.heic", "s04", "photo", FileFormat::kHeic},
    {"tu_dien_thoai/IMG_4131.jpg", "s34", "photo", FileFormat::kJpegExif},
    {"tu_dien_thoai/IMG_4132.jpg", "s30", "photo", FileFormat::kJpeg},
}};

}  // namespace

Result<std::vector<SampleOrder>> InboxOrders(
    const std::vector<SampleLetter>& letters) {
  std::vector<SampleOrder> orders;
  for (const InboxFile& row : kInbox) {
    const auto letter = std::find_if(
        letters.begin(), letters.end(),
        [&](const SampleLetter& one) { return one.id == row.letter; });
    const Condition* condition = FindCondition(row.condition);
    if (letter == letters.end() || condition == nullptr) {
      return Fail(ErrorCode::kInternal, std::string(row.file),
                  "The inbox names a letter or condition that is not there.");
    }
    orders.push_back(
        {&*letter, condition, kSeed, row.format, std::string(row.file)});
  }
  return orders;
}

}  // namespace donthu::samples

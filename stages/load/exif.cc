#include "stages/load/exif.h"

#include <libexif/exif-data.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

namespace donthu {
namespace {

using std::string_view_literals::operator""sv;

constexpr auto kMark = "Exif\0\0"sv;
constexpr int kCentimetre = 3;

struct Unref {
  void operator()(ExifData* data) const { exif_data_unref(data); }
};
using Data = std::unique_ptr<ExifData, Unref>;

int ReadShort(ExifData* data, ExifTag tag) {
  const ExifEntry* entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], tag);
  if (entry == nullptr || entry->format != EXIF_FORMAT_SHORT ||
      entry->size < 2) {
    return 0;
  }
  return exif_get_short(entry->data, exif_data_get_byte_order(data));
}

double ReadRational(ExifData* data, ExifTag tag) {
  const ExifEntry* entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], tag);
  if (entry == nullptr || entry->format != EXIF_FORMAT_RATIONAL ||
      entry->size < 8) {
    return 0.0;
  }
  const ExifRational value =
      exif_get_rational(entry->data, exif_data_get_byte_order(data));
  if (value.denominator == 0) return 0.0;
  return double{1.0} * value.numerator / value.denominator;
}

Data Parse(Bytes payload) {
  std::vector<std::uint8_t> marked;
  const bool has_mark = payload.size() >= kMark.size() &&
                        std::equal(kMark.begin(), kMark.end(), payload.begin());
  if (!has_mark) marked.assign(kMark.begin(), kMark.end());
  marked.insert(marked.end(), payload.begin(), payload.end());
  return Data(exif_data_new_from_data(
      marked.data(), static_cast<unsigned int>(marked.size())));
}

}  // namespace

ExifTags ReadExif(Bytes payload) {
  ExifTags tags;
  // An EXIF block is at most one JPEG segment.
  if (payload.empty() ||
      payload.size() > std::numeric_limits<std::uint16_t>::max()) {
    return tags;
  }
  const Data data = Parse(payload);
  if (data == nullptr) return tags;
  const int orientation = ReadShort(data.get(), EXIF_TAG_ORIENTATION);
  if (orientation >= 1 && orientation <= 8) tags.orientation = orientation;
  const bool metric =
      ReadShort(data.get(), EXIF_TAG_RESOLUTION_UNIT) == kCentimetre;
  const double per_inch = metric ? 2.54 : 1.0;
  tags.resolution.x_dpi =
      per_inch * ReadRational(data.get(), EXIF_TAG_X_RESOLUTION);
  tags.resolution.y_dpi =
      per_inch * ReadRational(data.get(), EXIF_TAG_Y_RESOLUTION);
  return tags;
}

}  // namespace donthu

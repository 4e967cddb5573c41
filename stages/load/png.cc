#include "stages/load/png.h"

#include <png.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "stages/load/exif.h"
#include "stages/load/limits.h"
#include "stages/load/orientation.h"
#include "stages/load/resolution.h"
#include "stages/load/samples.h"

namespace donthu {
namespace {

constexpr std::string_view kPngWhat = "PNG data";

// Errors come back by longjmp: nothing with a destructor may live in the
// functions that call libpng.
class PngReader {
 public:
  explicit PngReader(Bytes bytes)
      : rest_(bytes),
        png_(png_create_read_struct(PNG_LIBPNG_VER_STRING, this, &LeaveByJump,
                                    &SayNothing)),
        info_(png_create_info_struct(png_)) {}
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;
  ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }

  bool ReadHeader() {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    png_set_read_fn(png_, this, &Read);
    png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_read_info(png_, info_);
    const bool one_bit = png_get_bit_depth(png_, info_) == 1;
    const bool gray = png_get_color_type(png_, info_) == PNG_COLOR_TYPE_GRAY;
    one_bit_gray_ = one_bit && gray && !Has(PNG_INFO_tRNS);
    if (!one_bit_gray_) ExpandToBytes();
    if (Has(PNG_INFO_tRNS) ||
        (png_get_color_type(png_, info_) & PNG_COLOR_MASK_ALPHA) != 0) {
      png_color_16 white{0, 255, 255, 255, 255};
      png_set_background(png_, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
    }
    if (png_get_interlace_type(png_, info_) != PNG_INTERLACE_NONE) {
      png_set_interlace_handling(png_);
    }
    png_read_update_info(png_, info_);
    return true;
  }

  bool ReadRows(png_bytepp rows) {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    png_read_image(png_, rows);
    png_read_end(png_, info_);
    return true;
  }

  std::int64_t width() const { return png_get_image_width(png_, info_); }
  std::int64_t height() const { return png_get_image_height(png_, info_); }
  int components() const { return png_get_channels(png_, info_); }
  bool is_one_bit() const { return one_bit_gray_; }
  bool truncated() const { return truncated_; }

  Resolution resolution() const {
    png_uint_32 x = 0;
    png_uint_32 y = 0;
    int unit = PNG_RESOLUTION_UNKNOWN;
    png_get_pHYs(png_, info_, &x, &y, &unit);
    if (unit != PNG_RESOLUTION_METER) return {};
    return {x * 0.0254, y * 0.0254};
  }
  ExifTags exif() const {
    png_uint_32 size = 0;
    png_bytep data = nullptr;
    if (png_get_eXIf_1(png_, info_, &size, &data) == 0) return {};
    return ReadExif({data, size});
  }

 private:
  [[noreturn]] static void LeaveByJump(png_structp png, png_const_charp) {
    png_longjmp(png, 1);
  }
  static void SayNothing(png_structp, png_const_charp) {}
  static void Read(png_structp png, png_bytep to, std::size_t count) {
    auto* self = static_cast<PngReader*>(png_get_io_ptr(png));
    if (count > self->rest_.size()) {
      self->truncated_ = true;
      png_error(png, "");
    }
    std::memcpy(to, self->rest_.data(), count);
    self->rest_ = self->rest_.subspan(count);
  }

  bool Has(png_uint_32 chunk) const {
    return png_get_valid(png_, info_, chunk) != 0;
  }
  void ExpandToBytes() {
    png_set_expand(png_);
    png_set_strip_16(png_);
  }

  Bytes rest_;
  bool truncated_ = false;
  bool one_bit_gray_ = false;
  png_structp png_;
  png_infop info_;
};

std::vector<png_bytep> RowsOf(Samples* samples) {
  std::vector<png_bytep> rows(static_cast<std::size_t>(samples->height_px));
  const std::size_t row_bytes = RowBytes(*samples);
  for (std::size_t y = 0; y < rows.size(); ++y) {
    rows[y] = samples->bytes.data() + y * row_bytes;
  }
  return rows;
}

Failure Reason(const PngReader& reader) {
  return reader.truncated() ? Truncated(kPngWhat) : Unreadable(kPngWhat);
}

}  // namespace

Result<PageImage> DecodePng(Bytes bytes, const LoadLimits& limits) {
  PngReader reader(bytes);
  if (!reader.ReadHeader()) return Reason(reader);
  const Status size = CheckSize(reader.width(), reader.height(), limits);
  if (!size) return Fail(size.error());
  Samples samples;
  samples.width_px = static_cast<int>(reader.width());
  samples.height_px = static_cast<int>(reader.height());
  samples.components = reader.components();
  samples.bits = reader.is_one_bit() ? 1 : 8;
  samples.bytes.resize(RowBytes(samples) *
                       static_cast<std::size_t>(samples.height_px));
  std::vector<png_bytep> rows = RowsOf(&samples);
  if (!reader.ReadRows(rows.data())) return Reason(reader);
  ColourMap map;
  if (samples.components == 3) map.model = ColourModel::kRgb;
  PageImage page = ToPageImage(std::move(samples), map);
  const ExifTags exif = reader.exif();
  const Resolution given = reader.resolution();
  SetResolution(given == Resolution{} ? exif.resolution : given, &page);
  return Oriented(std::move(page), OrientationFromTag(exif.orientation));
}

}  // namespace donthu

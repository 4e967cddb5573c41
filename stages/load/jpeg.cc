#include "stages/load/jpeg.h"

#include <csetjmp>
#include <cstdio>
// libjpeg's headers expect <cstdio> before them.
#include <jerror.h>
#include <jpeglib.h>

#include <array>
#include <string_view>
#include <utility>

#include "stages/load/exif.h"
#include "stages/load/limits.h"
#include "stages/load/orientation.h"

namespace donthu {
namespace {

constexpr std::string_view kJpegWhat = "JPEG data";
constexpr int kExifMarker = JPEG_APP0 + 1;
// Encoders write about ten scans; thousands of empty ones are a bomb.
constexpr int kMaxScans = 200;

// Errors come back by longjmp: nothing with a destructor may live in the
// functions that call libjpeg.
class JpegReader {
 public:
  explicit JpegReader(Bytes bytes) : bytes_(bytes) {
    cinfo_.err = jpeg_std_error(&errors_.base);
    errors_.base.error_exit = &LeaveByJump;
    errors_.base.emit_message = &NoteMessage;
    errors_.base.output_message = &SayNothing;
  }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;
  ~JpegReader() { jpeg_destroy_decompress(&cinfo_); }

  bool ReadHeader() {
    if (setjmp(errors_.jump) != 0) return false;
    jpeg_create_decompress(&cinfo_);
    jpeg_mem_src(&cinfo_, bytes_.data(), bytes_.size());
    progress_.progress_monitor = &CountScans;
    cinfo_.progress = &progress_;
    jpeg_save_markers(&cinfo_, kExifMarker, 0xffff);
    jpeg_read_header(&cinfo_, TRUE);
    ChooseColour();
    jpeg_calc_output_dimensions(&cinfo_);
    return true;
  }

  // `pixels` has room for every row.
  bool ReadRows(std::uint8_t* pixels) {
    if (setjmp(errors_.jump) != 0) return false;
    jpeg_start_decompress(&cinfo_);
    const auto row_bytes = static_cast<std::size_t>(cinfo_.output_width) *
                           static_cast<std::size_t>(cinfo_.output_components);
    while (cinfo_.output_scanline < cinfo_.output_height) {
      JSAMPROW row = pixels + cinfo_.output_scanline * row_bytes;
      jpeg_read_scanlines(&cinfo_, &row, 1);
    }
    return true;
  }

  const jpeg_decompress_struct& info() const { return cinfo_; }
  bool truncated() const { return errors_.truncated; }

 private:
  struct Errors {
    jpeg_error_mgr base;  // first, so that a pointer to it is one to this
    std::jmp_buf jump;
    bool truncated;
  };

  static Errors* ErrorsOf(j_common_ptr cinfo) {
    return reinterpret_cast<Errors*>(cinfo->err);
  }
  [[noreturn]] static void LeaveByJump(j_common_ptr cinfo) {
    Errors* errors = ErrorsOf(cinfo);
    if (errors->base.msg_code == JERR_INPUT_EMPTY ||
        errors->base.msg_code == JERR_INPUT_EOF) {
      errors->truncated = true;
    }
    std::longjmp(errors->jump, 1);
  }
  // The decoder pads with gray where bits are missing. That is damage only
  // where it met the end of the image, its own or the one that the library
  // puts at the end of the bytes.
  static void NoteMessage(j_common_ptr common, int level) {
    if (level >= 0) return;
    Errors* errors = ErrorsOf(common);
    const auto* cinfo = reinterpret_cast<j_decompress_ptr>(common);
    const int code = errors->base.msg_code;
    const bool whole_first = cinfo->progressive_mode || cinfo->arith_code;
    if ((code == JWRN_HIT_MARKER && cinfo->unread_marker == JPEG_EOI) ||
        (code == JWRN_JPEG_EOF && whole_first)) {
      errors->truncated = true;
    }
  }
  static void SayNothing(j_common_ptr) {}
  static void CountScans(j_common_ptr common) {
    const auto* cinfo = reinterpret_cast<j_decompress_ptr>(common);
    if (cinfo->input_scan_number > kMaxScans) LeaveByJump(common);
  }

  void ChooseColour() {
    switch (cinfo_.jpeg_color_space) {
      case JCS_GRAYSCALE:
        cinfo_.out_color_space = JCS_GRAYSCALE;
        break;
      case JCS_CMYK:
      case JCS_YCCK:
        cinfo_.out_color_space = JCS_CMYK;
        break;
      default:
        cinfo_.out_color_space =
            cinfo_.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    }
  }

  Bytes bytes_;
  jpeg_decompress_struct cinfo_{};
  Errors errors_{};
  jpeg_progress_mgr progress_{};
};

Resolution JfifResolution(const jpeg_decompress_struct& info) {
  if (!info.saw_JFIF_marker || info.density_unit == 0) return {};
  const double per_inch = info.density_unit == 2 ? 2.54 : 1.0;
  return {per_inch * info.X_density, per_inch * info.Y_density};
}

void ReadTags(const jpeg_decompress_struct& info, JpegImage* image) {
  image->has_adobe_marker = info.saw_Adobe_marker;
  image->resolution = JfifResolution(info);
  for (const auto* marker = info.marker_list; marker != nullptr;
       marker = marker->next) {
    const Bytes data(marker->data, marker->data_length);
    if (data.size() < 6 || data[0] != 'E' || data[1] != 'x') continue;
    const ExifTags tags = ReadExif(data);
    image->orientation = tags.orientation;
    if (image->resolution == Resolution{}) image->resolution = tags.resolution;
    return;
  }
}

Failure Reason(const JpegReader& reader) {
  return reader.truncated() ? Truncated(kJpegWhat) : Unreadable(kJpegWhat);
}

// Without Adobe's marker a PDF takes three components for YCbCr and four for
// CMYK, whatever their names are.
bool IsReadAlikeInPdf(const jpeg_decompress_struct& info) {
  if (info.arith_code || info.data_precision != 8) return false;
  switch (info.jpeg_color_space) {
    case JCS_GRAYSCALE:
      return info.num_components == 1;
    case JCS_YCbCr:
      return info.num_components == 3;
    case JCS_RGB:
      return info.num_components == 3 && info.saw_Adobe_marker;
    case JCS_CMYK:
      return info.num_components == 4;
    case JCS_YCCK:
      return info.num_components == 4 && info.saw_Adobe_marker;
    default:
      return false;
  }
}

ColourMap MapOf(const JpegImage& image) {
  ColourMap map;
  if (image.samples.components == 3) map.model = ColourModel::kRgb;
  if (image.samples.components == 4) {
    map.model = ColourModel::kCmyk;
    if (image.has_adobe_marker) map.decode.assign(4, DecodeRange{1.0, 0.0});
  }
  return map;
}

}  // namespace

Result<JpegImage> ReadJpeg(Bytes bytes, const LoadLimits& limits) {
  JpegReader reader(bytes);
  if (!reader.ReadHeader()) return Reason(reader);
  const jpeg_decompress_struct& info = reader.info();
  const Status size = CheckSize(info.output_width, info.output_height, limits);
  if (!size) return Fail(size.error());
  JpegImage image;
  ReadTags(info, &image);
  image.samples.width_px = static_cast<int>(info.output_width);
  image.samples.height_px = static_cast<int>(info.output_height);
  image.samples.components = info.out_color_components;
  image.samples.bytes.resize(RowBytes(image.samples) * info.output_height);
  if (!reader.ReadRows(image.samples.bytes.data()) || reader.truncated()) {
    return Reason(reader);
  }
  return image;
}

Result<EncodedPage> StoredJpeg(Bytes bytes, const LoadLimits& limits) {
  JpegReader reader(bytes);
  if (!reader.ReadHeader()) return Reason(reader);
  const jpeg_decompress_struct& info = reader.info();
  const Status size = CheckSize(info.output_width, info.output_height, limits);
  if (!size) return Fail(size.error());
  EncodedPage page;
  if (!IsReadAlikeInPdf(info)) return page;
  JpegImage tags;
  ReadTags(info, &tags);
  page.coding = PageCoding::kJpeg;
  page.bytes.assign(bytes.begin(), bytes.end());
  page.width_px = static_cast<int>(info.output_width);
  page.height_px = static_cast<int>(info.output_height);
  if (info.num_components == 3) page.colour = PageColour::kRgb;
  if (info.num_components == 4) page.colour = PageColour::kCmyk;
  page.inverted = info.num_components == 4 && info.saw_Adobe_marker;
  page.from_scan = ToStored(OrientationFromTag(tags.orientation), page.width_px,
                            page.height_px);
  return page;
}

Result<PageImage> DecodeJpeg(Bytes bytes, const LoadLimits& limits) {
  auto jpeg = ReadJpeg(bytes, limits);
  if (!jpeg) return Fail(jpeg.error());
  const ColourMap map = MapOf(*jpeg);
  PageImage page = ToPageImage(std::move(jpeg->samples), map);
  SetResolution(jpeg->resolution, &page);
  return Oriented(std::move(page), OrientationFromTag(jpeg->orientation));
}

}  // namespace donthu

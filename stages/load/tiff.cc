#include "stages/load/tiff.h"

#include <tiffio.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stages/load/limits.h"
#include "stages/load/orientation.h"
#include "stages/load/resolution.h"
#include "stages/load/tiff_pixels.h"
#include "stages/load/tiff_stored.h"
#include "stages/load/tiff_stream.h"

namespace donthu {
namespace {

constexpr std::string_view kTiffWhat = "TIFF data";

Resolution ReadResolution(TIFF* tiff) {
  float x = 0.0F;
  float y = 0.0F;
  std::uint16_t unit = RESUNIT_INCH;
  TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &x);
  TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &y);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
  if (unit == RESUNIT_NONE) return {};
  const double per_inch = unit == RESUNIT_CENTIMETER ? 2.54 : 1.0;
  return {per_inch * double{x}, per_inch * double{y}};
}

Orientation TakeOrientation(TIFF* tiff) {
  std::uint16_t tag = ORIENTATION_TOPLEFT;
  TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &tag);
  // Or libtiff would turn some kinds of pixels itself, and only by halves.
  TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
  return OrientationFromTag(tag);
}

// Whether a strip or tile lies beyond the end of the file.
bool IsShort(TIFF* tiff, std::size_t file_bytes) {
  const std::uint32_t parts = TIFFIsTiled(tiff) != 0 ? TIFFNumberOfTiles(tiff)
                                                     : TIFFNumberOfStrips(tiff);
  for (std::uint32_t part = 0; part < parts; ++part) {
    const std::uint64_t offset = TIFFGetStrileOffset(tiff, part);
    const std::uint64_t count = TIFFGetStrileByteCount(tiff, part);
    if (offset > file_bytes || count > file_bytes - offset) return true;
  }
  return false;
}

bool IsKnownKind(TIFF* tiff) {
  std::array<char, 1024> reason{};
  return TIFFRGBAImageOK(tiff, reason.data()) != 0;
}

Failure Unusual(TIFF* tiff) {
  std::uint16_t bits = 1;
  std::uint16_t samples = 1;
  TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &bits);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
  return Fail(ErrorCode::kImageUnreadable, "page",
              "the TIFF holds an unusual kind of pixels (" +
                  std::to_string(samples) + " samples of " +
                  std::to_string(bits) + " bits); save it as 8-bit gray");
}

Result<PageImage> ReadPage(TIFF* tiff, std::size_t file_bytes,
                           const LoadLimits& limits) {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
  TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
  const Status size = CheckSize(width, height, limits);
  if (!size) return Fail(size.error());
  const Orientation orientation = TakeOrientation(tiff);
  PageImage page;
  page.width_px = static_cast<int>(width);
  page.height_px = static_cast<int>(height);
  if (!ReadTiffPixels(tiff, &page)) {
    if (IsShort(tiff, file_bytes)) return Truncated(kTiffWhat);
    return IsKnownKind(tiff) ? Unreadable(kTiffWhat) : Unusual(tiff);
  }
  SetResolution(ReadResolution(tiff), &page);
  return Oriented(std::move(page), orientation);
}

bool IsPage(TIFF* tiff) {
  std::uint32_t kind = 0;
  TIFFGetField(tiff, TIFFTAG_SUBFILETYPE, &kind);
  return (kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) == 0;
}

class TiffDocument : public Document {
 public:
  TiffDocument(Bytes bytes, LoadLimits limits)
      : stream_{bytes}, limits_(limits), tiff_(OpenTiffStream(&stream_)) {}

  bool is_open() const { return tiff_ != nullptr; }

  // Fails as OpenTiff() does.
  Status FindPages() {
    std::uint64_t last = 0;
    do {
      last = TIFFCurrentDirOffset(tiff_.get());
      if (!IsPage(tiff_.get())) continue;
      pages_.push_back(TIFFCurrentDirOffset(tiff_.get()));
      const Status count = CheckPageCount(PageCount(), limits_);
      if (!count) return count;
    } while (TIFFReadDirectory(tiff_.get()) != 0);
    const std::uint64_t next = NextTiffDirectory(stream_.bytes, last);
    if (next != 0) return BrokenList(next);
    return CheckPageCount(PageCount(), limits_);
  }

  std::string MediaType() const override { return "image/tiff"; }
  int PageCount() const override { return static_cast<int>(pages_.size()); }

  Result<PageImage> Page(int number) const override {
    const std::uint64_t offset = pages_[static_cast<std::size_t>(number - 1)];
    if (TIFFSetSubDirectory(tiff_.get(), offset) == 0)
      return Unreadable(kTiffWhat);
    return ReadPage(tiff_.get(), stream_.bytes.size(), limits_);
  }

  Result<EncodedPage> Stored(int number) const override {
    const std::uint64_t offset = pages_[static_cast<std::size_t>(number - 1)];
    if (TIFFSetSubDirectory(tiff_.get(), offset) == 0)
      return Unreadable(kTiffWhat);
    EncodedPage page = StoredStrip(tiff_.get(), stream_.bytes.size());
    page.from_scan =
        ToStored(TakeOrientation(tiff_.get()), page.width_px, page.height_px);
    return page;
  }

 private:
  // libtiff takes a directory that it cannot read for the end of the list.
  Failure BrokenList(std::uint64_t next) const {
    if (next >= stream_.bytes.size()) return Truncated(kTiffWhat);
    return Fail(ErrorCode::kDocumentDamaged, "file",
                "the list of pages in the TIFF is damaged or runs in a "
                "circle; save it anew or scan it again");
  }

  TiffStream stream_;
  LoadLimits limits_;
  TiffPtr tiff_;
  std::vector<std::uint64_t> pages_;
};

// The first directory of a classic TIFF lies beyond the end of the file.
bool EndsBeforeDirectory(Bytes bytes) {
  return TiffNumberAt(bytes, 4, 4) + 2 > bytes.size();
}

}  // namespace

Result<std::unique_ptr<Document>> OpenTiff(Bytes bytes,
                                           const LoadLimits& limits) {
  auto document = std::make_unique<TiffDocument>(bytes, limits);
  if (!document->is_open()) {
    return EndsBeforeDirectory(bytes) ? Truncated(kTiffWhat)
                                      : Unreadable(kTiffWhat);
  }
  const Status pages = document->FindPages();
  if (!pages) return Fail(pages.error());
  return std::unique_ptr<Document>(std::move(document));
}

Result<PageImage> DecodeGroup4(Bytes data, int width_px, int height_px,
                               const LoadLimits& limits) {
  const std::vector<std::uint8_t> file = WrapGroup4(data, width_px, height_px);
  TiffStream stream{file};
  const TiffPtr tiff = OpenTiffStream(&stream);
  if (tiff == nullptr) return Unreadable(kTiffWhat);
  auto page = ReadPage(tiff.get(), file.size(), limits);
  if (page) page->dpi_x = page->dpi_y = 0.0;
  return page;
}

}  // namespace donthu

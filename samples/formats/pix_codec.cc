#include "samples/formats/pix_codec.h"

#include <leptonica/allheaders.h>
#include <unistd.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace donthu::samples {
namespace {

struct FreePix {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, FreePix>;

Failure Refused(const char* codec) {
  return Fail(ErrorCode::kInternal, codec, "The encoder gave no bytes.");
}

PixPtr ToPix(const PageImage& page) {
  const int depth = page.format == PixelFormat::kGray8 ? 8 : 32;
  PixPtr pix(pixCreate(page.width_px, page.height_px, depth));
  const std::uint8_t* from = page.pixels.data();
  for (int y = 0; y < page.height_px; ++y) {
    l_uint32* line = pixGetData(pix.get()) +
                     static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
    for (int x = 0; x < page.width_px; ++x) {
      if (depth == 8) {
        SET_DATA_BYTE(line, x, *from++);
        continue;
      }
      composeRGBPixel(from[0], from[1], from[2], line + x);
      from += 3;
    }
  }
  pixSetResolution(pix.get(), static_cast<int>(std::lround(page.dpi_x)),
                   static_cast<int>(std::lround(page.dpi_y)));
  return pix;
}

PixPtr ToBits(const PageImage& page) {
  const PixPtr pix = ToPix(page);
  return PixPtr(pixConvertTo1(pix.get(), 128));
}

Result<std::string> Taken(l_uint8* data, std::size_t size, const char* codec) {
  if (data == nullptr || size == 0) return Refused(codec);
  const void* bytes = data;
  std::string taken(static_cast<const char*>(bytes), size);
  lept_free(data);
  return taken;
}

// Leptonica writes a many-page TIFF to a file only.
class TemporaryFile {
 public:
  TemporaryFile() {
    std::string name =
        (std::filesystem::temp_directory_path() / "donthu-XXXXXX").string();
    const int descriptor = mkstemp(name.data());
    if (descriptor >= 0) ::close(descriptor);
    path_ = name;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { std::filesystem::remove(path_); }

  const std::string& path() const { return path_; }
  std::string Bytes() const {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::string path_;
};

int TiffFormat(TiffCodec codec) {
  switch (codec) {
    case TiffCodec::kG4:
      return IFF_TIFF_G4;
    case TiffCodec::kLzw:
      return IFF_TIFF_LZW;
    case TiffCodec::kDeflate:
      return IFF_TIFF_ZIP;
    case TiffCodec::kJpeg:
      break;
  }
  return IFF_TIFF_JPEG;
}

}  // namespace

Result<std::string> EncodeImage(const PageImage& page, ImageCodec codec,
                                int quality) {
  const PixPtr pix = codec == ImageCodec::kPng1 ? ToBits(page) : ToPix(page);
  l_uint8* data = nullptr;
  std::size_t size = 0;
  switch (codec) {
    case ImageCodec::kJpeg:
      pixWriteMemJpeg(&data, &size, pix.get(), quality, 0);
      return Taken(data, size, "jpeg");
    case ImageCodec::kPng:
    case ImageCodec::kPng1:
      pixWriteMemPng(&data, &size, pix.get(), 0.0F);
      return Taken(data, size, "png");
    case ImageCodec::kWebp:
      pixWriteMemWebP(&data, &size, pix.get(), quality, 0);
      return Taken(data, size, "webp");
    case ImageCodec::kJp2:
      break;
  }
  // Signal to noise in dB; 34 to 45 are what scanners choose.
  pixWriteMemJp2k(&data, &size, pix.get(), 30 + quality / 8, 5, 0, 0);
  return Taken(data, size, "jp2");
}

Result<std::string> EncodeTiff(const std::vector<PageImage>& pages,
                               TiffCodec codec) {
  const TemporaryFile file;
  const char* mode = "w";
  for (const PageImage& page : pages) {
    const PixPtr pix = codec == TiffCodec::kG4 ? ToBits(page) : ToPix(page);
    if (pixWriteTiff(file.path().c_str(), pix.get(), TiffFormat(codec), mode) !=
        0) {
      return Refused("tiff");
    }
    mode = "a";
  }
  return file.Bytes();
}

Result<G4Stream> EncodeG4(const PageImage& page) {
  const PixPtr bits = ToBits(page);
  L_COMP_DATA* data = nullptr;
  if (pixGenerateCIData(bits.get(), L_G4_ENCODE, 0, 0, &data) != 0) {
    return Refused("g4");
  }
  G4Stream stream;
  const void* bytes = data->datacomp;
  stream.bytes.assign(static_cast<const char*>(bytes), data->nbytescomp);
  stream.width_px = data->w;
  stream.height_px = data->h;
  stream.black_is_one = data->minisblack != 0;
  l_CIDataDestroy(&data);
  return stream;
}

}  // namespace donthu::samples

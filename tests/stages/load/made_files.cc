#include "tests/stages/load/made_files.h"

#include <leptonica/allheaders.h>
#include <sys/mman.h>
#include <tiffio.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <utility>

#include "stages/load/tiff_stream.h"

namespace donthu {
namespace {

l_uint32 Value(std::uint8_t byte) { return byte; }

struct Free {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<PIX, Free>;

PixPtr ToPix(const PageImage& image) {
  const bool gray = image.format == PixelFormat::kGray8;
  PixPtr pix(pixCreate(image.width_px, image.height_px,
                       image.bilevel ? 1 : (gray ? 8 : 32)));
  const std::uint8_t* at = image.pixels.data();
  for (int y = 0; y < image.height_px; ++y) {
    for (int x = 0; x < image.width_px; ++x, at += gray ? 1 : 3) {
      if (image.bilevel) {
        pixSetPixel(pix.get(), x, y, *at == 0 ? 1 : 0);
      } else if (gray) {
        pixSetPixel(pix.get(), x, y, Value(*at));
      } else {
        pixSetRGBPixel(pix.get(), x, y, at[0], at[1], at[2]);
      }
    }
  }
  pixSetResolution(pix.get(), static_cast<int>(image.dpi_x),
                   static_cast<int>(image.dpi_y));
  return pix;
}

std::string Taken(l_uint8* data, std::size_t size) {
  if (data == nullptr) throw std::runtime_error("Leptonica cannot write it");
  std::string bytes(reinterpret_cast<const char*>(data), size);
  std::free(data);
  return bytes;
}

int FormatOf(Codec codec) {
  switch (codec) {
    case Codec::kTiffG4:
      return IFF_TIFF_G4;
    case Codec::kTiffLzw:
      return IFF_TIFF_LZW;
    case Codec::kTiffDeflate:
      return IFF_TIFF_ZIP;
    case Codec::kTiffJpeg:
      return IFF_TIFF_JPEG;
    case Codec::kPng:
      return IFF_PNG;
    default:
      return IFF_TIFF;
  }
}

}  // namespace

BytesInMemory::BytesInMemory(std::string_view bytes)
    : descriptor_(memfd_create("load_test", MFD_CLOEXEC)) {
  if (write(descriptor_, bytes.data(), bytes.size()) !=
      static_cast<ssize_t>(bytes.size())) {
    throw std::runtime_error("no memory file");
  }
}

BytesInMemory::~BytesInMemory() { close(descriptor_); }

Result<std::unique_ptr<Document>> Opened(std::string_view bytes,
                                         LoadLimits limits) {
  const BytesInMemory file(bytes);
  return Load(limits).Open(file.descriptor());
}

Result<PageImage> Loaded(std::string_view bytes, int page, LoadLimits limits) {
  const auto document = Opened(bytes, limits);
  if (!document) return Fail(document.error());
  return Load(limits).Run({**document, page});
}

std::string ErrorOf(std::string_view bytes, LoadLimits limits) {
  const auto page = Loaded(bytes, 1, limits);
  if (page) return "no error";
  if (page.error().detail.empty()) return "error without a detail";
  return std::string(ToString(page.error().code));
}

PageImage Blocks(int width_px, int height_px, PixelFormat format) {
  PageImage image;
  image.width_px = width_px;
  image.height_px = height_px;
  image.format = format;
  image.dpi_x = image.dpi_y = 300.0;
  for (int y = 0; y < height_px; ++y) {
    for (int x = 0; x < width_px; ++x) {
      const bool left = x < width_px / 2;
      const bool top = y < height_px / 4;
      const std::uint8_t gray = top ? (left ? 0 : 96) : (left ? 160 : 255);
      image.pixels.push_back(gray);
      if (format == PixelFormat::kGray8) continue;
      image.pixels.push_back(top ? gray : 0);
      image.pixels.push_back(left ? 200 : gray);
    }
  }
  return image;
}

PageImage BilevelBlocks(int width_px, int height_px) {
  PageImage image = Blocks(width_px, height_px, PixelFormat::kGray8);
  for (std::uint8_t& pixel : image.pixels) pixel = pixel < 128 ? 0 : 255;
  image.bilevel = true;
  return image;
}

std::string Encoded(const PageImage& image, Codec codec) {
  const PixPtr pix = ToPix(image);
  l_uint8* data = nullptr;
  std::size_t size = 0;
  switch (codec) {
    case Codec::kJpeg:
      pixWriteMemJpeg(&data, &size, pix.get(), 95, 0);
      break;
    case Codec::kWebp:
      pixWriteMemWebP(&data, &size, pix.get(), 100, 1);
      break;
    case Codec::kJp2:
      pixWriteMemJp2k(&data, &size, pix.get(), 60, 4, 0, 0);
      break;
    default:
      pixWriteMem(&data, &size, pix.get(), FormatOf(codec));
  }
  return Taken(data, size);
}

std::string MultipageTiff(const std::vector<PageImage>& pages) {
  const std::string path = "/tmp/load_test_" + std::to_string(getpid());
  for (const PageImage& page : pages) {
    pixWriteTiff(path.c_str(), ToPix(page).get(), IFF_TIFF_G4,
                 &page == &pages.front() ? "w" : "a");
  }
  std::size_t size = 0;
  l_uint8* data = l_binaryRead(path.c_str(), &size);
  unlink(path.c_str());
  return Taken(data, size);
}

std::string Group4Data(const PageImage& image) {
  const std::string file = Encoded(image, Codec::kTiffG4);
  TiffStream stream{
      {reinterpret_cast<const std::uint8_t*>(file.data()), file.size()}};
  const TiffPtr tiff = OpenTiffStream(&stream);
  std::string data;
  if (TIFFNumberOfStrips(tiff.get()) != 1) {
    throw std::runtime_error("the image has more than one strip");
  }
  data.resize(TIFFGetStrileByteCount(tiff.get(), 0));
  TIFFReadRawStrip(tiff.get(), 0, data.data(),
                   static_cast<tmsize_t>(data.size()));
  return data;
}

int WorstDifference(const PageImage& a, const PageImage& b) {
  if (a.width_px != b.width_px || a.height_px != b.height_px ||
      a.format != b.format || a.pixels.size() != b.pixels.size()) {
    return 256;
  }
  int worst = 0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i) {
    worst = std::max(worst, std::abs(a.pixels[i] - b.pixels[i]));
  }
  return worst;
}

double MeanDifference(const PageImage& a, const PageImage& b) {
  if (WorstDifference(a, b) == 256) return 256.0;
  double sum = 0.0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i) {
    sum += std::abs(a.pixels[i] - b.pixels[i]);
  }
  return sum / static_cast<double>(a.pixels.size());
}

}  // namespace donthu

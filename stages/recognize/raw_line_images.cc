#include "stages/recognize/raw_line_images.h"

#include <dlfcn.h>
#include <leptonica/allheaders.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace donthu {
namespace {

std::atomic<int> open_scopes{0};
std::atomic<long> taken_count{0};

constexpr std::array<char, 16> kMagic = {'d', 'o', 'n', 't', 'h', 'u', ' ', 'r',
                                         'a', 'w', ' ', 'l', 'i', 'n', 'e', 0};
constexpr std::uint32_t kMaxSidePx = 1 << 15;

struct RawHeader {
  std::array<char, 16> magic = kMagic;
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::uint32_t depth = 0;
  std::int32_t dpi_x = 0;
  std::int32_t dpi_y = 0;
};

// Pixels in whole 32 bit words a row, as Leptonica keeps them.
std::size_t PixelBytes(const RawHeader& header) {
  const std::size_t words =
      (static_cast<std::size_t>(header.width) * header.depth + 31) / 32;
  return words * 4 * header.height;
}

bool IsPlainGray(PIX* pix, l_int32 format) {
  if (pix == nullptr || format != IFF_PNG || pixGetColormap(pix) != nullptr) {
    return false;
  }
  const l_int32 depth = pixGetDepth(pix);
  return (depth == 1 || depth == 8) && pixGetText(pix) == nullptr;
}

RawHeader HeaderOf(PIX* pix) {
  RawHeader header;
  header.width = static_cast<std::uint32_t>(pixGetWidth(pix));
  header.height = static_cast<std::uint32_t>(pixGetHeight(pix));
  header.depth = static_cast<std::uint32_t>(pixGetDepth(pix));
  header.dpi_x = pixGetXRes(pix);
  header.dpi_y = pixGetYRes(pix);
  return header;
}

// malloc(), since Tesseract gives the bytes back with lept_free().
bool WriteRaw(PIX* pix, l_uint8** data, std::size_t* size) {
  const RawHeader header = HeaderOf(pix);
  const std::size_t bytes = PixelBytes(header);
  void* raw = std::malloc(sizeof header + bytes);
  if (raw == nullptr) return false;
  std::memcpy(raw, &header, sizeof header);
  *data = static_cast<l_uint8*>(raw);
  std::memcpy(*data + sizeof header, pixGetData(pix), bytes);
  *size = sizeof header + bytes;
  return true;
}

bool ReadHeader(const l_uint8* data, std::size_t size, RawHeader& header) {
  if (data == nullptr || size < sizeof header) return false;
  std::memcpy(&header, data, sizeof header);
  return header.magic == kMagic && header.width - 1 < kMaxSidePx &&
         header.height - 1 < kMaxSidePx &&
         (header.depth == 1 || header.depth == 8) &&
         size == sizeof header + PixelBytes(header);
}

PIX* ReadRaw(const RawHeader& header, const l_uint8* pixels) {
  PIX* pix = pixCreateNoInit(static_cast<l_int32>(header.width),
                             static_cast<l_int32>(header.height),
                             static_cast<l_int32>(header.depth));
  if (pix == nullptr) return nullptr;
  std::memcpy(pixGetData(pix), pixels, PixelBytes(header));
  pixSetResolution(pix, header.dpi_x, header.dpi_y);
  pixSetInputFormat(pix, IFF_PNG);
  ++taken_count;
  return pix;
}

template <typename Function>
Function Next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

using WriteMem = l_ok (*)(l_uint8**, std::size_t*, PIX*, l_int32);
using ReadMem = PIX* (*)(const l_uint8*, std::size_t);

}  // namespace

RawLineImages::RawLineImages() { ++open_scopes; }
RawLineImages::~RawLineImages() { --open_scopes; }
long RawLineImages::TakenCount() { return taken_count; }

std::string LeptonicaVersion() {
  char* text = getLeptonicaVersion();
  if (text == nullptr) return "";
  std::string version = text;
  lept_free(text);
  return version;
}

}  // namespace donthu

extern "C" {

__attribute__((visibility("default"))) l_ok pixWriteMem(l_uint8** pdata,
                                                        size_t* psize, PIX* pix,
                                                        l_int32 format) {
  if (pdata != nullptr && psize != nullptr && donthu::open_scopes > 0 &&
      donthu::IsPlainGray(pix, format) && donthu::WriteRaw(pix, pdata, psize)) {
    return 0;
  }
  static const auto next = donthu::Next<donthu::WriteMem>("pixWriteMem");
  return next == nullptr ? 1 : next(pdata, psize, pix, format);
}

__attribute__((visibility("default"))) PIX* pixReadMem(const l_uint8* data,
                                                       size_t size) {
  donthu::RawHeader header;
  if (donthu::open_scopes > 0 && donthu::ReadHeader(data, size, header)) {
    return donthu::ReadRaw(header, data + sizeof header);
  }
  static const auto next = donthu::Next<donthu::ReadMem>("pixReadMem");
  return next == nullptr ? nullptr : next(data, size);
}

}  // extern "C"

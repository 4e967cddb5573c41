#include "stages/load/stored_boxes.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "stages/load/exif.h"
#include "stages/load/limits.h"
#include "stages/load/orientation.h"

namespace donthu {
namespace {

constexpr std::size_t kPngSignatureBytes = 8;
constexpr std::size_t kPngFrameBytes = 12;  // length, name, check sum
constexpr std::size_t kIhdrBytes = 13;
constexpr std::size_t kBoxHeadBytes = 8;

std::uint32_t Number(Bytes bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value = value << 8U | (at + i < bytes.size() ? bytes[at + i] : 0U);
  }
  return value;
}

std::string_view NameAt(Bytes bytes, std::size_t at) {
  return {reinterpret_cast<const char*>(bytes.data()) + at, 4};
}

// Hands on name and content, until `take` says that it has seen enough.
using Take = std::function<bool(std::string_view name, Bytes content)>;

void ForEachChunk(Bytes bytes, const Take& take) {
  std::size_t at = kPngSignatureBytes;
  while (at + kPngFrameBytes <= bytes.size()) {
    const std::size_t length = Number(bytes, at);
    if (length > bytes.size() - at - kPngFrameBytes) return;
    if (!take(NameAt(bytes, at + 4), bytes.subspan(at + 8, length))) return;
    at += length + kPngFrameBytes;
  }
}

void ForEachBox(Bytes bytes, const Take& take) {
  std::size_t at = 0;
  while (at + kBoxHeadBytes <= bytes.size()) {
    std::size_t length = Number(bytes, at);
    if (length == 0) length = bytes.size() - at;  // to the end
    if (length < kBoxHeadBytes || length > bytes.size() - at) return;
    const Bytes content =
        bytes.subspan(at + kBoxHeadBytes, length - kBoxHeadBytes);
    if (!take(NameAt(bytes, at + 4), content)) return;
    at += length;
  }
}

// False where a PDF would not read the chunk's pixels as we do.
bool ReadIhdr(Bytes content, EncodedPage* page) {
  constexpr std::uint8_t kGray = 0;
  constexpr std::uint8_t kTrueColour = 2;
  constexpr std::uint8_t kIndexed = 3;
  if (content.size() != kIhdrBytes || content[10] != 0 || content[11] != 0 ||
      content[12] != 0) {
    return false;
  }
  page->width_px = static_cast<int>(Number(content, 0));
  page->height_px = static_cast<int>(Number(content, 4));
  page->bits = content[8];
  if (content[9] == kTrueColour) page->colour = PageColour::kRgb;
  if (content[9] == kIndexed) page->colour = PageColour::kPalette;
  return content[9] == kGray || content[9] == kTrueColour ||
         content[9] == kIndexed;
}

struct Jp2Facts {
  int components = 0;
  int bits = 0;
  std::uint32_t colour = 0;  // EnumCS of the first colour box
  bool plain = true;
};

void ReadJp2Header(Bytes header, EncodedPage* page, Jp2Facts* facts) {
  constexpr std::uint8_t kEnumerated = 1;
  ForEachBox(header, [&](std::string_view name, Bytes content) {
    if (name == "ihdr" && content.size() >= 11) {
      page->height_px = static_cast<int>(Number(content, 0));
      page->width_px = static_cast<int>(Number(content, 4));
      facts->components = content[8] << 8 | content[9];
      facts->bits = content[10] + 1;
    } else if (name == "colr" && content.size() >= 7 && facts->colour == 0) {
      if (content[0] == kEnumerated) facts->colour = Number(content, 3);
    } else if (name == "pclr" || name == "cmap" || name == "cdef" ||
               name == "colr") {
      facts->plain = false;
    }
    return true;
  });
}

}  // namespace

Result<EncodedPage> StoredPng(Bytes bytes, const LoadLimits& limits) {
  EncodedPage page;
  int orientation = 1;
  bool plain = false;
  ForEachChunk(bytes, [&](std::string_view name, Bytes content) {
    if (name == "IHDR") {
      plain = ReadIhdr(content, &page);
    } else if (name == "tRNS") {
      plain = false;
    } else if (name == "PLTE") {
      page.palette.assign(content.begin(), content.end());
    } else if (name == "eXIf") {
      orientation = ReadExif(content).orientation;
    } else if (name == "IDAT") {
      page.bytes.insert(page.bytes.end(), content.begin(), content.end());
    }
    return plain;
  });
  const bool has_palette =
      page.palette.size() >= 3 && page.palette.size() % 3 == 0;
  if (page.colour != PageColour::kPalette) page.palette.clear();
  if (!plain || page.bytes.empty() ||
      (page.colour == PageColour::kPalette && !has_palette)) {
    return EncodedPage();
  }
  const Status size = CheckSize(page.width_px, page.height_px, limits);
  if (!size) return Fail(size.error());
  page.coding = PageCoding::kDeflate;
  page.predictor = 15;
  page.from_scan =
      ToStored(OrientationFromTag(orientation), page.width_px, page.height_px);
  return page;
}

Result<EncodedPage> StoredJpeg2000(Bytes bytes, const LoadLimits& limits) {
  constexpr std::uint32_t kSrgb = 16;
  constexpr std::uint32_t kGray = 17;
  EncodedPage page;
  Jp2Facts facts;
  bool is_jp2 = false;
  ForEachBox(bytes, [&](std::string_view name, Bytes content) {
    is_jp2 = is_jp2 || name == "ftyp";
    if (name == "jp2h") ReadJp2Header(content, &page, &facts);
    return name != "jp2c";
  });
  const bool known = (facts.components == 1 && facts.colour == kGray) ||
                     (facts.components == 3 && facts.colour == kSrgb);
  if (!is_jp2 || !known || !facts.plain || facts.bits != 8) {
    return EncodedPage();
  }
  const Status size = CheckSize(page.width_px, page.height_px, limits);
  if (!size) return Fail(size.error());
  page.coding = PageCoding::kJpeg2000;
  page.bytes.assign(bytes.begin(), bytes.end());
  if (facts.components == 3) page.colour = PageColour::kRgb;
  return page;
}

}  // namespace donthu

// An engine for tests of what runs an engine: instant and deterministic.
#pragma once

#include <cstdint>
#include <string>

#include "stages/recognize/recognize.h"

namespace donthu {

// Reads one word a page: "trang" and 16 hex digits that depend on every pixel
// and on the size, over the whole page. A page of white is blank. A page of
// one pixel fails with kOcrFailed.
class FakeEngine : public OcrEngine {
 public:
  EngineInfo Info() const override {
    return {"fake 1", "none", std::string(64, '0'), "fake"};
  }

  Result<PageText> Read(const PageImage& page) override {
    ++reads;
    if (page.pixels.size() <= 1) {
      return Fail(ErrorCode::kOcrFailed, "page image", "The fake gave up.");
    }
    PageText text{page.width_px, page.height_px, {}};
    if (IsBlank(page)) return text;
    const BoxPx box{0, 0, page.width_px, page.height_px};
    const TextLine line{box, {{"trang" + Hash(page), box, confidence}}};
    text.blocks = {{box, {{box, {line}}}}};
    return text;
  }

  Result<PageText> ReadAs(const ReadingWay&, const PageImage& page) override {
    return Read(page);
  }

  Result<Orientation> Orient(const PageImage&) override {
    ++orientations;
    return orientation;
  }

  double confidence = 0.9;  // of the words to come
  Orientation orientation;  // the answer to come
  int reads = 0;            // calls so far
  int orientations = 0;     // calls so far

 private:
  static bool IsBlank(const PageImage& page) {
    for (const std::uint8_t pixel : page.pixels) {
      if (pixel != 255) return false;
    }
    return true;
  }

  // FNV-1a, 64 bits.
  static std::string Hash(const PageImage& page) {
    std::uint64_t hash = 14695981039346656037ULL;
    const auto add = [&hash](std::uint64_t value) {
      hash = (hash ^ value) * 1099511628211ULL;
    };
    add(static_cast<std::uint64_t>(page.width_px));
    for (const std::uint8_t pixel : page.pixels) add(pixel);
    std::string digits;
    for (unsigned shift = 64; shift != 0; shift -= 4) {
      digits += "0123456789abcdef"[(hash >> (shift - 4)) & 15U];
    }
    return digits;
  }
};

}  // namespace donthu

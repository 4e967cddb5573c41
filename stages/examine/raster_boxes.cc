#include "stages/examine/raster_boxes.h"

#include <leptonica/allheaders.h>

#include <cstddef>
#include <cstring>
#include <memory>

namespace donthu {
namespace {

struct Destroy {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
  void operator()(BOXA* boxes) const { boxaDestroy(&boxes); }
};

// Eight bytes of 0 or 1 to eight bits, the first one highest (x86-64).
l_uint32 BitsOf(const std::uint8_t* bytes) {
  constexpr std::uint64_t kGather = 0x8040201008040201ULL;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return static_cast<l_uint32>((word * kGather) >> 56);
}

void PutRow(const std::uint8_t* from, int width_px, l_uint32* to) {
  int x = 0;
  for (; x + 32 <= width_px; x += 32) {
    to[x / 32] = (BitsOf(from + x) << 24) | (BitsOf(from + x + 8) << 16) |
                 (BitsOf(from + x + 16) << 8) | BitsOf(from + x + 24);
  }
  for (; x < width_px; ++x) {
    to[x / 32] |= static_cast<l_uint32>(from[x]) << (31 - x % 32);
  }
}

}  // namespace

std::vector<BoxPx> ConnectedBoxes(const std::vector<std::uint8_t>& ink,
                                  int width_px, int height_px) {
  // Its warnings would go to standard error.
  setMsgSeverity(L_SEVERITY_NONE);
  std::vector<BoxPx> found;
  const std::unique_ptr<PIX, Destroy> pix(pixCreate(width_px, height_px, 1));
  if (!pix) return found;
  for (int y = 0; y < height_px; ++y) {
    PutRow(
        &ink[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_px)],
        width_px,
        pixGetData(pix.get()) +
            static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get()));
  }
  const std::unique_ptr<BOXA, Destroy> boxes(pixConnCompBB(pix.get(), 8));
  if (!boxes) return found;
  const int count = boxaGetCount(boxes.get());
  found.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    l_int32 x = 0;
    l_int32 y = 0;
    l_int32 w = 0;
    l_int32 h = 0;
    if (boxaGetBoxGeometry(boxes.get(), i, &x, &y, &w, &h) != 0) continue;
    found.push_back({x, y, x + w, y + h});
  }
  return found;
}

}  // namespace donthu

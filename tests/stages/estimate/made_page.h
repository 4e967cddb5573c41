// Pages and readings for the tests of estimate.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "models/clean_page.h"
#include "models/page_text.h"

namespace donthu {

// A5 at 150 dpi, white.
inline CleanPage WhitePage() {
  CleanPage page;
  page.image.width_px = 874;
  page.image.height_px = 1240;
  page.image.dpi_x = page.image.dpi_y = 150.0;
  page.image.pixels.assign(std::size_t{874} * 1240, 255);
  return page;
}

inline void Ink(PageImage& image, const BoxPx& box, int tone = 0) {
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    for (int x = box.left_px; x < box.right_px; ++x) {
      image.pixels[static_cast<std::size_t>(y) *
                       static_cast<std::size_t>(image.width_px) +
                   static_cast<std::size_t>(x)] =
          static_cast<std::uint8_t>(tone);
    }
  }
}

// `count` letters of 10 x 14 pixels, 4 pixels apart; gives the box around.
inline BoxPx InkLetters(PageImage& image, int left_px, int top_px, int count,
                        int tone = 0) {
  for (int i = 0; i < count; ++i) {
    const int x = left_px + 14 * i;
    Ink(image, {x, top_px, x + 10, top_px + 14}, tone);
  }
  return {left_px, top_px, left_px + 14 * count - 4, top_px + 14};
}

// One line with these words, each in the box, as sure as told.
inline TextLine LineOf(const std::vector<std::pair<std::string, double>>& words,
                       const BoxPx& box = {0, 0, 100, 14}) {
  TextLine line{box, {}};
  for (const auto& [text, confidence] : words) {
    line.words.push_back({text, box, confidence});
  }
  return line;
}

inline PageText TextOf(const std::vector<TextLine>& lines) {
  PageText text{874, 1240, {}};
  if (lines.empty()) return text;
  text.blocks = {{{0, 0, 874, 1240}, {{{0, 0, 874, 1240}, lines}}}};
  return text;
}

}  // namespace donthu

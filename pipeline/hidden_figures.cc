#include "pipeline/hidden_figures.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/geometry.h"

namespace donthu {
namespace {

// Widths of a digit by its height.
constexpr double kDigitWidth = 0.55;
constexpr std::uint8_t kBlackBelow = 128;
// Of the ink of a word: print has 0.5 and more, figures of stamps in black ink
// a third at most.
constexpr double kPrint = 0.4;
constexpr std::string_view kDigits = "0123456789";

// Calls `visit` with x and the index of each pixel of `box` on `image`.
template <typename Visit>
void EachPixelOf(const BoxPx& box, const PageImage& image, Visit visit) {
  for (int y = std::max(box.top_px, 0);
       y < std::min(box.bottom_px, image.height_px); ++y) {
    for (int x = std::max(box.left_px, 0);
         x < std::min(box.right_px, image.width_px); ++x) {
      visit(x, static_cast<std::size_t>(y) *
                       static_cast<std::size_t>(image.width_px) +
                   static_cast<std::size_t>(x));
    }
  }
}

// How many pixels of each column of `box` are black.
std::vector<int> BlackByColumn(const PageImage& hidden, const BoxPx& box) {
  const int left = std::max(box.left_px, 0);
  const int right = std::min(box.right_px, hidden.width_px);
  std::vector<int> black(static_cast<std::size_t>(std::max(right - left, 0)));
  EachPixelOf(box, hidden, [&](int x, std::size_t at) {
    if (hidden.pixels[at] < kBlackBelow) {
      ++black[static_cast<std::size_t>(x - left)];
    }
  });
  return black;
}

// The box of a digit slides over the word: where its digits begin is unknown.
double ShareHidden(const PageImage& hidden, const BoxPx& word) {
  const std::vector<int> black = BlackByColumn(hidden, word);
  const auto width = std::min<std::size_t>(
      static_cast<std::size_t>(std::max(1.0, kDigitWidth * word.height_px())),
      black.size());
  int sum = 0;
  int most = 0;
  for (std::size_t x = 0; x < black.size(); ++x) {
    sum += black[x];
    if (x >= width) sum -= black[x - width];
    most = std::max(most, sum);
  }
  const double pixels = static_cast<double>(width) * word.height_px();
  return pixels > 0.0 ? most / pixels : 0.0;
}

bool HasFigures(const Word& word) {
  return word.text.find_first_of(kDigits) != std::string::npos;
}

bool IsHidden(const PageImage& hidden, double most, const Word& word) {
  return HasFigures(word) && ShareHidden(hidden, word.box) > most;
}

bool IsPrint(const PageImage& hidden, const PageImage& all, const BoxPx& word) {
  int ink = 0;
  int black = 0;
  EachPixelOf(word, all, [&](int, std::size_t at) {
    if (all.pixels[at] >= kBlackBelow) return;
    ++ink;
    if (hidden.pixels[at] < kBlackBelow) ++black;
  });
  return black > kPrint * ink;
}

// From the first digit to the last.
std::string_view FiguresOf(std::string_view text) {
  const std::size_t first = text.find_first_of(kDigits);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_of(kDigits) + 1 - first);
}

bool SameFigures(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return x == y || x == '/' || y == '/';
  });
}

bool Reads(const PageText& reading, const Word& wanted) {
  bool found = false;
  EachWord(reading, [&](const Word& word) {
    found =
        found || (!Intersection(word.box, wanted.box).empty() &&
                  SameFigures(FiguresOf(word.text), FiguresOf(wanted.text)));
  });
  return found;
}

}  // namespace

bool HidesFigures(const PageImage& hidden, const PageText& text) {
  bool found = false;
  EachWord(text, [&](const Word& word) {
    found = found || IsHidden(hidden, kPartlyHidden, word);
  });
  return found;
}

void DoubtHidden(const PageImage& hidden, PageText& text) {
  EachWord(text, [&](Word& word) {
    if (IsHidden(hidden, kMostHidden, word)) word.confidence = 0.0;
  });
}

void DoubtPrint(const PageImage& hidden, const PageImage& all, PageText& text) {
  if (hidden.pixels.size() != all.pixels.size()) return;
  EachWord(text, [&](Word& word) {
    if (HasFigures(word) && IsPrint(hidden, all, word.box)) {
      word.confidence = 0.0;
    }
  });
}

void DoubtDisputed(const PageImage& hidden, std::span<PageText> readings) {
  for (PageText& reading : readings) {
    EachWord(reading, [&](Word& word) {
      if (!IsHidden(hidden, kPartlyHidden, word)) return;
      const bool all = std::all_of(
          readings.begin(), readings.end(),
          [&](const PageText& other) { return Reads(other, word); });
      if (!all) word.confidence = 0.0;
    });
  }
}

}  // namespace donthu

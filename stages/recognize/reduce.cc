#include "stages/recognize/reduce.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/paper.h"

namespace donthu {
namespace {

// Letters of 12 to 14 pt come closest to the 36 pixels of line height that
// the network wants; Tesseract's own scaling from 300 dpi loses marks.
// Measured on scans and drawn pages from 140 to 300 dpi: where the scan has
// more to give, marks on capitals need the finer reading; scans of 200 dpi
// are read best at 150.
constexpr double kReadingDpi = 150.0;
constexpr double kFineReadingDpi = 165.0;
constexpr double kFineAboveDpi = 240.0;
constexpr double kMinReduction = 1.2;

constexpr std::uint32_t kUnit = 256;  // weight of a whole pixel

// Input pixels [first, first + count) under one output pixel.
struct Cover {
  std::size_t first = 0;
  std::size_t count = 0;
  std::uint32_t first_weight = kUnit;
  std::uint32_t last_weight = 0;  // where count is above 1

  std::uint32_t Weight(std::size_t i) const {
    if (i == 0) return first_weight;
    return i + 1 == count ? last_weight : kUnit;
  }
  std::uint32_t Total() const {
    std::uint32_t total = 0;
    for (std::size_t i = 0; i < count; ++i) total += Weight(i);
    return total;
  }
};

std::uint32_t ToWeight(double share) {
  return static_cast<std::uint32_t>(std::lround(share * kUnit));
}

Cover CoverOf(int index, double ratio, int limit) {
  const double from = index * ratio;
  const double to = std::min(from + ratio, static_cast<double>(limit));
  Cover cover;
  cover.first = static_cast<std::size_t>(from);
  const auto last = static_cast<std::size_t>(std::ceil(to));
  cover.count = std::max<std::size_t>(1, last - cover.first);
  if (cover.count == 1) return cover;
  cover.first_weight = ToWeight(static_cast<double>(cover.first) + 1.0 - from);
  cover.last_weight = ToWeight(to - static_cast<double>(last) + 1.0);
  return cover;
}

std::vector<Cover> CoversOf(int out_size, double ratio, int in_size) {
  std::vector<Cover> covers;
  covers.reserve(static_cast<std::size_t>(out_size));
  for (int i = 0; i < out_size; ++i) {
    covers.push_back(CoverOf(i, ratio, in_size));
  }
  return covers;
}

// Sums the rows under `down` into `sums`, one a column.
void AddRows(const PageImage& gray, const Cover& down,
             std::vector<std::uint32_t>& sums) {
  std::fill(sums.begin(), sums.end(), 0U);
  for (std::size_t i = 0; i < down.count; ++i) {
    const std::uint32_t weight = down.Weight(i);
    const std::uint8_t* row = &gray.pixels[(down.first + i) * sums.size()];
    for (std::size_t x = 0; x < sums.size(); ++x) sums[x] += weight * row[x];
  }
}

std::uint8_t MeanOf(const std::vector<std::uint32_t>& sums, const Cover& across,
                    std::uint32_t down_total) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < across.count; ++i) {
    sum += std::uint64_t{across.Weight(i)} * sums[across.first + i];
  }
  const std::uint64_t total = std::uint64_t{across.Total()} * down_total;
  return static_cast<std::uint8_t>((sum + total / 2) / total);
}

}  // namespace

PageImage Reduced(const PageImage& gray, double ratio) {
  PageImage image;
  image.width_px = std::max(1, static_cast<int>(gray.width_px / ratio));
  image.height_px = std::max(1, static_cast<int>(gray.height_px / ratio));
  image.dpi_x = gray.dpi_x / ratio;
  image.dpi_y = gray.dpi_y / ratio;
  image.pixels.reserve(static_cast<std::size_t>(image.width_px) *
                       static_cast<std::size_t>(image.height_px));
  const auto across = CoversOf(image.width_px, ratio, gray.width_px);
  std::vector<std::uint32_t> sums(static_cast<std::size_t>(gray.width_px));
  for (int y = 0; y < image.height_px; ++y) {
    const Cover down = CoverOf(y, ratio, gray.height_px);
    AddRows(gray, down, sums);
    const std::uint32_t total = down.Total();
    for (const Cover& cover : across) {
      image.pixels.push_back(MeanOf(sums, cover, total));
    }
  }
  return image;
}

PageImage Darkened(PageImage gray, double darker) {
  constexpr double kWhite = 255.0;
  std::array<std::uint8_t, 256> table;
  for (std::size_t v = 0; v < table.size(); ++v) {
    table[v] = static_cast<std::uint8_t>(std::lround(
        kWhite * std::pow(static_cast<double>(v) / kWhite, darker)));
  }
  for (std::uint8_t& pixel : gray.pixels) pixel = table[pixel];
  return gray;
}

double ReadingDpi(const PageImage& page) {
  return page.dpi_x > 0.0 ? page.dpi_x : page.height_px / kA4HeightInches;
}

double ReadingReduction(const PageImage& page, double finer) {
  const double dpi = ReadingDpi(page);
  const double ratio =
      dpi / (dpi > kFineAboveDpi ? kFineReadingDpi : kReadingDpi) / finer;
  return ratio < kMinReduction ? 1.0 : ratio;
}

}  // namespace donthu

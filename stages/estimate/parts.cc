#include "stages/estimate/parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "models/paper.h"

namespace donthu {
namespace {

constexpr double kEnoughDpi = 150.0;
constexpr double kBlackShare = 0.01;
constexpr int kLeastContrast = 24;  // less is no ink but the paper's grain

struct Raster {
  int width_px = 0;
  int height_px = 0;
  std::vector<std::uint8_t> samples;

  const std::uint8_t* Row(int y) const {
    return samples.data() +
           static_cast<std::size_t>(y) * static_cast<std::size_t>(width_px);
  }
};

// Pixels [left, right) of one row, of the part `part`.
struct Run {
  int left = 0;
  int right = 0;
  int part = 0;
};

int FactorOf(const PageImage& gray) {
  const double dpi =
      gray.dpi_y > 0.0
          ? gray.dpi_y
          : std::max(gray.width_px, gray.height_px) / kA4HeightInches;
  const int most = std::min({16, gray.width_px, gray.height_px});
  return std::clamp(static_cast<int>(std::lround(dpi / kEnoughDpi)), 1,
                    std::max(1, most));
}

// Means of `factor` x `factor` pixels.
Raster Reduced(const PageImage& gray, int factor) {
  Raster out{gray.width_px / factor, gray.height_px / factor, {}};
  out.samples.reserve(static_cast<std::size_t>(out.width_px) *
                      static_cast<std::size_t>(out.height_px));
  const auto width = static_cast<std::size_t>(gray.width_px);
  const auto area = static_cast<unsigned>(factor * factor);
  std::vector<unsigned> sums(static_cast<std::size_t>(out.width_px));
  for (int y = 0; y < out.height_px; ++y) {
    std::fill(sums.begin(), sums.end(), 0U);
    for (int i = 0; i < factor; ++i) {
      const std::uint8_t* from =
          &gray.pixels[static_cast<std::size_t>(y * factor + i) * width];
      for (unsigned& sum : sums) {
        for (int j = 0; j < factor; ++j) sum += *from++;
      }
    }
    for (const unsigned sum : sums) {
      out.samples.push_back(static_cast<std::uint8_t>(sum / area));
    }
  }
  return out;
}

int Threshold(const Raster& page) {
  std::array<std::size_t, 256> counts{};
  for (const std::uint8_t sample : page.samples) ++counts[sample];
  const int paper = static_cast<int>(
      std::max_element(counts.begin() + 64, counts.end()) - counts.begin());
  std::size_t darker = 0;
  for (int tone = 0; tone < paper - kLeastContrast; ++tone) {
    darker += counts[static_cast<std::size_t>(tone)];
  }
  const auto wanted =
      static_cast<std::size_t>(static_cast<double>(darker) * kBlackShare);
  int black = 0;
  for (std::size_t below = counts[0]; below <= wanted && black < paper;) {
    below += counts[static_cast<std::size_t>(++black)];
  }
  return std::min((paper + black) / 2, paper - kLeastContrast);
}

// Which parts are one, while rows are joined.
class Parts {
 public:
  int Add() {
    parents_.push_back(static_cast<int>(parents_.size()));
    parts_.emplace_back();
    return parents_.back();
  }

  int Find(int part) {
    while (Parent(part) != part) {
      Parent(part) = Parent(Parent(part));
      part = Parent(part);
    }
    return part;
  }

  int Join(int a, int b) {
    a = Find(a);
    b = Find(b);
    Parent(std::max(a, b)) = std::min(a, b);
    return std::min(a, b);
  }

  DarkPart& At(int part) { return parts_[static_cast<std::size_t>(part)]; }

  std::vector<DarkPart> Take() {
    for (int i = static_cast<int>(parts_.size()) - 1; i >= 0; --i) {
      const int to = Find(i);
      if (to == i) continue;
      At(to).box = Union(At(to).box, At(i).box);
      At(to).area_px += At(i).area_px;
      At(to).darkness_sum += At(i).darkness_sum;
      At(i) = {};
    }
    std::erase_if(parts_, [](const auto& part) { return part.area_px == 0; });
    return std::move(parts_);
  }

 private:
  int& Parent(int part) { return parents_[static_cast<std::size_t>(part)]; }

  std::vector<int> parents_;
  std::vector<DarkPart> parts_;
};

std::vector<Run> RunsOf(const std::uint8_t* row, int width_px, int threshold) {
  std::vector<Run> runs;
  for (int x = 0; x < width_px; ++x) {
    if (row[x] >= threshold) continue;
    const int left = x;
    while (x < width_px && row[x] < threshold) ++x;
    runs.push_back({left, x, -1});
  }
  return runs;
}

void JoinRows(const std::vector<Run>& above, std::vector<Run>& runs,
              Parts& parts) {
  auto first = above.begin();
  for (Run& run : runs) {
    while (first != above.end() && first->right < run.left) ++first;
    for (auto it = first; it != above.end() && it->left <= run.right; ++it) {
      run.part =
          run.part < 0 ? parts.Find(it->part) : parts.Join(run.part, it->part);
    }
    if (run.part < 0) run.part = parts.Add();
  }
}

void Count(const std::uint8_t* row, int y, const Run& run, DarkPart& part) {
  part.box = Union(part.box, {run.left, y, run.right, y + 1});
  part.area_px += run.right - run.left;
  for (int x = run.left; x < run.right; ++x) part.darkness_sum += 255 - row[x];
}

}  // namespace

DarkParts DarkPartsOf(const PageImage& gray) {
  DarkParts found;
  found.factor = FactorOf(gray);
  const Raster page = Reduced(gray, found.factor);
  if (page.samples.empty()) return found;
  const int threshold = Threshold(page);
  Parts parts;
  std::vector<Run> above;
  for (int y = 0; y < page.height_px; ++y) {
    std::vector<Run> runs = RunsOf(page.Row(y), page.width_px, threshold);
    JoinRows(above, runs, parts);
    for (const Run& run : runs) Count(page.Row(y), y, run, parts.At(run.part));
    above = std::move(runs);
  }
  found.parts = parts.Take();
  for (DarkPart& part : found.parts) {
    const int f = found.factor;
    part.box = {part.box.left_px * f, part.box.top_px * f,
                part.box.right_px * f, part.box.bottom_px * f};
  }
  return found;
}

}  // namespace donthu

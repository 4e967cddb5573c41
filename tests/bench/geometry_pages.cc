#include "tests/bench/geometry_pages.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "samples/conditions/condition.h"
#include "samples/conditions/raster.h"
#include "samples/draw_letter.h"
#include "samples/rng.h"
#include "samples/truth.h"
#include "samples/write_samples.h"

namespace donthu::bench {
namespace {

using samples::Condition;
using samples::FindCondition;
using samples::Rng;
using samples::SampleLetter;

// The last page of a letter may hold a name and a signature alone: what their
// letters hop by is more than what is measured.
constexpr std::size_t kLeastRows = 3;

using Letters = std::vector<SampleLetter>;

Rng Chance(std::string_view what, int index, std::uint64_t seed) {
  return Rng(seed).Fork(what).Fork(std::to_string(index));
}

// A typewriter's letters come from the machine alone.
const Condition& Suiting(const Condition& condition,
                         const SampleLetter& letter) {
  const bool suits = samples::FitOf(condition, letter) == samples::Fit::kSuits;
  return suits ? condition : *FindCondition("typewriter");
}

struct Page {
  samples::DrawnLetter letter;
  std::size_t number = 0;
  std::string start;  // of its name
  std::string_view condition;

  std::string name() const {
    return start + " " + std::to_string(number + 1) + " " +
           std::string(condition);
  }

  const PageImage& scan() const { return letter.pages[number].scan.image; }
  std::string text() const {
    return samples::TextOf(letter.laid.pages[number]);
  }
};

// The letters in turn, so that each gives as many pages as the others.
Result<Page> AnyPage(const Letters& letters, int index,
                     const Condition& condition, Rng& rng) {
  const SampleLetter& letter =
      letters[static_cast<std::size_t>(index) % letters.size()];
  const Condition& suiting = Suiting(condition, letter);
  auto drawn = samples::DrawLetter(letter, suiting, rng.Next());
  if (!drawn) return Fail(drawn.error());
  Page page;
  page.number = static_cast<std::size_t>(
      rng.Whole(0, static_cast<int>(drawn->pages.size()) - 1));
  page.letter = std::move(*drawn);
  page.start = letter.id;
  page.condition = suiting.name;
  return page;
}

// The lines' upper and lower edges, from the top.
std::vector<std::pair<int, int>> RowsOf(const Page& page) {
  std::vector<std::pair<int, int>> rows;
  std::vector<BoxPx> boxes;
  for (const auto& word : samples::WordsOf(page.letter, page.number)) {
    boxes.push_back(word.place.scan_box);
  }
  std::sort(boxes.begin(), boxes.end(),
            [](const BoxPx& a, const BoxPx& b) { return a.top_px < b.top_px; });
  for (const BoxPx& box : boxes) {
    if (rows.empty() || box.top_px >= rows.back().second - 8) {
      rows.emplace_back(box.top_px, box.bottom_px);
    } else {
      rows.back().second = std::max(rows.back().second, box.bottom_px);
    }
  }
  return rows;
}

// Elsewhere the paper of the left margin is laid, over and over.
void KeepRows(int top, int bottom, PageImage& sheet) {
  constexpr std::size_t kFrom = 12;
  constexpr std::size_t kWide = 96;
  const auto bytes = static_cast<std::size_t>(BytesPerPixel(sheet.format));
  const std::size_t stride = static_cast<std::size_t>(sheet.width_px) * bytes;
  for (int y = 0; y < sheet.height_px; ++y) {
    if (y >= top && y < bottom) continue;
    std::uint8_t* row = &sheet.pixels[static_cast<std::size_t>(y) * stride];
    for (std::size_t i = (kFrom + kWide) * bytes; i < stride; ++i) {
      row[i] = row[kFrom * bytes + i % (kWide * bytes)];
    }
  }
}

// Takes away all but a few lines or the head of the page; says what stays.
std::string Cut(const Page& page, Rng rng, PageImage& sheet) {
  const int kind = rng.Whole(0, 3);
  const auto rows = RowsOf(page);
  if (kind < 2 || rows.empty()) return "whole";
  if (kind == 2) {
    KeepRows(0, sheet.height_px / 3, sheet);
    return "head";
  }
  const int last = static_cast<int>(rows.size()) - 1;
  const int count = std::min(rng.Whole(3, 6), last + 1);
  const auto first = static_cast<std::size_t>(rng.Whole(0, last + 1 - count));
  KeepRows(rows[first].first - 4,
           rows[first + static_cast<std::size_t>(count) - 1].second + 4, sheet);
  return "lines";
}

}  // namespace

Result<WrongPage> SkewedPage(const Letters& letters, int index,
                             std::uint64_t seed) {
  constexpr std::array<std::string_view, 4> kConditions = {
      "clean", "fax", "old_paper", "low_resolution"};
  Rng rng = Chance("skew", index, seed);
  const auto which =
      kConditions[static_cast<std::size_t>(index) % kConditions.size()];
  // Old paper is scanned flat; what a fax loses it loses of the askew sheet.
  const auto drawn_in = which == "old_paper" ? which : "clean";
  auto page = AnyPage(letters, index, *FindCondition(drawn_in), rng);
  if (!page) return Fail(page.error());
  if (RowsOf(*page).size() < kLeastRows) page->number = 0;
  WrongPage wrong;
  PageImage sheet = samples::ToRgb(page->scan());
  const std::string kept = Cut(*page, rng.Fork("cut"), sheet);
  const double askew = rng.Between(-15.0, 15.0);
  sheet = samples::Warped(
      sheet, samples::Rotation(askew, sheet.width_px, sheet.height_px),
      sheet.width_px, sheet.height_px, [](int, int) { return samples::Rgb{}; });
  sheet.dpi_x = sheet.dpi_y = samples::kSheetDpi;
  auto scan = samples::ScanSheet(sheet, *FindCondition(which), rng.Next());
  wrong.scan = std::move(scan.image);
  wrong.skew_deg = askew + scan.skew_deg;
  wrong.name = page->name() + " " + std::string(which) + " " + kept;
  return wrong;
}

Result<WrongPage> TurnedPage(const Letters& letters, int index,
                             std::uint64_t seed) {
  constexpr std::array<std::string_view, 5> kConditions = {
      "clean", "fax", "seal", "old_paper", "low_resolution"};
  Rng rng = Chance("turn", index, seed);
  const auto which =
      kConditions[static_cast<std::size_t>(index) % kConditions.size()];
  const auto page = AnyPage(letters, index, *FindCondition(which), rng);
  if (!page) return Fail(page.error());
  WrongPage wrong;
  wrong.turned_deg = rng.Whole(0, 3) * 90;
  wrong.scan = samples::Turned(page->scan(), wrong.turned_deg);
  wrong.name = page->name();
  wrong.text = page->text();
  return wrong;
}

Result<WrongPage> PageIn(const std::string& condition, const Letters& letters,
                         int index, std::uint64_t seed) {
  Rng rng = Chance(condition, index, seed);
  const auto page = AnyPage(letters, index, *FindCondition(condition), rng);
  if (!page) return Fail(page.error());
  WrongPage wrong;
  wrong.scan = page->scan();
  wrong.name = page->name();
  wrong.text = page->text();
  return wrong;
}

}  // namespace donthu::bench

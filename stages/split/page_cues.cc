#include "stages/split/page_cues.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "models/page_number.h"
#include "stages/split/folded.h"
#include "stages/split/page_lines.h"
#include "stages/split/phrases.h"

namespace donthu {
namespace {

using Lines = std::vector<PageLine>;
using Text = std::string_view;

// Shares of a page's height, and numbers of lines.
constexpr double kHead = 0.45;
constexpr double kSalutationZone = 0.6;
constexpr double kEdge = 0.09;  // page numbers stand there
constexpr std::size_t kFootLines = 12;
constexpr int kMostTitleWords = 12;
constexpr int kMostSignOffWords = 8;
// From this share of the longest line's way on a line is full.
constexpr double kFullLine = 0.9;

constexpr double kSmallTitleZone = 0.3;
constexpr int kMostSmallTitleWords = 7;
constexpr int kBareSalutationWords = 3;
constexpr int kMostDatelineWords = 11;
constexpr std::size_t kNameLines = 3;

// "Số: 12/QĐ-UBND": also where the number is left blank.
bool IsOfficeNumber(Text folded) {
  if (folded.substr(0, 2) != "so") return false;
  folded.remove_prefix(2);
  const std::size_t at = folded.find_first_not_of(" :.,0123456789");
  return at < 12 && folded[at] == '/';
}

// A line above its paragraph, not the beginning of a sentence.
bool StandsAlone(const PageLine& line) {
  return line.mostly_capitals && line.words <= kMostTitleWords;
}

double Share(int part, int whole) {
  return whole > 0 ? static_cast<double>(part) / whole : 0.0;
}

// In the line of "Kính gửi"; in the next where it stands alone.
bool IsToOffice(const Lines& lines, const PageLine& salutation) {
  if (HoldsOne(" " + salutation.folded + " ", kOffices)) return true;
  const auto next = static_cast<std::size_t>(&salutation - lines.data()) + 1;
  return salutation.words <= kBareSalutationWords && next < lines.size() &&
         HoldsOne(" " + lines[next].folded + " ", kOffices);
}

// "Cao Lãnh, ngày 18 tháng 7 năm 2023", "TP.HCM, 28-3-2019".
bool IsDateline(const PageLine& line) {
  if (line.words > kMostDatelineWords) return false;
  const Text folded = line.folded;
  const std::size_t year = folded.find_last_of("0123456789");
  const bool ends_with_year = year != Text::npos && year + 2 > folded.size();
  return ends_with_year && year >= 4 &&
         (folded.find("ngay ") != Text::npos ||
          folded.find("thang ") != Text::npos ||
          folded.find_last_of("/-.") + 5 == folded.size());
}

bool IsTitle(const PageLine& line, double top) {
  const Text folded = line.folded;
  if (StandsAlone(line) && StartsWithOne(folded, kTitles)) return true;
  if (StandsAlone(line) && folded == "don") return true;
  return top < kSmallTitleZone && line.words <= kMostSmallTitleWords &&
         StartsWithOne(folded, kSmallTitles);
}

void TakeHead(const Lines& lines, int height_px, PageCues& cues) {
  for (const PageLine& line : lines) {
    const double top = Share(line.box.top_px, height_px);
    if (top > kSalutationZone) return;
    const Text folded = line.folded;
    if (StartsWithOne(folded, kSalutations)) {
      cues.salutation = true;
      cues.to_office |= IsToOffice(lines, line);
    }
    if (top > kHead) continue;
    cues.address |= StartsWithOne(folded, kAddresses);
    cues.heading |= HoldsOne(folded, kHeadings);
    cues.opening |= StartsWithOne(folded, kOpenings);
    cues.office |= IsOfficeNumber(folded);
    cues.dateline |= top < kSmallTitleZone && IsDateline(line);
    cues.title |= IsTitle(line, top);
    if (!StandsAlone(line)) continue;
    cues.office |= StartsWithOne(folded, kOfficePapers) &&
                   !StartsWithOne(folded, kTitles) &&
                   !StartsWithOne(folded, kTransfers);
    cues.transfer |= StartsWithOne(folded, kTransfers);
  }
}

// A full line that ends within a sentence; names and titles stand short.
bool EndsOpen(const PageLine& last, int longest_px) {
  const char end = last.folded.back();
  const bool within = end == ',' || end == '-' || (end >= 'a' && end <= 'z') ||
                      (end >= '0' && end <= '9');
  return within && last.box.right_px >= kFullLine * longest_px &&
         !last.mostly_capitals;
}

int LongestPx(const Lines& lines) {
  int longest_px = 0;
  for (const PageLine& line : lines) {
    longest_px = std::max(longest_px, line.box.right_px);
  }
  return longest_px;
}

void TakeFoot(const Lines& lines, int height_px, PageCues& cues) {
  const std::size_t from =
      lines.size() > kFootLines ? lines.size() - kFootLines : 0;
  for (std::size_t i = from; i < lines.size(); ++i) {
    const Text folded = lines[i].folded;
    const bool brief = lines[i].words <= kMostSignOffWords;
    cues.closing |= HoldsOne(folded, kClosings);
    cues.signed_off |= brief && StartsWithOne(folded, kSignOffs);
    cues.office_sign |= StandsAlone(lines[i]) && HoldsOne(folded, kOfficeSigns);
    cues.office_sign |= folded.substr(0, 8) == "noi nhan";
    cues.named |= i + kNameLines >= lines.size() && IsName(lines[i]);
  }
  cues.ends_open = EndsOpen(lines.back(), LongestPx(lines));
  cues.text_end = Share(lines.back().box.bottom_px, height_px);
}

// Takes page numbers out of `lines`.
void TakePageNumber(int height_px, Lines& lines, PageCues& cues) {
  const auto is_number = [&](const PageLine& line) {
    const double middle =
        Share((line.box.top_px + line.box.bottom_px) / 2, height_px);
    if (middle > kEdge && middle < 1.0 - kEdge) return false;
    const PrintedNumber printed = PrintedNumberIn(line.text);
    if (printed.page == 0) return false;
    cues.page_number = printed.page;
    cues.page_count = printed.count;
    return true;
  };
  lines.erase(std::remove_if(lines.begin(), lines.end(), is_number),
              lines.end());
}

void TakeItems(const Lines& lines, PageCues& cues) {
  for (const PageLine& line : lines) {
    const int item = ItemNumberOf(line);
    if (item == 0) continue;
    if (cues.first_item == 0) cues.first_item = item;
    cues.last_item = item;
  }
}

}  // namespace

PageCues CuesOf(const PageResult& page) {
  PageCues cues;
  cues.status = page.page.status;
  Lines lines = LinesOf(page.text);
  const int height_px = page.text.height_px;
  TakePageNumber(height_px, lines, cues);
  if (lines.empty()) return cues;
  cues.readable = true;
  cues.starts_small = StartsSmall(lines.front().text);
  cues.starts_full = lines.front().box.right_px >= kFullLine * LongestPx(lines);
  TakeHead(lines, height_px, cues);
  TakeFoot(lines, height_px, cues);
  TakeItems(lines, cues);
  cues.lines = static_cast<int>(lines.size());
  cues.words = WordsOf(lines);
  cues.type = TypeOf(page, lines);
  return cues;
}

}  // namespace donthu

#include "stages/split/page_cues.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "models/text_offsets.h"
#include "stages/split/folded.h"
#include "stages/split/page_lines.h"

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

constexpr std::array kHeadings = {
    Text("cong hoa xa hoi"), Text("hoi chu nghia"), Text("chu nghia viet nam"),
    Text("tu do - hanh phuc"), Text("doc lap - tu do")};
constexpr std::array kTitles = {
    Text("don "),           Text("thu ngo"),       Text("thu keu cuu"),
    Text("thu phan anh"),   Text("thu to cao"),    Text("thu gop y"),
    Text("thu kien nghi"),  Text("thu cam on"),    Text("tam thu"),
    Text("huyet thu"),      Text("ban kien nghi"), Text("ban phan anh"),
    Text("ban to cao"),     Text("ban khieu nai"), Text("ban tuong trinh"),
    Text("giay khieu nai"), Text("giay de nghi"),  Text("to khieu nai"),
    Text("phan anh"),       Text("khieu nai"),     Text("to cao"),
    Text("kien nghi")};
// In small letters, too, near the top.
constexpr std::array kSmallTitles = {
    Text("don khieu"), Text("don to "),     Text("don kien"),
    Text("don phan"),  Text("don de nghi"), Text("don xin"),
    Text("don trinh"), Text("don keu"),     Text("don yeu cau")};
constexpr double kSmallTitleZone = 0.3;
constexpr int kMostSmallTitleWords = 7;
constexpr std::array kSalutations = {
    Text("kinh gui"),  Text("kinh goi"),   Text("dong kinh gui"),
    Text("kinh thua"), Text("kinh trinh"), Text("kinh chuyen")};
// Whom petitions are written to; offices answer persons.
constexpr std::array kOffices = {
    Text("uy ban"),    Text("ubnd"),     Text("chu tich"),  Text("thanh tra"),
    Text("cong an"),   Text("toa an"),   Text("hoi dong"),  Text("giam doc"),
    Text("vien kiem"), Text("tinh uy"),  Text("huyen uy"),  Text("chi cuc"),
    Text("tong cuc"),  Text("ban tiep"), Text("van phong"), Text("quoc hoi"),
    Text(" so "),      Text(" bo "),     Text(" phong "),   Text(" cuc ")};
constexpr int kBareSalutationWords = 3;
constexpr std::array kOpenings = {
    Text("toi ten"),       Text("ten toi"),       Text("toi la"),
    Text("ho va ten"),     Text("ho ten"),        Text("chung toi gom"),
    Text("chung toi la"),  Text("ten chung toi"), Text("nguoi khieu nai:"),
    Text("nguoi to cao:"), Text("tui ten"),       Text("tui la"),
    Text("em ten"),        Text("chau ten"),      Text("con ten")};
constexpr std::array kOfficePapers = {Text("quyet dinh"),
                                      Text("thong bao"),
                                      Text("ket luan"),
                                      Text("bien ban"),
                                      Text("giay chung nhan"),
                                      Text("giay xac nhan"),
                                      Text("giay bien nhan"),
                                      Text("giay tiep nhan"),
                                      Text("giay hen"),
                                      Text("giay moi"),
                                      Text("giay uy quyen"),
                                      Text("giay khai sinh"),
                                      Text("giay ra vien"),
                                      Text("giay phep"),
                                      Text("giay nop tien"),
                                      Text("hop dong"),
                                      Text("hoa don"),
                                      Text("phieu thu"),
                                      Text("phieu chi"),
                                      Text("phieu kham"),
                                      Text("phieu bao"),
                                      Text("bien lai"),
                                      Text("can cuoc"),
                                      Text("the can cuoc"),
                                      Text("chung minh nhan dan"),
                                      Text("ban an"),
                                      Text("nghi quyet"),
                                      Text("to trinh"),
                                      Text("bao cao"),
                                      Text("danh sach"),
                                      Text("bang ke"),
                                      Text("bang tinh"),
                                      Text("phu luc"),
                                      Text("so do"),
                                      Text("trich luc"),
                                      Text("trich do"),
                                      Text("vi bang"),
                                      Text("to khai"),
                                      Text("cong van"),
                                      Text("ban sao"),
                                      Text("so ho khau"),
                                      Text("di chuc"),
                                      Text("van ban"),
                                      Text("giay vay"),
                                      Text("giay ban")};
constexpr std::array kTransfers = {Text("phieu chuyen"), Text("chuyen don")};
constexpr std::array kSignOffs = {
    Text("nguoi lam don"),   Text("nguoi viet don"), Text("nguoi dung don"),
    Text("nguoi khieu nai"), Text("nguoi to cao"),   Text("nguoi kien nghi"),
    Text("nguoi phan anh"),  Text("nguoi de nghi"),  Text("nguoi viet"),
    Text("nguoi ky"),        Text("nguoi dai dien"), Text("nguoi trinh bay"),
    Text("nguoi gui"),       Text("nguoi yeu cau"),  Text("nguoi bao tin"),
    Text("kinh don"),        Text("ky ten"),         Text("dai dien"),
    Text("thay mat"),        Text("ky va ghi ro"),   Text("ky ghi ro")};
constexpr std::array kClosings = {
    Text("cam on"),           Text("cam doan"),
    Text("cam ket"),          Text("tran trong"),
    Text("rat mong"),         Text("kinh mong"),
    Text("chiu trach nhiem"), Text("chiu hoan toan trach nhiem")};

template <std::size_t kCount>
bool StartsWithOne(Text text, const std::array<Text, kCount>& starts) {
  return std::any_of(starts.begin(), starts.end(), [&](Text start) {
    return text.substr(0, start.size()) == start;
  });
}

template <std::size_t kCount>
bool HoldsOne(Text text, const std::array<Text, kCount>& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](Text part) { return text.find(part) != Text::npos; });
}

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
    cues.heading |= HoldsOne(folded, kHeadings);
    cues.opening |= StartsWithOne(folded, kOpenings);
    cues.office |= IsOfficeNumber(folded);
    cues.title |= top < kSmallTitleZone && line.words <= kMostSmallTitleWords &&
                  StartsWithOne(folded, kSmallTitles);
    if (!StandsAlone(line)) continue;
    cues.title |= StartsWithOne(folded, kTitles);
    cues.office |= StartsWithOne(folded, kOfficePapers);
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

void TakeFoot(const Lines& lines, int height_px, PageCues& cues) {
  const std::size_t from =
      lines.size() > kFootLines ? lines.size() - kFootLines : 0;
  for (std::size_t i = from; i < lines.size(); ++i) {
    const Text folded = lines[i].folded;
    cues.closing |= HoldsOne(folded, kClosings);
    cues.signed_off |=
        lines[i].words <= kMostSignOffWords && StartsWithOne(folded, kSignOffs);
  }
  int longest_px = 0;
  for (const PageLine& line : lines) {
    longest_px = std::max(longest_px, line.box.right_px);
  }
  cues.ends_open = EndsOpen(lines.back(), longest_px);
  cues.text_end = Share(lines.back().box.bottom_px, height_px);
}

// Takes page numbers out of `lines`.
void TakePageNumber(int height_px, Lines& lines, PageCues& cues) {
  const auto is_number = [&](const PageLine& line) {
    const double middle =
        Share((line.box.top_px + line.box.bottom_px) / 2, height_px);
    if (middle > kEdge && middle < 1.0 - kEdge) return false;
    const PrintedNumber printed = PrintedNumberIn(line);
    if (printed.page == 0) return false;
    cues.page_number = printed.page;
    cues.page_count = printed.count;
    return true;
  };
  lines.erase(std::remove_if(lines.begin(), lines.end(), is_number),
              lines.end());
}

double AtShare(std::vector<int> values, double share) {
  const auto at = static_cast<std::ptrdiff_t>(
      share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

double LetterWidthPx(const PageText& text) {
  double width = 0.0;
  int letters = 0;
  EachWord(text, [&](const Word& word) {
    width += word.box.width_px();
    letters += CodePointCount(word.text);
  });
  return letters > 0 ? width / letters : 0.0;
}

void TakeType(const PageResult& page, const Lines& lines, PageCues& cues) {
  std::vector<int> heights;
  std::vector<int> lefts;
  for (const PageLine& line : lines) {
    heights.push_back(line.box.height_px());
    lefts.push_back(line.box.left_px);
  }
  const double width = std::max(1, page.text.width_px);
  const double height = std::max(1, page.text.height_px);
  cues.line_height = AtShare(std::move(heights), 0.5) / height;
  cues.left = AtShare(std::move(lefts), 0.25) / width;
  cues.letter_width = LetterWidthPx(page.text) / width;
  cues.confidence = page.page.mean_confidence.value_or(0.0);
}

}  // namespace

PageCues CuesOf(const PageResult& page) {
  PageCues cues;
  cues.status = page.page.status;
  cues.aspect = Share(page.text.width_px, page.text.height_px);
  cues.dpi = page.page.dpi_x;
  Lines lines = LinesOf(page.text);
  const int height_px = page.text.height_px;
  TakePageNumber(height_px, lines, cues);
  if (lines.empty()) return cues;
  cues.readable = true;
  cues.starts_small = StartsSmall(lines.front().text);
  TakeHead(lines, height_px, cues);
  TakeFoot(lines, height_px, cues);
  TakeType(page, lines, cues);
  return cues;
}

}  // namespace donthu

#include "stages/extract/matter.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "stages/extract/addresses.h"

namespace donthu {
namespace {

constexpr int kLongestSummary = 300;  // code points, after the contract

struct FieldWords {
  std::string_view code;
  const char* words;  // parted by "|", in folded spelling
};

constexpr std::array<FieldWords, 15> kFields = {{
    {"dat_dai",
     "thu hoi dat|quyen su dung dat|so do|dat o|thua dat|dia chinh|"
     "giai phong mat bang|tai dinh cu|boi thuong ve dat|dat nong|dat vuon|"
     "to ban do|cap giay chung nhan|lan chiem|do dac"},
    {"nha_o_xay_dung",
     "giay phep xay dung|xay dung trai phep|chung cu|cong trinh|xay nha|"
     "nha o xa hoi|giay phep sua nha|khong phep|cau treo|cau van|be tong"},
    {"chinh_sach_xa_hoi",
     "ho ngheo|can ngheo|nguoi co cong|thuong binh|liet si|tro cap|"
     "chat doc hoa hoc|che do chinh sach|cuu tro|khuyet tat|bao tro"},
    {"moi_truong",
     "o nhiem|nuoc thai|xa thai|rac thai|mui hoi|bai rac|khoi bui|khi thai|"
     "chat thai|tieng on|do trom rac|nuoc ban"},
    {"can_bo_cong_chuc",
     "ky luat|hach dich|nhung nhieu|vien chuc|cong chuc|tuyen dung|"
     "dieu dong|bo nhiem|thu tuc hanh chinh|canh cao|tru dap"},
    {"tham_nhung",
     "tham o|nhan hoi lo|hoi lo|tham nhung|lap khong|voi tien|chia chac|"
     "khai khong|rut ruot|ngoai so sach|nhan tien|quyet toan khong"},
    {"tu_phap",
     "toa an|thi hanh an|ban an|chap hanh vien|vien kiem sat|khoi to|"
     "dieu tra vien|khang cao|giam doc tham|cong chung"},
    {"giao_duc",
     "truong hoc|hoc sinh|giao vien|hieu truong|phu huynh|hoc phi|"
     "tieu hoc|mam non|trung hoc|nha truong|tuyen sinh"},
    {"y_te",
     "benh vien|tram y te|bac si|benh nhan|kham benh|chua benh|thuoc men|"
     "vien phi|trung tam y te|an toan thuc pham|bao hiem y te"},
    {"lao_dong",
     "tien luong|hop dong lao dong|sa thai|cong nhan|bao hiem xa hoi|"
     "nguoi lao dong|no luong|nghi viec|bhxh"},
    {"an_ninh_trat_tu",
     "trom cap|gay roi|danh bac|co bac|ma tuy|cho vay nang lai|karaoke|"
     "de doa|hanh hung|danh nguoi|mat trat tu|lua dao|chiem doat"},
    {"giao_thong",
     "o ga|duong xuong cap|xe tai|ket xe|tai nan giao thong|via he|den duong|"
     "bien bao|qua tai|ben xe|lan duong|cau duong|sat lo|mat duong"},
    {"tai_chinh_thue",
     "chi cuc thue|tien thue|no thue|an dinh|hoa don|truy thu|cuc thue|"
     "hoan thue|ngan sach|tien cham nop|gia ve|muc thu"},
    {"dang_doan_the",
     "dang vien|chi bo|dang uy|sinh hoat dang|uy ban kiem tra|hoi cuu chien|"
     "hoi phu nu|doan thanh nien|cong doan"},
    {"dau_tu_dau_thau",
     "dau thau|goi thau|nha thau|du an dau tu|dau tu cong|chi dinh thau|"
     "dau gia|von dau tu"},
}};

struct Word {
  std::string text;  // folded
  std::size_t field = 0;
};

// By first letter: a search of a hundred and fifty words is one walk.
using Words = std::array<std::vector<Word>, 26>;

Words WordsOfFields() {
  Words words;
  for (std::size_t field = 0; field < kFields.size(); ++field) {
    std::string_view rest = kFields[field].words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('|'), rest.size());
      const std::string text(rest.substr(0, end));
      words[static_cast<std::size_t>(text[0] - 'a')].push_back({text, field});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return words;
}

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }

// Where the words of each field stand in the span, as whole words.
std::array<std::vector<TextSpan>, kFields.size()> HitsIn(const LetterView& view,
                                                         TextSpan within) {
  static const Words words = WordsOfFields();
  std::array<std::vector<TextSpan>, kFields.size()> hits;
  const std::string_view text = view.Folded(within);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!IsLetter(text[at]) || (at > 0 && IsLetter(text[at - 1]))) continue;
    for (const Word& word : words[static_cast<std::size_t>(text[at] - 'a')]) {
      const std::size_t end = at + word.text.size();
      if (text.compare(at, word.text.size(), word.text) != 0) continue;
      if (end < text.size() && IsLetter(text[end])) continue;
      const int start = within.start + static_cast<int>(at);
      hits[word.field].push_back(
          {start, start + static_cast<int>(word.text.size())});
    }
  }
  return hits;
}

TextSpan BodySpan(const LetterView& view, const Zones& zones) {
  const int first = std::min(zones.title.first, view.line_count());
  const int last = std::min(zones.signature.first, view.line_count());
  if (first >= last) return {0, 0};
  return {view.line(first).start, view.line(last - 1).end};
}

OptionalText Shortened(const LetterView& view, TextSpan span) {
  span = view.Trimmed(span);
  if (span.end - span.start > kLongestSummary) {
    span.end = span.start + kLongestSummary;
    while (span.end > span.start && view.FoldedAt(span.end) != ' ') {
      --span.end;
    }
    span = view.Trimmed(span);
  }
  if (span.end - span.start < 4) return std::nullopt;
  return view.Quote(span);
}

// The span of a line without the bracket around all of it.
TextSpan WithoutBracket(const LetterView& view, TextSpan span) {
  if (span.end > span.start && view.FoldedAt(span.end - 1) == ')' &&
      view.Folded({span.start, span.end}).find('(') == std::string_view::npos) {
    --span.end;
  }
  return span;
}

// "(V/v …)", "Về việc: …", or a bracketed line right under the title.
OptionalText SubjectLine(const LetterView& view, const Zones& zones) {
  static const Pattern kAbout(
      R"re((?:.{0,40}\s)?\(?\s*(?:v/v|v\.v|ve viec|trich yeu)\s*[:.]*\s*)re");
  static const Pattern kBracket(R"re(\s*\((?!ky|lan))re");
  const int first = zones.title.empty() ? 0 : zones.title.first;
  const int last = std::min(view.line_count(), zones.body.first + 1);
  for (int i = first; i < last; ++i) {
    const TextSpan line = view.line(i);
    if (const auto about = view.MatchStart(kAbout, line)) {
      return Shortened(view, WithoutBracket(view, {about->span.end, line.end}));
    }
    const bool under = !zones.title.empty() && i == zones.title.last;
    if (!under) continue;
    if (const auto bracket = view.MatchStart(kBracket, line)) {
      return Shortened(view,
                       WithoutBracket(view, {bracket->span.end, line.end}));
    }
  }
  return std::nullopt;
}

OptionalText LabelledSubject(const LetterView& view, const Zones& zones) {
  static const Pattern kLabel(
      R"re(\s*(?:khieu nai|to cao|phan anh|kien nghi) ve viec\s*:\s*)re");
  for (int i = zones.body.first; i < zones.body.last; ++i) {
    const TextSpan line = view.line(i);
    const auto label =
        view.MatchStart(kLabel, {ListMark(view, line).end, line.end});
    if (label) return Shortened(view, {label->span.end, line.end});
  }
  return std::nullopt;
}

}  // namespace

OptionalText SummaryIn(const LetterView& view, const Zones& zones,
                       const std::vector<LocatedText>& requests) {
  if (auto subject = SubjectLine(view, zones)) return subject;
  if (auto subject = LabelledSubject(view, zones)) return subject;
  if (requests.empty()) return std::nullopt;
  return Shortened(view, requests.front().span);
}

Judged<std::string> SubjectFieldIn(const LetterView& view, const Zones& zones) {
  constexpr std::size_t kPlaces = 3;
  const auto all_hits = HitsIn(view, BodySpan(view, zones));
  Judged<std::string> best;
  std::size_t most = 0;
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    const std::vector<TextSpan>& hits = all_hits[i];
    if (hits.size() == most) best.value.reset();
    if (hits.size() <= most) continue;
    most = hits.size();
    best = {};
    best.value = std::string(kFields[i].code);
    for (std::size_t k = 0; k < std::min(hits.size(), kPlaces); ++k) {
      for (const Place& place : view.Places(hits[k])) {
        best.places.push_back(place);
      }
    }
  }
  if (!best.value) best.places.clear();
  return best;
}

Judged<std::string> InstanceIn(const LetterView& view, const Zones& zones) {
  static const Pattern kFurther(
      R"re((?:khieu nai|to cao) tiep|giai quyet khieu nai (?:lan (?:hai|2|thu hai)|lan cuoi))re");
  static const Pattern kSecond(
      R"re(khieu nai (?:\(?lan (?:hai|2|thu hai))|giai quyet khieu nai (?:\(?lan (?:dau|1|thu nhat))?)re");
  static const Pattern kFirst(R"re(khieu nai (?:\(?lan (?:dau|1|thu nhat)))re");
  const TextSpan body = BodySpan(view, zones);
  Judged<std::string> instance;
  const std::array<std::pair<const Pattern*, const char*>, 3> rules = {
      {{&kFurther, "tiep"}, {&kSecond, "lan_hai"}, {&kFirst, "lan_dau"}}};
  for (const auto& [pattern, value] : rules) {
    const auto match = view.Find(*pattern, body);
    if (!match) continue;
    instance.value = value;
    instance.places = view.Places(match->span);
    return instance;
  }
  return instance;
}

}  // namespace donthu

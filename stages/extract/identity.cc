#include "stages/extract/identity.h"

#include <algorithm>
#include <array>
#include <utility>

#include "stages/extract/addresses.h"
#include "stages/extract/dates.h"

namespace donthu {
namespace {

std::string DigitsOf(const LetterView& view, TextSpan span) {
  std::string digits;
  for (int at = span.start; at < span.end; ++at) {
    const char c = view.FoldedAt(at);
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

// Old mobile prefixes and what they became on 15/9/2018 (brief §6.9).
constexpr std::array<std::pair<std::string_view, std::string_view>, 22>
    kOldPrefixes = {
        {{"0120", "070"}, {"0121", "079"}, {"0122", "077"}, {"0126", "076"},
         {"0128", "078"}, {"0123", "083"}, {"0124", "084"}, {"0125", "085"},
         {"0127", "081"}, {"0129", "082"}, {"0162", "032"}, {"0163", "033"},
         {"0164", "034"}, {"0165", "035"}, {"0166", "036"}, {"0167", "037"},
         {"0168", "038"}, {"0169", "039"}, {"0186", "056"}, {"0188", "058"},
         {"0199", "059"}, {"0198", "059"}}};

IdKind KindOf(std::string_view label, const std::string& number) {
  if (label.find("ho chieu") != label.npos && number.size() == 8) {
    return IdKind::kHoChieu;
  }
  if (label.find("passport") != label.npos) return IdKind::kHoChieu;
  if (number.size() == 9) return IdKind::kCmnd;
  return number.size() == 12 ? IdKind::kCccd : IdKind::kKhac;
}

void FillId(const LetterView& view, TextSpan within, Sender& sender) {
  static const Pattern kId(
      R"re(((?:cc[a-z]{0,2}d|can cuoc|cmnd|cmtnd|cmt|chung minh|dinh danh|ho chieu|)re"
      R"re(passport)(?:[a-z /,.()-]|:(?!\s*\d))*?)\s*(?:so)?\s*[:.]*\s*)re"
      R"re((?:(\d(?:[ .]?\d){11}|\d(?:[ .]?\d){8}))re"
      R"re((?!\d|[a-z~]|[ .]\d(?!\d?[/.-]\d))|([a-z]\d{7})(?![a-z~\d])))re");
  if (sender.id_number) return;
  const auto match = view.Find(kId, within);
  if (!match) return;
  const TextSpan span = match->groups[match->Has(1) ? 1 : 2];
  std::string number = DigitsOf(view, span);
  if (match->Has(2)) number = std::string(view.Text(span));
  const auto kind = KindOf(view.Folded(match->groups[0]), number);
  sender.id_number = view.Locate(std::move(number), span);
  sender.id_kind = view.Locate(kind, span);
}

// From the number on; "cấp ngày … tại …", "do … cấp ngày …".
void FillIdIssue(const LetterView& view, TextSpan within, Sender& sender) {
  static const Pattern kLabel(
      R"re(\b(?:cc[a-z]{0,2}d|can cuoc|cmt?nd|chung minh|ho chieu)\b)re");
  const auto label = view.Find(kLabel, within);
  if (!sender.id_number && !label) return;
  const int from =
      sender.id_number ? sender.id_number->span.end : label->span.end;
  const TextSpan near = {from, std::min(within.end, from + 160)};
  static const Pattern kWhen(
      R"re((?:cap ngay|ngay cap|cap|issued on)\s*[:.]?\s*(?=[\d]|ngay))re");
  static const Pattern kWhere(
      R"re((?:noi cap|(?:cap )?tai|do|,)\s*[:.]?\s*)re"
      R"re((?=cuc |ca |cong an|bo cong|c06|phong canh)|cap (?=ca |cong an))re");
  static const Pattern kEnd(
      R"re([;,()|\n]|\.(?:\s|$)|\s(?:cap|ngay cap|ngay|dien thoai|ho khau|)re"
      R"re(hien |tru |thuong tru|dia chi|so dien)|$)re");
  if (const auto when = view.Find(kWhen, near);
      when && !sender.id_issued_date) {
    const auto dates = DatesIn(view, {when->span.end, near.end});
    if (!dates.empty() && dates[0].span.start <= when->span.end + 6) {
      sender.id_issued_date = view.Locate(dates[0].iso, dates[0].span);
    }
  }
  const auto where = view.Find(kWhere, near);
  if (!where || sender.id_issued_place) return;
  const auto end = view.Find(kEnd, {where->span.end, within.end});
  const int last = end ? end->span.start : within.end;
  sender.id_issued_place = view.Quote(view.Trimmed({where->span.end, last}));
}

// The date or year that stands at `at`; a year's four figures alone where
// `bare`: a comma is all that stands before it.
OptionalText BirthAt(const LetterView& view, int at, int limit, bool bare) {
  constexpr int kLongest = 32;  // "ngày 01 tháng 01 năm 1975"
  const auto dates = DatesIn(view, {at, std::min(limit, at + kLongest)});
  const bool full = !dates.empty() && dates[0].span.start <= at + 1;
  if (full && bare) return std::nullopt;
  if (full) return view.Locate(dates[0].iso, dates[0].span);
  const TextSpan year = {at, at + 4};
  static const Pattern kYear(R"re(19\d\d|20[0-2]\d)re");
  const bool is_year = at + 4 <= limit && view.MatchStart(kYear, year);
  if (!is_year || view.FoldedAt(at + 4) == '/') return std::nullopt;
  return view.Quote(year);
}

// "…, viết thay mẹ là Trần Thị Em, sinh năm 1921": another one's data.
bool IsAnothers(const LetterView& view, int from, int label) {
  static const Pattern kPerson(
      R"re(\b(?:la|ten|ong|ba|anh|chi|vo|chong|me|cha|bo|con|em)\s)re");
  constexpr int kNear = 45;  // characters
  for (const Match& person :
       view.FindAll(kPerson, {std::max(from, label - kNear), label})) {
    const auto name = NameAt(view, person.span.end, label);
    if (name && name->span.end >= label - 3) return true;
  }
  return false;
}

void FillBirth(const LetterView& view, TextSpan within, Sender& sender) {
  static const Pattern kBirth(
      R"re((?:(?<!h[iy] )\bs[ia]nh\s*(?:ngay|nam)?|\bnam,? s[ia]nh|\bngay s[ia]nh|\bsn|)re"
      R"re(ngay,? thang,? nam s[ia]nh|(?<!h[iy] )\bs[ia]nh (?:vao |hoi )nam|,)\s*[:.]?\s*)re"
      R"re((?=(?:ngay\s*)?(?:\d{1,2}|\d[oqlisb]|[oqlisb]\d)\s?[/.-]|(?:ngay )?\d{1,2} thang|)re"
      R"re((?:19|20)\d\d(?![\d/]|\.\d)))re");
  if (sender.birth_date) return;
  for (const Match& label : view.FindAll(kBirth, within)) {
    const bool bare = view.FoldedAt(label.span.start) == ',';
    constexpr int kNearName = 12;  // "(nữ), 1986"
    if (bare && label.span.start > within.start + kNearName) continue;
    if (IsAnothers(view, within.start, label.span.start)) continue;
    sender.birth_date = BirthAt(view, label.span.end, within.end, bare);
    if (sender.birth_date) return;
  }
}

void FillGender(const LetterView& view, TextSpan within, Sender& sender) {
  static const Pattern kGender(
      R"re((?:gioi tinh\s*[:.]?\s*|,\s|\()(nam|nu)(?=\s*[,;.)\n]|$))re");
  if (sender.gender) return;
  const auto match = view.Find(kGender, within);
  if (!match) return;
  const bool male = view.Folded(match->groups[0]) == "nam";
  sender.gender =
      view.Locate(std::string(male ? "nam" : "nữ"), match->groups[0]);
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c > ' ' && c <= '~'; });
}

bool IsMailbox(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '~' ||
         std::string_view("._%+-").find(c) != std::string_view::npos;
}

// A tax code, account or identity number has as many digits as a telephone.
bool IsOtherNumber(const LetterView& view, int at) {
  static const Pattern kOther(
      R"re((?:thue|mst|tai khoan|stk|cccd|cmnd|can cuoc|dkkd)[^,;\n]{0,12}$)re");
  return view.Find(kOther, {std::max(0, at - 30), at}).has_value();
}

}  // namespace

OptionalText BirthIn(const LetterView& view, TextSpan cell) {
  return BirthAt(view, cell.start, cell.end, false);
}

void FillBareId(const LetterView& view, TextSpan cell, Sender& sender) {
  static const Pattern kNumber(
      R"re((?:(\d(?:[ .]?\d){11}|\d(?:[ .]?\d){8})|[a-z]\d{7})$)re");
  const auto match = view.MatchStart(kNumber, cell);
  if (!match) return;
  std::string number = match->Has(0) ? DigitsOf(view, match->span)
                                     : std::string(view.Text(match->span));
  const auto kind = KindOf(match->Has(0) ? "" : "passport", number);
  sender.id_number = view.Locate(std::move(number), match->span);
  sender.id_kind = view.Locate(kind, match->span);
}

// With a letter that no address has, it was misread: left out. "(@" is how an
// engine reads "@" at times, a capital I in small letters is an l.
OptionalText EmailIn(const LetterView& view, TextSpan within) {
  static const Pattern kEmail(
      R"re([a-z0-9._%+-]+\(?@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})re");
  const auto folded = view.Folded(within);
  const std::size_t at = folded.find('@');
  if (at == folded.npos) return std::nullopt;
  int start = within.start + static_cast<int>(at);
  if (start > within.start && view.FoldedAt(start - 1) == '(') --start;
  while (start > within.start && IsMailbox(view.FoldedAt(start - 1))) --start;
  const auto match = view.MatchStart(kEmail, {start, within.end});
  if (!match || !IsAscii(view.Text(match->span))) return std::nullopt;
  std::string address(view.Text(match->span));
  address.erase(std::remove(address.begin(), address.end(), '('),
                address.end());
  const bool has_other_capitals =
      std::any_of(address.begin(), address.end(),
                  [](char c) { return c >= 'A' && c <= 'Z' && c != 'I'; });
  if (!has_other_capitals) {
    std::replace(address.begin(), address.end(), 'I', 'l');
  }
  return view.Locate(std::move(address), match->span);
}

std::string NationalPhone(std::string digits) {
  if (digits.size() >= 11 && digits.compare(0, 2, "84") == 0) {
    digits = "0" + digits.substr(2);
  }
  for (const auto& [old_prefix, prefix] : kOldPrefixes) {
    if (digits.size() == 11 && digits.compare(0, 4, old_prefix) == 0) {
      digits = std::string(prefix) + digits.substr(4);
    }
  }
  const bool landline = digits.size() >= 10 && digits.size() <= 11 &&
                        digits.compare(0, 2, "02") == 0;
  const bool mobile =
      digits.size() == 10 && digits[0] == '0' &&
      std::string_view("35789").find(digits[1]) != std::string_view::npos;
  // Area codes before 2017: 04 Hanoi and 06x with ten digits in all, others
  // with eleven; kept as they were printed.
  const bool old_landline =
      (digits.size() == 10 &&
       (digits.compare(0, 2, "04") == 0 || digits.compare(0, 2, "06") == 0)) ||
      (digits.size() == 11 && digits[0] == '0' && digits[1] >= '3' &&
       digits[1] <= '8');
  return landline || mobile || old_landline ? digits : std::string();
}

OptionalText PhoneIn(const LetterView& view, TextSpan within) {
  static const Pattern kPhone(
      R"re((?<![\d.,])(?<![\d]/)(?<!\d[a-z~])(?:\(?\+?84\)?[ .]?|\(?0)\d)re"
      R"re((?:[ .()-]{0,2}\d){7,9}(?![\da-z~]|/(?!\s?[0(+])))re");
  for (const Match& match : view.FindAll(kPhone, within)) {
    if (IsOtherNumber(view, match.span.start)) continue;
    std::string number = NationalPhone(DigitsOf(view, match.span));
    if (!number.empty()) return view.Locate(std::move(number), match.span);
  }
  return std::nullopt;
}

void FillIdentity(const LetterView& view, TextSpan within, Sender& sender) {
  FillBirth(view, within, sender);
  FillGender(view, within, sender);
  FillId(view, within, sender);
  FillIdIssue(view, within, sender);
  if (!sender.email) sender.email = EmailIn(view, within);
  if (!sender.address) {
    auto address = LabelledAddress(view, within);
    if (!address) address = BareAddress(view, within);
    if (address) sender.address = view.Quote(*address);
  }
  if (!sender.phone) sender.phone = PhoneIn(view, within);
}

}  // namespace donthu

#include "stages/classify/tokens.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "models/vietnamese.h"

namespace donthu {
namespace {

using Words = std::unordered_set<std::string_view>;

// Words that office and place names share with plain text; without marks.
const Words& OfficeWords() {
  static const Words kWords = {
      "uy",    "ban",    "nhan", "dan",  "toa",   "an",   "cong",   "thanh",
      "tra",   "chinh",  "phu",  "luat", "khieu", "nai",  "to",     "cao",
      "kien",  "nghi",   "phan", "anh",  "hoi",   "dong", "quoc",   "so",
      "phong", "chi",    "cuc",  "tong", "trung", "tam",  "truong", "benh",
      "vien",  "nha",    "nuoc", "chu",  "tich",  "giam", "doc",    "pho",
      "bi",    "thu",    "dang", "bo",   "doan",  "viet", "nam",    "quyet",
      "dinh",  "thong",  "bao",  "don",  "kinh",  "gui",  "goi",    "cong",
      "xa",    "nghia",  "doc",  "lap",  "tu",    "do",   "hanh",   "phuc",
      "tai",   "nguyen", "moi",  "dai",  "hoc",   "giao", "duc",    "dao",
      "tao",   "xay",    "dung", "noi",  "vu",    "lao",  "thuong", "binh",
      "y",     "te",     "kiem", "sat",  "ngan",  "hang", "bao",    "hiem",
      "hai",   "quan",   "thue", "van",  "tiep",  "can",  "quan",   "ly",
      "dat",   "ong",    "ba",   "co",   "chau",  "em",   "toi",    "chung"};
  return kWords;
}

// After these a single capitalized word is a name; without marks.
const Words& NameLeads() {
  static const Words kWords = {
      "ong",   "ba",   "anh",  "chi",    "co",     "chu",   "bac",  "cau",
      "duong", "em",   "chau", "thay",   "xa",     "huyen", "thon", "ap",
      "ban",   "buon", "bon",  "tinh",   "phuong", "quan",  "xom",  "khom",
      "lang",  "to",   "song", "suoi",   "cau",    "cho",   "nui",  "kenh",
      "rach",  "dao",  "deo",  "truong", "cu",     "di",    "ten",  "nhau"};
  return kWords;
}

const Words& FamilyNames() {
  static const Words kWords = {
      "nguyen", "tran",  "le",    "pham", "huynh", "hoang",  "phan",  "vu",
      "vo",     "dang",  "bui",   "do",   "ho",    "ngo",    "duong", "ly",
      "dinh",   "luong", "trinh", "mai",  "dao",   "truong", "lam",   "ha",
      "ta",     "chau",  "thach", "son",  "kim",   "giang",  "vang",  "lo"};
  return kWords;
}

// One run of letters and digits.
struct RawWord {
  TextSpan span;
  std::string text;
  std::string bare;
  bool digits = false;  // begins with a digit
  bool capital = false;
  bool all_caps = false;
  bool starts_sentence = false;
};

bool Joins(std::u32string_view text, std::size_t at, std::size_t end) {
  const char32_t c = text[at];
  if (c != U'.' && c != U'/' && c != U'-' && c != U',') return false;
  if (at + 1 >= end) return false;
  if (c == U',' || c == U'.') return IsDigit(text[at + 1]);
  return IsDigit(text[at + 1]) || IsLetter(text[at + 1]);
}

std::size_t WordEnd(std::u32string_view text, std::size_t at, std::size_t end) {
  const bool digits = IsDigit(text[at]);
  while (at < end && (IsLetter(text[at]) || IsDigit(text[at]) ||
                      (digits && Joins(text, at, end)))) {
    ++at;
  }
  return at;
}

RawWord MakeWord(std::u32string_view text, std::size_t start, std::size_t end) {
  const std::u32string_view part = text.substr(start, end - start);
  RawWord word;
  word.span = {static_cast<int>(start), static_cast<int>(end)};
  word.text = LowerText(part);
  word.bare = BareText(part);
  word.digits = IsDigit(part[0]);
  word.capital = IsUpper(part[0]);
  word.all_caps =
      part.size() > 1 && std::all_of(part.begin(), part.end(), IsUpper);
  return word;
}

std::vector<RawWord> WordsOf(std::u32string_view text, TextSpan span) {
  std::vector<RawWord> words;
  bool starts = true;
  const auto end = static_cast<std::size_t>(span.end);
  for (auto at = static_cast<std::size_t>(span.start); at < end;) {
    const char32_t c = text[at];
    if (!IsLetter(c) && !IsDigit(c)) {
      starts = starts || c == U'.' || c == U':' || c == U'\n' || c == U'"' ||
               c == 0x201C;
      ++at;
      continue;
    }
    const std::size_t stop = WordEnd(text, at, end);
    words.push_back(MakeWord(text, at, stop));
    words.back().starts_sentence = std::exchange(starts, false);
    at = stop;
  }
  return words;
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool IsUnit(std::string_view bare, std::initializer_list<std::string_view> of) {
  return std::find(of.begin(), of.end(), bare) != of.end();
}

std::string_view NumberClass(const RawWord& word, const RawWord* next) {
  const std::string_view bare = word.bare;
  const auto letters = std::count_if(
      bare.begin(), bare.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const auto slashes = std::count(bare.begin(), bare.end(), '/');
  const auto digits = std::count_if(
      bare.begin(), bare.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (letters > 0 && (slashes > 0 || Contains(bare, "-"))) return "<decision>";
  if (slashes > 0 || (Contains(bare, "-") && digits >= 5)) return "<date>";
  if (IsUnit(bare.substr(bare.find_first_not_of("0123456789.,") ==
                                 std::string_view::npos
                             ? bare.size()
                             : bare.find_first_not_of("0123456789.,")),
             {"m2", "m", "ha", "km", "cm"})) {
    return "<measure>";
  }
  if (next != nullptr && IsUnit(next->bare, {"dong", "trieu", "ty", "ti",
                                             "nghin", "ngan", "d", "vnd"})) {
    return "<money>";
  }
  if (next != nullptr && IsUnit(next->bare, {"m2", "m", "ha", "met", "km",
                                             "cong", "sao", "mau", "cm"})) {
    return "<measure>";
  }
  if (bare.size() == 4 && letters == 0 && slashes == 0 &&
      (bare.substr(0, 2) == "19" || bare.substr(0, 2) == "20")) {
    return "<year>";
  }
  if (digits >= 9 && !Contains(bare, ".")) return "<id>";
  if (digits >= 6 && letters <= 1) return "<money>";
  return "<number>";
}

// How many words from `at` are one name; 0: none begins here.
std::size_t NameLength(const std::vector<RawWord>& words, std::size_t at) {
  std::size_t stop = at;
  std::size_t office = 0;
  while (
      stop < words.size() && words[stop].capital && !words[stop].digits &&
      (stop == at || words[stop].span.start - words[stop - 1].span.end == 1)) {
    if (OfficeWords().count(words[stop].bare) != 0) ++office;
    ++stop;
  }
  const std::size_t length = stop - at;
  if (length == 0) return 0;
  const bool all_caps = words[at].all_caps;
  const bool family = FamilyNames().count(words[at].bare) != 0;
  if (all_caps) return family && length >= 2 && length <= 5 ? length : 0;
  if (length >= 2) return family || office < length ? length : 0;
  if (words[at].starts_sentence || at == 0) return 0;
  const bool led = NameLeads().count(words[at - 1].bare) != 0;
  if (led && !words[at - 1].all_caps) return 1;
  return OfficeWords().count(words[at].bare) == 0 ? 1 : 0;
}

// "ten la nguyen van a": letters typed without capitals.
std::size_t LowerNameLength(const std::vector<RawWord>& words, std::size_t at) {
  if (FamilyNames().count(words[at].bare) == 0) return 0;
  if (at + 2 >= words.size()) return 0;
  const std::string_view middle = words[at + 1].bare;
  const bool named =
      at > 0 && (words[at - 1].bare == "ten" || words[at - 1].bare == "la");
  if (middle == "thi" || middle == "van") return 3;
  return named && !words[at + 1].digits && !words[at + 2].digits ? 3 : 0;
}

// "m2", "R6": a letter first, digits after.
bool HoldsDigit(const RawWord& word) {
  return word.bare.find_first_of("0123456789") != std::string::npos;
}

Token PlainToken(const RawWord& word) {
  return {word.text, word.bare, word.span, TokenKind::kWord, 0, false};
}

Token ClassToken(std::string_view name, TextSpan span, TokenKind kind) {
  return {std::string(name), std::string(name), span, kind, 0, false};
}

void MarkQuoted(std::u32string_view text, std::vector<Token>& tokens) {
  constexpr int kLongestQuote = 600;  // code points: an unclosed mark ends
  int from = -1;
  std::size_t first = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const int begin = i == 0 ? tokens[i].span.start : tokens[i - 1].span.end;
    for (int at = begin; at < tokens[i].span.start; ++at) {
      const char32_t c = text[static_cast<std::size_t>(at)];
      const bool mark =
          c == U'"' || c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB;
      if (!mark) continue;
      if (from >= 0 && at - from < kLongestQuote) {
        for (std::size_t k = first; k < i; ++k) tokens[k].quoted = true;
        from = -1;
      } else {
        from = at;
        first = i;
      }
    }
  }
}

}  // namespace

std::vector<Token> TokensOf(std::u32string_view text, TextSpan span) {
  const std::vector<RawWord> words = WordsOf(text, span);
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < words.size();) {
    const RawWord* next = i + 1 < words.size() ? &words[i + 1] : nullptr;
    if (words[i].digits) {
      tokens.push_back(ClassToken(NumberClass(words[i], next), words[i].span,
                                  TokenKind::kNumber));
      ++i;
      continue;
    }
    if (HoldsDigit(words[i])) {
      tokens.push_back(ClassToken("<code>", words[i].span, TokenKind::kNumber));
      ++i;
      continue;
    }
    std::size_t length = NameLength(words, i);
    if (length == 0) length = LowerNameLength(words, i);
    if (length == 0) {
      tokens.push_back(PlainToken(words[i++]));
      continue;
    }
    const TextSpan whole = {words[i].span.start,
                            words[i + length - 1].span.end};
    tokens.push_back(ClassToken("<name>", whole, TokenKind::kName));
    i += length;
  }
  MarkQuoted(text, tokens);
  return tokens;
}

}  // namespace donthu

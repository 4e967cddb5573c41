#include "models/json_rules.h"

#include <algorithm>
#include <array>

namespace donthu {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsLowerHex(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f'); }

bool IsHexOf(std::string_view text, std::size_t digits) {
  return text.size() == digits &&
         std::all_of(text.begin(), text.end(), IsLowerHex);
}

// Each '9' of the pattern stands for a digit, all else for itself.
bool Fits(std::string_view text, std::string_view pattern) {
  return std::equal(
      text.begin(), text.end(), pattern.begin(), pattern.end(),
      [](char c, char p) { return p == '9' ? IsDigit(c) : c == p; });
}

int NumberAt(std::string_view text, std::size_t from, std::size_t count) {
  int number = 0;
  for (const char c : text.substr(from, count))
    number = number * 10 + (c - '0');
  return number;
}

int DaysIn(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30,
                                         31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool IsMonth(std::string_view text) {
  if (!Fits(text, "9999-99")) return false;
  const int month = NumberAt(text, 5, 2);
  return month >= 1 && month <= 12;
}

bool IsClock(std::string_view text) {
  return Fits(text, "99:99:99") && NumberAt(text, 0, 2) < 24 &&
         NumberAt(text, 3, 2) < 60 && NumberAt(text, 6, 2) < 60;
}

bool IsZone(std::string_view text) {
  if (text == "Z") return true;
  return (Fits(text, "+99:99") || Fits(text, "-99:99")) &&
         NumberAt(text, 1, 2) < 24 && NumberAt(text, 4, 2) < 60;
}

}  // namespace

bool IsQuarterTurn(int degrees) {
  return degrees == 0 || degrees == 90 || degrees == 180 || degrees == 270;
}

bool IsRecordId(std::string_view text) { return IsHexOf(text, 32); }

bool IsSha256(std::string_view text) { return IsHexOf(text, 64); }

bool IsCode(std::string_view text) {
  const auto is_part = [](char c) {
    return IsDigit(c) || c == '_' || (c >= 'a' && c <= 'z');
  };
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         std::all_of(text.begin(), text.end(), is_part);
}

bool IsNonEmpty(std::string_view text) { return !text.empty(); }

bool IsDate(std::string_view text) {
  if (!Fits(text, "9999-99-99") || !IsMonth(text.substr(0, 7))) return false;
  const int year = NumberAt(text, 0, 4);
  const int day = NumberAt(text, 8, 2);
  return year >= 1 && day >= 1 && day <= DaysIn(year, NumberAt(text, 5, 2));
}

bool IsPartialDate(std::string_view text) {
  return Fits(text, "9999") || IsMonth(text) || IsDate(text);
}

bool IsTimestamp(std::string_view text) {
  if (text.size() < 20 || !IsDate(text.substr(0, 10)) || text[10] != 'T' ||
      !IsClock(text.substr(11, 8))) {
    return false;
  }
  std::string_view rest = text.substr(19);
  if (rest.front() == '.') {
    const std::size_t end = rest.find_first_not_of("0123456789", 1);
    if (end == 1 || end == std::string_view::npos) return false;
    rest = rest.substr(end);
  }
  return IsZone(rest);
}

bool IsRelativePath(std::string_view text) {
  if (text.empty() || text.front() == '/') return false;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('/', from), text.size());
    if (text.substr(from, end - from) == "..") return false;
    from = end + 1;
  }
  return true;
}

bool IsReceiptSource(std::string_view text) {
  return text == "stamp" || text == "option";
}

bool IsLetterText(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0xF0U || byte == 0x7FU) return false;
    if (byte < 0x20U && byte != '\n') return false;
    // U+0080 to U+009F, the other control characters, are C2 80 to C2 9F.
    if (byte == 0xC2U && i + 1 < text.size() &&
        static_cast<unsigned char>(text[i + 1]) < 0xA0U) {
      return false;
    }
  }
  return true;
}

}  // namespace donthu

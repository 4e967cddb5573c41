#include "stages/classify/passages.h"

#include "models/vietnamese.h"

namespace donthu {
namespace {

constexpr std::size_t kLongPassage = 220;  // two to three printed lines

bool IsSpace(char32_t c) { return c == U' ' || c == U'\n' || c == 0xA0; }

// "TP. Huế", "1. Hủy …", "ông T. nói": the dot of an abbreviation or a list
// number ends nothing.
bool IsAbbreviationDot(std::u32string_view text, std::size_t start,
                       std::size_t dot) {
  std::size_t begin = dot;
  while (begin > start && !IsSpace(text[begin - 1])) --begin;
  const std::size_t length = dot - begin;
  if (length == 0 || length > 3) return false;
  if (IsDigit(text[begin])) return begin == start;
  return length <= 2 && IsUpper(text[begin]);
}

bool EndsPassage(std::u32string_view text, std::size_t start, std::size_t at) {
  const char32_t c = text[at];
  if (c == U'\n' || c == U';' || c == U'?' || c == U'!') return true;
  const bool spaced = at + 1 >= text.size() || IsSpace(text[at + 1]) ||
                      text[at + 1] == U'"' || text[at + 1] == 0x201D;
  if (c == U'.') return spaced && !IsAbbreviationDot(text, start, at);
  if (c == U':') return spaced && at - start > 40;
  return c == U',' && spaced && at - start > kLongPassage;
}

void AddTrimmed(std::u32string_view text, std::size_t start, std::size_t end,
                std::vector<TextSpan>& spans) {
  while (start < end && IsSpace(text[start])) ++start;
  while (end > start && IsSpace(text[end - 1])) --end;
  if (start < end) {
    spans.push_back({static_cast<int>(start), static_cast<int>(end)});
  }
}

}  // namespace

std::vector<TextSpan> PassageSpans(std::u32string_view text) {
  std::vector<TextSpan> spans;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (start == at && IsSpace(text[at])) start = at + 1;
    if (at < start || !EndsPassage(text, start, at)) continue;
    AddTrimmed(text, start, at + 1, spans);
    start = at + 1;
  }
  if (start < text.size()) AddTrimmed(text, start, text.size(), spans);
  return spans;
}

}  // namespace donthu

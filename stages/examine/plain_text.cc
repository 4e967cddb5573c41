#include "stages/examine/plain_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>

namespace donthu {
namespace {

struct Decoded {
  char32_t code_point = 0xFFFD;
  std::size_t bytes = 1;
};

Decoded At(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const auto tail = [&](std::size_t i) { return byte(i) & 0x3FU; };
  if (lead >= 0xC0 && lead < 0xE0) return {((lead & 0x1FU) << 6) | tail(1), 2};
  if (lead >= 0xE0 && lead < 0xF0) {
    return {((lead & 0x0FU) << 12) | (tail(1) << 6) | tail(2), 3};
  }
  return {0xFFFD, lead >= 0xF0 ? std::size_t{4} : std::size_t{1}};
}

struct Range {
  char32_t first;
  char32_t last;
  char bare;
};
// Of Latin-1, Latin Extended and Latin Extended Additional: what Vietnamese
// is written with. In rows of capital and small letters after U+0100.
constexpr std::array<Range, 22> kRanges = {{
    {0xC0, 0xC5, 'A'},      {0xC8, 0xCB, 'E'},      {0xCC, 0xCF, 'I'},
    {0xD2, 0xD6, 'O'},      {0xD9, 0xDC, 'U'},      {0xDD, 0xDD, 'Y'},
    {0xD0, 0xD0, 'D'},      {0xE0, 0xE5, 'a'},      {0xE8, 0xEB, 'e'},
    {0xEC, 0xEF, 'i'},      {0xF2, 0xF6, 'o'},      {0xF9, 0xFC, 'u'},
    {0xFD, 0xFD, 'y'},      {0x102, 0x103, '\1'},   {0x110, 0x111, '\4'},
    {0x128, 0x129, '\3'},   {0x168, 0x169, '\6'},   {0x1A0, 0x1A1, '\5'},
    {0x1EA0, 0x1EB7, '\1'}, {0x1EB8, 0x1EC7, '\2'}, {0x1EC8, 0x1ECB, '\3'},
    {0x1ECC, 0x1EE3, '\5'},
}};
constexpr std::string_view kRowLetters = "-AEIDOU";

// The letter without marks, its case kept; 0 where it has none.
char BareAt(char32_t c) {
  if (c < 0x80) return static_cast<char>(c);
  if (c == 0x1AF || (c >= 0x1EE4 && c <= 0x1EF1 && c % 2 == 0)) return 'U';
  if (c == 0x1B0 || (c >= 0x1EE4 && c <= 0x1EF1)) return 'u';
  if (c >= 0x1EF2 && c <= 0x1EF9) return c % 2 == 0 ? 'Y' : 'y';
  for (const Range& range : kRanges) {
    if (c < range.first || c > range.last) continue;
    if (range.bare >= 'A') return range.bare;
    const char capital = kRowLetters[static_cast<std::size_t>(range.bare)];
    const bool small = c % 2 == 1;
    return static_cast<char>(small ? capital + ('a' - 'A') : capital);
  }
  return ' ';
}

bool IsMark(char32_t c) { return c >= 0x300 && c <= 0x36F; }
bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }
bool IsSmall(char c) { return c >= 'a' && c <= 'z'; }

std::string Bare(std::string_view utf8) {
  std::string bare;
  for (std::size_t at = 0; at < utf8.size();) {
    const Decoded next = At(utf8, at);
    if (!IsMark(next.code_point)) bare.push_back(BareAt(next.code_point));
    at += next.bytes;
  }
  return bare;
}

std::string Lower(std::string text) {
  for (char& c : text) {
    if (IsCapital(c)) c = static_cast<char>(c + ('a' - 'A'));
  }
  return text;
}

std::string OneSpace(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out.push_back(space ? ' ' : c);
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

PlainLine LineOf(const TextLine& line, const PageText& page) {
  std::string bare;
  for (const Word& word : line.words) bare += Bare(word.text) + " ";
  PlainLine plain;
  const auto capitals = std::count_if(bare.begin(), bare.end(), IsCapital);
  const auto smalls = std::count_if(bare.begin(), bare.end(), IsSmall);
  if (capitals > 0) {
    plain.capitals =
        static_cast<double>(capitals) / static_cast<double>(capitals + smalls);
  }
  plain.text = OneSpace(Lower(std::move(bare)));
  plain.words = static_cast<int>(line.words.size());
  plain.top = line.box.top_px / std::max(1.0, double{1.0} * page.height_px);
  return plain;
}

bool InWord(std::string_view text, std::size_t at) {
  return at < text.size() &&
         (IsSmall(text[at]) || (text[at] >= '0' && text[at] <= '9'));
}

}  // namespace

std::string Plain(std::string_view utf8) { return OneSpace(Lower(Bare(utf8))); }

std::vector<PlainLine> PlainLines(const PageText& page) {
  std::vector<PlainLine> lines;
  for (const Block& block : page.blocks) {
    for (const Paragraph& paragraph : block.paragraphs) {
      for (const TextLine& line : paragraph.lines) {
        lines.push_back(LineOf(line, page));
      }
    }
  }
  return lines;
}

bool Says(std::string_view text, std::string_view phrase) {
  for (std::size_t at = text.find(phrase); at != std::string_view::npos;
       at = text.find(phrase, at + 1)) {
    const bool begins = at == 0 || !InWord(text, at - 1);
    if (begins && !InWord(text, at + phrase.size())) return true;
  }
  return false;
}

}  // namespace donthu

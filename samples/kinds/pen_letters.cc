#include "samples/kinds/pen_letters.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "models/text_offsets.h"

namespace donthu::samples {
namespace {

// Strokes are parted by ';', numbers are x and y in turn.
struct Skeleton {
  char32_t letter;
  double width;
  const char* strokes;
};

constexpr std::array<Skeleton, 80> kSkeletons = {{
    {U'a', 11, "8 8 5 10 2 8 1 4 3 0 6 1 8 5;8 10 8 3 10 0 11 1"},
    {U'b', 9, "1 20 1 2 4 0 7 2 8 6 6 9 3 9 1 6"},
    {U'c', 8, "7 8 5 10 2 8 1 4 3 0 6 0 8 2"},
    {U'd', 11, "8 7 5 10 2 8 1 4 3 0 6 1 8 5;8 20 8 3 10 0 11 1"},
    {U'e', 8, "1 5 7 6 7 9 4 10 1 7 1 3 4 0 8 2"},
    {U'f', 8, "8 18 5 20 4 16 4 0;1 10 7 10"},
    {U'g', 10, "8 8 5 10 2 8 1 4 3 1 6 2 8 6;8 10 8 -5 5 -9 1 -7"},
    {U'h', 10, "1 20 1 0;1 6 4 10 7 9 8 6 8 1 10 0"},
    {U'i', 4, "1 10 1 2 3 0"},
    {U'j', 4, "2 10 2 -6 -1 -9"},
    {U'k', 9, "1 20 1 0;7 10 1 4 3 5 8 0"},
    {U'l', 4, "1 20 1 3 3 0"},
    {U'm', 14, "1 10 1 0;1 6 4 10 6 9 6 0;6 6 9 10 12 9 12 1 14 0"},
    {U'n', 10, "1 10 1 0;1 6 4 10 7 9 8 6 8 1 10 0"},
    {U'o', 10, "5 10 2 9 1 5 2 1 5 0 8 1 9 5 8 9 5 10"},
    {U'p', 9, "1 10 1 -9;1 7 4 10 7 9 8 5 7 1 4 0 1 3"},
    {U'q', 10, "8 8 5 10 2 8 1 4 3 0 6 1 8 5;8 10 8 -9"},
    {U'r', 8, "1 10 1 0;1 6 3 9 6 10 7 9"},
    {U's', 8, "7 9 4 10 2 8 4 6 6 4 6 1 3 0 1 1"},
    {U't', 8, "4 17 4 3 6 0 8 1;1 11 7 11"},
    {U'u', 10, "1 10 1 3 3 0 6 1 8 5;8 10 8 2 10 0"},
    {U'v', 8, "1 10 4 0 8 10"},
    {U'w', 12, "1 10 3 0 6 8 9 0 11 10"},
    {U'x', 9, "1 10 8 0;8 10 1 0"},
    {U'y', 9, "1 10 2 4 5 3 8 6;8 10 7 -4 4 -9 1 -7"},
    {U'z', 9, "1 10 8 10 1 0 8 0"},
    {U'A', 12, "1 0 6 19 11 0;3 7 9 7"},
    {U'B', 10, "1 19 1 0;1 19 7 18 7 11 1 10 8 9 8 1 1 0"},
    {U'C', 12, "10 16 6 19 2 15 1 9 3 2 7 0 11 3"},
    {U'D', 12, "1 19 1 0;1 19 8 17 11 9 8 1 1 0"},
    {U'E', 10, "9 19 1 19 1 0 9 0;1 10 7 10"},
    {U'F', 10, "9 19 1 19 1 0;1 10 7 10"},
    {U'G', 12, "10 16 6 19 2 15 1 9 3 2 7 0 10 3 10 8 6 8"},
    {U'H', 12, "1 19 1 0;10 19 10 0;1 10 10 10"},
    {U'I', 4, "2 19 2 0"},
    {U'J', 7, "5 19 5 3 3 0 0 2"},
    {U'K', 11, "1 19 1 0;9 19 1 9 10 0"},
    {U'L', 10, "1 19 1 0 9 0"},
    {U'M', 15, "1 0 2 19 7 5 12 19 13 0"},
    {U'N', 12, "1 0 1 19 10 0 10 19"},
    {U'O', 13, "6 19 2 16 1 9 3 2 6 0 10 3 11 10 9 17 6 19"},
    {U'P', 10, "1 19 1 0;1 19 8 18 8 10 1 9"},
    {U'Q', 13, "6 19 2 16 1 9 3 2 6 0 10 3 11 10 9 17 6 19;7 4 12 -2"},
    {U'R', 11, "1 19 1 0;1 19 8 18 8 11 1 10 10 0"},
    {U'S', 10, "9 17 5 19 2 16 4 11 8 8 8 2 4 0 1 3"},
    {U'T', 12, "6 19 6 0;1 19 11 19"},
    {U'U', 12, "1 19 1 4 4 0 8 1 10 5 10 19"},
    {U'V', 12, "1 19 6 0 11 19"},
    {U'W', 15, "1 19 4 0 7 14 10 0 13 19"},
    {U'X', 12, "1 19 11 0;11 19 1 0"},
    {U'Y', 12, "1 19 6 10 11 19;6 10 6 0"},
    {U'Z', 11, "1 19 10 19 1 0 10 0"},
    {U'0', 10, "5 18 1 14 1 4 5 0 8 4 8 14 5 18"},
    {U'1', 8, "2 14 5 18 5 0"},
    {U'2', 10, "1 15 4 18 8 15 6 9 1 0 9 0"},
    {U'3', 9, "1 17 6 18 7 13 4 10 8 7 7 1 1 1"},
    {U'4', 10, "6 18 1 6 9 6;7 11 7 0"},
    {U'5', 9, "8 18 2 18 2 11 6 11 8 6 5 0 1 2"},
    {U'6', 9, "7 17 3 13 1 5 4 0 8 3 7 8 2 6"},
    {U'7', 10, "1 18 9 18 4 0"},
    {U'8', 10, "5 9 1 14 5 18 8 14 5 9 1 4 5 0 9 4 5 9"},
    {U'9', 9, "8 12 4 10 2 15 5 18 8 14 7 5 4 0"},
    {U'.', 5, "1 0 2 0"},
    {U',', 5, "2 1 1 -3"},
    {U':', 5, "1 1 2 1;1 8 2 8"},
    {U';', 5, "2 1 1 -3;1 8 2 8"},
    {U'-', 8, "1 6 7 6"},
    {U'\u2013', 8, "1 6 7 6"},
    {U'/', 9, "1 -2 8 19"},
    {U'(', 6, "5 20 2 12 2 4 5 -2"},
    {U')', 6, "1 20 4 12 4 4 1 -2"},
    {U'"', 6, "1 20 1 16;4 20 4 16"},
    {U'\u201c', 6, "2 20 1 16;5 20 4 16"},
    {U'\u201d', 6, "2 20 1 16;5 20 4 16"},
    {U'?', 9, "1 15 4 18 7 14 4 8 4 5;4 0 4 1"},
    {U'!', 4, "2 18 2 5;2 0 2 1"},
    {U'%', 12, "3 18 1 14 4 13 3 18;11 18 1 0;9 5 8 1 11 1 9 5"},
    {U'+', 9, "4 12 4 2;0 7 8 7"},
    {U'=', 9, "1 9 8 9;1 5 8 5"},
    {U'\u2026', 14, "1 0 2 0;6 0 7 0;11 0 12 0"},
}};

// Tones in the order of the rows below; over the middle of the letter.
constexpr std::array<const char*, 6> kTones = {
    "", "0 3 3 0", "0 0 3 3", "0 2 2 3 2 1 1 0", "-2 0 -1 2 1 0 3 2", ""};
constexpr std::size_t kDotBelow = 5;

enum class Shape { kPlain, kHat, kBowl, kHorn };
struct Row {
  char32_t base;
  Shape shape;
  std::u32string_view letters;  // none, grave, acute, hook, tilde, dot
};
constexpr std::array<Row, 24> kRows = {{
    {U'a', Shape::kPlain, U"aàáảãạ"}, {U'a', Shape::kBowl, U"ăằắẳẵặ"},
    {U'a', Shape::kHat, U"âầấẩẫậ"},   {U'e', Shape::kPlain, U"eèéẻẽẹ"},
    {U'e', Shape::kHat, U"êềếểễệ"},   {U'i', Shape::kPlain, U"iìíỉĩị"},
    {U'o', Shape::kPlain, U"oòóỏõọ"}, {U'o', Shape::kHat, U"ôồốổỗộ"},
    {U'o', Shape::kHorn, U"ơờớởỡợ"},  {U'u', Shape::kPlain, U"uùúủũụ"},
    {U'u', Shape::kHorn, U"ưừứửữự"},  {U'y', Shape::kPlain, U"yỳýỷỹỵ"},
    {U'A', Shape::kPlain, U"AÀÁẢÃẠ"}, {U'A', Shape::kBowl, U"ĂẰẮẲẴẶ"},
    {U'A', Shape::kHat, U"ÂẦẤẨẪẬ"},   {U'E', Shape::kPlain, U"EÈÉẺẼẸ"},
    {U'E', Shape::kHat, U"ÊỀẾỂỄỆ"},   {U'I', Shape::kPlain, U"IÌÍỈĨỊ"},
    {U'O', Shape::kPlain, U"OÒÓỎÕỌ"}, {U'O', Shape::kHat, U"ÔỒỐỔỖỘ"},
    {U'O', Shape::kHorn, U"ƠỜỚỞỠỢ"},  {U'U', Shape::kPlain, U"UÙÚỦŨỤ"},
    {U'U', Shape::kHorn, U"ƯỪỨỬỮỰ"},  {U'Y', Shape::kPlain, U"YỲÝỶỸỴ"},
}};

void Draw(const char* strokes, double dx, double dy, PenLetter& letter) {
  PenStroke stroke;
  const char* at = strokes;
  while (*at != '\0') {
    char* end = nullptr;
    const double x = std::strtod(at, &end);
    const double y = std::strtod(end, &end);
    stroke.push_back({x + dx, y + dy});
    at = end;
    if (*at != ';' && *at != '\0') continue;
    letter.strokes.push_back(stroke);
    stroke.clear();
    if (*at == ';') ++at;
  }
}

void Mark(const char* strokes, double dx, double dy, PenLetter& letter) {
  const std::size_t before = letter.strokes.size();
  Draw(strokes, dx, dy, letter);
  letter.marks += letter.strokes.size() - before;
}

PenLetter Base(char32_t c) {
  PenLetter letter;
  for (const Skeleton& skeleton : kSkeletons) {
    if (skeleton.letter != c) continue;
    Draw(skeleton.strokes, 0, 0, letter);
    letter.width = skeleton.width + 2;
    letter.small = c >= U'a' && c <= U'z';
    return letter;
  }
  letter.width = 7;
  return letter;
}

PenLetter Marked(const Row& row, std::size_t tone) {
  PenLetter letter = Base(row.base);
  const double middle = letter.width / 2 - 2;
  double top = letter.small ? 12 : 21;
  if (row.shape == Shape::kHat) Mark("-2 0 1 3 4 0", middle, top, letter);
  if (row.shape == Shape::kBowl) Mark("-2 3 1 0 4 3", middle, top, letter);
  if (row.shape == Shape::kHorn) {
    Mark("0 0 3 1 3 4", letter.width - 4, top - 3, letter);
  }
  const bool raised = row.shape == Shape::kHat || row.shape == Shape::kBowl;
  if (tone == kDotBelow) {
    Mark("0 0 1 0", middle, row.base == U'y' ? -11 : -4, letter);
  } else if (tone > 0) {
    Mark(kTones[tone], middle + (raised ? 3 : 0), top + (raised ? 3 : 0),
         letter);
  } else if (row.base == U'i') {
    Mark("0 0 0 1", 1, 14, letter);
  }
  return letter;
}

}  // namespace

PenLetter PenLetterOf(char32_t c) {
  if (c == U'đ' || c == U'Đ') {
    PenLetter letter = Base(c == U'đ' ? U'd' : U'D');
    Mark(c == U'đ' ? "4 16 11 16" : "-1 10 5 10", 0, 0, letter);
    return letter;
  }
  for (const Row& row : kRows) {
    const std::size_t tone = row.letters.find(c);
    if (tone != std::u32string_view::npos) return Marked(row, tone);
  }
  return Base(c);
}

std::vector<char32_t> CodePoints(std::string_view utf8) {
  const TextOffsets offsets(utf8);
  std::vector<char32_t> points;
  for (int i = 0; i < offsets.size(); ++i) {
    const std::string_view bytes = offsets.Cut({i, i + 1});
    const auto lead = static_cast<unsigned char>(bytes[0]);
    constexpr std::array<unsigned, 5> kLeadBits = {0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t point = lead & kLeadBits[std::min<std::size_t>(bytes.size(), 4)];
    for (std::size_t b = 1; b < bytes.size(); ++b) {
      point = (point << 6) | (static_cast<unsigned char>(bytes[b]) & 0x3FU);
    }
    points.push_back(point);
  }
  return points;
}

}  // namespace donthu::samples

#include "stages/classify/noise.h"

#include <array>
#include <random>

#include "models/vietnamese.h"

namespace donthu {
namespace {

// Pairs that recognition of Vietnamese print takes for one another.
constexpr std::array<std::array<char32_t, 2>, 14> kConfusions = {{
    {U'ư', U'u'},
    {U'ơ', U'o'},
    {U'đ', U'd'},
    {U'ă', U'â'},
    {U'ê', U'e'},
    {U'ô', U'o'},
    {U'ó', U'ỏ'},
    {U'ấ', U'ẩ'},
    {U'l', U'i'},
    {U'ế', U'ề'},
    {U'ị', U'i'},
    {U'n', U'u'},
    {U'h', U'b'},
    {U'c', U'e'},
}};

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  bool Falls(double share) {
    return static_cast<double>(engine_() % 10000U) < share * 10000.0;
  }
  std::size_t Below(std::size_t count) { return engine_() % count; }

 private:
  std::mt19937 engine_;
};

char32_t WithoutMarks(char32_t c) {
  const char32_t bare = BareOf(c);
  return IsUpper(c) && bare >= U'a' && bare <= U'z' ? bare - 32 : bare;
}

void Confuse(std::u32string& word, Dice& dice) {
  const std::size_t from = dice.Below(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    char32_t& c = word[(from + i) % word.size()];
    for (const auto& pair : kConfusions) {
      if (c != pair[0]) continue;
      c = pair[1];
      return;
    }
  }
}

}  // namespace

std::string WithNoise(std::string_view text, NoiseLevels levels,
                      std::uint32_t seed) {
  const std::u32string points = CodePointsOf(text);
  Dice dice(seed);
  std::string out;
  for (std::size_t at = 0; at < points.size();) {
    if (!IsLetter(points[at])) {
      AppendUtf8(points[at++], out);
      continue;
    }
    std::size_t end = at;
    while (end < points.size() && IsLetter(points[end])) ++end;
    std::u32string word = points.substr(at, end - at);
    if (dice.Falls(levels.lost_marks)) {
      for (char32_t& c : word) c = WithoutMarks(c);
    }
    if (dice.Falls(levels.confused)) Confuse(word, dice);
    for (const char32_t c : word) AppendUtf8(c, out);
    at = end;
  }
  return out;
}

}  // namespace donthu

#include "stages/assess/commune_names.h"

#include <algorithm>
#include <cstddef>

#include "models/vietnamese.h"

namespace donthu {
namespace {

struct Run {
  TextSpan span;
  std::string bare;
  bool named = false;  // begins with a capital or a digit
};

// Runs of letters and digits.
std::vector<Run> WordsOf(std::u32string_view text) {
  const auto inside = [&](std::size_t at) {
    return at < text.size() && (IsLetter(text[at]) || IsDigit(text[at]));
  };
  std::vector<Run> words;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!inside(at)) continue;
    const std::size_t start = at;
    while (inside(at)) ++at;
    words.push_back({{static_cast<int>(start), static_cast<int>(at)},
                     BareText(text.substr(start, at - start)),
                     IsUpper(text[start]) || IsDigit(text[start])});
  }
  return words;
}

bool IsApart(TextSpan span, const std::vector<TextSpan>& apart) {
  return std::any_of(apart.begin(), apart.end(), [&](TextSpan other) {
    return span.start < other.end && other.start < span.end;
  });
}

// How many words from `at` are the word for a commune; 0: none.
std::size_t LeadAt(const std::vector<Run>& words, std::size_t at) {
  const std::string& bare = words[at].bare;
  if (bare == "xa" || bare == "phuong") return 1;
  if (at + 1 == words.size()) return 0;
  const std::string& next = words[at + 1].bare;
  return (bare == "thi" && next == "tran") || (bare == "dac" && next == "khu")
             ? 2
             : 0;
}

}  // namespace

std::set<std::string> CommuneNames(std::string_view text,
                                   const std::vector<TextSpan>& apart) {
  constexpr std::size_t kLongestName = 4;  // words
  const std::u32string points = CodePointsOf(text);
  const std::vector<Run> words = WordsOf(points);
  std::set<std::string> names;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t lead = LeadAt(words, i);
    if (lead == 0 || IsApart(words[i].span, apart)) continue;
    std::string name;
    for (std::size_t k = i + lead;
         k < words.size() && k < i + lead + kLongestName; ++k) {
      const bool beside = words[k].span.start - words[k - 1].span.end == 1;
      const bool again = LeadAt(words, k) != 0;
      if (!words[k].named || !beside || again) break;
      name += (name.empty() ? "" : " ") + words[k].bare;
    }
    // "XÃ HỘI CHỦ NGHĨA" is no commune.
    if (!name.empty() && name.rfind("hoi", 0) != 0) names.insert(name);
  }
  return names;
}

}  // namespace donthu

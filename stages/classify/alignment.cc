#include "stages/classify/alignment.h"

#include <algorithm>
#include <string>

#include "models/vietnamese.h"

namespace donthu {
namespace {

struct SpannedWord {
  std::string bare;
  TextSpan span;
};

std::vector<SpannedWord> WordsOf(std::string_view text) {
  const std::u32string points = CodePointsOf(text);
  std::vector<SpannedWord> words;
  bool open = false;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!IsLetter(points[i]) && !IsDigit(points[i])) {
      open = false;
      continue;
    }
    const int at = static_cast<int>(i);
    if (!open) words.push_back({{}, {at, at}});
    open = true;
    AppendUtf8(BareOf(points[i]), words.back().bare);
    words.back().span.end = at + 1;
  }
  return words;
}

// The partner of each word of `a` in `b` by their longest common subsequence;
// none: -1.
std::vector<int> PartnersOf(const std::vector<SpannedWord>& a,
                            const std::vector<SpannedWord>& b) {
  const std::size_t width = b.size() + 1;
  std::vector<int> longest((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      longest[i * width + j] = a[i].bare == b[j].bare
                                   ? longest[(i + 1) * width + j + 1] + 1
                                   : std::max(longest[(i + 1) * width + j],
                                              longest[i * width + j + 1]);
    }
  }
  std::vector<int> partners(a.size(), -1);
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].bare == b[j].bare) {
      partners[i++] = static_cast<int>(j++);
    } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return partners;
}

}  // namespace

std::vector<std::optional<TextSpan>> CarriedSpans(
    std::string_view from, const std::vector<TextSpan>& spans,
    std::string_view to) {
  const std::vector<SpannedWord> a = WordsOf(from);
  const std::vector<SpannedWord> b = WordsOf(to);
  const std::vector<int> partners = PartnersOf(a, b);
  std::vector<std::optional<TextSpan>> carried;
  for (const TextSpan span : spans) {
    int words = 0;
    std::vector<int> found;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i].span.start < span.start || a[i].span.end > span.end) continue;
      ++words;
      if (partners[i] >= 0) found.push_back(partners[i]);
    }
    if (found.empty() || static_cast<int>(found.size()) * 2 < words) {
      carried.emplace_back();
      continue;
    }
    const auto word = [&](int index) {
      return b[static_cast<std::size_t>(index)].span;
    };
    carried.push_back(
        TextSpan{word(found.front()).start, word(found.back()).end});
  }
  return carried;
}

}  // namespace donthu

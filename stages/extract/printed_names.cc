#include "stages/extract/printed_names.h"

#include <algorithm>
#include <string_view>

#include "models/vietnamese.h"
#include "stages/extract/names.h"

namespace donthu {
namespace {

constexpr double kSure = 0.95;  // the engine's least confidence in a name

bool HasMarks(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) > 127;
  });
}

bool HasShapeOf(const LetterView& view, TextSpan a, TextSpan b) {
  for (int i = 0; i < a.end - a.start; ++i) {
    if (view.ShapeAt(a.start + i) != view.ShapeAt(b.start + i)) return false;
  }
  return true;
}

bool InWord(const LetterView& view, int at) {
  const char shape = view.ShapeAt(at);
  return shape == 'A' || shape == 'a' || shape == '9';
}

// Of the places with the same letters, capitals where it has them, and other
// marks.
TextSpan SurestReading(const LetterView& view, TextSpan span) {
  const std::string_view name = view.Folded(span);
  const std::string_view text = view.Folded(view.whole());
  const int size = span.end - span.start;
  TextSpan best = span;
  double most = view.LeastConfidence(span);
  for (std::size_t at = text.find(name); at != text.npos;
       at = text.find(name, at + 1)) {
    const int start = static_cast<int>(at);
    const TextSpan other = {start, start + size};
    if (InWord(view, start - 1) || InWord(view, other.end)) continue;
    if (!HasShapeOf(view, span, other)) continue;
    const double sure = view.LeastConfidence(other);
    if (sure <= most) continue;
    most = sure;
    best = other;
  }
  return best;
}

}  // namespace

std::string TidyName(const std::string& name) {
  const std::u32string points = CodePointsOf(name);
  std::u32string out;
  bool parted = false;
  for (const char32_t c : points) {
    const bool starts = out.empty() || out.back() == U' ';
    const bool quote = c == U'\'' || c == U'"' || c == U'‘' || c == U'’' ||
                       c == U'“' || c == U'”';
    if (starts && quote) continue;
    if (!starts && IsUpper(c) && IsLetter(out.back()) && !IsUpper(out.back())) {
      out += U' ';
      parted = true;
    }
    out += c;
  }
  const std::string tidy = Utf8Of(out);
  const std::string first = BareText(tidy.substr(0, tidy.find(' ')));
  return parted && !IsFamilyName(first) ? name : tidy;
}

std::string PrintedName(const LetterView& view, TextSpan span) {
  const bool doubtful = view.LeastConfidence(span) < kSure;
  const bool marked = HasMarks(view.Text(span));
  const TextSpan best = doubtful && marked ? SurestReading(view, span) : span;
  return TidyName(std::string(view.Text(best)));
}

}  // namespace donthu

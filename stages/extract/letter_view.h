// What every rule of extraction reads: a letter's text, its shadows, its
// lines.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/fields.h"
#include "models/text_offsets.h"
#include "stages/extract/text_match.h"

namespace donthu {

// Keeps a reference: the letter must outlive its view. Spans are in code
// points of Letter::text. A "line" here is what stands between two U+000A
// (a paragraph of a scan), never empty.
class LetterView {
 public:
  explicit LetterView(const Letter& letter);

  int size() const { return offsets_.size(); }
  TextSpan whole() const { return {0, size()}; }
  const std::vector<TextSpan>& lines() const { return lines_; }
  int line_count() const { return static_cast<int>(lines_.size()); }
  TextSpan line(int index) const {
    return lines_[static_cast<std::size_t>(index)];
  }
  // The line that holds `position`; the last one before it between lines.
  int LineAt(int position) const;

  std::string_view Text(TextSpan span) const { return offsets_.Cut(span); }
  std::string_view Folded(TextSpan span) const;
  // Whether the folded text holds `part`: what a pattern cannot do without is
  // looked for first.
  bool Holds(TextSpan span, std::string_view part) const {
    return Folded(span).find(part) != std::string_view::npos;
  }
  bool HoldsAny(TextSpan span,
                std::initializer_list<std::string_view> parts) const {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
      return Holds(span, part);
    });
  }
  char FoldedAt(int position) const;  // '\n' outside the text
  char ShapeAt(int position) const;   // '\n' outside the text

  std::optional<Match> Find(const Pattern& pattern, TextSpan within) const {
    return pattern.Find(shadows_.folded, within);
  }
  std::vector<Match> FindAll(const Pattern& pattern, TextSpan within) const {
    return pattern.FindAll(shadows_.folded, within);
  }
  std::optional<Match> MatchStart(const Pattern& pattern,
                                  TextSpan within) const {
    return pattern.MatchStart(shadows_.folded, within);
  }

  // Without spaces and the marks ,;:.-+*("' at either end; a closing bracket
  // stays where its opening one lies within.
  TextSpan Trimmed(TextSpan span) const;

  // A located value; its raw text and places from the words touched.
  template <typename T>
  Located<T> Locate(T value, TextSpan span) const {
    return {std::move(value), Raw(span), std::nullopt, span,
            PlacesOf(letter_, span)};
  }
  // The value is the text itself.
  LocatedText Quote(TextSpan span) const {
    return Locate(std::string(Text(span)), span);
  }
  // The engine's least confidence over the words that `span` touches; 1 where
  // it touches none.
  double LeastConfidence(TextSpan span) const;
  std::vector<Place> Places(TextSpan span) const {
    return PlacesOf(letter_, span);
  }

 private:
  // What `span` touches.
  std::span<const LetterWord> WordsAt(TextSpan span) const;
  std::string Raw(TextSpan span) const;

  const Letter& letter_;
  TextOffsets offsets_;
  TextShadows shadows_;
  std::vector<TextSpan> lines_;
};

// A list's mark at the span's start ("- ", "1. ", "a) ", "Một là, ", "Thứ
// nhất, ") and the spaces after it; an empty span at its start where there
// is none.
TextSpan ListMark(const LetterView& view, TextSpan line);

}  // namespace donthu

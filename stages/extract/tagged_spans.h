// Where fields stand in a letter, as spans and as tags of its words.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "models/fields.h"
#include "stages/extract/field_kinds.h"
#include "stages/extract/letter_view.h"

namespace donthu {

struct TaggedSpan {
  FieldKind kind = FieldKind::kSenderName;
  TextSpan span;

  friend bool operator==(const TaggedSpan&, const TaggedSpan&) = default;
};

bool Touch(TextSpan a, TextSpan b);
bool Touches(const OptionalText& text, TextSpan span);
// Characters between two spans; 0 where they touch.
int Gap(TextSpan a, TextSpan b);
// The spans of one kind, in their order.
std::vector<TextSpan> SpansOfKind(const std::vector<TaggedSpan>& spans,
                                  FieldKind kind);

// Words, marks and line ends, in order of the text.
std::vector<TextSpan> ChainWords(const LetterView& view);
std::vector<TextSpan> ChainWords(const LetterView& view, TextSpan within);

// The first and one past the last of `words` that the span touches.
std::pair<std::size_t, std::size_t> WordsTouched(
    const std::vector<TextSpan>& words, TextSpan span);

// Of each of `words` the tag that the spans give it; where two spans hold a
// word, the first counts.
std::vector<std::size_t> TagsOf(const std::vector<TextSpan>& words,
                                const std::vector<TaggedSpan>& spans);
// The way back: a first word, and the later ones of its kind.
std::vector<TaggedSpan> SpansOf(const LetterView& view,
                                const std::vector<TextSpan>& words,
                                const std::vector<std::size_t>& tags);

// Where the values of `fields` stand.
std::vector<TaggedSpan> SpansOf(const Fields& fields);

}  // namespace donthu

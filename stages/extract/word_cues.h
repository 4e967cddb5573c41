// The words of a letter as the field model sees them.
#pragma once

#include <cstddef>
#include <vector>

#include "models/fields.h"
#include "stages/extract/letter_view.h"
#include "stages/extract/tagger.h"
#include "stages/extract/zones.h"

namespace donthu {

struct TaggedSpan {
  FieldKind kind = FieldKind::kSenderName;
  TextSpan span;

  friend bool operator==(const TaggedSpan&, const TaggedSpan&) = default;
};

// Words, marks and line ends, in order of the text.
std::vector<TextSpan> ChainWords(const LetterView& view);

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

// The cues of each word: itself and its neighbours, its line, what leads to
// it, and what the rules (`found`) make of it.
std::vector<WordCues> CuesOf(const LetterView& view, const Zones& zones,
                             const std::vector<TextSpan>& words,
                             const std::vector<TaggedSpan>& found);

}  // namespace donthu

// Learns the field model from marked letters.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/fields.h"
#include "models/letter.h"
#include "models/result.h"
#include "stages/extract/tagger.h"
#include "tests/bench/marked_letter.h"

namespace donthu::bench {

// A letter as the model is shown it.
struct ChainLetter {
  std::string id;  // copies of one letter, which follow one another, share it
  std::vector<WordCues> words;
  std::vector<std::size_t> tags;  // of the marks
};

// A conditional random field (Lafferty, McCallum, Pereira 2001): the mean of
// eight that read the letters `epochs` times each in drawn orders of their own,
// which are always the same; what hangs on the order evens out. Cues of
// fewer than three letters are dropped: what one person wrote, above all a
// name, is not learnt. Weights below `least` are dropped, too.
Tagger LearnTagger(const std::vector<const ChainLetter*>& letters, int epochs,
                   float least);

struct FieldExample {
  std::string id;
  MarkedLetter marked;
  Letter letter;
  Fields rules;
  // As written, and as read from scans, or with letters damaged as scans
  // damage them where nobody read one.
  std::vector<ChainLetter> copies;
};

// The marked letters of folders (*.txt), by path. Fails with kFileUnreadable,
// naming the file.
Result<std::vector<FieldExample>> ReadExamples(
    const std::vector<std::string>& folders);

// Names of hands: "k" of the letters "k01", "k02" …
using Hands = std::set<std::string, std::less<>>;

// Who wrote the letter of this id: what stands before its number.
std::string_view HandOf(std::string_view id);
// Who wrote any of them.
Hands HandsOf(const std::vector<FieldExample>& examples);

// What a model was learnt from and how, two lines: the SHA-256 of all that the
// learning is shown, and of what it makes of the letters of the first hand.
// Where both are as they were, so is the model; telling takes a tenth of the
// time that learning takes.
std::string OriginOf(const std::vector<FieldExample>& examples);

// From all examples but those of some hands.
Tagger LearnFields(const std::vector<FieldExample>& examples,
                   const Hands& left_out);

}  // namespace donthu::bench

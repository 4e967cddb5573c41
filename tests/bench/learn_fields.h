// Learns the field model from marked letters.
#pragma once

#include <string>
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

// `letter`: the marked text normalized. `shown`: the same, or with letters
// changed in place. `rules`: what the rules alone find in `shown`.
ChainLetter ChainOf(const std::string& id, const MarkedLetter& marked,
                    const Letter& letter, const Letter& shown,
                    const Fields& rules);

// An averaged structured perceptron (Collins 2002), `epochs` times over the
// letters in a drawn order that is always the same. Cues of fewer than three
// letters are dropped: what one person wrote, above all a name, is not learnt.
// Weights below `least` are dropped, too.
Tagger LearnTagger(const std::vector<const ChainLetter*>& letters, int epochs,
                   float least);

struct FieldExample {
  std::string id;
  MarkedLetter marked;
  Letter letter;
  Fields rules;
  std::vector<ChainLetter> copies;  // as written, and with letters damaged
};

// The marked letters of folders (*.txt), by path. Fails with kFileUnreadable,
// naming the file.
Result<std::vector<FieldExample>> ReadExamples(
    const std::vector<std::string>& folders);

// Who wrote it: the letter that its id begins with.
char HandOf(const FieldExample& example);

// From all examples but those of one hand; '\0' leaves out none.
Tagger LearnFields(const std::vector<FieldExample>& examples, char left_out);

}  // namespace donthu::bench

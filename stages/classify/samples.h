// Letters made ready for training: read once, with their damaged copies.
#pragma once

#include <string>
#include <vector>

#include "models/letter.h"
#include "stages/classify/corpus.h"
#include "stages/classify/heads.h"
#include "stages/classify/lexicon.h"

namespace donthu {

// A letter of the corpus after the normalizer.
struct TrainingLetter {
  CorpusLetter entry;
  Letter letter;
};

struct SampleCopy {
  Reading reading;  // views into the lexicon that it was read with
  Features letter;
  std::vector<Features> passages;
  std::vector<unsigned>
      passage_answers;  // bit q: yes to question q of the head
};

// The letter as it is; as the engine read a scan of it, or, where there is
// none, with drawn damage; typed without marks.
enum class CopyKind : std::size_t { kWritten, kRead, kUnmarked };
inline constexpr std::size_t kCopies = 3;

struct Sample {
  int label = 0;         // index into kLabels
  int outcome = 0;       // softmax.h
  unsigned answers = 0;  // of the letter head: its label and its parts
  std::string scenario;
  std::string writer;
  std::string difficulty;
  std::string condition;           // of the scan; empty: none was read
  std::vector<SampleCopy> copies;  // kCopies, by CopyKind
};

// One seed a letter, so that the same corpus gives the same samples. The
// lexicon must outlive them; `names` learns the text of every feature.
// Fails with kModelMissing where a letter tells the roles of more or fewer
// passages than it has; the subject names it.
Result<std::vector<Sample>> MakeSamples(
    const std::vector<TrainingLetter>& letters, const Lexicon& lexicon,
    FeatureNames& names);

// The spans of the quotes of one label in the text, by code points; a quote
// that the normalizer changed beyond spaces is left out.
std::vector<TextSpan> QuoteSpans(const TrainingLetter& letter, Label label);

}  // namespace donthu

// A linear chain over the words of a letter (Lafferty, McCallum, Pereira 2001):
// the score of a sequence of tags is the sum of each word's score for its tag
// and of a score for each tag after the one before. A later word of a value
// follows only words of its own kind.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "stages/extract/field_kinds.h"

namespace donthu {

using TagScores = std::array<float, kTagCount>;
using Transitions = std::array<TagScores, kTagCount>;  // [before][after]

// The sequence of the highest score.
std::vector<std::size_t> BestTags(const std::vector<TagScores>& scores,
                                  const Transitions& transitions);

// How likely tags are, where a sequence is the likelier by e the more its score
// is higher by one (forward-backward, Rabiner 1989).
class ChainProbabilities {
 public:
  ChainProbabilities(const std::vector<TagScores>& scores,
                     const Transitions& transitions);

  // Of each tag at word `i`; they sum to one.
  TagScores TagsAt(std::size_t i) const;
  // Adds to `sums` how likely each tag after each one is between the words
  // `i` - 1 and `i`, from 1.
  void AddStep(std::size_t i, Transitions& sums) const;
  // That the words [first, last), at least one, are one value of `kind`,
  // neither more nor fewer.
  double SpanOf(std::size_t first, std::size_t last, std::size_t kind) const;

 private:
  void Forward();
  void Backward();
  TagScores AheadOf(std::size_t i) const;

  Transitions edges_;                // exp of the transitions; 0: never
  Transitions edges_to_;             // the same, [after][before]
  std::vector<TagScores> nodes_;     // exp of the scores, by their greatest
  std::vector<TagScores> forward_;   // each sums to one
  std::vector<TagScores> backward_;  // forward times backward sums to one
  std::vector<float> scales_;        // what a row of forward_ was divided by
};

}  // namespace donthu

// A linear chain over the words of a letter that marks where fields stand.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"
#include "stages/extract/chain.h"

namespace donthu {

// What is known of one word, as hashes.
using WordCues = std::vector<std::uint64_t>;

// The score of a sequence of tags is the sum of the weights of each word's
// cues for its tag and of each tag after the one before.
class Tagger {
 public:
  struct Weight {
    std::uint64_t cue = 0;
    std::uint8_t tag = 0;
    float value = 0.0F;
  };
  // `weights` in any order, each cue and tag once; counted to the hundredth,
  // from -300 to 300.
  Tagger(std::vector<Weight> weights, Transitions transitions);

  // Of each tag at each word the sum of the weights of the word's cues.
  std::vector<TagScores> ScoresOf(const std::vector<WordCues>& words) const;
  const Transitions& transitions() const { return transitions_; }

  // Of the text that it was made of; 0 where it was made of none.
  std::uint64_t fingerprint() const { return fingerprint_; }

  // Lines of text: the weights of each tag after each other one, then a line a
  // cue, with tag and weight in turn; weights are hundredths.
  std::string ToText() const;
  // Fails with kModelMissing where it is not what ToText() wrote.
  static Result<Tagger> FromText(std::string_view text);

 private:
  std::vector<Weight> weights_;  // by cue: what the file holds
  // The same without the cues, in hundredths: small enough to stay near the
  // processor.
  using Hundredths = std::int16_t;
  struct TagWeight {
    Hundredths value = 0;
    std::uint16_t tag = 0;
  };
  using Row = std::array<Hundredths, kTagCount>;
  static Hundredths HundredthsOf(float value);
  std::vector<TagWeight> apart_;
  // Open addressing: where a cue's weights stand, in `apart_` or, of a cue
  // that speaks for many tags, in a row of its own. Small, so that much of the
  // table stays near the processor: of the cue it holds the upper half, the
  // lower bits are its place.
  struct Slot {
    std::uint32_t check = 0;
    std::uint32_t place = 0;  // 0: an empty slot

    bool is_row() const { return (place & kRow) != 0; }
    std::size_t row() const { return place & ~kRow; }
    std::size_t first() const { return place & kFirstMask; }
    std::size_t count() const { return place >> kFirstBits; }

    static constexpr std::uint32_t kRow = 0x80000000U;
    static constexpr unsigned kFirstBits = 27;
    static constexpr std::uint32_t kFirstMask = (1U << kFirstBits) - 1;
  };
  static std::uint32_t CheckOf(std::uint64_t cue);
  const Slot* Find(std::uint64_t cue) const;  // null: a cue without weights
  TagScores ScoreOf(const WordCues& cues) const;
  std::size_t SlotOf(std::uint64_t cue) const;
  bool IsKnown(std::uint64_t cue) const;
  void Prefetch(const WordCues& cues) const;

  std::vector<Slot> table_;
  std::vector<Row> rows_;
  // A bit for each cue that has weights, by its high bits: most cues of a
  // letter have none, and this is small enough to stay near the processor.
  std::vector<std::uint64_t> known_;
  Transitions transitions_;  // [before][after]
  std::uint64_t fingerprint_ = 0;
};

}  // namespace donthu

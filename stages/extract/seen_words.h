// A letter's words as cues are made of them: what each looks like, and in
// what sentence, name and part of the letter it stands.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "stages/extract/cue_words.h"
#include "stages/extract/hashed.h"
#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

// A word as its neighbours see it.
struct Seen {
  Hashed text;   // folded; digits by their number: "9999"
  Hashed shape;  // "Aa", "A", "a", "9", "nl", else the mark itself
  WordRoles roles = 0;

  bool Is(WordRoles role) const { return (roles & role) != 0; }
  bool IsCapital() const { return shape == "Aa" || shape == "A"; }
};

// Words, both ends within.
struct WordRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

// Keeps references to the view and the zones.
class SeenWords {
 public:
  SeenWords(const LetterView& view, const Zones& zones,
            const std::vector<TextSpan>& words);

  std::size_t size() const { return seen_.size(); }
  const Seen& operator[](std::size_t i) const { return seen_[i]; }
  // The word `offset` words after `i`; empty outside the letter.
  Seen At(std::size_t i, int offset) const;

  // The words with a capital letter that follow one another around `i`, which
  // has one.
  WordRange run(std::size_t i) const { return runs_[i]; }
  // How often a form of address stands before a run that ends with it.
  int TimesTitled(std::string_view word) const;

  struct Sentence {  // between full stops and line ends
    bool accuses = false;
    bool asks = false;
  };
  const Sentence& sentence(std::size_t i) const { return sentences_[i]; }
  // Words since an accusing verb of its sentence; kNoVerb: none before it.
  static constexpr int kNoVerb = 99;
  int after_verb(std::size_t i) const { return after_verb_[i]; }
  // "t" title, "r" recipients, "b" body, "s" signature, "h" else.
  Hashed zone(std::size_t i) const { return zones_at_[i]; }
  // "denounces", "complains" or "asks", by what it speaks of most.
  Hashed letter_kind() const { return letter_kind_; }

 private:
  void FindRuns();
  void FindSentences();
  void FindZones(const LetterView& view, const Zones& zones,
                 const std::vector<TextSpan>& words);
  void ReadSentence(std::size_t first, std::size_t last);
  bool IsPair(std::size_t i, std::string_view one, std::string_view two) const;

  std::vector<Seen> seen_;
  std::vector<WordRange> runs_;
  std::unordered_map<std::string_view, int> titled_;
  std::vector<Sentence> sentences_;
  std::vector<int> after_verb_;
  std::vector<Hashed> zones_at_;
  Hashed letter_kind_;
};

}  // namespace donthu

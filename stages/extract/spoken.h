// Whom a letter names, and what it says of each in all its places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "stages/extract/seen_words.h"

namespace donthu {

// How a word stands to the name of a body.
struct BodyWord {
  Hashed head;         // its first word
  Hashed lead;         // before its name
  int since = -1;      // words since its head; -1: none in this sentence
  int ahead = 7;       // words to the next place, 7: more than six or none
  bool ended = false;  // a place has stood since
};

// A person or a body.
struct Spoken {
  std::size_t first = 0;  // the word where it is named whole for the first time
  bool named = false;
  int times = 0;
  int accused = 0;                          // times in sentences that accuse
  int asked = 0;                            // … that ask
  int wanted = 0;                           // … in requests
  int after_verb = SeenWords::kNoVerb;      // the least
  std::vector<Hashed> before, after, next;  // words: the last before its form
                                            // of address, both behind it
  std::vector<Hashed> zones;
};

class SpokenOf {
 public:
  // `requests`: whether each word stands in a request. Keeps references.
  SpokenOf(const SeenWords& seen, const std::vector<bool>& requests);

  const BodyWord& body_word(std::size_t i) const { return body_words_[i]; }
  // Who is named whole for the first time at the word `i`; null: nobody.
  const Spoken* PersonAt(std::size_t i) const;
  const Spoken* BodyAt(std::size_t i) const;
  // How many persons are spoken of more often.
  int PersonsAbove(int times) const;

 private:
  void FindPersons();
  void FindBodies();
  void LookAhead();
  void SpeakOfBody(std::size_t first, std::size_t last);
  void Speak(std::size_t first, std::size_t last, Hashed before, bool whole,
             Spoken& spoken) const;

  const SeenWords& seen_;
  const std::vector<bool>& requests_;
  std::unordered_map<std::uint64_t, Spoken> persons_;  // by the last word
  // By head and last word with a capital.
  std::unordered_map<std::uint64_t, Spoken> bodies_;
  std::unordered_map<std::size_t, std::uint64_t> body_starts_;
  std::vector<BodyWord> body_words_;
};

}  // namespace donthu

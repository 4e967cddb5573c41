// Which words follow each other in petition letters.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "models/result.h"

namespace donthu {

// Number of a word in the model; kUnknown for all that it does not hold.
using WordId = int;
inline constexpr WordId kUnknown = -1;
inline constexpr WordId kBreakWord = 0;
inline constexpr WordId kNumberWord = 1;
inline constexpr WordId kNameWord = 2;
// What stands in the file for these three.
inline constexpr std::array<std::u32string_view, 3> kWordClasses = {U"|", U"#",
                                                                    U"^"};

struct WordCount {
  std::u32string text;  // lower case, NFC; of the first three their class
  int count = 0;        // how often in all letters
  int followers = 0;    // how many other words follow it

  friend bool operator==(const WordCount&, const WordCount&) = default;
};

// What is counted, in the order of the file.
struct LanguageCounts {
  std::string data_sha256;  // of the letters, 64 hex digits
  long tokens = 0;          // of all letters
  std::vector<WordCount> words;
  std::map<std::pair<WordId, WordId>, int> pairs;

  friend bool operator==(const LanguageCounts&,
                         const LanguageCounts&) = default;
};

std::string ToText(const LanguageCounts& counts);

// Bigrams with Witten-Bell's weights (I. H. Witten and T. C. Bell, 1991,
// method C) over unigrams.
class LanguageModel {
 public:
  static constexpr int kVersion = 1;
  explicit LanguageModel(LanguageCounts counts);
  // Fails with kModelMissing where `text` is no such model or is damaged.
  static Result<std::shared_ptr<const LanguageModel>> Parse(
      std::string_view text);

  WordId Find(std::u32string_view word) const;
  // Words that differ from `word` by marks alone, itself included where the
  // model holds it, in the order of their numbers.
  std::span<const WordId> Alike(std::u32string_view word) const;
  const std::u32string& TextOf(WordId word) const;

  int PairCount(WordId first, WordId second) const;
  // Of `second` after `first`, above 0.
  double Probability(WordId first, WordId second) const;

  const LanguageCounts& counts() const { return counts_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view word) const {
      return std::hash<std::u32string_view>()(word);
    }
  };
  template <typename T>
  using ByWord = std::unordered_map<std::u32string, T, Hash, std::equal_to<>>;
  struct Follower {
    WordId word = kUnknown;
    int count = 0;
  };

  double Alone(WordId word) const;

  LanguageCounts counts_;
  ByWord<WordId> ids_;
  ByWord<std::vector<WordId>> alike_;
  // counts_.pairs once more, those of a word side by side and in order: they
  // are looked up for every word of every letter.
  std::vector<Follower> followers_;
  std::vector<std::size_t> first_follower_;  // by word; one more at the end
};

// Names model and letters: "language 1 3f29ab2c1d44".
std::string LanguageVersion(const LanguageModel& model);

// Fails with kModelMissing, as Parse does and where there is no such file.
Result<std::shared_ptr<const LanguageModel>> LoadLanguageModel(
    const std::string& path);

}  // namespace donthu

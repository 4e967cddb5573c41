// What is kept of a letter to find it again: in another scan of it, in a letter
// of its writer on the same matter, in letters of others with the same text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace donthu {

struct LetterSketch {
  // Of all words in their order; letters with the same one say the same.
  std::uint64_t words = 0;
  // The least 128 of the hashes of its pairs of neighbouring words, ascending
  // and each once; pairs of formulas are none. Empty where the letter is too
  // short to be compared.
  std::vector<std::uint32_t> pairs;
  // Who wrote it: "id:001170000001", "phone:0900000001", "name:tran thi mau".
  std::vector<std::string> writers;
  // What it is about: "decision:12/qd-ubnd", "respondent:le van thu".
  std::vector<std::string> matters;

  friend bool operator==(const LetterSketch&, const LetterSketch&) = default;
};

inline constexpr std::size_t kSketchPairs = 128;

// The part of all pairs of words of two letters that both have, 0 to 1, as
// estimated from LetterSketch::pairs: A. Broder, "On the resemblance and
// containment of documents", 1997. 0 where one is empty.
double Likeness(const std::vector<std::uint32_t>& a,
                const std::vector<std::uint32_t>& b);

}  // namespace donthu

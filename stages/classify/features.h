// What a letter or a passage is to a linear model: counted, keyed features.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "stages/classify/reading.h"

namespace donthu {

// Each block is brought to unit length by itself, times its weight, so that
// ten concepts are not drowned by a thousand character n-grams.
enum class FeatureBlock {
  kToned,     // words and pairs of words as written
  kBare,      // the same without marks
  kChars,     // 4 and 5 letters without marks
  kRequest,   // words of the request part
  kOpening,   // words of the first passages
  kTitle,     // words of the title and the recipients
  kConcepts,  // concepts, by zone
  kPairs,     // two concepts in one passage
  kBeside,    // words and concepts of the passages before and after
};
inline constexpr int kBlockCount = 9;

struct Feature {
  std::uint64_t key = 0;
  FeatureBlock block = FeatureBlock::kToned;
  float count = 0.0F;
};
using Features = std::vector<Feature>;  // by key, each key once
using FeatureNames = std::unordered_map<std::uint64_t, std::string>;

// The words khiếu nại, tố cáo, kiến nghị, phản ánh are one class: titles and
// formulas use any of them for anything. `names`, where given, learns the
// text of each key; it is for training only.
Features LetterFeatures(const Reading& reading, FeatureNames* names = nullptr);
Features PassageFeatures(const Reading& reading, int passage,
                         FeatureNames* names = nullptr);

// The key of a feature by its name, as the model file writes it.
std::uint64_t FeatureKey(std::string_view name);

}  // namespace donthu

// How sure a value is, from what speaks for it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "models/result.h"
#include "stages/extract/located_values.h"

namespace donthu {

// What speaks for one value.
struct ValueSigns {
  // The engine's least confidence over the words that the value is made of;
  // 1 in plain text.
  double read = 1.0;
  // How likely the field model finds the value where it stands; 0.5 of a key
  // that the model does not mark.
  double marked = 0.5;
  // Whether the rules alone found it, too.
  bool agreed = true;

  friend bool operator==(const ValueSigns&, const ValueSigns&) = default;
};

inline constexpr std::size_t kSignCount = 4;
// A bias, the log odds of `read` and of `marked`, both held within ±5, and
// `agreed`.
std::array<double, kSignCount> FeaturesOf(const ValueSigns& signs);

// A logistic regression for each of kValueKeys, fitted on drawn scans of
// letters by hands that the field model did not read (donthu_learn_fields
// --confidence).
class FieldConfidence {
 public:
  using Weights = std::array<std::array<double, kSignCount>, kValueKeyCount>;
  explicit FieldConfidence(const Weights& weights) : weights_(weights) {}

  // That the value under kValueKeys[key] is right: 0 to 1, with three digits.
  double Of(std::size_t key, const ValueSigns& signs) const;

  // A line a key: the key and its weights.
  std::string ToText() const;
  // Fails with kModelMissing where it is not what ToText() wrote.
  static Result<FieldConfidence> FromText(std::string_view text);
  // Of the text that it was made of; 0 where it was made of none.
  std::uint64_t fingerprint() const { return fingerprint_; }

 private:
  Weights weights_;
  std::uint64_t fingerprint_ = 0;
};

}  // namespace donthu

// What an accuracy run must show, as one word each on the command line.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/bench/score.h"

namespace donthu::bench {

// By name of the reader.
using ScoresByReader = std::map<std::string, std::vector<SetScore>>;

// The mean character error rate of `reader` on `set` is compared with
// `percent`, or with the one of `other`.
struct AccuracyCheck {
  enum class Kind { kAtLeast, kAtMost, kNoWorse };
  Kind kind = Kind::kAtMost;
  std::string reader;
  std::string set;
  double percent = 0.0;  // kAtLeast, kAtMost
  std::string other;     // kNoWorse
};

// "tesseract:fax>=2", "donthu:clean<=0.5", "donthu:offices<=tesseract".
// Empty for anything else.
std::optional<AccuracyCheck> ParseCheck(const std::string& text);

struct CheckAnswer {
  enum class Kind { kHeld, kMissed, kNotMeasured };
  Kind kind = Kind::kNotMeasured;
  double measured_percent = 0.0;
  double limit_percent = 0.0;
};

CheckAnswer Answer(const AccuracyCheck& check, const ScoresByReader& scores);

}  // namespace donthu::bench

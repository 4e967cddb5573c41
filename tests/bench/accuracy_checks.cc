#include "tests/bench/accuracy_checks.h"

#include <cstdlib>

namespace donthu::bench {
namespace {

std::optional<double> MeanPercent(const ScoresByReader& scores,
                                  const std::string& reader,
                                  const std::string& set) {
  const auto found = scores.find(reader);
  if (found == scores.end()) return std::nullopt;
  for (const SetScore& score : found->second) {
    if (score.set == set) return 100.0 * score.mean_cer;
  }
  return std::nullopt;
}

std::optional<double> Number(const std::string& text) {
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0') return std::nullopt;
  return number;
}

std::optional<double> Limit(const AccuracyCheck& check,
                            const ScoresByReader& scores) {
  if (check.kind != AccuracyCheck::Kind::kNoWorse) return check.percent;
  return MeanPercent(scores, check.other, check.set);
}

}  // namespace

std::optional<AccuracyCheck> ParseCheck(const std::string& text) {
  const std::size_t colon = text.find(':');
  const std::size_t sign = text.find_first_of("<>");
  if (colon == std::string::npos || sign == std::string::npos || sign < colon ||
      text.compare(sign + 1, 1, "=") != 0) {
    return std::nullopt;
  }
  AccuracyCheck check;
  check.reader = text.substr(0, colon);
  check.set = text.substr(colon + 1, sign - colon - 1);
  const std::string limit = text.substr(sign + 2);
  const bool at_least = text[sign] == '>';
  if (check.reader.empty() || check.set.empty() || limit.empty()) {
    return std::nullopt;
  }
  if (const auto percent = Number(limit)) {
    check.kind =
        at_least ? AccuracyCheck::Kind::kAtLeast : AccuracyCheck::Kind::kAtMost;
    check.percent = *percent;
    return check;
  }
  if (at_least) return std::nullopt;
  check.kind = AccuracyCheck::Kind::kNoWorse;
  check.other = limit;
  return check;
}

CheckAnswer Answer(const AccuracyCheck& check, const ScoresByReader& scores) {
  const auto measured = MeanPercent(scores, check.reader, check.set);
  const auto limit = Limit(check, scores);
  if (!measured || !limit) return {};
  const bool held = check.kind == AccuracyCheck::Kind::kAtLeast
                        ? *measured >= *limit
                        : *measured <= *limit;
  return {held ? CheckAnswer::Kind::kHeld : CheckAnswer::Kind::kMissed,
          *measured, *limit};
}

}  // namespace donthu::bench

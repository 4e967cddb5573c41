#include "stages/extract/confidence.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sstream>

#include "models/fnv.h"

namespace donthu {
namespace {

constexpr std::string_view kMagic = "donthu confidence 1";
constexpr double kMost = 5.0;  // log odds: 0.993

double LogOdds(double share) {
  constexpr double kLeast = 1e-6;
  const double inside = std::clamp(share, kLeast, 1.0 - kLeast);
  return std::clamp(std::log(inside / (1.0 - inside)), -kMost, kMost);
}

Failure Damaged() {
  return Fail(ErrorCode::kModelMissing, "field confidence",
              "The file of the field confidence is damaged.");
}

}  // namespace

std::array<double, kSignCount> FeaturesOf(const ValueSigns& signs) {
  return {1.0, LogOdds(signs.read), LogOdds(signs.marked),
          signs.agreed ? 1.0 : 0.0};
}

double FieldConfidence::Of(std::size_t key, const ValueSigns& signs) const {
  const auto features = FeaturesOf(signs);
  double sum = 0.0;
  for (std::size_t i = 0; i < kSignCount; ++i) {
    sum += weights_[key][i] * features[i];
  }
  constexpr double kThousandths = 1000.0;
  return std::round(kThousandths / (1.0 + std::exp(-sum))) / kThousandths;
}

std::string FieldConfidence::ToText() const {
  std::string out(kMagic);
  for (std::size_t key = 0; key < kValueKeyCount; ++key) {
    out.append("\n").append(kValueKeys[key]);
    for (const double weight : weights_[key]) {
      char number[32];
      std::snprintf(number, sizeof(number), " %.3f", weight);
      out += number;
    }
  }
  return out + "\n";
}

Result<FieldConfidence> FieldConfidence::FromText(std::string_view text) {
  std::istringstream lines{std::string(text)};
  std::string line;
  if (!std::getline(lines, line) || line != kMagic) return Damaged();
  Weights weights = {};
  for (std::size_t key = 0; key < kValueKeyCount; ++key) {
    std::string name;
    if (!(lines >> name) || name != kValueKeys[key]) return Damaged();
    for (double& weight : weights[key]) {
      if (!(lines >> weight)) return Damaged();
    }
  }
  FieldConfidence confidence(weights);
  confidence.fingerprint_ = Fnv(text);
  return confidence;
}

}  // namespace donthu

#include "stages/classify/contributions.h"

#include <algorithm>
#include <cmath>

#include "stages/classify/features.h"
#include "stages/classify/reading.h"

namespace donthu {
namespace {

bool IsRunOfLetters(std::string_view feature) {
  return feature.substr(0, 2) == "c:";
}

}  // namespace

std::vector<Contribution> ContributionsTo(const ClassModel& model,
                                          std::string_view text, Label label,
                                          Label against, std::size_t most) {
  const ModelParts& parts = model.parts();
  const LinearHead& head = parts.heads.letter;
  const auto at = [](Label of) { return static_cast<std::size_t>(of); };
  std::vector<Contribution> all;
  const Reading reading = ReadLetter(text, parts.lexicon);
  for (const SparseValue& entry : head.Row(LetterFeatures(reading))) {
    const std::string& name =
        head.columns()[static_cast<std::size_t>(entry.index)].name;
    if (IsRunOfLetters(name)) continue;
    const auto weights = head.WeightsOf(entry.index);
    const float apart = weights[at(label)] - weights[at(against)];
    all.push_back({name, static_cast<double>(entry.value * apart)});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Contribution& a, const Contribution& b) {
                     return std::abs(a.log_odds) > std::abs(b.log_odds);
                   });
  if (all.size() > most) all.resize(most);
  return all;
}

}  // namespace donthu

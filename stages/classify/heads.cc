#include "stages/classify/heads.h"

#include <algorithm>
#include <cmath>

namespace donthu {
namespace {

double Logistic(double score) { return 1.0 / (1.0 + std::exp(-score)); }

struct Strength {
  double first = 0.0;    // the strongest passage
  double second = 0.0;   // the next one
  double sum = 0.0;      // of all above one half
  double request = 0.0;  // the strongest of the request part
};

Strength StrengthOf(const LetterScores& scores, const Reading& reading,
                    std::size_t question) {
  Strength out;
  for (std::size_t i = 0; i < scores.passages.size(); ++i) {
    const Zone zone = reading.passages[i].zone;
    if (zone == Zone::kTitle || zone == Zone::kHeading) continue;
    const double value = scores.passages[i][question];
    if (value > out.first) {
      out.second = out.first;
      out.first = value;
    } else {
      out.second = std::max(out.second, value);
    }
    out.sum += std::max(0.0, value - 0.3);
    if (zone == Zone::kRequest) out.request = std::max(out.request, value);
  }
  return out;
}

}  // namespace

LetterScores ScoreLetter(const Heads& heads, const Reading& reading) {
  LetterScores scores;
  const Features features = LetterFeatures(reading);
  scores.letter = heads.letter.Scores(features);
  scores.coverage = heads.letter.Coverage(features);
  for (std::size_t i = 0; i < reading.passages.size(); ++i) {
    const std::vector<double> odds =
        heads.passage.Scores(PassageFeatures(reading, static_cast<int>(i)));
    auto& out = scores.passages.emplace_back();
    std::transform(odds.begin(), odds.end(), out.begin(), &Logistic);
  }
  return scores;
}

std::vector<double> SummaryOf(const LetterScores& scores,
                              const Reading& reading) {
  std::vector<double> values = scores.letter;
  std::array<Strength, kPassageQuestions> strengths;
  for (std::size_t q = 0; q < kPassageQuestions; ++q) {
    strengths[q] = StrengthOf(scores, reading, q);
    values.push_back(strengths[q].first);
    values.push_back(strengths[q].second);
    values.push_back(std::log1p(strengths[q].sum));
    values.push_back(strengths[q].request);
  }
  for (std::size_t a = 0; a < 4; ++a) {
    for (std::size_t b = a + 1; b < 4; ++b) {
      values.push_back(std::min(strengths[a].first, strengths[b].first));
      values.push_back(std::min(strengths[a].request, strengths[b].request));
      values.push_back(std::min(scores.letter[a], scores.letter[b]));
    }
  }
  return values;
}

}  // namespace donthu

#include "stages/classify/heads.h"

#include <algorithm>
#include <cmath>

namespace donthu {
namespace {

constexpr std::size_t kContents = 4;  // the first four questions

double Logistic(double score) { return 1.0 / (1.0 + std::exp(-score)); }

// How strongly the passages of a letter speak for one thing.
struct Strength {
  double first = 0.0;    // the strongest passage
  double second = 0.0;   // the next one
  double sum = 0.0;      // of all, each less what chance gives
  double request = 0.0;  // the strongest of the request part
  std::array<double, kStretches> strongest = {};  // of each stretch
  std::array<double, kStretches> mean = {};
};

bool IsBody(const Passage& passage) {
  return passage.zone != Zone::kTitle && passage.zone != Zone::kHeading;
}

std::size_t StretchOf(const Passage& passage) {
  const auto stretch = static_cast<int>(passage.position * kStretches);
  return static_cast<std::size_t>(std::min(stretch, kStretches - 1));
}

// `value_of(i)` is what passage i says, 0 to 1.
template <typename ValueOf>
Strength StrengthOf(const Reading& reading, double chance, ValueOf value_of) {
  Strength out;
  std::array<double, kStretches> counts = {};
  for (std::size_t i = 0; i < reading.passages.size(); ++i) {
    const Passage& passage = reading.passages[i];
    if (!IsBody(passage)) continue;
    const double value = value_of(i);
    if (value > out.first) {
      out.second = out.first;
      out.first = value;
    } else {
      out.second = std::max(out.second, value);
    }
    out.sum += std::max(0.0, value - chance);
    if (passage.zone == Zone::kRequest) {
      out.request = std::max(out.request, value);
    }
    const std::size_t stretch = StretchOf(passage);
    out.strongest[stretch] = std::max(out.strongest[stretch], value);
    out.mean[stretch] += value;
    counts[stretch] += 1.0;
  }
  for (std::size_t k = 0; k < counts.size(); ++k) {
    out.mean[k] /= std::max(1.0, counts[k]);
  }
  return out;
}

Strength StrengthOfQuestion(const LetterScores& scores, const Reading& reading,
                            std::size_t question) {
  constexpr double kChance = 0.3;
  return StrengthOf(reading, kChance, [&](std::size_t i) {
    return scores.passages[i][question];
  });
}

// Of passages that speak for one content and for none of the others: what two
// contents share says nothing of a second one.
Strength StrengthOfContentAlone(const LetterScores& scores,
                                const Reading& reading, std::size_t content) {
  constexpr double kChance = 0.2;
  return StrengthOf(reading, kChance, [&](std::size_t i) {
    double alone = scores.passages[i][content];
    for (std::size_t other = 0; other < kContents; ++other) {
      if (other != content) alone *= 1.0 - scores.passages[i][other];
    }
    return alone;
  });
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
    strengths[q] = StrengthOfQuestion(scores, reading, q);
    const Strength& s = strengths[q];
    values.insert(values.end(),
                  {s.first, s.second, std::log1p(s.sum), s.request});
    values.insert(values.end(), s.strongest.begin(), s.strongest.end());
    values.insert(values.end(), s.mean.begin(), s.mean.end());
  }
  std::array<Strength, kContents> alone;
  for (std::size_t q = 0; q < kContents; ++q) {
    alone[q] = StrengthOfContentAlone(scores, reading, q);
    values.insert(values.end(),
                  {alone[q].first, alone[q].second, std::log1p(alone[q].sum)});
  }
  for (std::size_t a = 0; a < kContents; ++a) {
    for (std::size_t b = a + 1; b < kContents; ++b) {
      values.insert(values.end(),
                    {std::min(strengths[a].first, strengths[b].first),
                     std::min(strengths[a].request, strengths[b].request),
                     std::min(scores.letter[a], scores.letter[b]),
                     std::min(alone[a].first, alone[b].first)});
    }
  }
  return values;
}

}  // namespace donthu

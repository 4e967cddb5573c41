#include "stages/classify/heads.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace donthu {
namespace {

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
// That passage `i` answers yes to question_of(one) and no to question_of() of
// the others below `count`.
template <typename QuestionOf>
double AloneAt(const LetterScores& scores, std::size_t i, std::size_t one,
               std::size_t count, QuestionOf question_of) {
  double alone = 1.0;
  for (std::size_t other = 0; other < count; ++other) {
    const double yes = scores.passages[i][question_of(other)];
    alone *= other == one ? yes : 1.0 - yes;
  }
  return alone;
}

Strength StrengthOfContentAlone(const LetterScores& scores,
                                const Reading& reading, std::size_t content) {
  constexpr double kChance = 0.2;
  return StrengthOf(reading, kChance, [&](std::size_t i) {
    return AloneAt(scores, i, content, kContentCount,
                   [](std::size_t c) { return c; });
  });
}

// What one question finds in a letter's body.
struct Presence {
  double words = 0.0;       // the part of the body's words that it takes
  double likely = 0.0;      // log1p of how many passages pass one half
  double sure = 0.0;        // the same of four fifths
  double top_three = 0.0;   // mean of the strongest three
  double first_odds = 0.0;  // log-odds of the strongest
  double second_odds = 0.0;
};

double LogOdds(double value) {
  constexpr double kLeast = 1e-3;
  const double kept = std::clamp(value, kLeast, 1.0 - kLeast);
  return std::log(kept / (1.0 - kept));
}

Presence PresenceOf(const LetterScores& scores, const Reading& reading,
                    std::size_t question) {
  Presence out;
  std::array<double, 3> top = {};  // the strongest first
  double words = 0.0;
  int likely = 0;
  int sure = 0;
  for (std::size_t i = 0; i < reading.passages.size(); ++i) {
    const Passage& passage = reading.passages[i];
    if (!IsBody(passage)) continue;
    const double value = scores.passages[i][question];
    const double length = passage.last_token - passage.first_token;
    words += length;
    out.words += length * value;
    likely += value > 0.5 ? 1 : 0;
    sure += value > 0.8 ? 1 : 0;
    double rest = value;
    for (double& best : top) {
      if (rest > best) std::swap(rest, best);
    }
  }
  out.words /= std::max(1.0, words);
  out.likely = std::log1p(likely);
  out.sure = std::log1p(sure);
  out.top_three = (top[0] + top[1] + top[2]) / 3.0;
  out.first_odds = LogOdds(top[0]);
  out.second_odds = LogOdds(top[1]);
  return out;
}

// Of the passages that tell (or ask for) one class and none of the others:
// the strongest, and log1p of their sum.
void AddRoleAlone(const LetterScores& scores, const Reading& reading,
                  std::size_t (*role_of)(std::size_t),
                  std::vector<double>& values) {
  for (std::size_t c = 0; c < kDecidedClasses; ++c) {
    double best = 0.0;
    double sum = 0.0;
    for (std::size_t i = 0; i < reading.passages.size(); ++i) {
      if (!IsBody(reading.passages[i])) continue;
      const double alone = AloneAt(
          scores, i, c, kDecidedClasses,
          [&](std::size_t other) { return kDecidedClasses + role_of(other); });
      best = std::max(best, alone);
      sum += alone;
    }
    values.insert(values.end(), {best, std::log1p(sum)});
  }
}

}  // namespace

LetterScores ScoreFeatures(const Heads& heads, const Features& letter,
                           const std::vector<Features>& passages) {
  LetterScores scores;
  scores.letter = heads.letter.Scores(letter);
  for (const LinearHead& view : heads.views) {
    const std::vector<double> odds = view.Scores(letter);
    scores.views.insert(scores.views.end(), odds.begin(), odds.end());
  }
  scores.coverage = heads.letter.Coverage(letter);
  for (const Features& passage : passages) {
    const std::vector<double> odds = heads.passage.Scores(passage);
    auto& out = scores.passages.emplace_back();
    std::transform(odds.begin(), odds.end(), out.begin(), &Logistic);
  }
  return scores;
}

LetterScores ScoreLetter(const Heads& heads, const Reading& reading) {
  std::vector<Features> passages;
  for (std::size_t i = 0; i < reading.passages.size(); ++i) {
    passages.push_back(PassageFeatures(reading, static_cast<int>(i)));
  }
  return ScoreFeatures(heads, LetterFeatures(reading), passages);
}

std::vector<double> SummaryOf(const LetterScores& scores,
                              const Reading& reading) {
  std::vector<double> values = scores.letter;
  values.insert(values.end(), scores.views.begin(), scores.views.end());
  for (std::size_t q = 0; q < kPassageQuestions; ++q) {
    const Presence p = PresenceOf(scores, reading, q);
    values.insert(values.end(), {p.words, p.likely, p.sure, p.top_three,
                                 p.first_odds, p.second_odds});
  }
  AddRoleAlone(scores, reading, &StoryOf, values);
  AddRoleAlone(scores, reading, &RequestOf, values);
  std::array<Strength, kDecidedClasses> strengths;
  for (std::size_t q = 0; q < kDecidedClasses; ++q) {
    strengths[q] = StrengthOfQuestion(scores, reading, q);
    const Strength& s = strengths[q];
    values.insert(values.end(),
                  {s.first, s.second, std::log1p(s.sum), s.request});
    values.insert(values.end(), s.strongest.begin(), s.strongest.end());
    values.insert(values.end(), s.mean.begin(), s.mean.end());
  }
  std::array<Strength, kRoleCount> roles;
  for (std::size_t r = 0; r < kRoleCount; ++r) {
    roles[r] = StrengthOfQuestion(scores, reading, kDecidedClasses + r);
    values.insert(values.end(),
                  {roles[r].first, roles[r].second, std::log1p(roles[r].sum)});
  }
  std::array<Strength, kContentCount> alone;
  for (std::size_t q = 0; q < kContentCount; ++q) {
    alone[q] = StrengthOfContentAlone(scores, reading, q);
    values.insert(values.end(),
                  {alone[q].first, alone[q].second, std::log1p(alone[q].sum)});
  }
  for (std::size_t a = 0; a < kContentCount; ++a) {
    for (std::size_t b = a + 1; b < kContentCount; ++b) {
      const auto weaker = [&](std::size_t role_a, std::size_t role_b) {
        return std::min(roles[role_a].first, roles[role_b].first);
      };
      values.insert(
          values.end(),
          {std::min(strengths[a].first, strengths[b].first),
           std::min(strengths[a].request, strengths[b].request),
           std::min(scores.letter[a], scores.letter[b]),
           std::min(alone[a].first, alone[b].first),
           weaker(StoryOf(a), StoryOf(b)), weaker(RequestOf(a), RequestOf(b))});
    }
  }
  return values;
}

}  // namespace donthu

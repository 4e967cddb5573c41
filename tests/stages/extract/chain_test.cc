#include "stages/extract/chain.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace donthu {
namespace {

constexpr std::size_t kWords = 3;
using Tags = std::array<std::size_t, kWords>;

struct Chain {
  std::vector<TagScores> scores;
  Transitions transitions;
};

Chain DrawnChain(unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0.0F, 1.5F);
  Chain chain;
  for (std::size_t i = 0; i < kWords; ++i) {
    TagScores& row = chain.scores.emplace_back();
    for (float& score : row) score = normal(random);
  }
  for (TagScores& row : chain.transitions) {
    for (float& score : row) score = normal(random);
  }
  return chain;
}

bool MayFollow(std::size_t before, std::size_t after) {
  return !IsLaterTag(after) ||
         (before != kOutside && KindOfTag(before) == KindOfTag(after));
}

// The weight of every sequence that there may be.
template <typename Take>
void EachSequence(const Chain& chain, Take take) {
  Tags tags = {};
  for (tags[0] = 0; tags[0] <= kFieldKindCount; ++tags[0]) {
    for (tags[1] = 0; tags[1] < kTagCount; ++tags[1]) {
      if (!MayFollow(tags[0], tags[1])) continue;
      for (tags[2] = 0; tags[2] < kTagCount; ++tags[2]) {
        if (!MayFollow(tags[1], tags[2])) continue;
        double score = chain.scores[0][tags[0]];
        for (std::size_t i = 1; i < kWords; ++i) {
          score += chain.transitions[tags[i - 1]][tags[i]];
          score += chain.scores[i][tags[i]];
        }
        take(tags, std::exp(score));
      }
    }
  }
}

TEST(ChainTest, TheBestSequenceIsTheHeaviestOfAll) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const Chain chain = DrawnChain(seed);
    Tags best = {};
    double most = 0.0;
    EachSequence(chain, [&](const Tags& tags, double weight) {
      if (weight > most) best = tags;
      most = std::max(most, weight);
    });
    const auto said = BestTags(chain.scores, chain.transitions);
    EXPECT_TRUE(std::equal(best.begin(), best.end(), said.begin())) << seed;
  }
}

TEST(ChainTest, ProbabilitiesAreSharesOfAllSequences) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const Chain chain = DrawnChain(seed);
    std::array<std::array<double, kTagCount>, kWords> at = {};
    std::array<std::array<double, kTagCount>, kTagCount> step = {};
    double sum = 0.0;
    EachSequence(chain, [&](const Tags& tags, double weight) {
      for (std::size_t i = 0; i < kWords; ++i) at[i][tags[i]] += weight;
      step[tags[0]][tags[1]] += weight;
      sum += weight;
    });
    const ChainProbabilities likely(chain.scores, chain.transitions);
    Transitions said = {};
    likely.AddStep(1, said);
    for (std::size_t tag = 0; tag < kTagCount; ++tag) {
      for (std::size_t i = 0; i < kWords; ++i) {
        EXPECT_NEAR(likely.TagsAt(i)[tag], at[i][tag] / sum, 1e-4);
      }
      for (std::size_t after = 0; after < kTagCount; ++after) {
        EXPECT_NEAR(said[tag][after], step[tag][after] / sum, 1e-4);
      }
    }
  }
}

TEST(ChainTest, ASpanIsAsLikelyAsTheSequencesThatHoldIt) {
  const Chain chain = DrawnChain(7);
  const ChainProbabilities likely(chain.scores, chain.transitions);
  for (std::size_t kind = 0; kind < kFieldKindCount; ++kind) {
    double first_two = 0.0;
    double last_one = 0.0;
    double sum = 0.0;
    EachSequence(chain, [&](const Tags& tags, double weight) {
      sum += weight;
      if (tags[2] == FirstTagOf(kind)) last_one += weight;
      if (tags[0] == FirstTagOf(kind) && tags[1] == LaterTagOf(kind) &&
          tags[2] != LaterTagOf(kind)) {
        first_two += weight;
      }
    });
    EXPECT_NEAR(likely.SpanOf(0, 2, kind), first_two / sum, 1e-4);
    EXPECT_NEAR(likely.SpanOf(2, 3, kind), last_one / sum, 1e-4);
  }
}

// Scores as far apart as a long letter has them, and no word at all.
TEST(ChainTest, ALongChainKeepsItsProbabilities) {
  std::vector<TagScores> scores(3000);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    scores[i][i % kTagCount] = i % 2 == 0 ? 40.0F : -40.0F;
  }
  const ChainProbabilities likely(scores, {});
  for (const std::size_t i : {std::size_t{0}, scores.size() / 2}) {
    const TagScores tags = likely.TagsAt(i);
    EXPECT_NEAR(std::accumulate(tags.begin(), tags.end(), 0.0), 1.0, 1e-3);
  }
  EXPECT_NO_FATAL_FAILURE(ChainProbabilities({}, {}));
}

}  // namespace
}  // namespace donthu

#include "stages/extract/tagger.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

constexpr std::size_t kFirst = FirstTagOf(3);
constexpr std::size_t kLater = LaterTagOf(3);

Tagger Small() {
  Transitions transitions = {};
  transitions[kFirst][kLater] = 1.5F;
  return Tagger({{8, kFirst, 2.0F}, {16, kLater, 2.0F}, {24, kOutside, 0.1F}},
                transitions);
}

std::vector<std::size_t> TagsOf(const Tagger& tagger,
                                const std::vector<WordCues>& words) {
  return BestTags(tagger.ScoresOf(words), tagger.transitions());
}

TEST(TaggerTest, ALaterWordFollowsOnlyItsOwnKind) {
  const Tagger tagger = Small();
  EXPECT_EQ(TagsOf(tagger, {{8}, {16}, {16}}),
            (std::vector<std::size_t>{kFirst, kLater, kLater}));
  EXPECT_EQ(TagsOf(tagger, {{24}, {24}, {16}}),
            (std::vector<std::size_t>{kOutside, kFirst, kLater}));
}

TEST(TaggerTest, ALetterWithoutWordsHasNoTags) {
  EXPECT_TRUE(TagsOf(Small(), {}).empty());
}

TEST(TaggerTest, WhatWasWrittenIsReadBack) {
  const auto read = Tagger::FromText(Small().ToText());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->ToText(), Small().ToText());
  EXPECT_EQ(TagsOf(*read, {{8}, {16}}), TagsOf(Small(), {{8}, {16}}));
  EXPECT_NE(read->fingerprint(), 0U);
}

TEST(TaggerTest, ADamagedFileIsRefused) {
  const std::string text = Small().ToText();
  for (std::size_t cut = 0; cut < text.size(); cut += 7) {
    EXPECT_FALSE(Tagger::FromText(text.substr(0, cut))) << cut;
  }
  std::string other = text;
  const std::string line = "4 " + std::to_string(kFirst) + " 200";
  other.replace(other.find(line), line.size(), "4 99 20");
  EXPECT_FALSE(Tagger::FromText(other));
}

}  // namespace
}  // namespace donthu

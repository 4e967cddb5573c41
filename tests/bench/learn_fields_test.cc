#include "tests/bench/learn_fields.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "models/sha256.h"

namespace donthu::bench {
namespace {

std::string Read(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(LearnFieldsTest, TheModelWasLearntFromTheLettersBesideIt) {
  const std::string root = DONTHU_SOURCE_DIR;
  const auto examples = ReadExamples({root + "/samples/dev"});
  ASSERT_TRUE(examples);
  const std::string model = root + "/models/fields/donthu.fields";
  EXPECT_EQ(OriginOf(*examples) + Sha256Hex(Read(model)) + "\n",
            Read(model + ".origin"));
}

// A cue is learnt from three letters on; a copy is no other letter.
TEST(LearnFieldsTest, WhatTwoLettersHoldIsNotLearnt) {
  const auto letter = [](const std::string& id) {
    return ChainLetter{id, {{2}}, {FirstTagOf(0)}};
  };
  const ChainLetter a = letter("a");
  const ChainLetter b = letter("b");
  const ChainLetter c = letter("c");
  const auto tags = [&](const std::vector<const ChainLetter*>& letters) {
    const Tagger tagger = LearnTagger(letters, 5, 0.1F);
    return BestTags(tagger.ScoresOf(a.words), tagger.transitions());
  };
  EXPECT_EQ(tags({&a, &a, &b, &b}), std::vector<std::size_t>{kOutside});
  EXPECT_EQ(tags({&a, &b, &c}), a.tags);
}

}  // namespace
}  // namespace donthu::bench

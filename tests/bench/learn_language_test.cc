#include "tests/bench/learn_language.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace donthu {
namespace {

TEST(LearnLanguageTest, TheModelWasLearntFromTheCorpusBesideIt) {
  const std::string models = std::string(DONTHU_SOURCE_DIR) + "/models";
  const auto counts = LearnLanguage(models + "/classifier/corpus");
  ASSERT_TRUE(counts);
  std::ifstream in(models + "/language/donthu.words", std::ios::binary);
  EXPECT_EQ(ToText(*counts),
            std::string(std::istreambuf_iterator<char>(in), {}));
}

}  // namespace
}  // namespace donthu

#include "pipeline/shuffler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace donthu {
namespace {

std::vector<int> Shuffled(std::uint64_t seed) {
  std::vector<int> items(20);
  std::iota(items.begin(), items.end(), 0);
  Shuffler(seed).Shuffle(items);
  return items;
}

TEST(ShufflerTest, SeedZeroLeavesTheOrder) {
  const std::vector<int> items = Shuffled(0);
  EXPECT_TRUE(std::is_sorted(items.begin(), items.end()));
}

TEST(ShufflerTest, ASeedGivesOneOrderAndAnotherSeedAnother) {
  EXPECT_EQ(Shuffled(1), Shuffled(1));
  EXPECT_NE(Shuffled(1), Shuffled(2));
  EXPECT_NE(Shuffled(1), Shuffled(0));
}

TEST(ShufflerTest, NothingIsLost) {
  EXPECT_THAT(Shuffled(3), ::testing::UnorderedElementsAreArray(Shuffled(0)));
}

}  // namespace
}  // namespace donthu

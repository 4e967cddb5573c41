#include "stages/examine/rules.h"

#include <gtest/gtest.h>

#include <string>

namespace donthu {
namespace {

// '#' is ink; rows of five.
std::string Erased(const std::string& rows, int across_px, int down_px) {
  std::vector<std::uint8_t> ink;
  for (const char c : rows) ink.push_back(c == '#' ? 1 : 0);
  EraseRules(ink, 5, across_px, down_px);
  std::string left;
  for (const std::uint8_t pixel : ink) left += pixel != 0 ? '#' : '.';
  return left;
}

TEST(RulesTest, ErasesRunsAcrossFromTheGivenLengthOn) {
  EXPECT_EQ(Erased("###..####.", 4, 9), "###.......");
  EXPECT_EQ(Erased("#####", 5, 9), ".....");
}

TEST(RulesTest, ErasesRunsDown) {
  EXPECT_EQ(Erased("#....#....#.........", 9, 3), "....................");
  EXPECT_EQ(Erased("#....#..............", 9, 3), "#....#..............");
}

TEST(RulesTest, ACrossingBelongsToBoth) {
  EXPECT_EQ(Erased(".#..."
                   "#####"
                   ".#..."
                   ".....",
                   5, 3),
            "....................");
}

}  // namespace
}  // namespace donthu

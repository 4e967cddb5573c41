#include "stages/normalize/page_number_line.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

constexpr int kWidth = 2000;
constexpr int kHeight = 3000;

CleanLine Line(int left, int top, std::vector<std::string> words) {
  CleanLine line;
  line.box = {left, top, left + 40 * static_cast<int>(words.size()), top + 40};
  line.words = std::move(words);
  return line;
}

std::optional<std::size_t> Found(const std::vector<CleanLine>& lines) {
  return PageNumberLine(lines, kWidth, kHeight);
}

CleanLine Text(int top) { return Line(200, top, {"Tôi", "xin", "trình"}); }

TEST(PageNumberLineTest, IsOutermostAtHeadOrFoot) {
  EXPECT_EQ(Found({Line(980, 150, {"2"}), Text(300), Text(2700)}), 0U);
  EXPECT_EQ(Found({Text(300), Text(2700), Line(960, 2850, {"-", "2", "-"})}),
            2U);
  EXPECT_EQ(Found({Text(300), Line(1700, 2850, {"Trang", "2/3"})}), 1U);
}

TEST(PageNumberLineTest, IsNoNumberOfAListOrTable) {
  EXPECT_EQ(Found({Text(300), Text(2700), Line(200, 2850, {"3."})}),
            std::nullopt);
  EXPECT_EQ(Found({Text(300), Line(200, 2850, {"Ba"}), Line(980, 2850, {"3"})}),
            std::nullopt);
}

TEST(PageNumberLineTest, StandsApartFromTheText) {
  EXPECT_EQ(Found({Text(300), Text(2800), Line(980, 2850, {"12"})}),
            std::nullopt);
  EXPECT_EQ(Found({Text(100), Line(980, 200, {"2"}), Text(300)}), std::nullopt);
  EXPECT_EQ(Found({Text(300), Line(980, 1500, {"2"}), Text(2700)}),
            std::nullopt);
}

TEST(PageNumberLineTest, IsNotLookedForWithoutBoxes) {
  CleanLine line;
  line.words = {"2"};
  EXPECT_EQ(Found({line}), std::nullopt);
}

}  // namespace
}  // namespace donthu

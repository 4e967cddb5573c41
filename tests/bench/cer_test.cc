#include "tests/bench/cer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/bench/edit_distance.h"

namespace donthu::bench {
namespace {

std::int64_t ByTable(std::u32string_view a, std::u32string_view b) {
  std::vector<std::int64_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = static_cast<std::int64_t>(j);
  }
  for (const char32_t symbol : a) {
    std::int64_t corner = row[0]++;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::int64_t replaced = corner + (symbol == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

std::u32string RandomText(std::mt19937& random, std::size_t longest) {
  std::u32string text(random() % (longest + 1), U' ');
  for (char32_t& c : text) c = U'a' + random() % 4;
  return text;
}

TEST(EditDistanceTest, CountsTheFewestChanges) {
  EXPECT_EQ(EditDistance(U"", U""), 0);
  EXPECT_EQ(EditDistance(U"đơn", U""), 3);
  EXPECT_EQ(EditDistance(U"", U"đơn"), 3);
  EXPECT_EQ(EditDistance(U"kitten", U"sitting"), 3);
}

TEST(EditDistanceTest, AgreesWithTheWholeTableOnRandomTexts) {
  std::mt19937 random(20261123);
  for (int i = 0; i < 2000; ++i) {
    const std::u32string a = RandomText(random, 200);
    const std::u32string b = RandomText(random, 200);
    ASSERT_EQ(EditDistance(a, b), ByTable(a, b)) << a.size() << " " << b.size();
  }
}

TEST(EditDistanceTest, AgreesWithTheWholeTableAtTheEdgesOfBlocks) {
  std::mt19937 random(7);
  for (const std::size_t size : {63U, 64U, 65U, 127U, 128U, 129U}) {
    std::u32string a = RandomText(random, 0);
    a.assign(size, U'x');
    std::u32string b = a;
    b[size - 1] = U'y';
    EXPECT_EQ(EditDistance(a, a), 0) << size;
    EXPECT_EQ(EditDistance(a, b), 1) << size;
    EXPECT_EQ(EditDistance(b, a + U"zz"), ByTable(b, a + U"zz")) << size;
  }
}

TEST(ComparableTest, ComposesAndCollapsesWhiteSpace) {
  EXPECT_EQ(Comparable(" to\u0302\u0301\n\tca\u0301o\f"), U"tố cáo");
  EXPECT_EQ(Comparable("a\u00a0\u3000b"), U"a b");
  EXPECT_EQ(Comparable(" \n\f"), U"");
}

TEST(CompareTextsTest, CountsCharactersAndWordsOfTheTruth) {
  const TextErrors errors = CompareTexts("đơn tố cáo", "đơn to cáo này");
  EXPECT_EQ(errors.characters, (ErrorCount{5, 10}));
  EXPECT_EQ(errors.words, (ErrorCount{2, 3}));
}

TEST(CompareTextsTest, TakesFormAndLineBreaksForNoError) {
  EXPECT_EQ(CompareTexts("tố\ncáo", "to\u0302\u0301  ca\u0301o").characters,
            (ErrorCount{0, 6}));
}

TEST(CompareTextsTest, FindsNothingReadToBeAllWrong) {
  const TextErrors errors = CompareTexts("đơn tố cáo", "");
  EXPECT_EQ(Rate(errors.characters), 1.0);
  EXPECT_EQ(Rate(errors.words), 1.0);
}

TEST(RateTest, OfAnEmptyTruthIsNoneOrAll) {
  EXPECT_EQ(Rate({0, 0}), 0.0);
  EXPECT_EQ(Rate({4, 0}), 1.0);
  EXPECT_EQ(Rate({1, 4}), 0.25);
}

}  // namespace
}  // namespace donthu::bench

#include "stages/repair/language_model.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "stages/normalize/normalize.h"
#include "stages/repair/learn.h"

namespace donthu {
namespace {

const std::string kFolder = std::string(DONTHU_SOURCE_DIR) + "/models";

Letter LetterOf(const std::string& text) {
  return *Normalize().FromPlainText(text);
}

LanguageCounts Counted(const std::vector<std::string>& texts) {
  std::vector<Letter> letters;
  for (const std::string& text : texts) letters.push_back(LetterOf(text));
  LanguageCounts counts = CountWords(letters);
  counts.data_sha256 = std::string(64, '0');
  return counts;
}

TEST(LanguageModelTest, KeepsWhatThreeLettersHave) {
  const LanguageModel model(
      Counted({"thửa đất khô", "thửa đất của tôi", "thửa đất", "thửa ruộng"}));
  EXPECT_NE(model.Find(U"đất"), kUnknown);
  EXPECT_EQ(model.Find(U"ruộng"), kUnknown);
  EXPECT_EQ(model.PairCount(model.Find(U"thửa"), model.Find(U"đất")), 3);
}

TEST(LanguageModelTest, ProbabilitiesAddUpToOne) {
  const LanguageModel model(Counted(
      {"thửa đất khô", "thửa đất khô", "thửa đất khô", "đất khô của tôi"}));
  const auto words = static_cast<WordId>(model.counts().words.size());
  for (WordId first = 0; first < words; ++first) {
    double sum = 0.0;
    for (WordId second = 0; second < words; ++second) {
      EXPECT_GT(model.Probability(first, second), 0.0);
      sum += model.Probability(first, second);
    }
    EXPECT_LE(sum, 1.0 + 1e-9);
  }
  EXPECT_GT(model.Probability(model.Find(U"thửa"), model.Find(U"đất")), 0.4);
  EXPECT_LT(model.Probability(model.Find(U"thửa"), model.Find(U"khô")), 0.2);
}

TEST(LanguageModelTest, FindsWordsThatDifferByMarks) {
  const LanguageModel model(
      Counted({"tổ tố to", "tổ tố to", "tổ tố to", "tổ tố to"}));
  EXPECT_EQ(model.Alike(U"tô").size(), 3U);
  EXPECT_TRUE(model.Alike(U"ta").empty());
}

TEST(LanguageModelTest, ReadsBackWhatItWrites) {
  const LanguageCounts counts =
      Counted({"thửa đất 5", "thửa đất 6", "thửa đất 7"});
  const auto model = LanguageModel::Parse(ToText(counts));
  ASSERT_TRUE(model);
  EXPECT_EQ((*model)->counts(), counts);
}

TEST(LanguageModelTest, RefusesADamagedFile) {
  const std::string text =
      ToText(Counted({"thửa đất 5", "thửa đất 6", "thửa đất 7"}));
  for (std::size_t length = 0; length + 2 < text.size(); length += 7) {
    EXPECT_FALSE(LanguageModel::Parse(text.substr(0, length))) << length;
  }
  std::string other = text;
  other.replace(other.find("pairs"), 5, "paris");
  EXPECT_FALSE(LanguageModel::Parse(other));
  EXPECT_FALSE(LoadLanguageModel("/nowhere/donthu.words"));
}

TEST(LanguageModelTest, HoldsNoFigures) {
  const auto model = LoadLanguageModel(kFolder + "/language/donthu.words");
  ASSERT_TRUE(model);
  for (const WordCount& word : (*model)->counts().words) {
    EXPECT_EQ(word.text.find_first_of(U"0123456789"), std::u32string::npos);
  }
}

}  // namespace
}  // namespace donthu

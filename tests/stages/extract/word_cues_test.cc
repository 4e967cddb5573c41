#include "stages/extract/word_cues.h"

#include <gtest/gtest.h>

#include "stages/normalize/normalize.h"

namespace donthu {
namespace {

Letter LetterOf(const std::string& text) {
  return Normalize().FromPlainText(text).value();
}

TEST(WordCuesTest, WordsAreRunsOfLettersOrDigitsAndSingleMarks) {
  const Letter letter = LetterOf("Số 12/QĐ-UBND,\nông A1");
  const LetterView view(letter);
  std::string joined;
  for (const TextSpan word : ChainWords(view)) {
    joined += std::string(view.Text(word)) + "|";
  }
  EXPECT_EQ(joined, "Số|12|/|QĐ|-|UBND|,|\n|ông|A|1|");
}

TEST(WordCuesTest, SpansBecomeTagsAndComeBack) {
  const Letter letter = LetterOf("Tôi là Lê Văn Tám, sinh 1960.");
  const LetterView view(letter);
  const auto words = ChainWords(view);
  const std::vector<TaggedSpan> spans = {{FieldKind::kSenderName, {7, 17}},
                                         {FieldKind::kSenderBirth, {24, 28}}};
  const auto tags = TagsOf(words, spans);
  EXPECT_EQ(tags[2], FirstTagOf(0));
  EXPECT_EQ(tags[3], LaterTagOf(0));
  EXPECT_EQ(tags.back(), kOutside);
  EXPECT_EQ(SpansOf(view, words, tags), spans);
}

TEST(WordCuesTest, EveryWordHasCuesAndTheSameEveryTime) {
  const Letter letter = LetterOf("ĐƠN TỐ CÁO\nTôi tố cáo ông Lê Văn Tám.\n");
  const LetterView view(letter);
  const auto words = ChainWords(view);
  const auto cues = CuesOf(view, ZonesOf(view), words, {});
  ASSERT_EQ(cues.size(), words.size());
  EXPECT_FALSE(cues[0].empty());
  EXPECT_EQ(cues, CuesOf(view, ZonesOf(view), words, {}));
}

}  // namespace
}  // namespace donthu

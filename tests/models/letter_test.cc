#include "models/letter.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

LetterLine Line(int page, int paragraph, TextSpan span) {
  LetterLine line;
  line.page = page;
  line.paragraph = paragraph;
  line.span = span;
  return line;
}

// "tố\n\ncáo\n\nông": the first paragraph runs over the end of page 1.
Letter OverTwoEnds() {
  Letter letter;
  letter.text = "tố\n\ncáo\n\nông";
  letter.lines = {Line(1, 0, {0, 2}), Line(2, 0, {4, 7}), Line(3, 1, {9, 12})};
  return letter;
}

TEST(LetterTest, TellsWhereAParagraphRunsOverTheEndOfAPage) {
  EXPECT_EQ(BreaksWithinParagraphs(OverTwoEnds()),
            (std::vector<TextSpan>{{2, 4}}));
}

TEST(LetterTest, RunningTextIsAsLongAsTheText) {
  EXPECT_EQ(RunningText(OverTwoEnds()), "tố  cáo\n\nông");
}

}  // namespace
}  // namespace donthu

#include "stages/examine/own_pages.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

// Three pages of one line and one word each.
Letter ThreePages() {
  Letter letter;
  letter.text = "Đơn\n\nQuyết\n\nđất";
  const std::vector<TextSpan> spans = {{0, 3}, {5, 10}, {12, 15}};
  for (int i = 0; i < 3; ++i) {
    const TextSpan span = spans[static_cast<std::size_t>(i)];
    letter.words.push_back({span, i + 1, {}, 0.9, "x"});
    letter.lines.push_back({span, i + 1, {}, i, i + 1, i, i});
    letter.pages.push_back({i + 1, span, 100, 100});
  }
  return letter;
}

TEST(OwnPagesTest, WhatIsAttachedBecomesEmptyLinesOfTheSameLength) {
  const Letter own = OwnPages(
      ThreePages(),
      {PageStatus::kOk, PageStatus::kAttachment, PageStatus::kHandwritten});
  EXPECT_EQ(own.text, "Đơn\n\n\n\n\n\n\n\n\nđất");
  ASSERT_EQ(own.words.size(), 2U);
  EXPECT_EQ(own.words[1].span, (TextSpan{12, 15}));
  ASSERT_EQ(own.lines.size(), 2U);
  EXPECT_EQ(own.lines[1].first_word, 1);
  EXPECT_EQ(own.lines[1].last_word, 2);
  EXPECT_EQ(own.pages.size(), 3U);
}

TEST(OwnPagesTest, ATransferNoteInFrontMovesNothing) {
  const Letter own = OwnPages(
      ThreePages(),
      {PageStatus::kTransferNote, PageStatus::kOk, PageStatus::kEnvelope});
  EXPECT_EQ(own.text, "\n\n\n\n\nQuyết\n\n\n\n\n");
  EXPECT_EQ(own.words.front().span, (TextSpan{5, 10}));
}

TEST(OwnPagesTest, ALetterWithoutAPageOfItsOwnStaysAsItIs) {
  EXPECT_EQ(
      OwnPages(ThreePages(), {PageStatus::kAttachment, PageStatus::kAttachment,
                              PageStatus::kBlank}),
      ThreePages());
  EXPECT_EQ(OwnPages(ThreePages(),
                     {PageStatus::kOk, PageStatus::kOk, PageStatus::kBlank}),
            ThreePages());
}

}  // namespace
}  // namespace donthu

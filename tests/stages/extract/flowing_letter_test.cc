#include "stages/extract/flowing_letter.h"

#include <gtest/gtest.h>

#include "tests/stages/extract/extracted.h"

namespace donthu {
namespace {

constexpr int kWidth = 1000;
constexpr int kLine = 60;  // from one top to the next
constexpr int kHigh = 40;

// Lines from margin to margin, one below the other.
NumberedPage Page(int number, const std::vector<std::string>& lines) {
  NumberedPage page{number, {kWidth, 1400, {{}}}};
  auto& paragraphs = page.text.blocks[0].paragraphs;
  paragraphs.push_back({});
  int top = 200;
  for (const std::string& text : lines) {
    TextLine line;
    line.box = {100, top, 900, top + kHigh};
    std::size_t start = 0;
    const int room = 800 / static_cast<int>(text.size());
    while (start < text.size()) {
      const std::size_t end = std::min(text.find(' ', start), text.size());
      line.words.push_back({text.substr(start, end - start),
                            {100 + static_cast<int>(start) * room, top,
                             100 + static_cast<int>(end) * room, top + kHigh},
                            0.99});
      start = end + 1;
    }
    line.words.back().box.right_px = 900;
    paragraphs.back().lines.push_back(line);
    top += kLine;
  }
  return page;
}

Letter OverThePage() {
  return Normalize()
      .Run(
          {Page(1, {"Tôi làm đơn này đề nghị Ủy ban xem xét các việc sau đây:",
                    "1. Hủy bỏ Quyết định số 12/QĐ-UBND ngày 03/4/2021 của"}),
           Page(2, {"Chủ tịch Ủy ban nhân dân huyện Yên Lạc về việc thu đất;",
                    "2. Bồi thường cho gia đình tôi toàn bộ hoa màu đã mất."})})
      .value();
}

TEST(FlowingLetterTest, JoinsOverTheEndOfAPageWithOneSpace) {
  const Letter letter = OverThePage();
  EXPECT_NE(letter.text.find("của\n\nChủ tịch"), std::string::npos);
  const FlowingLetter flowing(letter);
  const Letter& read = flowing.letter();
  EXPECT_NE(read.text.find("của Chủ tịch"), std::string::npos);
  const TextOffsets offsets(read.text);
  ASSERT_EQ(read.words.size(), letter.words.size());
  for (const LetterWord& word : read.words) {
    EXPECT_EQ(offsets.Cut(word.span), word.raw);
  }
}

TEST(FlowingLetterTest, ALetterOfWholeParagraphsIsReadAsItIs) {
  const Letter letter = Normalize().FromPlainText("Kính gửi:\nÔng A").value();
  const FlowingLetter flowing(letter);
  EXPECT_EQ(&flowing.letter(), &letter);
}

TEST(FlowingLetterTest, AValueRunsOverTheEndOfAPage) {
  const Letter letter = OverThePage();
  const Fields fields = Extract().Run(letter).value();
  ASSERT_EQ(fields.requests.size(), 2U);
  const LocatedText& first = fields.requests[0];
  EXPECT_EQ(first.value,
            "Hủy bỏ Quyết định số 12/QĐ-UBND ngày 03/4/2021 của Chủ tịch Ủy "
            "ban nhân dân huyện Yên Lạc về việc thu đất");
  ASSERT_EQ(first.places.size(), 2U);
  EXPECT_EQ(first.places[0].page, 1);
  EXPECT_EQ(first.places[1].page, 2);
  const TextOffsets offsets(letter.text);
  EXPECT_EQ(offsets.Cut(first.span),
            "Hủy bỏ Quyết định số 12/QĐ-UBND ngày 03/4/2021 của\n\nChủ tịch Ủy "
            "ban nhân dân huyện Yên Lạc về việc thu đất");
  const LocatedText& second = fields.requests[1];
  EXPECT_EQ(offsets.Cut(second.span), second.value);
}

}  // namespace
}  // namespace donthu

// Laws over random text and random edits, with a fixed seed.
#include <gtest/gtest.h>

#include <random>

#include "models/text_offsets.h"
#include "stages/normalize/normalize.h"

namespace donthu {
namespace {

constexpr int kRounds = 3000;

const std::vector<std::string>& Pieces() {
  static const std::vector<std::string> pieces = {
      "đơn",        "tố",        "a",      "E",      "o",      "u",
      "ư",          " ",         "\n",     "\u0300", "\u0301", "\u0302",
      "\u0306",     "\u031b",    "\u0323", "\u0309", "\u00a0", "\u200b",
      "\u00ad",     "\u00d0",    "\u0430", "\u0421", "\u03bf", "\uff21",
      "\U0001F600", "\ufa6c",    "\u2028", "\t",     "1.",     "-",
      "“",          "\u0345",    "\u0450", "\u1ea5", "\ufffd", "\u0007",
      "Họ:",        "12/QĐ-UBND"};
  return pieces;
}

std::string RandomText(std::mt19937& random, int pieces) {
  std::string text;
  for (int i = 0; i < pieces; ++i) {
    text += Pieces()[random() % Pieces().size()];
  }
  return text;
}

TEST(NormalizePropertyTest, NormalizingTwiceChangesNothing) {
  std::mt19937 random(20260101);
  for (int i = 0; i < kRounds; ++i) {
    const auto once = NormalizedText(RandomText(random, 12));
    ASSERT_TRUE(once);
    EXPECT_EQ(NormalizedText(*once).value(), *once) << "round " << i;
  }
}

void ExpectSoundSpans(const Letter& letter) {
  const TextOffsets offsets(letter.text);
  int end = 0;
  for (const LetterWord& word : letter.words) {
    EXPECT_GE(word.span.start, end);
    EXPECT_GT(word.span.end, word.span.start);
    EXPECT_EQ(offsets.Cut(word.span), NormalizedText(word.raw).value());
    end = word.span.end;
  }
  EXPECT_EQ(end, offsets.size());
}

void ExpectSoundLines(const Letter& letter) {
  int first = 0;
  for (const LetterLine& line : letter.lines) {
    EXPECT_EQ(line.first_word, first);
    EXPECT_LT(line.first_word, line.last_word);
    const auto begin = static_cast<std::size_t>(line.first_word);
    const auto last = static_cast<std::size_t>(line.last_word) - 1;
    EXPECT_EQ(line.span.start, letter.words.at(begin).span.start);
    EXPECT_EQ(line.span.end, letter.words.at(last).span.end);
    first = line.last_word;
  }
  EXPECT_EQ(first, static_cast<int>(letter.words.size()));
}

TEST(NormalizePropertyTest, EveryWordOfPlainTextEqualsTheCutOfItsSpan) {
  std::mt19937 random(7);
  for (int i = 0; i < kRounds; ++i) {
    const auto letter = Normalize().FromPlainText(RandomText(random, 30));
    ASSERT_TRUE(letter);
    ExpectSoundSpans(*letter);
    ExpectSoundLines(*letter);
  }
}

NumberedPage RandomPage(std::mt19937& random, int number) {
  NumberedPage page{number, {1000, 1400, {}}};
  for (int top = 0; top < 400; top += 50) {
    TextLine line;
    for (int left = 100; left < 900; left += 100 + int(random() % 300)) {
      const BoxPx box = {left, top, left + 80, top + 30};
      line.words.push_back({RandomText(random, 3), box, 0.9});
      line.box = Union(line.box, box);
    }
    if (page.text.blocks.empty() || random() % 4 == 0) {
      page.text.blocks.push_back({{}, {{}}});
    }
    page.text.blocks.back().paragraphs.back().lines.push_back(line);
  }
  return page;
}

TEST(NormalizePropertyTest, EveryWordOfAScanEqualsTheCutOfItsSpan) {
  std::mt19937 random(11);
  for (int i = 0; i < 300; ++i) {
    const auto letter = Normalize().Run(
        {RandomPage(random, 1), {2, {}}, RandomPage(random, 3)});
    ASSERT_TRUE(letter);
    ExpectSoundSpans(*letter);
    ExpectSoundLines(*letter);
  }
}

TEST(NormalizePropertyTest, BrokenBytesAreRefusedAndNeverMended) {
  std::mt19937 random(5);
  const std::string sound = "Tôi làm đơn này đề nghị";
  for (int i = 0; i < kRounds; ++i) {
    std::string text = sound;
    text[random() % text.size()] = '\xff';
    EXPECT_FALSE(NormalizedText(text));
  }
}

}  // namespace
}  // namespace donthu

// No located value without a place and a span that hold it.
#include <gtest/gtest.h>

#include <random>

#include "models/text_offsets.h"
#include "stages/extract/printed_names.h"
#include "tests/stages/extract/extracted.h"

namespace donthu {
namespace {

TextLine Line(int top, const std::string& text) {
  TextLine line;
  int left = 100;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const BoxPx box = {left, top, left + 60, top + 30};
    line.words.push_back({text.substr(at, end - at), box, 0.9});
    line.box = Union(line.box, box);
    left += 80;
    at = end + 1;
  }
  return line;
}

TEST(PlacesTest, GivesAValueTheBoxesOfItsWordsOnEachLine) {
  NumberedPage page{2, {1000, 1400, {{{}, {{}}}}}};
  auto& lines = page.text.blocks[0].paragraphs[0].lines;
  lines = {Line(0, "ĐƠN TỐ CÁO"), Line(50, "Kính gửi: UBND xã Bàu,")};
  const Letter letter = Normalize().Run({page}).value();
  const Fields fields = Extract().Run(letter).value();
  ASSERT_TRUE(fields.title);
  EXPECT_EQ(fields.title->places, (std::vector<Place>{{2, {100, 0, 320, 30}}}));
  ASSERT_EQ(fields.recipients.size(), 1U);
  EXPECT_EQ(fields.recipients[0].name.places,
            (std::vector<Place>{{2, {260, 50, 480, 80}}}));
  EXPECT_EQ(fields.recipients[0].name.raw, "UBND xã Bàu");
}

void ExpectWithin(const Letter& letter, const LocatedText& value) {
  const TextOffsets offsets(letter.text);
  EXPECT_GE(value.span.start, 0);
  EXPECT_LT(value.span.start, value.span.end);
  EXPECT_LE(value.span.end, offsets.size());
}

void ExpectQuoted(const Letter& letter, const LocatedText& value) {
  ExpectWithin(letter, value);
  EXPECT_EQ(TextOffsets(letter.text).Cut(value.span), value.value);
}

void ExpectNamed(const Letter& letter, const LocatedText& name) {
  ExpectWithin(letter, name);
  const std::string there(TextOffsets(letter.text).Cut(name.span));
  EXPECT_TRUE(name.value == there || name.value == TidyName(there)) << there;
}

const std::vector<std::string>& Pieces() {
  static const std::vector<std::string> pieces = {
      "ĐƠN TỐ CÁO",
      "Kính gửi:",
      "\n",
      "\n- ",
      "UBND xã Bàu",
      ", ",
      "; ",
      "Tôi tên là",
      " Lê Văn Tám ",
      "sinh năm 1970",
      "CCCD 079170001234",
      "địa chỉ: ấp Chợ, xã Bàu",
      "0912 345 678",
      "tố cáo ông Mai Bảy",
      "Quyết định số 5/QĐ-UBND ngày 3/5/2022 của UBND xã Bàu",
      "đề nghị:",
      "1. Hủy quyết định",
      "Gửi kèm: hai ảnh",
      "Người làm đơn",
      "(",
      ")",
      "ngày 5 tháng 6 năm 2023",
      "Họ và tên",
      "STT | Họ tên | Ký\n1 | "};
  return pieces;
}

TEST(PlacesTest, KeepsEverySpanWithinRandomLetters) {
  std::mt19937 random(20260401);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 25; ++i) text += Pieces()[random() % Pieces().size()];
    const Letter letter = Normalize().FromPlainText(text).value();
    const Fields fields = Extract().Run(letter).value();
    for (const LocatedText& one : fields.requests) ExpectQuoted(letter, one);
    for (const LocatedText& one : fields.attachments) {
      ExpectQuoted(letter, one);
    }
    for (const Recipient& one : fields.recipients) {
      ExpectQuoted(letter, one.name);
    }
    for (const Sender& one : fields.senders) {
      if (one.name) ExpectNamed(letter, *one.name);
      if (one.address) ExpectQuoted(letter, *one.address);
      if (one.phone) ExpectWithin(letter, *one.phone);
    }
    for (const Respondent& one : fields.respondents) {
      if (one.name) ExpectNamed(letter, *one.name);
    }
  }
}

TEST(PlacesTest, FindsNothingInAnEmptyLetter) {
  EXPECT_EQ(Extracted("").recipients.size(), 0U);
  EXPECT_FALSE(Extracted("").title);
  EXPECT_FALSE(Extracted(" \n ").summary);
}

}  // namespace
}  // namespace donthu

#include "samples/markup.h"

#include <gtest/gtest.h>

namespace donthu::samples {
namespace {

std::string Letter(const std::string& body) {
  return "id: t1\nlabel: hon_hop\nparts: to_cao, khieu_nai\nsigned: ink\n"
         "anonymous: false\ncollective: true\npages: 1\ntypeface: sans\n"
         "check: ky_ten pass\n---\n" +
         body;
}

TEST(MarkupTest, TakesMarksOutAndKeepsTheirBytes) {
  std::vector<MarkedField> fields;
  const auto text = ParseMarkedText(
      "Tôi là ⟦senders.1.name:Lò Hiên⟧, số ⟦n=09:0 9⟧.", fields);
  ASSERT_TRUE(text);
  EXPECT_EQ(text->text, "Tôi là Lò Hiên, số 0 9.");
  ASSERT_EQ(text->spans.size(), 2U);
  const FieldSpan span = text->spans[0];
  EXPECT_EQ(text->text.substr(span.begin, span.end - span.begin), "Lò Hiên");
  EXPECT_EQ(fields[0], (MarkedField{"senders.1.name", "Lò Hiên", "Lò Hiên"}));
  EXPECT_EQ(fields[1], (MarkedField{"n", "09", "0 9"}));
}

TEST(MarkupTest, KeepsAColonInsideARawText) {
  std::vector<MarkedField> fields;
  ASSERT_TRUE(ParseMarkedText("⟦a:lúc 7:30⟧", fields));
  EXPECT_EQ(fields[0].raw, "lúc 7:30");
}

TEST(MarkupTest, RefusesMarksThatDoNotBalance) {
  std::vector<MarkedField> fields;
  for (const char* line : {"⟦a:b", "a⟧", "⟦a⟧", "⟦a:⟧", "⟦a:⟦b:c⟧⟧", "⟦:x⟧"}) {
    EXPECT_FALSE(ParseMarkedText(line, fields)) << line;
  }
}

TEST(MarkupTest, ReadsHeadersAndBlocks) {
  const auto letter = ParseMarkup(Letter(
      "@columns\nTRÁI || PHẢI\n@table\na | b | c\n@twosign\nchỉ trái\n"));
  ASSERT_TRUE(letter);
  EXPECT_EQ(letter->label, Label::kHonHop);
  EXPECT_EQ(letter->parts, (std::vector{Label::kToCao, Label::kKhieuNai}));
  EXPECT_TRUE(letter->collective);
  EXPECT_EQ(letter->checks.front().second, CheckResult::kPass);
  EXPECT_EQ(letter->blocks[0].lines[0][1].text, "PHẢI");
  EXPECT_EQ(letter->blocks[1].lines[0].size(), 3U);
  EXPECT_EQ(letter->blocks[2].lines[0].size(), 2U);
}

TEST(MarkupTest, TellsTheLineThatIsWrong) {
  const auto unknown = ParseMarkup(Letter("@para\nx\n@poem\ny\n"));
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().subject, "line 13");
  EXPECT_FALSE(ParseMarkup(Letter("no block\n")));
  EXPECT_FALSE(ParseMarkup("id: x\n---\n@para\ny\n"));
  EXPECT_FALSE(ParseMarkup("colour: red\n---\n@para\ny\n"));
}

}  // namespace
}  // namespace donthu::samples

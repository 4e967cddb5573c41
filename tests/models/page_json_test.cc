#include "models/page_json.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

PageResult SamplePage() {
  PageResult result;
  result.page.number = 3;
  result.page.width_px = 100;
  result.page.height_px = 80;
  result.page.skew_deg = 0.123456789;
  result.page.mean_confidence = 0.9;
  const BoxPx box = {10, 10, 40, 20};
  const Word word = {"tố \"cáo\"", box, 0.123456789};
  result.text = {100, 80, {{box, {{box, {{box, {word}}}}}}}};
  return result;
}

// Where the page with `from` replaced by `to` is refused.
std::string RefusedPage(const std::string& from, const std::string& to) {
  std::string json = ToJson(SamplePage());
  const std::size_t at = json.rfind(from);
  if (at == std::string::npos) return "nothing to replace";
  const auto page = PageResultFromJson(json.replace(at, from.size(), to));
  if (page) return "accepted";
  return std::string(ToString(page.error().code)) + ": " + page.error().subject;
}

TEST(PageJsonTest, ReadsWhatItWroteToTheLastDigit) {
  const auto read = PageResultFromJson(ToJson(SamplePage()));
  ASSERT_TRUE(read) << read.error().subject;
  EXPECT_EQ(*read, SamplePage());
}

TEST(PageJsonTest, ATableIsTold) {
  PageResult result = SamplePage();
  result.text.blocks[0].is_table = true;
  EXPECT_EQ(*PageResultFromJson(ToJson(result)), result);
}

// Archive copies are made of pages that a version before tables read.
TEST(PageJsonTest, ABlockOfBeforeTablesIsNone) {
  EXPECT_EQ(ToJson(SamplePage()).find("is_table"), std::string::npos);
  EXPECT_EQ(
      RefusedPage(R"("paragraphs":)", R"("is_table":false,"paragraphs":)"),
      "answer_invalid: text.blocks[0].is_table");
}

TEST(PageJsonTest, ABlankPageHasNoBlocks) {
  PageResult blank;
  blank.page.number = 1;
  blank.page.status = PageStatus::kBlank;
  EXPECT_EQ(*PageResultFromJson(ToJson(blank)), blank);
}

TEST(PageJsonTest, MendsBytesThatAreNotUtf8) {
  PageResult result = SamplePage();
  result.text.blocks[0].paragraphs[0].lines[0].words[0].text = "a\xff";
  const auto read = PageResultFromJson(ToJson(result));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->text.blocks[0].paragraphs[0].lines[0].words[0].text,
            "a\ufffd");
}

TEST(PageJsonTest, RefusesABoxBeyondThePage) {
  EXPECT_EQ(RefusedPage("[10,10,40,20]", "[10,10,101,20]"),
            "answer_invalid: text.blocks");
}

TEST(PageJsonTest, RefusesALineWithoutWords) {
  EXPECT_EQ(RefusedPage(R"("words":[{)", R"("words":[],"more":[{)"),
            "answer_invalid: text.blocks[0].paragraphs[0].lines[0].words");
}

TEST(PageJsonTest, RefusesAConfidenceAboveOne) {
  EXPECT_EQ(RefusedPage(R"("confidence":0.1)", R"("confidence":1.1)"),
            "answer_invalid: "
            "text.blocks[0].paragraphs[0].lines[0].words[0].confidence");
}

TEST(PageJsonTest, RefusesAPlaceInATextThatIsNotThere) {
  EXPECT_EQ(RefusedPage(R"("text_end":0)", R"("text_end":5)"),
            "answer_invalid: page.text_end");
}

TEST(PageJsonTest, RefusesAnUnknownKey) {
  EXPECT_EQ(RefusedPage(R"("height_px":80)", R"("height_px":80,"more":1)"),
            "answer_invalid: text");
}

TEST(PageJsonTest, RefusesAnythingElse) {
  for (const std::string text : {"", "null", "[1]", "{}", "\xfe"}) {
    EXPECT_FALSE(PageResultFromJson(text)) << text;
  }
}

}  // namespace
}  // namespace donthu

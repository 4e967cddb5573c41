#include "pipeline/letter_way.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "models/record_json.h"
#include "pipeline/model_files.h"
#include "tests/fakes/letter_engine.h"
#include "tests/models/sample_record.h"
#include "tests/pipeline/made_scans.h"
#include "tests/pipeline/read_scans.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;

class ReadLettersTest : public ::testing::Test {
 protected:
  Result<std::vector<Record>> Read(const std::vector<PageResult>& pages,
                                   const std::vector<Record>& former = {}) {
    const std::string models = ModelsFolder(Config());
    const LetterStages letter{
        Repair(nullptr),
        Extract(),
        Classify(*LoadClassModel(models + "/classifier/donthu.model")),
        Assess(*LoadLegalTables(models + "/legal"), Office()),
        Thresholds(),
        split_};
    return ReadLetters(FailedRecord(), pages, former, letter, stages_);
  }

  PageResult Page(int number) {
    LetterEngine engine;
    RecordedStages unused;
    auto reading = ReadScan(PngScan(number), engine, unused);
    reading->result.page.number = number;
    return reading->result;
  }

  // A page whose lines are these, the last ones left out.
  PageResult PageThatSays(const std::vector<std::string>& lines) {
    PageResult page = Page(1);
    auto& paragraphs = page.text.blocks.front().paragraphs;
    paragraphs.resize(std::min(lines.size(), paragraphs.size()));
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      TextLine& line = paragraphs[i].lines.front();
      Word word = line.words.front();
      line.words.clear();
      std::istringstream in(lines[i]);
      while (in >> word.text) line.words.push_back(word);
    }
    return page;
  }

  SplitOptions split_;
  RecordedStages stages_;
};

TEST_F(ReadLettersTest, GoesThroughTheStagesInTheirOrder) {
  const auto records = Read({Page(1)});
  ASSERT_TRUE(records);
  EXPECT_THAT(stages_.entered, ElementsAre("split", "normalize", "repair",
                                           "extract", "classify", "assess"));
}

TEST_F(ReadLettersTest, PagesBecomeOneRecordThatKeepsTheContract) {
  const auto records = Read({Page(1), Page(2)});
  ASSERT_TRUE(records);
  ASSERT_EQ(records->size(), 1U);
  const Record& record = records->front();
  EXPECT_THAT(record.source.page_numbers, ElementsAre(1, 2));
  EXPECT_EQ(record.record_id, RecordId(record.source.sha256, {1, 2}));
  EXPECT_EQ(*record.pages[1].image,
            "letters/" + record.record_id + "/page-0002.png");
  EXPECT_LT(record.pages[0].text_end, record.pages[1].text_start);
  EXPECT_TRUE(RecordFromJson(ToJsonLine(record)));
}

TEST_F(ReadLettersTest, WhatStandsOfAFormerRecordIsNotFoundAgain) {
  const std::vector<PageResult> pages = {Page(1), Page(2)};
  auto former = *Read(pages);
  former.front().fields->title->value = "as it was found";
  stages_.entered.clear();
  const auto records = Read(pages, former);
  ASSERT_TRUE(records);
  EXPECT_EQ(records->front().fields, former.front().fields);
  EXPECT_THAT(stages_.entered,
              ElementsAre("split", "normalize", "classify", "assess"));
}

// Repair changes marks alone, and would change the same again.
TEST_F(ReadLettersTest, TheTextOfAFormerRecordStandsAsItWasRepaired) {
  const std::vector<PageResult> pages = {Page(1)};
  auto former = *Read(pages);
  std::string& text = *former.front().text;
  const std::size_t at = text.find("nại");
  ASSERT_NE(at, std::string::npos);
  text.replace(at, std::string_view("nại").size(), "nải");
  const auto records = Read(pages, former);
  ASSERT_TRUE(records);
  EXPECT_EQ(records->front().text, former.front().text);
  EXPECT_EQ(records->front().fields, former.front().fields);
}

TEST_F(ReadLettersTest, WhatProposesHasNobodyWhoIsAccused) {
  const std::vector<std::string> lines = {
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "ĐƠN KIẾN NGHỊ",
      "Kính gửi: Ủy ban nhân dân phường Mẫu",
      "Tôi tên là Trần Thị Hòa, ở tổ 4, phường Mẫu.",
      "Ngã tư đầu phố chưa có đèn tín hiệu, giờ tan trường rất đông.",
      "Tôi có ý kiến đóng góp, mong phường xem xét việc sau.",
      "Kiến nghị phường lắp đèn tín hiệu và vạch sang đường cho học sinh.",
      "Kiến nghị Công ty Chiếu sáng Mẫu bổ sung đèn đường trong ngõ.",
      "Người kiến nghị"};
  const std::vector<PageResult> pages = {PageThatSays(lines)};
  auto former = *Read(pages);
  ASSERT_FALSE(MayAccuse(*former.front().classification));
  former.front().fields->respondents.emplace_back();
  const auto records = Read(pages, former);
  ASSERT_TRUE(records);
  EXPECT_TRUE(records->front().fields->respondents.empty());
}

// What it left out may be somebody whom another class has.
TEST_F(ReadLettersTest, AFormerRecordThatAccusedNobodyIsLookedAtAgain) {
  const std::vector<PageResult> pages = {Page(1)};
  const auto made = *Read(pages);
  ASSERT_FALSE(made.front().fields->respondents.empty());
  auto former = made;
  former.front().fields->respondents.clear();
  former.front().classification->label = Label::kKienNghi;
  former.front().classification->decided = true;
  const auto records = Read(pages, former);
  ASSERT_TRUE(records);
  EXPECT_EQ(records->front(), made.front());
}

TEST_F(ReadLettersTest, AFormerRecordOfOtherTextOrPagesIsNotUsed) {
  const std::vector<PageResult> pages = {Page(1), Page(2)};
  const auto made = *Read(pages);
  auto other_text = made.front();
  other_text.text->back() = '!';
  auto other_pages = made.front();
  other_pages.source.page_numbers = {1};
  auto failed = FailedRecord();
  for (Record* record : {&other_text, &other_pages}) {
    record->fields->title.reset();
  }
  const auto records = Read(pages, {failed, other_text, other_pages});
  ASSERT_TRUE(records);
  EXPECT_EQ(records->front(), made.front());
}

// Every vowel with every tone and đ, in both cases, as an engine may give them:
// composed or not.
TEST_F(ReadLettersTest, TheWholeAlphabetSurvivesTheWholeWay) {
  const std::vector<std::string> vowels = {
      "a", "a\u0306", "a\u0302", "e", "e\u0302", "i",
      "o", "o\u0302", "o\u031b", "u", "u\u031b", "y",
      "A", "A\u0306", "A\u0302", "E", "E\u0302", "I",
      "O", "O\u0302", "O\u031b", "U", "U\u031b", "Y"};
  const std::string composed =
      "aàáãảạ ăằắẵẳặ âầấẫẩậ eèéẽẻẹ êềếễểệ iìíĩỉị oòóõỏọ ôồốỗổộ ơờớỡởợ uùúũủụ "
      "ưừứữửự yỳýỹỷỵ AÀÁÃẢẠ ĂẰẮẴẲẶ ÂẦẤẪẨẬ EÈÉẼẺẸ ÊỀẾỄỂỆ IÌÍĨỈỊ OÒÓÕỎỌ ÔỒỐỖỔỘ "
      "ƠỜỚỠỞỢ UÙÚŨỦỤ ƯỪỨỮỬỰ YỲÝỸỶỴ đĐ";
  std::vector<std::string> words;
  for (const std::string& vowel : vowels) {
    std::string& word = words.emplace_back();
    for (const char* tone :
         {"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}) {
      word += vowel + tone;
    }
  }
  words.emplace_back("đĐ");
  PageResult page = Page(1);
  TextLine line;
  int left = 0;
  for (const std::string& word : words) {
    const BoxPx box = {left, 100, left + 10, 120};
    line.words.push_back({word, box, 0.9});
    line.box = Union(line.box, box);
    left += 12;
  }
  page.text.blocks = {{line.box, {{line.box, {line}}}}};
  const auto stored = PageResultFromJson(ToJson(page));
  ASSERT_TRUE(stored);
  const auto records = Read({*stored});
  ASSERT_TRUE(records);
  const auto record = RecordFromJson(ToJsonLine(records->front()));
  ASSERT_TRUE(record);
  EXPECT_EQ(record->text, composed);
}

TEST_F(ReadLettersTest, AStackIsPartedByContentWhereThatIsAsked) {
  split_.mode = SplitMode::kAuto;
  const auto records = Read({Page(1), Page(2)});
  ASSERT_TRUE(records);
  ASSERT_EQ(records->size(), 2U);
  for (int i = 0; i < 2; ++i) {
    const Record& record = (*records)[static_cast<std::size_t>(i)];
    EXPECT_THAT(record.source.page_numbers, ElementsAre(i + 1));
    EXPECT_EQ(record.record_id, RecordId(record.source.sha256, {i + 1}));
  }
}

TEST_F(ReadLettersTest, ASeparatorGoesWithTheLetterThatFollowsButNotItsText) {
  split_.mode = SplitMode::kSeparator;
  PageResult separator = Page(2);
  separator.page.status = PageStatus::kSeparator;
  const auto records = Read({Page(1), separator, Page(3)});
  ASSERT_TRUE(records);
  ASSERT_EQ(records->size(), 2U);
  const Record& second = records->back();
  EXPECT_THAT(second.source.page_numbers, ElementsAre(2, 3));
  EXPECT_EQ(second.pages[0].status, PageStatus::kSeparator);
  EXPECT_EQ(second.pages[0].text_start, second.pages[0].text_end);
  EXPECT_EQ(second.pages[1].text_start, 0);
  EXPECT_TRUE(RecordFromJson(ToJsonLine(second)));
}

TEST_F(ReadLettersTest, ADoubtfulBoundaryAsksForAPersonOnBothSides) {
  split_.mode = SplitMode::kAuto;
  PageResult unread = Page(2);
  unread.page.status = PageStatus::kUnreadable;
  unread.text.blocks.clear();
  const auto records = Read({Page(1), unread});
  ASSERT_TRUE(records);
  ASSERT_EQ(records->size(), 1U);
  EXPECT_THAT(records->front().review_reasons,
              ::testing::Contains("split_uncertain"));
}

TEST_F(ReadLettersTest, AFailedPageStaysInItsLetterAndAsksForAPerson) {
  PageResult failed;
  failed.page.number = 2;
  failed.page.status = PageStatus::kFailed;
  const auto records = Read({Page(1), failed});
  ASSERT_TRUE(records);
  const Record& record = records->front();
  EXPECT_EQ(record.status, RecordStatus::kNeedsReview);
  EXPECT_THAT(record.review_reasons, ::testing::Contains("unreadable_page"));
  EXPECT_EQ(record.pages[1].image, std::nullopt);
}

PageResult OfficeDocument(int number) {
  PageResult page;
  page.page.number = number;
  page.page.width_px = page.text.width_px = 800;
  page.page.height_px = page.text.height_px = 1000;
  Paragraph paragraph;
  int top = 10;
  for (const char* text : {"Số: 45/QĐ-UBND", "QUYẾT", "Căn", "Nơi nhận:"}) {
    const BoxPx box{10, top, 300, top + 20};
    paragraph.lines.push_back({box, {{text, box, 0.95}}});
    paragraph.box = Union(paragraph.box, box);
    top += 30;
  }
  paragraph.lines[1].words[0].text = "QUYẾT ĐỊNH";
  paragraph.lines[2].words[0].text = "Căn cứ Luật Đất đai";
  page.text.blocks = {{paragraph.box, {paragraph}}};
  return page;
}

TEST_F(ReadLettersTest, WhatIsAttachedStaysInTheTextAndDecidesNothing) {
  const auto alone = Read({Page(1)});
  const auto records = Read({Page(1), OfficeDocument(2)});
  ASSERT_TRUE(alone);
  ASSERT_TRUE(records);
  const Record& record = records->front();
  EXPECT_EQ(record.pages[1].status, PageStatus::kAttachment);
  EXPECT_THAT(*record.text, ::testing::HasSubstr("QUYẾT ĐỊNH"));
  EXPECT_LT(record.pages[1].text_start, record.pages[1].text_end);
  EXPECT_EQ(record.fields, alone->front().fields);
  EXPECT_EQ(record.classification, alone->front().classification);
  EXPECT_TRUE(RecordFromJson(ToJsonLine(record)));
}

TEST(RecordIdTest, DependsOnSourceAndPagesAlone) {
  const std::string a(64, 'a');
  EXPECT_EQ(RecordId(a, {1, 2}), RecordId(a, {1, 2}));
  EXPECT_EQ(RecordId(a, {1, 2}).size(), 32U);
  EXPECT_NE(RecordId(a, {1, 2}), RecordId(a, {1}));
  EXPECT_NE(RecordId(a, {1}), RecordId(a, {}));
  EXPECT_NE(RecordId(a, {1}), RecordId(std::string(64, 'b'), {1}));
}

}  // namespace
}  // namespace donthu

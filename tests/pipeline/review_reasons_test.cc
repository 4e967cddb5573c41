#include "pipeline/review_reasons.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/models/sample_record.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

double& ProbabilityOf(Record& record, Label label) {
  return record.classification->probabilities[static_cast<std::size_t>(label)];
}

// The reasons for a letter that needs none but for what `change` does.
std::vector<std::string> ReasonsAfter(
    const std::function<void(Record&)>& change) {
  Record record = FullRecord();
  Classification& c = *record.classification;
  c.label = Label::kKhieuNai;
  c.probabilities = {1, 0, 0, 0, 0, 0};
  c.decided = true;
  c.novel = false;
  c.title_mismatch = false;
  change(record);
  return ReviewReasons(record, PageRun(), Thresholds());
}

TEST(ReviewReasonsTest, AClearLetterNeedsNoPerson) {
  EXPECT_THAT(ReasonsAfter([](Record&) {}), IsEmpty());
}

TEST(ReviewReasonsTest, AClassThatIsNotDecidedNeedsOne) {
  EXPECT_THAT(
      ReasonsAfter([](Record& r) { r.classification->decided = false; }),
      ElementsAre("low_class_confidence"));
}

TEST(ReviewReasonsTest, ATitleThatMisleadsMattersOnlyWhereNothingIsDecided) {
  const auto mislead = [](Record& r) {
    r.classification->title_mismatch = true;
  };
  EXPECT_THAT(ReasonsAfter(mislead), IsEmpty());
  EXPECT_THAT(ReasonsAfter([&](Record& r) {
                mislead(r);
                r.classification->decided = false;
              }),
              ElementsAre("low_class_confidence", "title_mismatch"));
}

TEST(ReviewReasonsTest, SeveralContentsNeedOne) {
  EXPECT_THAT(
      ReasonsAfter([](Record& r) { r.classification->label = Label::kHonHop; }),
      ElementsAre("mixed_content"));
}

TEST(ReviewReasonsTest, APageThatWasNotReadNeedsOne) {
  for (const PageStatus status :
       {PageStatus::kFailed, PageStatus::kUnreadable}) {
    EXPECT_THAT(
        ReasonsAfter([status](Record& r) { r.pages[0].status = status; }),
        ElementsAre("unreadable_page"));
  }
}

TEST(ReviewReasonsTest, AHandwrittenPageNeedsOne) {
  EXPECT_THAT(ReasonsAfter([](Record& r) {
                r.pages[0].status = PageStatus::kHandwritten;
                r.pages[0].mean_confidence = 0.1;
              }),
              ElementsAre("handwritten"));
}

TEST(ReviewReasonsTest, AFileWithoutAPageOfALetterNeedsOne) {
  for (const PageStatus status :
       {PageStatus::kBlank, PageStatus::kAttachment, PageStatus::kEnvelope}) {
    EXPECT_THAT(ReasonsAfter([status](Record& r) {
                  for (RecordPage& page : r.pages) page.status = status;
                }),
                ElementsAre("not_a_letter"));
  }
}

TEST(ReviewReasonsTest, APageReadPoorlyNeedsOneFromTheThresholdDown) {
  EXPECT_THAT(ReasonsAfter([](Record& r) { r.pages[0].mean_confidence = 0.6; }),
              IsEmpty());
  EXPECT_THAT(
      ReasonsAfter([](Record& r) { r.pages[0].mean_confidence = 0.59; }),
      ElementsAre("low_ocr_quality"));
}

TEST(ReviewReasonsTest, APageExpectedToBeReadPoorlyNeedsOne) {
  EXPECT_THAT(
      ReasonsAfter([](Record& r) { r.pages[0].predicted_cer = 0.0999; }),
      IsEmpty());
  EXPECT_THAT(ReasonsAfter([](Record& r) { r.pages[0].predicted_cer = 0.1; }),
              ElementsAre("low_ocr_quality"));
  EXPECT_THAT(ReasonsAfter([](Record& r) {
                r.pages[0].predicted_cer = 0.9;
                r.pages[0].status = PageStatus::kHandwritten;
              }),
              ElementsAre("handwritten"));
}

TEST(ReviewReasonsTest, APageOfWhichNothingIsExpectedNeedsNone) {
  EXPECT_THAT(ReasonsAfter([](Record& r) { r.pages[0].predicted_cer.reset(); }),
              IsEmpty());
}

TEST(ReviewReasonsTest, APetitionWithoutASenderNeedsOne) {
  EXPECT_THAT(ReasonsAfter([](Record& r) { r.fields->senders.clear(); }),
              ElementsAre("missing_required_field"));
  EXPECT_THAT(ReasonsAfter([](Record& r) {
                r.fields->senders.clear();
                r.classification->label = Label::kKhac;
              }),
              IsEmpty());
}

TEST(ReviewReasonsTest, AHiddenDenunciationIsHeldForSecrecy) {
  EXPECT_THAT(
      ReasonsAfter([](Record& r) { ProbabilityOf(r, Label::kToCao) = 0.1; }),
      ElementsAre("secrecy"));
  EXPECT_THAT(ReasonsAfter([](Record& r) {
                r.classification->label = Label::kToCao;
                ProbabilityOf(r, Label::kToCao) = 0.9;
              }),
              IsEmpty());
}

TEST(ReviewReasonsTest, WhatMayBeNoLetterNeedsOne) {
  EXPECT_THAT(ReasonsAfter([](Record& r) {
                r.classification->label = Label::kKhac;
                r.classification->decided = false;
              }),
              ElementsAre("low_class_confidence", "not_a_letter"));
}

TEST(ReviewReasonsTest, AnotherLanguageAndANovelTextNeedOne) {
  EXPECT_THAT(ReasonsAfter([](Record& r) {
                r.assessment.eligibility[0].checks = {
                    {"tieng_viet", CheckResult::kFail, "law", {}}};
                r.classification->novel = true;
              }),
              ElementsAre("non_vietnamese", "novel"));
}

bool DecidedAt(double threshold, double confidence, const char* novel) {
  Classification c;
  c.legal_confidence = confidence;
  c.decided = true;
  c.novel = *novel != '\0';
  Thresholds thresholds;
  thresholds.decide = threshold;
  ApplyThreshold(thresholds, c);
  return c.decided;
}

TEST(ReviewReasonsTest, TheOfficesOwnThresholdDecidesWhereItSetOne) {
  EXPECT_TRUE(DecidedAt(0.0, 0.1, ""));
  EXPECT_TRUE(DecidedAt(0.9, 0.95, ""));
  EXPECT_FALSE(DecidedAt(0.9, 0.85, ""));
  EXPECT_FALSE(DecidedAt(0.9, 0.95, "novel"));
}

}  // namespace
}  // namespace donthu

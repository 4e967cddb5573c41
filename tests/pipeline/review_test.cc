#include "pipeline/review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/record_json.h"
#include "pipeline/model_files.h"
#include "tests/models/sample_record.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Result<Record> DecidedAs(Label label, const Record& record) {
  const auto tables = LoadLegalTables(ModelsFolder(Config()) + "/legal");
  EXPECT_TRUE(tables);
  return Decided(record, {label, "đã đọc", "can_bo", "2026-07-06T09:00:00Z"},
                 Assess(*tables, Office()));
}

Record Waiting() {
  Record record = FullRecord();
  record.review.reset();
  Classification& c = *record.classification;
  c.label = Label::kKhieuNai;
  c.probabilities = {0.4, 0.2, 0.2, 0.1, 0.05, 0.05};
  c.parts = {{Label::kKhieuNai, "a", {}, {}, {}},
             {Label::kToCao, "b", {}, {}, {}}};
  c.title_label = Label::kKhieuNai;
  return record;
}

TEST(ReviewTest, ThePersonsClassIsInForceAndNothingIsLeftToReview) {
  const auto decided = DecidedAs(Label::kToCao, Waiting());
  ASSERT_TRUE(decided);
  EXPECT_EQ(decided->status, RecordStatus::kComplete);
  EXPECT_THAT(decided->review_reasons, IsEmpty());
  EXPECT_EQ(decided->classification->label, Label::kToCao);
  EXPECT_DOUBLE_EQ(decided->classification->confidence, 0.2);
  EXPECT_TRUE(decided->classification->title_mismatch);
  EXPECT_EQ(decided->review->by, "can_bo");
  EXPECT_EQ(decided->review->reason, "đã đọc");
  EXPECT_THAT(decided->review->changed, ElementsAre("classification.label"));
}

TEST(ReviewTest, TheLegalClassGathersBothOfItsLabels) {
  const auto decided = DecidedAs(Label::kPhanAnh, Waiting());
  EXPECT_DOUBLE_EQ(decided->classification->confidence, 0.1);
  EXPECT_NEAR(decided->classification->legal_confidence, 0.3, 1e-9);
}

TEST(ReviewTest, PartsBearThePersonsLabel) {
  const auto known = DecidedAs(Label::kToCao, Waiting());
  ASSERT_EQ(known->classification->parts.size(), 1U);
  EXPECT_EQ(known->classification->parts[0].object, "b");
  const auto unknown = DecidedAs(Label::kKienNghi, Waiting());
  ASSERT_EQ(unknown->classification->parts.size(), 1U);
  EXPECT_EQ(unknown->classification->parts[0].label, Label::kKienNghi);
  EXPECT_EQ(DecidedAs(Label::kHonHop, Waiting())->classification->parts.size(),
            2U);
}

TEST(ReviewTest, WhatTheLawSaysIsAskedAnew) {
  Record record = Waiting();
  const auto complaint = DecidedAs(Label::kKhieuNai, record);
  const auto denunciation = DecidedAs(Label::kToCao, record);
  ASSERT_FALSE(denunciation->assessment.eligibility.empty());
  EXPECT_EQ(denunciation->assessment.eligibility[0].part, Label::kToCao);
  EXPECT_NE(complaint->assessment, denunciation->assessment);
}

TEST(ReviewTest, ADecidedRecordStillKeepsTheContract) {
  for (const Label label : kLabels) {
    const auto decided = DecidedAs(label, Waiting());
    ASSERT_TRUE(decided);
    EXPECT_TRUE(RecordFromJson(ToJsonLine(*decided))) << ToString(label);
  }
}

TEST(ReviewTest, ALetterWithoutTextCannotBeDecided) {
  EXPECT_FALSE(DecidedAs(Label::kToCao, FailedRecord()));
}

}  // namespace
}  // namespace donthu

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "stages/assess/work_calendar.h"
#include "tests/stages/assess/sample_letter.h"

namespace donthu {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

WorkCalendar Calendar() { return WorkCalendar(Tables()->years); }

std::string Working(const std::string& start, int days) {
  return ToIso(Calendar().AfterWorking(*DayFromIso(start), days));
}

std::string InCalendarDays(const std::string& start, int days) {
  return ToIso(Calendar().AfterCalendar(*DayFromIso(start), days));
}

std::string ClocksOn(Label label, const std::string& received,
                     const std::string& instance = "") {
  SampleLetter sample = SampleOf(label);
  sample.received = received;
  if (!instance.empty()) sample.fields.instance.value = instance;
  return ClocksOf(sample);
}

TEST(WorkCalendarTest, CountsWorkingDaysFromTheNextDay) {
  EXPECT_EQ(Working("2026-07-06", 5), "2026-07-13");
  EXPECT_EQ(Working("2026-07-06", 7), "2026-07-15");
  EXPECT_EQ(Working("2026-07-06", 10), "2026-07-20");
}

TEST(WorkCalendarTest, CountsCalendarDaysFromTheNextDay) {
  EXPECT_EQ(InCalendarDays("2026-07-15", 30), "2026-08-14");
}

TEST(WorkCalendarTest, LeavesOutTheHolidaysOfSeptember) {
  EXPECT_EQ(Working("2026-08-27", 7), "2026-09-09");
  EXPECT_EQ(ToIso(WorkCalendar({}).AfterWorking(*DayFromIso("2026-08-27"), 7)),
            "2026-09-07");
}

TEST(WorkCalendarTest, MovesACalendarEndToTheNextWorkingDay) {
  EXPECT_EQ(InCalendarDays("2026-07-08", 10), "2026-07-20");
  EXPECT_EQ(InCalendarDays("2026-08-22", 10), "2026-09-03");
}

TEST(WorkCalendarTest, HonoursSwapDays) {
  HolidayYear year;
  year.year = 2026;
  year.also_off = {"2026-08-31"};
  year.worked = {"2026-08-22"};
  const WorkCalendar calendar({year});
  EXPECT_FALSE(calendar.IsWorking(*DayFromIso("2026-08-31")));
  EXPECT_TRUE(calendar.IsWorking(*DayFromIso("2026-08-22")));
  EXPECT_FALSE(calendar.IsWorking(*DayFromIso("2026-08-23")));
}

TEST(WorkCalendarTest, KnowsTetAndHungKingsOfEveryYear) {
  for (const char* day :
       {"2024-02-10", "2024-04-18", "2025-01-29", "2025-04-07", "2026-02-17",
        "2026-04-27", "2027-02-08", "2027-04-16"}) {
    EXPECT_FALSE(Calendar().IsWorking(*DayFromIso(day))) << day;
  }
}

TEST(WorkCalendarTest, SaysWhichYearsNobodyChecked) {
  EXPECT_THAT(
      Calendar().Doubts(*DayFromIso("2027-12-30"), *DayFromIso("2028-01-10")),
      testing::ElementsAre("holiday_table_missing",
                           "holiday_table_unverified"));
}

TEST(WorkCalendarTest, RefusesDaysThatAreNotThere) {
  for (const char* day : {"2026-02-29", "2026-13-01", "2026-7-01", "", "x"}) {
    EXPECT_FALSE(DayFromIso(day)) << day;
  }
}

TEST(ClocksTest, AComplaintBeforeJulyHasTenDays) {
  EXPECT_EQ(ClocksOn(Label::kKhieuNai, "2026-06-30"),
            "TCD-1=2026-07-14 KN-1=2026-07-10");
}

TEST(ClocksTest, AComplaintFromJulyHasSevenWorkingDays) {
  EXPECT_EQ(ClocksOn(Label::kKhieuNai, "2026-07-06"),
            "TCD-1=2026-07-20 XLD-2=2026-08-20 KN-1'=2026-07-15");
}

TEST(ClocksTest, ASecondComplaintBeforeJulyHasItsOwnArticle) {
  EXPECT_EQ(ClocksOn(Label::kKhieuNai, "2026-06-30", "lan_hai"),
            "TCD-1=2026-07-14 KN-2=2026-07-10");
}

TEST(ClocksTest, ADenunciationHasSevenWorkingDaysAndFiveToForward) {
  EXPECT_EQ(ClocksOn(Label::kToCao, "2026-07-06"),
            "TCD-1=2026-07-20 XLD-2=2026-08-20 TC-1=2026-07-15 "
            "TC-2=2026-07-13");
}

TEST(ClocksTest, ALaterDenunciationHasTwentyDays) {
  EXPECT_THAT(ClocksOn(Label::kToCao, "2026-07-06", "tiep"),
              testing::HasSubstr("TC-10=2026-07-27"));
}

TEST(ClocksTest, AProposalHasTheAnswerOfTheReceptionLaw) {
  EXPECT_EQ(ClocksOn(Label::kPhanAnh, "2025-07-07"), "TCD-1=2025-07-21");
}

TEST(ClocksTest, OtherPapersHaveNone) {
  EXPECT_EQ(ClocksOn(Label::kKhac, "2026-07-06"), "");
}

TEST(ClocksTest, AProvinceHasTenDaysToProcess) {
  SampleLetter sample = SampleOf(Label::kKienNghi);
  sample.office.level = OfficeLevel::kTinh;
  EXPECT_EQ(ClocksOf(sample),
            "TCD-1=2026-07-20 XLD-1=2026-07-16 XLD-2=2026-08-20");
}

TEST(ClocksTest, NoneStartsWithoutADayOfReceipt) {
  SampleLetter sample = SampleOf(Label::kToCao);
  sample.received.reset();
  EXPECT_THAT(sample.Assessed().deadlines, IsEmpty());
}

TEST(ClocksTest, TellsConditionsAndWhatNobodyVerified) {
  const auto clocks = SampleOf(Label::kToCao).Assessed().deadlines;
  ASSERT_EQ(clocks.size(), 4U);
  EXPECT_EQ(clocks[3].condition, DeadlineCondition::kIfNotCompetent);
  EXPECT_THAT(clocks[3].assumptions, Contains("holiday_table_unverified"));
  EXPECT_THAT(clocks[3].assumptions, Not(Contains("rule_unverified")));
  EXPECT_THAT(clocks[1].assumptions, Contains("rule_unverified"));
  EXPECT_EQ(clocks[0].rule_version, LegalTablesVersion(*Tables()));
}

}  // namespace
}  // namespace donthu

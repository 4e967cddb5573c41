#include "stages/normalize/line_shape.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

TEST(LineShapeTest, KnowsListMarksAloneGluedAndNumbered) {
  EXPECT_TRUE(BeginsWithListMark({"-", "UBND"}));
  EXPECT_TRUE(BeginsWithListMark({"–UBND"}));
  EXPECT_TRUE(BeginsWithListMark({"12.", "Hủy"}));
  EXPECT_TRUE(BeginsWithListMark({"a)", "hủy"}));
  EXPECT_TRUE(BeginsWithListMark({"IV.", "Yêu"}));
}

TEST(LineShapeTest, KnowsCountedPoints) {
  EXPECT_TRUE(BeginsWithListMark({"Một", "là,", "hồ"}));
  EXPECT_TRUE(BeginsWithListMark({"Thứ", "hai,", "trả"}));
  EXPECT_FALSE(BeginsWithListMark({"Ba", "tôi", "mất"}));
  EXPECT_FALSE(BeginsWithListMark({"Thứ", "hai", "xã"}));
}

TEST(LineShapeTest, TakesNoYearSumOrNegativeNumberForAListMark) {
  EXPECT_FALSE(BeginsWithListMark({"2023.", "Sau"}));
  EXPECT_FALSE(BeginsWithListMark({"12.000.000", "đồng"}));
  EXPECT_FALSE(BeginsWithListMark({"-5", "độ"}));
}

TEST(LineShapeTest, KnowsALabelByItsCapitalAndColon) {
  EXPECT_TRUE(BeginsWithLabel({"Họ", "và", "tên:", "Lê"}));
  EXPECT_FALSE(BeginsWithLabel({"họ", "nói:", "không"}));
  EXPECT_FALSE(BeginsWithLabel(
      {"Tôi", "đã", "nói", "với", "ông", "Nam", "rằng:", "không"}));
}

TEST(LineShapeTest, KnowsTheWordsThatOpenAPart) {
  EXPECT_TRUE(OpensPart({"Kính", "gửi:", "UBND"}));
  EXPECT_TRUE(OpensPart({"(V/v", "thu", "hồi"}));
  EXPECT_TRUE(OpensPart({"Người", "làm", "đơn"}));
  EXPECT_TRUE(OpensPart({"STT", "Họ", "và", "tên"}));
  EXPECT_FALSE(OpensPart({"Kính", "mong", "quý", "cấp"}));
  EXPECT_FALSE(OpensPart(
      {"Người", "tố", "cáo", "đã", "nhận", "được", "thư", "của", "xã"}));
}

TEST(LineShapeTest, KnowsADayOfWritingEvenMisread) {
  EXPECT_TRUE(IsDayOfWriting({"Ngày", "20", "tháng", "2", "năm", "2023"}));
  EXPECT_TRUE(
      IsDayOfWriting({"Huế,", "ngày", "2ó", "tháng", "11", "năm", "202ó"}));
  EXPECT_TRUE(IsDayOfWriting({"Bình", "Dương,", "06-12-2021"}));
  EXPECT_FALSE(IsDayOfWriting({"ngày", "20", "tháng", "2", "năm", "2023"}));
  EXPECT_FALSE(IsDayOfWriting({"Tôi", "nhận", "ngày", "15/8/2022"}));
}

TEST(LineShapeTest, KnowsCapitalsWithMarks) {
  EXPECT_TRUE(IsAllCapitals({"ĐƠN", "TỐ", "CÁO"}));
  EXPECT_FALSE(IsAllCapitals({"ĐƠN", "tố"}));
  EXPECT_FALSE(IsAllCapitals({"12/3"}));
}

}  // namespace
}  // namespace donthu

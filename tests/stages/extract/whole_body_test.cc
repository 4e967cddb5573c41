#include "stages/extract/whole_body.h"

#include <gtest/gtest.h>

#include "stages/extract/units.h"
#include "tests/stages/extract/extracted.h"

namespace donthu {
namespace {

std::string Whole(const std::string& text, const std::string& part) {
  const Letter letter = Normalize().FromPlainText(text).value();
  const LetterView view(letter);
  return std::string(view.Text(WholeBody(view, SpanOfWords(letter, part))));
}

TEST(WholeBodyTest, ReachesItsHeadAndItsPlace) {
  const std::string text =
      "Tôi không đồng ý với Chi cục Thuế thị xã Tân Mẫu, đã bác đơn.";
  for (const char* part : {"Thuế thị xã", "Chi cục Thuế thị", "xã Tân Mẫu",
                           "Chi cục Thuế thị xã Tân Mẫu"}) {
    EXPECT_EQ(Whole(text, part), "Chi cục Thuế thị xã Tân Mẫu") << part;
  }
}

TEST(WholeBodyTest, BeginsWithTheFirstWordOfAnOfficeOfTwo) {
  EXPECT_EQ(Whole("Tôi khiếu nại Chi cục trưởng Chi cục Thuế huyện Mẫu.",
                  "cục trưởng Chi cục Thuế huyện Mẫu"),
            "Chi cục trưởng Chi cục Thuế huyện Mẫu");
}

TEST(WholeBodyTest, EndsAfterThePlaceAndBeforeAPerson) {
  EXPECT_EQ(Whole("Do Phòng Nội vụ huyện Mẫu tạm đình chỉ.",
                  "Phòng Nội vụ huyện Mẫu tạm"),
            "Phòng Nội vụ huyện Mẫu");
  EXPECT_EQ(Whole("Ngày 3 Chủ tịch UBND xã Mẫu Lê Văn Tám ký.", "UBND xã Mẫu"),
            "UBND xã Mẫu");
  EXPECT_EQ(Whole("Do UBND xã A, huyện B lập.", "UBND xã A, huyện B"),
            "UBND xã A, huyện B");
}

TEST(WholeBodyTest, ReachesAPlaceThatFollowsSoon) {
  EXPECT_EQ(Whole("Chi nhánh Văn phòng đăng ký đất đai huyện Mẫu trả hồ sơ.",
                  "Chi nhánh Văn phòng"),
            "Chi nhánh Văn phòng đăng ký đất đai huyện Mẫu");
  EXPECT_EQ(
      Whole("Ban Quản lý chợ đã đuổi tôi ra chợ xã Mẫu.", "Ban Quản lý chợ"),
      "Ban Quản lý chợ");
}

TEST(WholeBodyTest, GoesOnThroughItsTrades) {
  EXPECT_EQ(
      Whole("Công ty cổ phần Đá vôi Tràng Mẫu nổ mìn.", "Công ty cổ phần Đá"),
      "Công ty cổ phần Đá vôi Tràng Mẫu");
  EXPECT_EQ(Whole("Công ty TNHH Cơ khí và Bao bì Tân Mẫu trả lời.",
                  "Công ty TNHH Cơ"),
            "Công ty TNHH Cơ khí và Bao bì Tân Mẫu");
  EXPECT_EQ(Whole("Công ty TNHH Cơ khí và ông Lê Tám.", "Công ty TNHH Cơ"),
            "Công ty TNHH Cơ khí");
}

TEST(WholeBodyTest, UnitsHaveNamesInCapitalsOrNumbers) {
  const Letter letter =
      Normalize().FromPlainText("ở huyện Cư M'Lang cũ, quận 8, xã hội").value();
  const LetterView view(letter);
  const auto place = [&](int at) {
    const int end = PlaceEndAt(view, at, view.size());
    return end < 0 ? "none" : std::string(view.Text({at, end}));
  };
  EXPECT_EQ(place(2), "huyện Cư M'Lang");
  EXPECT_EQ(place(3), "none");
  EXPECT_EQ(place(22), "quận 8");
  EXPECT_EQ(place(30), "none");
}

TEST(WholeBodyTest, GoesOnOverADashWithinAName) {
  EXPECT_EQ(Whole("Ban Quản lý dự án đường Lạc - Hoành thu tiền.",
                  "Ban Quản lý dự án đường Lạc"),
            "Ban Quản lý dự án đường Lạc - Hoành");
  EXPECT_EQ(Whole("Do Chi cục Thuế khu vực Mẫu - Trảng Lâu, đã ký.",
                  "Chi cục Thuế khu vực Mẫu"),
            "Chi cục Thuế khu vực Mẫu - Trảng Lâu");
  EXPECT_EQ(Whole("Công ty Mẫu - Phòng Kế toán trả lời.", "Công ty Mẫu"),
            "Công ty Mẫu");
}

}  // namespace
}  // namespace donthu

#include "stages/split/page_cues.h"

#include <gtest/gtest.h>

#include "stages/split/folded.h"
#include "stages/split/page_lines.h"
#include "tests/stages/split/made_pages.h"

namespace donthu {
namespace {

PageCues Cues(const std::vector<std::string>& lines) {
  return CuesOf(MadeTextPage(1, lines));
}

TEST(FoldedTest, TakesMarksOffEveryVietnameseLetter) {
  EXPECT_EQ(WithoutMarks("ĐƠN KHIẾU NẠI"), "don khieu nai");
  EXPECT_EQ(WithoutMarks("ỳ ỵ ỷ ỹ ý ợ ở ữ ự ặ ẵ ậ ĩ ũ Ệ"),
            "y y y y y o o u u a a a i u e");
  EXPECT_EQ(WithoutMarks("to\u0302\u0301  ca\u0301o"), "to cao");
  EXPECT_EQ(WithoutMarks("“Số: 12/QĐ–UBND”"), "so: 12/qd-ubnd");
  EXPECT_EQ(WithoutMarks("\xff\xc3"), "");
}

TEST(FoldedTest, TellsTheCaseOfVietnameseLetters) {
  EXPECT_TRUE(StartsSmall("“đất của tôi"));
  EXPECT_FALSE(StartsSmall("Đất của tôi"));
  EXPECT_FALSE(StartsSmall("12 mẫu"));
  const Capitals capitals = CountCapitals("ĐƠN ự");
  EXPECT_EQ(capitals.upper, 3);
  EXPECT_EQ(capitals.lower, 1);
}

TEST(PageCuesTest, SeesTheHeadOfALetter) {
  const PageCues cues =
      Cues({"\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "\tĐƠN TỐ CÁO",
            "Kính gởi: Thanh tra tỉnh", "Tôi tên là Lê Văn Thử"});
  EXPECT_TRUE(cues.heading && cues.title && cues.salutation && cues.opening);
  EXPECT_FALSE(cues.office);
}

TEST(PageCuesTest, SeesTheHeadOfALetterWithoutTheUsualWords) {
  const PageCues cues = Cues({"Cát Khánh, 27/8/2015", "ĐƠN",
                              "Thưa mấy chú Thanh tra huyện", "Tui là Xin"});
  EXPECT_TRUE(cues.dateline && cues.title && cues.address && cues.opening);
  EXPECT_TRUE(Cues({"Huế, ngày 3 tháng 3 năm 2021"}).dateline);
  EXPECT_FALSE(Cues({"Ngày 3 tháng 3 năm 2021 tôi có đơn gửi xã"}).dateline);
  EXPECT_FALSE(Cues({"Gia đình tôi ở đây từ 1986"}).dateline);
}

TEST(PageCuesTest, SeesPapersOfOfficesAndTransferNotes) {
  EXPECT_TRUE(Cues({"Số: 12/QĐ-UBND"}).office);
  EXPECT_TRUE(Cues({"\tQUYẾT ĐỊNH"}).office);
  EXPECT_FALSE(Cues({"Số CCCD: 036068004512 cấp ngày 25/4/2021"}).office);
  EXPECT_FALSE(Cues({"Quyết định này trái pháp luật."}).office);
  EXPECT_TRUE(Cues({"\tPHIẾU CHUYỂN ĐƠN"}).transfer);
}

TEST(PageCuesTest, SeesHowALetterEndsOrGoesOn) {
  const PageCues last =
      Cues({"Gia đình tôi mong sớm được trả lời bằng văn bản về việc này.",
            "Tôi xin chân thành cảm ơn.", "\tNgười làm đơn", "\tLê Văn Thử"});
  EXPECT_TRUE(last.signed_off && last.closing);
  EXPECT_FALSE(last.ends_open);
  const PageCues middle =
      Cues({"nhưng đến nay gia đình tôi vẫn chưa nhận được trả lời của"});
  EXPECT_TRUE(middle.starts_small && middle.ends_open);
  EXPECT_FALSE(middle.signed_off);
}

TEST(PageCuesTest, SeesWhoSigns) {
  EXPECT_TRUE(Cues({"Kính mong xem xét.", "Lê Văn Thử"}).named);
  EXPECT_FALSE(Cues({"Lê Văn Thử", "a", "b", "c"}).named);
  EXPECT_TRUE(Cues({"Nơi nhận: như trên"}).office_sign);
  EXPECT_TRUE(Cues({"KT. CHỦ TỊCH"}).office_sign);
  EXPECT_FALSE(Cues({"ông chủ tịch xã đã hứa"}).office_sign);
}

TEST(PageCuesTest, SeesWhereItemsBeginAndEnd) {
  const PageCues cues = Cues({"2. Hủy quyết định", "3. Trả lại đất", "Hết"});
  EXPECT_EQ(cues.first_item, 2);
  EXPECT_EQ(cues.last_item, 3);
}

TEST(PageCuesTest, TakesNoBodyLineForAPageNumber) {
  EXPECT_EQ(Cues({"2", "Kính gửi: Thanh tra", "Tôi là"}).page_number, 2);
  std::vector<std::string> lines(20, "Tôi là người làm đơn này.");
  lines[10] = "2";
  EXPECT_EQ(Cues(lines).page_number, 0);
}

TEST(PageCuesTest, APageWithoutWordsTellsNothing) {
  EXPECT_FALSE(Cues({}).readable);
}

}  // namespace
}  // namespace donthu

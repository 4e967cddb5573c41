#include "stages/split/split.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/stages/split/made_pages.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;
using Pages = std::vector<PageResult>;

PageResult Sheet(int number, PageStatus status) {
  PageResult sheet = MadeTextPage(number, {});
  sheet.page.status = status;
  return sheet;
}
PageResult Separator(int number) {
  return Sheet(number, PageStatus::kSeparator);
}
PageResult Blank(int number) { return Sheet(number, PageStatus::kBlank); }

PageResult FirstPage(int number) {
  return MadeFullPage(
      number,
      {"\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "\tĐộc lập - Tự do - Hạnh phúc",
       "\tĐƠN KHIẾU NẠI", "\tKính gửi: Chủ tịch Ủy ban nhân dân phường Mẫu",
       "Tôi tên là Nguyễn Văn An, sinh năm 1970, trú tại",
       "số 12 phố Mẫu, nay xin trình bày với quý cơ quan việc "
       "thu hồi"});
}
PageResult LastPage(int number) {
  return MadeTextPage(number, {"đất của gia đình tôi mà chưa được bồi thường.",
                               "Tôi xin chân thành cảm ơn.",
                               "\tNgười khiếu nại", "\tNguyễn Văn An"});
}
PageResult Decision(int number) {
  return MadeTextPage(
      number,
      {"\tỦY BAN NHÂN DÂN PHƯỜNG MẪU", "\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
       "\tĐộc lập - Tự do - Hạnh phúc", "Số: 12/QĐ-UBND", "\tQUYẾT ĐỊNH",
       "Điều 1. Thu hồi 120 m2 đất của hộ ông An.", "\tCHỦ TỊCH",
       "\tTrần Văn Bình"});
}

std::vector<PageRun> Runs(const Pages& pages, SplitOptions options) {
  return *Split(options).Run(pages);
}
// "0-3" of each letter, with "?" where it is doubtful.
std::vector<std::string> Parted(const Pages& pages, SplitOptions options) {
  std::vector<std::string> parted;
  for (const PageRun& run : Runs(pages, options)) {
    parted.push_back(std::to_string(run.first_index) + "-" +
                     std::to_string(run.last_index) +
                     (run.doubtful ? "?" : ""));
  }
  return parted;
}
constexpr SplitOptions kByFile = {SplitMode::kFile, BlankSheets::kKept};
constexpr SplitOptions kBySheets = {SplitMode::kSeparator, BlankSheets::kKept};
constexpr SplitOptions kAlsoBlank = {SplitMode::kSeparator, BlankSheets::kPart};
constexpr SplitOptions kByContent = {SplitMode::kAuto, BlankSheets::kKept};

TEST(SplitTest, AFileIsOneLetterWhateverItHolds) {
  const Pages pages = {FirstPage(4), Separator(7), Blank(8), FirstPage(9)};
  EXPECT_THAT(Parted(pages, kByFile), ElementsAre("0-4"));
}

TEST(SplitTest, FindsNoLetterWhereThereIsNoPage) {
  for (const SplitOptions& options : {kByFile, kBySheets, kByContent}) {
    EXPECT_TRUE(Runs({}, options).empty());
  }
}

TEST(SplitTest, ASeparatorGoesWithTheLetterThatFollows) {
  const Pages pages = {FirstPage(1), LastPage(2), Separator(3), FirstPage(4),
                       LastPage(5)};
  EXPECT_THAT(Parted(pages, kBySheets), ElementsAre("0-2", "2-5"));
  EXPECT_THAT(Parted(pages, kByContent), ElementsAre("0-2", "2-5"));
}

TEST(SplitTest, SheetsInARowPartOnceAndNoPageIsLost) {
  const Pages pages = {Separator(1), Separator(2), FirstPage(3),
                       Blank(4),     Separator(5), Blank(6),
                       FirstPage(7), Blank(8),     Separator(9)};
  EXPECT_THAT(Parted(pages, kBySheets), ElementsAre("0-3", "3-9"));
}

TEST(SplitTest, AFileOfSheetsAloneIsOneLetter) {
  EXPECT_THAT(Parted({Separator(1), Blank(2)}, kBySheets), ElementsAre("0-2"));
}

TEST(SplitTest, BlankSheetsPartOnlyWhereThatIsAsked) {
  const Pages pages = {FirstPage(1), Blank(2), FirstPage(3)};
  EXPECT_THAT(Parted(pages, kBySheets), ElementsAre("0-3"));
  EXPECT_THAT(Parted(pages, kAlsoBlank), ElementsAre("0-1", "1-3"));
}

TEST(SplitTest, ByContentEachHeadingTitleAndSalutationBeginsALetter) {
  const Pages pages = {FirstPage(1), LastPage(2), FirstPage(3), LastPage(4),
                       FirstPage(5)};
  EXPECT_THAT(Parted(pages, kByContent), ElementsAre("0-2", "2-4", "4-5"));
  const auto runs = Runs(pages, kByContent);
  EXPECT_EQ(runs[0].begins, 1.0);
  EXPECT_GT(runs[1].begins, Split::kDoubtTo);
}

TEST(SplitTest, AnEnclosedDecisionBeginsNoLetterThoughItHasTheHeading) {
  const Pages pages = {FirstPage(1), LastPage(2), Decision(3), FirstPage(4),
                       LastPage(5)};
  EXPECT_THAT(Parted(pages, kByContent), ElementsAre("0-3", "3-5"));
}

TEST(SplitTest, APageThatCannotBeReadLeavesDoubt) {
  const Pages pages = {FirstPage(1), LastPage(2),
                       Sheet(3, PageStatus::kUnreadable)};
  EXPECT_THAT(Parted(pages, kByContent), ElementsAre("0-3?"));
}

TEST(SplitTest, ALetterWithoutItsSheetIsDoubtfulAndNotParted) {
  const Pages pages = {Separator(1), FirstPage(2), LastPage(3), Separator(4),
                       FirstPage(5), LastPage(6),  FirstPage(7)};
  EXPECT_THAT(Parted(pages, kByContent), ElementsAre("0-3", "3-7?"));
}

TEST(SplitTest, EveryPageStandsInOneLetter) {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    Pages pages;
    unsigned chance = seed;
    const unsigned count = 1 + seed % 12;
    for (unsigned i = 0; i < count; ++i) {
      chance = chance * 1664525U + 1013904223U;
      const int number = static_cast<int>(i) + 1;
      switch ((chance >> 24U) % 5) {
        case 0:
          pages.push_back(Separator(number));
          break;
        case 1:
          pages.push_back(Blank(number));
          break;
        case 2:
          pages.push_back(LastPage(number));
          break;
        case 3:
          pages.push_back(Decision(number));
          break;
        default:
          pages.push_back(FirstPage(number));
      }
    }
    for (const SplitOptions& options :
         {kByFile, kBySheets, kAlsoBlank, kByContent}) {
      int next = 0;
      for (const PageRun& run : Runs(pages, options)) {
        EXPECT_EQ(run.first_index, next);
        EXPECT_GT(run.last_index, run.first_index);
        next = run.last_index;
      }
      EXPECT_EQ(next, static_cast<int>(pages.size())) << seed;
    }
  }
}

}  // namespace
}  // namespace donthu

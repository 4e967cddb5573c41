#include "pipeline/cli/terminal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace donthu {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kHash = "0123456789abcdef";

std::string ShownAs(ProgressForm form) {
  std::ostringstream err;
  TerminalObserver observer(err, form);
  observer.OnProgress({2, 0, 3, 0});
  observer.OnProgress({2, 2, 3, 3});
  observer.Close();
  return err.str();
}

TEST(TerminalTest, ATerminalGetsABarThatEndsItsLine) {
  const std::string shown = ShownAs(ProgressForm::kBar);
  EXPECT_THAT(shown, StartsWith("\r\033[K[########################]"));
  EXPECT_THAT(shown, HasSubstr("2 of 2 files, 3 of 3 pages"));
  EXPECT_EQ(shown.back(), '\n');
}

TEST(TerminalTest, AFileGetsPlainLinesNowAndThen) {
  EXPECT_THAT(ShownAs(ProgressForm::kLines),
              StartsWith("2 of 2 files, 3 of 3 pages"));
}

TEST(TerminalTest, ReasonsAreToldWhereTheyAreAskedFor) {
  std::ostringstream err;
  TerminalObserver(err, ProgressForm::kLines).OnReason({"a.pdf", kHash}, "new");
  EXPECT_EQ(err.str(), "");
  TerminalObserver(err, ProgressForm::kSilent, Reasons::kTold)
      .OnReason({"a\n.pdf", kHash}, "new");
  EXPECT_EQ(err.str(), "a?.pdf: new\n");
}

TEST(TerminalTest, ALogNamesAFileByItsHash) {
  std::ostringstream err;
  TerminalObserver observer(err, ProgressForm::kSilent, Reasons::kTold,
                            Naming::kByHash);
  observer.OnFailure({"Nguyen Van A.pdf", kHash}, 3,
                     {ErrorCode::kTimedOut, "worker", "too long"});
  observer.OnReason({"Nguyen Van A.pdf", kHash}, "new");
  EXPECT_EQ(err.str(),
            "0123456789ab, page 3: worker: too long\n0123456789ab: new\n");
}

TEST(TerminalTest, QuietShowsFailuresOnly) {
  EXPECT_EQ(ShownAs(ProgressForm::kSilent), "");
  std::ostringstream err;
  TerminalObserver observer(err, ProgressForm::kSilent);
  observer.OnFailure({"a.pdf", kHash}, 3,
                     {ErrorCode::kTimedOut, "worker", "too long"});
  EXPECT_EQ(err.str(), "a.pdf, page 3: worker: too long\n");
}

TEST(TerminalTest, NamesCannotCommandTheTerminal) {
  EXPECT_EQ(Printable("đơn\x1b[2J.pdf"), "đơn?[2J.pdf");
}

}  // namespace
}  // namespace donthu

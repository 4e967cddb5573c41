// Files that take a worker over, among good letters: what each would try
// fails it alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/pipeline/made_scans.h"
#include "tests/pipeline/program.h"
#include "tests/pipeline/records.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class SandboxedFilesTest : public ::testing::Test {
 protected:
  void SetUp() override {
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "the address sanitizer opens files";
#endif
  }

  // The program's standard error.
  std::string Run() {
    return RunProgram(folder_, {"run", "inbox", "--out", "out", "--jobs", "2",
                                "--today", "2026-07-06"})
        .err;
  }

  TemporaryFolder folder_;
};

TEST_F(SandboxedFilesTest, EachFailsAloneAndTheOthersAreRead) {
  folder_.Put("inbox/1.png", PngScan(1));
  folder_.Put("inbox/2 passwords.png", PngScan(2, Mark::kReadPasswords));
  folder_.Put("inbox/3 write.png", PngScan(3, Mark::kWriteOutside));
  folder_.Put("inbox/4 connect.png", PngScan(4, Mark::kConnect));
  folder_.Put("inbox/5 fork.png", PngScan(5, Mark::kFork));
  folder_.Put("inbox/6.png", PngScan(6));
  folder_.Put("inbox/7 exec.png", PngScan(7, Mark::kExec));
  folder_.Put("inbox/8 grow.png", PngScan(8, Mark::kGrowFile));
  folder_.Put("inbox/9.png", PngScan(9));
  Run();
  EXPECT_THAT(
      Outcomes(folder_.Read("out/records.jsonl")),
      ElementsAre("1.png complete", "2 passwords.png failed ocr_failed",
                  "3 write.png failed ocr_failed",
                  "4 connect.png failed sandbox_violation",
                  "5 fork.png failed sandbox_violation", "6.png complete",
                  "7 exec.png failed sandbox_violation",
                  "8 grow.png failed answer_invalid", "9.png complete"));
  EXPECT_THAT(folder_.Read("out/records.jsonl"),
              HasSubstr("refused: Permission denied"));
}

TEST_F(SandboxedFilesTest, WithoutTheSandboxTheyGetThrough) {
  folder_.Put("donthu.toml", "[limits]\nsandbox = \"off\"\n");
  folder_.Put("inbox/1 fork.png", PngScan(1, Mark::kFork));
  folder_.Put("inbox/2 passwords.png", PngScan(2, Mark::kReadPasswords));
  folder_.Put("inbox/3 grow.png", PngScan(3, Mark::kGrowFile));
  Run();
  EXPECT_THAT(Outcomes(folder_.Read("out/records.jsonl")),
              ElementsAre("1 fork.png failed ocr_failed",
                          "2 passwords.png failed ocr_failed",
                          "3 grow.png failed ocr_failed"));
  EXPECT_THAT(folder_.Read("out/records.jsonl"), HasSubstr("got through"));
}

}  // namespace
}  // namespace donthu

// The same input gives the same records at any number of jobs, in any order
// of work.
#include <gtest/gtest.h>

#include "tests/pipeline/made_scans.h"
#include "tests/pipeline/program.h"
#include "tests/pipeline/records.h"
#include "tests/stages/load/made_pdf.h"

namespace donthu {
namespace {

void PutThirtyFiles(const TemporaryFolder& folder) {
  for (int i = 1; i <= 6; ++i) {
    const std::string name = "inbox/" + std::to_string(i);
    folder.Put(name + " a.png", PngScan(i));
    folder.Put(name + " b.jpg", JpegScan(i));
    folder.Put(name + " c.pdf", PdfScan(i + 10));
    folder.Put(name + " d.tif",
               TiffScan({MadePage(i), MadePage(i + 1), MadePage(i + 2)}));
  }
  folder.Put("inbox/7 copy.png", PngScan(1));
  folder.Put("inbox/7 crash.png", PngScan(1, Mark::kAbort));
  folder.Put("inbox/7 half.tif",
             TiffScan({MadePage(20), MadePage(1, Mark::kSegfault)}));
  folder.Put("inbox/8 memory.png", PngScan(1, Mark::kEatMemory));
  folder.Put("inbox/8 gives up.png", PngScan(1, Mark::kGiveUp));
  folder.Put("inbox/9 garbage.png", PngScan(1, Mark::kGarbageAnswer));
  folder.Put("inbox/10 empty.pdf", "");
  folder.Put("inbox/10 none.pdf", PdfWithoutPages());
}

class SameBytesTest : public ::testing::Test {
 protected:
  void SetUp() override { PutThirtyFiles(folder_); }

  // The records of a new run with these options.
  std::string RecordsWith(const std::vector<std::string>& options) {
    const std::string out = "out " + std::to_string(++runs_);
    std::vector<std::string> arguments = {"run",     "inbox",      "--out", out,
                                          "--today", "2026-07-06", "-q"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    EXPECT_EQ(RunProgram(folder_, arguments).code, 3);
    return folder_.Read(out + "/records.jsonl");
  }

  TemporaryFolder folder_;
  int runs_ = 0;
};

TEST_F(SameBytesTest, AtAnyNumberOfJobsAndInAnyOrderOfWork) {
  const std::string records = RecordsWith({"--jobs", "1"});
  EXPECT_EQ(RecordsOf(records).size(), 31U);
  EXPECT_TRUE(RecordsWith({"--jobs", "2"}) == records);
  for (const char* seed : {"1", "2", "3"}) {
    EXPECT_TRUE(RecordsWith({"--jobs", "2", "--work-order-seed", seed}) ==
                records)
        << seed;
  }
}

}  // namespace
}  // namespace donthu

// A run that a signal stops, and the run that goes on from there.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "tests/pipeline/made_scans.h"
#include "tests/pipeline/program.h"
#include "tests/pipeline/records.h"

namespace donthu {
namespace {

constexpr int kLetters = 20;
const std::vector<std::string> kArguments = {
    "run", "inbox", "--out", "out", "--today", "2026-07-06", "--jobs", "1"};

// The first page image is moved to its letter's folder.
void AwaitFirstLetter(const TemporaryFolder& folder) {
  const std::string letters = folder / "out/letters";
  for (int i = 0; i < 1200; ++i) {
    std::error_code none;
    const std::filesystem::directory_iterator entries(letters, none);
    if (!none && entries != std::filesystem::directory_iterator()) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  FAIL() << "no letter in a minute";
}

void PutSlowLetters(const TemporaryFolder& folder) {
  for (int i = 1; i <= kLetters; ++i) {
    folder.Put("inbox/" + std::to_string(i) + ".png", PngScan(i, Mark::kSlow));
  }
}

std::string RecordsOfAWholeRun() {
  const TemporaryFolder folder;
  PutSlowLetters(folder);
  EXPECT_EQ(RunProgram(folder, kArguments).code, 0);
  return folder.Read("out/records.jsonl");
}

TEST(StoppedRunTest, GoesOnFromThereToTheSameBytes) {
  const TemporaryFolder folder;
  PutSlowLetters(folder);
  const pid_t program = StartProgram(folder, kArguments);
  AwaitFirstLetter(folder);
  ::kill(program, SIGINT);
  EXPECT_EQ(EndOf(folder, program).code, 130);
  const auto done = RecordsOf(folder.Read("out/records.jsonl")).size();
  EXPECT_GT(done, 0U);
  EXPECT_LT(done, std::size_t{kLetters});
  EXPECT_EQ(RunProgram(folder, kArguments).code, 0);
  EXPECT_EQ(folder.Read("out/records.jsonl"), RecordsOfAWholeRun());
}

TEST(StoppedRunTest, TerminationOfTheWholeGroupFailsNoLetter) {
  const TemporaryFolder folder;
  PutSlowLetters(folder);
  const pid_t program = StartProgram(folder, kArguments);
  AwaitFirstLetter(folder);
  // As a service manager ends a service: every process at once.
  ::kill(-program, SIGTERM);
  EXPECT_EQ(EndOf(folder, program).code, 143);
  for (const Record& record : RecordsOf(folder.Read("out/records.jsonl"))) {
    EXPECT_NE(record.status, RecordStatus::kFailed);
  }
}

}  // namespace
}  // namespace donthu

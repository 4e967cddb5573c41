#include <gmock/gmock.h>
#include <sys/types.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "tests/pipeline/cli/records_folder_fixture.h"

namespace donthu {
namespace {

class WatchCommandTest : public RecordsFolderTest {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_ / "inbox");
    Start();
  }
  void TearDown() override { Stop(); }

  void Start() {
    watch_ =
        StartProgram(folder_, {"watch", "inbox", "--out", "out", "--settle",
                               "0.3", "--every", "0.1", "--jobs", "1"});
  }

  int Stop(int signal = SIGTERM) {
    if (watch_ < 0) return 0;
    ::kill(std::exchange(watch_, -1), signal);
    return EndOf(folder_, last_).code;
  }

  // Waits up to half a minute for so many records.
  std::size_t Await(std::size_t records) {
    for (int i = 0; i < 300; ++i) {
      if (Records().size() >= records) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return Records().size();
  }

  pid_t watch_ = -1;
  pid_t last_ = -1;
};

TEST_F(WatchCommandTest, ReadsWhatComesAndNotWhatIsUnfinished) {
  last_ = watch_;
  folder_.Put("inbox/a.png", PngScan(1));
  folder_.Put("inbox/b.png.part", PngScan(2));
  EXPECT_EQ(Await(1), 1U);
  std::filesystem::rename(folder_ / "inbox/b.png.part",
                          folder_ / "inbox/b.png");
  EXPECT_EQ(Await(2), 2U);
  EXPECT_EQ(Stop(), 143);
}

TEST_F(WatchCommandTest, SurvivesItsOwnRestart) {
  last_ = watch_;
  folder_.Put("inbox/a.png", PngScan(1));
  EXPECT_EQ(Await(1), 1U);
  EXPECT_EQ(Stop(SIGINT), 130);
  folder_.Put("inbox/b.png", PngScan(2));
  Start();
  last_ = watch_;
  EXPECT_EQ(Await(2), 2U);
  EXPECT_EQ(Records().at(0).revision, 1);
}

TEST_F(WatchCommandTest, AllowsAPersonToDecideMeanwhile) {
  last_ = watch_;
  folder_.Put("inbox/a.png", PngScan(1));
  EXPECT_EQ(Await(1), 1U);
  const ProgramEnd set = On({"set", Records().at(0).record_id, "--label",
                             "phan_anh", "--reason", "a test"});
  EXPECT_EQ(set.code, 0) << set.err;
}

}  // namespace
}  // namespace donthu

#include "pipeline/process/worker_pool.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <stdexcept>

#include "models/page_json.h"
#include "pipeline/files.h"
#include "tests/pipeline/made_scans.h"

namespace donthu {
namespace {

using ::testing::HasSubstr;

PoolOptions FakeWorkers(int jobs) {
  PoolOptions options;
  options.command.argv = {DONTHU_FAKE, "worker"};
  options.jobs = jobs;
  options.page_cpu_s = 0.5;
  return options;
}

std::unique_ptr<WorkerPool> Started(PoolOptions options) {
  auto pool = WorkerPool::Start(std::move(options));
  if (!pool) throw std::runtime_error(pool.error().detail);
  const auto warm = (*pool)->AwaitFirst();
  if (!warm) throw std::runtime_error(warm.error().detail);
  return *std::move(pool);
}

Error FaultAtTheStart(PoolOptions options) {
  const auto pool = WorkerPool::Start(std::move(options));
  if (!pool) return pool.error();
  const auto warm = (*pool)->AwaitFirst();
  return warm ? Error() : warm.error();
}

void GivePage(WorkerPool& pool, int id, const std::string& scan) {
  Task task;
  task.request = {TaskKind::kPage, id, 1, id};
  task.files = {*MemoryFileOf(scan), *MemoryFile(), *MemoryFile()};
  while (!pool.HasIdle()) ASSERT_TRUE(pool.Wait(100, -1));
  pool.Give(std::move(task));
}

TaskResult Ended(WorkerPool& pool) {
  for (;;) {
    auto results = pool.Wait(100, -1);
    if (!results) throw std::runtime_error(results.error().detail);
    if (!results->empty()) return std::move(results->front());
  }
}

// "ok", or "code in stage".
std::string OutcomeOf(const TaskResult& result) {
  if (!result.error) return PageResultFromJson(result.output) ? "ok" : "junk";
  return std::string(ToString(result.error->code)) + " in " + result.stage;
}

std::string OutcomeOf(Mark mark, WorkerPool& pool) {
  GivePage(pool, 1, PngScan(1, mark));
  const std::string outcome = OutcomeOf(Ended(pool));
  GivePage(pool, 2, PngScan(2));
  return outcome + ", then " + OutcomeOf(Ended(pool));
}

struct Fate {
  Mark mark;
  const char* outcome;
  int replaced;
};

class WorkerFate : public ::testing::TestWithParam<Fate> {};

TEST_P(WorkerFate, IsNamedWithItsStageAndTheNextPageIsRead) {
  const auto pool = Started(FakeWorkers(1));
  EXPECT_EQ(OutcomeOf(GetParam().mark, *pool),
            std::string(GetParam().outcome) + ", then ok");
  EXPECT_EQ(pool->replaced(), GetParam().replaced);
}

INSTANTIATE_TEST_SUITE_P(
    WorkerPool, WorkerFate,
    ::testing::Values(
        Fate{Mark::kNone, "ok", 0},
        Fate{Mark::kAbort, "worker_crashed in recognize", 2},
        Fate{Mark::kSegfault, "worker_crashed in recognize", 2},
        Fate{Mark::kBusyForever, "timed_out in recognize", 1},
        Fate{Mark::kSleepForever, "timed_out in recognize", 1},
        Fate{Mark::kStubborn, "timed_out in recognize", 1},
        Fate{Mark::kEatMemory, "out_of_memory in recognize", 2},
        Fate{Mark::kGarbageAnswer, "answer_invalid in recognize", 2},
        Fate{Mark::kLongAnswer, "answer_invalid in recognize", 2},
        Fate{Mark::kForgedAnswer, "answer_invalid in recognize", 2},
        Fate{Mark::kGiveUp, "ocr_failed in recognize", 1}));

TEST(WorkerPoolTest, AFileThatCannotBeOpenedFailsInLoad) {
  const auto pool = Started(FakeWorkers(1));
  GivePage(*pool, 1, "no scan");
  EXPECT_EQ(OutcomeOf(Ended(*pool)), "format_unsupported in load");
}

TEST(WorkerPoolTest, DiagnosticsAreCountedAndDoNotBlock) {
  const auto pool = Started(FakeWorkers(1));
  EXPECT_EQ(OutcomeOf(Mark::kChatty, *pool), "ok, then ok");
  EXPECT_GT(pool->diagnostic_bytes(), 0);
}

TEST(WorkerPoolTest, AWorkerThatHangsDoesNotHoldTheOtherUp) {
  const auto pool = Started(FakeWorkers(2));
  GivePage(*pool, 1, PngScan(1, Mark::kSleepForever));
  GivePage(*pool, 2, PngScan(2));
  const TaskResult first = Ended(*pool);
  EXPECT_EQ(first.request.id, 2);
  EXPECT_EQ(OutcomeOf(Ended(*pool)), "timed_out in recognize");
}

TEST(WorkerPoolTest, FactsComeFromTheWorker) {
  EXPECT_EQ(Started(FakeWorkers(1))->facts().tesseract, "fake 1");
}

TEST(WorkerPoolTest, AMissingModelEndsTheStart) {
  PoolOptions options = FakeWorkers(1);
  options.config_toml = "[paths]\nmodels = \"/no/such/folder\"\n";
  EXPECT_EQ(FaultAtTheStart(std::move(options)).code, ErrorCode::kModelMissing);
}

TEST(WorkerPoolTest, AProgramThatIsNoWorkerEndsTheStart) {
  PoolOptions options = FakeWorkers(1);
  options.command.argv = {"/bin/true"};
  const Error fault = FaultAtTheStart(std::move(options));
  EXPECT_EQ(fault.code, ErrorCode::kInternal);
  EXPECT_THAT(fault.detail, HasSubstr("before it was ready"));
}

TEST(WorkerPoolTest, AKnownContentIsNotRead) {
  PoolOptions options = FakeWorkers(1);
  std::string asked;
  options.is_known = [&](const Request&, const std::string& content) {
    const bool known = asked == content;
    asked = content;
    return Result<bool>(known);
  };
  const auto pool = Started(std::move(options));
  GivePage(*pool, 1, PngScan(1));
  const TaskResult first = Ended(*pool);
  EXPECT_FALSE(first.known);
  EXPECT_EQ(first.answer.content_sha256, asked);
  EXPECT_EQ(OutcomeOf(first), "ok");
  GivePage(*pool, 2, PngScan(1));
  const TaskResult second = Ended(*pool);
  EXPECT_TRUE(second.known);
  EXPECT_EQ(second.output, "");
}

TEST(WorkerPoolTest, AFaultOfTheLookupEndsTheRun) {
  PoolOptions options = FakeWorkers(1);
  options.is_known = [](const Request&, const std::string&) {
    return Result<bool>(Fail(ErrorCode::kDiskFull, "store", "is full"));
  };
  const auto pool = Started(std::move(options));
  GivePage(*pool, 1, PngScan(1));
  auto waited = pool->Wait(1000, -1);
  while (waited && waited->empty()) waited = pool->Wait(1000, -1);
  ASSERT_FALSE(waited);
  EXPECT_EQ(waited.error().code, ErrorCode::kDiskFull);
}

// A worker of this process, as another program would find and kill it.
pid_t WorkerOf(const WorkerPool& pool) {
  EXPECT_EQ(pool.pids().size(), 1U);
  return pool.pids()[0];
}

TEST(WorkerPoolTest, AWorkerThatSomebodyKillsTakesNoBlameToItsPage) {
  const auto pool = Started(FakeWorkers(1));
  GivePage(*pool, 1, PngScan(1, Mark::kSlow));
  ::kill(WorkerOf(*pool), SIGKILL);
  EXPECT_EQ(OutcomeOf(Ended(*pool)), "ok");
  EXPECT_EQ(pool->replaced(), 1);
}

TEST(WorkerPoolTest, AnIdleWorkerThatIsKilledIsReplaced) {
  const auto pool = Started(FakeWorkers(1));
  ::kill(WorkerOf(*pool), SIGKILL);
  GivePage(*pool, 1, PngScan(1));
  EXPECT_EQ(OutcomeOf(Ended(*pool)), "ok");
}

// The image of a known page is in its place before the worker is told.
TEST(WorkerPoolTest, AWorkerThatDiesOverAKnownPageLeavesItsImageAlone) {
  PoolOptions options = FakeWorkers(1);
  const WorkerPool* started = nullptr;
  options.is_known = [&](const Request&, const std::string&) {
    ::kill(WorkerOf(*started), SIGKILL);
    return Result<bool>(true);
  };
  const auto pool = Started(std::move(options));
  started = pool.get();
  Task task;
  task.request = {TaskKind::kPage, 1, 1, 1};
  task.files = {*MemoryFileOf(PngScan(1)), *MemoryFile(),
                *MemoryFileOf("image")};
  const UniqueFd image(::dup(task.files.image.get()));
  pool->Give(std::move(task));
  const TaskResult result = Ended(*pool);
  EXPECT_TRUE(result.known);
  EXPECT_FALSE(result.error);
  EXPECT_EQ(*ReadAll(image.get(), 100), "image");
}

// A disk that is full for a moment is no fault of the page.
TEST(WorkerPoolTest, APageThatCouldNotBeWrittenIsGivenOnceMore) {
  const auto pool = Started(FakeWorkers(1));
  const UniqueFd sealed(::memfd_create("sealed", MFD_ALLOW_SEALING));
  ASSERT_EQ(::fcntl(sealed.get(), F_ADD_SEALS, F_SEAL_GROW), 0);
  Task task;
  task.request = {TaskKind::kPage, 1, 1, 1};
  task.files = {*MemoryFileOf(PngScan(1)), *MemoryFile(),
                UniqueFd(::dup(sealed.get()))};
  pool->Give(std::move(task));
  EXPECT_EQ(Ended(*pool).error->code, ErrorCode::kOutputUnwritable);
  EXPECT_EQ(pool->replaced(), 2);
}

TEST(WorkerPoolTest, WhoKeepsKillingWorkersEndsTheRunAndBlamesNoPage) {
  const auto pool = Started(FakeWorkers(1));
  GivePage(*pool, 1, PngScan(1, Mark::kSleepForever));
  auto waited = pool->Wait(10, -1);
  for (int i = 0; waited && waited->empty() && i < 3000; ++i) {
    if (pool->busy() == 1) ::kill(WorkerOf(*pool), SIGKILL);
    waited = pool->Wait(10, -1);
  }
  ASSERT_FALSE(waited);
  EXPECT_EQ(waited.error().code, ErrorCode::kWorkersLost);
}

}  // namespace
}  // namespace donthu

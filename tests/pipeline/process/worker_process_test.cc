#include "pipeline/process/worker_process.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>

#include "pipeline/files.h"

namespace donthu {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// What a shell script says on its standard error in a worker's place.
std::string SaidBy(const std::string& script) {
  WorkerCommand command;
  command.argv = {"/bin/sh", "-c", script};
  const auto process = WorkerProcess::Start(command);
  std::string said;
  char buffer[4096];
  pollfd ready = {process->diagnostics(), POLLIN, 0};
  while (::poll(&ready, 1, 20'000) > 0) {
    const ssize_t got = ::read(ready.fd, buffer, sizeof buffer);
    if (got <= 0) break;
    said.append(buffer, static_cast<std::size_t>(got));
  }
  return said;
}

TEST(WorkerProcessTest, TheEnvironmentIsMadeForIt) {
  const std::string said = SaidBy("env >&2");
  EXPECT_THAT(said, HasSubstr("OMP_THREAD_LIMIT=1\n"));
  EXPECT_THAT(said, HasSubstr("LC_ALL=C.UTF-8\n"));
  EXPECT_THAT(said, Not(HasSubstr("USER=")));
}

TEST(WorkerProcessTest, ItIsBoundBeforeItStarts) {
  EXPECT_EQ(SaidBy("{ umask; ulimit -Hc; grep NoNewPrivs /proc/self/status; } "
                   ">&2"),
            "0077\n0\nNoNewPrivs:\t1\n");
}

TEST(WorkerProcessTest, ItIsAsNiceAsItIsAskedToBe) {
  const int own = ::getpriority(PRIO_PROCESS, 0);
  WorkerCommand command;
  command.argv = {"/bin/sleep", "20"};
  command.nice = 3;
  const auto process = WorkerProcess::Start(command);
  ASSERT_TRUE(process);
  const auto id = static_cast<id_t>(process->pid());
  const int wanted = std::min(own + 3, 19);
  for (int i = 0; i < 2000 && ::getpriority(PRIO_PROCESS, id) != wanted; ++i) {
    ::usleep(10'000);
  }
  EXPECT_EQ(::getpriority(PRIO_PROCESS, id), wanted);
}

TEST(WorkerProcessTest, ItHoldsItsOwnDescriptorsAlone) {
  const UniqueFd other(::open("/dev/null", O_RDONLY));  // may be inherited
  ASSERT_TRUE(other);
  // The folder that ls reads is one more.
  EXPECT_EQ(SaidBy("exec ls /proc/self/fd >&2"), "0\n1\n2\n3\n4\n5\n");
}

TEST(WorkerProcessTest, TheSignalThatEndedItIsTold) {
  WorkerCommand command;
  command.argv = {"/bin/sh", "-c", "kill -SEGV $$"};
  auto process = WorkerProcess::Start(command);
  ASSERT_TRUE(process);
  pollfd ready = {process->socket(), POLLIN, 0};
  ::poll(&ready, 1, 20'000);
  EXPECT_EQ(process->End(), SIGSEGV);
  EXPECT_EQ(process->CpuSeconds(), 0.0);
}

TEST(WorkerProcessTest, ItDiesWithItsOwner) {
  pid_t pid = -1;
  {
    WorkerCommand command;
    command.argv = {"/bin/sh", "-c", "sleep 1000"};
    const auto process = WorkerProcess::Start(command);
    pid = process->pid();
    ASSERT_EQ(::kill(pid, 0), 0);
  }
  EXPECT_NE(::kill(pid, 0), 0);
}

TEST(WorkerProcessTest, SignalsForTheWholeGroupAreNotForIt) {
  EXPECT_EQ(SaidBy("kill -INT $$; kill -TERM $$; echo alive >&2"), "alive\n");
}

}  // namespace
}  // namespace donthu

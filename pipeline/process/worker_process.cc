#include "pipeline/process/worker_process.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>

namespace donthu {
namespace {

constexpr int kSocketFd = 3;
constexpr int kStageFd = 4;
// Highest descriptor a worker may hold: the socket, three files of a
// request, what libraries open while they warm up.
constexpr rlim_t kMaxDescriptors = 64;
// A dying process closes its socket a moment before it is dead.
constexpr int kBuryTries = 200;
constexpr useconds_t kBuryPauseUs = 5'000;

// The address sanitizer reserves more address space than any limit allows.
#ifdef __SANITIZE_ADDRESS__
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

struct ChildEnds {
  int socket;
  int stage;
  int diagnostics;
  int models;
};

void SetLimit(int resource, rlim_t value) {
  const rlimit limit = {value, value};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

// Between fork and exec: only calls that are safe there.
[[noreturn]] void BecomeWorker(const ChildEnds& ends, pid_t parent,
                               const WorkerCommand& command,
                               char* const* argv) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(127);
  const int socket = ::fcntl(ends.socket, F_DUPFD, 10);
  const int stage = ::fcntl(ends.stage, F_DUPFD, 10);
  const int models = ends.models < 0 ? -1 : ::fcntl(ends.models, F_DUPFD, 10);
  const int null = ::open("/dev/null", O_RDWR);
  ::dup2(null, 0);
  ::dup2(null, 1);
  ::dup2(ends.diagnostics, 2);
  ::dup2(socket, kSocketFd);
  ::dup2(stage, kStageFd);
  if (models >= 0) ::dup2(models, kWorkerModelsFd);
  ::close_range(kWorkerModelsFd + (models >= 0 ? 1 : 0), ~0U, 0);
  const int nice = ::getpriority(PRIO_PROCESS, 0) + command.nice;
  ::setpriority(PRIO_PROCESS, 0, nice);
  ::umask(077);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  SetLimit(RLIMIT_CORE, 0);
  const rlim_t memory_bytes = static_cast<rlim_t>(command.memory_mb) << 20U;
  if (!kSanitized) SetLimit(RLIMIT_AS, memory_bytes);
  SetLimit(RLIMIT_NOFILE, kMaxDescriptors);
  static char limit[] = "OMP_THREAD_LIMIT=1";
  static char locale[] = "LC_ALL=C.UTF-8";
  static char path[] = "PATH=/usr/bin:/bin";
  static char home[] = "HOME=/nonexistent";
  char* const environment[] = {limit, locale, path, home, nullptr};
  // Both may be sent to the whole group; the supervisor decides.
  ::signal(SIGINT, SIG_IGN);
  ::signal(SIGTERM, SIG_IGN);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::execve(argv[0], argv, environment);
  ::_exit(127);
}

std::vector<char*> Pointers(std::vector<std::string>& argv) {
  std::vector<char*> pointers;
  for (std::string& argument : argv) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  return pointers;
}

Failure SystemFailure(const char* subject) {
  return Fail(ErrorCode::kInternal, subject, std::strerror(errno));
}

}  // namespace

std::int64_t OomKills() {
  std::ifstream counters("/proc/vmstat");
  std::string name;
  std::int64_t value = 0;
  while (counters >> name >> value) {
    if (name == "oom_kill") return value;
  }
  return 0;
}

Result<WorkerProcess> WorkerProcess::Start(const WorkerCommand& command) {
  std::array<int, 2> pair{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair.data()) !=
      0) {
    return SystemFailure("worker socket");
  }
  UniqueFd ours(pair[0]);
  const UniqueFd theirs(pair[1]);
  if (::pipe2(pair.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
    return SystemFailure("worker diagnostics");
  }
  UniqueFd diagnostics(pair[0]);
  const UniqueFd diagnostics_end(pair[1]);
  auto stage_file = MakeSharedStage();
  if (!stage_file) return Fail(stage_file.error());
  auto stage = SharedStage::Map(stage_file->get());
  if (!stage) return Fail(stage.error());

  std::vector<std::string> argv = command.argv;
  const std::vector<char*> pointers = Pointers(argv);
  const pid_t parent = ::getpid();
  const pid_t pid = ::fork();
  if (pid < 0) return SystemFailure("worker process");
  if (pid == 0) {
    BecomeWorker({theirs.get(), stage_file->get(), diagnostics_end.get(),
                  command.models_fd},
                 parent, command, pointers.data());
  }
  return WorkerProcess(pid, std::move(ours), std::move(diagnostics),
                       std::move(*stage));
}

WorkerProcess::~WorkerProcess() {
  if (pid_ > 0) End();
}

Status WorkerProcess::Send(const Request& request, const RequestFiles& files) {
  std::vector<int> fds;
  for (const UniqueFd* file :
       {&files.input, &files.output, &files.image, &files.words}) {
    if (*file) fds.push_back(file->get());
  }
  return SendPacket(socket_.get(), Encode(request), fds);
}

double WorkerProcess::CpuSeconds() const {
  clockid_t clock = 0;
  timespec used = {};
  if (pid_ <= 0 || ::clock_getcpuclockid(pid_, &clock) != 0 ||
      ::clock_gettime(clock, &used) != 0) {
    return 0.0;
  }
  return static_cast<double>(used.tv_sec) +
         static_cast<double>(used.tv_nsec) * 1e-9;
}

int WorkerProcess::Bury() {
  for (int i = 0; i < kBuryTries; ++i) {
    siginfo_t info = {};
    const auto id = static_cast<id_t>(pid_.id);
    const int waited = ::waitid(P_PID, id, &info, WEXITED | WNOHANG | WNOWAIT);
    if (waited == 0 && info.si_pid == pid_.id) break;
    ::usleep(kBuryPauseUs);
  }
  return End();
}

int WorkerProcess::End() {
  int status = 0;
  ::kill(pid_, SIGKILL);
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_.id = -1;
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

}  // namespace donthu

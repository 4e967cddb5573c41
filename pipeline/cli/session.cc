#include "pipeline/cli/session.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

#include "pipeline/files.h"
#include "pipeline/model_files.h"
#include "pipeline/privilege.h"

namespace donthu {
namespace {

// f_type of NFS, SMB, CIFS and SMB2 (statfs(2)): SQLite's locks and
// write-ahead log do not hold there.
constexpr std::array<long, 4> kNetworkTypes = {0x6969, 0x517B, 0xFF534D42,
                                               0xFE534D42};

Result<UniqueFd> OpenFolder(const std::string& path, ErrorCode code) {
  UniqueFd fd(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd) return Fail(code, path, std::strerror(errno));
  return fd;
}

Status RefuseNetwork(int fd, const std::string& path) {
  struct statfs facts = {};
  if (::fstatfs(fd, &facts) != 0) return Done{};
  const long type = static_cast<long>(facts.f_type & 0xFFFFFFFF);
  if (std::find(kNetworkTypes.begin(), kNetworkTypes.end(), type) ==
      kNetworkTypes.end()) {
    return Done{};
  }
  return Fail(ErrorCode::kOutputUnwritable, path,
              "is a network folder; keep the store on a local disk with "
              "--state FOLDER");
}

std::string FdPath(int fd) { return "/proc/self/fd/" + std::to_string(fd); }

sigset_t StopSignals() {
  sigset_t set;
  ::sigemptyset(&set);
  ::sigaddset(&set, SIGINT);
  ::sigaddset(&set, SIGTERM);
  return set;
}

UniqueFd CatchSignals() {
  HoldStopSignals();
  const sigset_t set = StopSignals();
  return UniqueFd(::signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC));
}

}  // namespace

void HoldStopSignals() {
  const sigset_t set = StopSignals();
  ::sigprocmask(SIG_BLOCK, &set, nullptr);
}

Result<std::unique_ptr<Session>> Session::Open(const SessionRequest& request) {
  std::unique_ptr<Session> session(new Session());
  const Config& config = request.loaded.config;
  const std::string state = request.state.empty() ? request.out : request.state;
  for (const std::string& folder : {request.out, state}) {
    if (auto made = MakeFolder(folder); !made) {
      return Fail(made.error().code, folder, made.error().detail);
    }
  }
  auto out = OpenFolder(request.out, ErrorCode::kOutputUnwritable);
  if (!out) return Fail(out.error());
  auto state_fd = OpenFolder(state, ErrorCode::kOutputUnwritable);
  if (!state_fd) return Fail(state_fd.error());
  if (auto local = RefuseNetwork(state_fd->get(), state); !local) {
    return Fail(local.error());
  }
  auto models = OpenFolder(ModelsFolder(config), ErrorCode::kModelMissing);
  if (!models) return Fail(models.error());
  if (!request.other.empty()) {
    if (auto made = MakeFolder(request.other); !made) {
      return Fail(made.error().code, request.other, made.error().detail);
    }
    auto other = OpenFolder(request.other, ErrorCode::kOutputUnwritable);
    if (!other) return Fail(other.error());
    session->other_ = std::move(*other);
  }
  const int other_fd = session->other_ ? session->other_.get() : out->get();
  auto user = LeaveRoot({out->get(), state_fd->get(), other_fd});
  if (!user) return Fail(user.error());

  session->user_ = *user;
  session->signals_ = CatchSignals();
  RunOptions& options = session->options_;
  options.paths.folder = FdPath(out->get());
  options.state_folder = FdPath(state_fd->get());
  if (auto prepared = PrepareOutput(options.paths); !prepared) {
    return Fail(prepared.error().code, request.out, prepared.error().detail);
  }
  if (request.hold == Hold::kAlone) {
    const auto locked = session->Lock(0);
    if (!locked) return Fail(locked.error());
    if (!*locked) return std::unique_ptr<Session>();
  }
  options.stop_fd = session->signals_.get();
  options.config = config;
  options.archive = config.archive;
  Config reachable = config;
  reachable.models_folder = FdPath(kWorkerModelsFd);
  options.worker_config_toml = ConfigToToml(reachable);
  options.worker.argv = {"/proc/self/exe", "worker"};
  options.worker.memory_mb = config.limits.worker_memory_mb;
  options.worker.models_fd = models->get();
  session->out_ = std::move(*out);
  session->state_ = std::move(*state_fd);
  session->models_ = std::move(*models);
  return session;
}

Result<bool> Session::Lock(int wait_s) {
  for (int tenths = 0;; ++tenths) {
    auto locked = TryLock();
    if (!locked || *locked || tenths >= wait_s * 10) return locked;
    if (WaitForSignal(100)) return false;
  }
}

Result<bool> Session::TryLock() {
  auto lock = LockFolder(options_.paths.folder);
  if (!lock) return Fail(lock.error());
  if (!*lock) return false;
  std::error_code error;
  if (!std::filesystem::equivalent(options_.paths.folder, options_.state_folder,
                                   error)) {
    auto state_lock = LockFolder(options_.state_folder);
    if (!state_lock) return Fail(state_lock.error());
    if (!*state_lock) return false;
    state_lock_ = std::move(*state_lock);
  }
  lock_ = std::move(*lock);
  return true;
}

void Session::Unlock() {
  lock_.Reset();
  state_lock_.Reset();
}

std::string Session::OtherFolder() const { return FdPath(other_.get()); }

bool Session::WaitForSignal(int milliseconds) const {
  pollfd signal = {signals_.get(), POLLIN, 0};
  return ::poll(&signal, 1, milliseconds) > 0;
}

RunOptions Session::Options() const { return options_; }

int Session::Signal() const {
  signalfd_siginfo info = {};
  if (::read(signals_.get(), &info, sizeof info) == sizeof info) {
    signal_ = static_cast<int>(info.ssi_signo);
  }
  return signal_;
}

}  // namespace donthu

#include "pipeline/process/sandbox.h"

#include <fcntl.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "pipeline/process/landlock.h"

namespace donthu {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

constexpr std::uint64_t kSupervisor = 3;  // the socket

// Where fontconfig of Debian looks, what it reads, and poppler's tables for
// fonts of other scripts.
constexpr std::array kReadable = {
    "/usr/share/fonts",  "/usr/local/share/fonts", "/usr/share/texmf/fonts",
    "/etc/fonts",        "/usr/share/fontconfig",  "/var/cache/fontconfig",
    "/usr/share/poppler"};

constexpr const char* kHowToGoOn =
    "use a kernel or container that has it, or set limits.sandbox = \"off\" "
    "where every scan is from a trusted hand";
constexpr const char* kOff = "OFF: limits.sandbox";
constexpr const char* kOffBySanitizer = "OFF: built with a sanitizer";

// What strace saw over the samples in all formats, and what the C library may
// call instead on another processor or version; no other was missed by damaged
// files.
constexpr std::array kAllowed = {
    // the task: descriptors that are open
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write),
    SCMP_SYS(writev), SCMP_SYS(pwrite64), SCMP_SYS(lseek), SCMP_SYS(fstat),
    SCMP_SYS(close),
    // memory
    SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
    // threads and locks
    SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(rseq),
    SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(exit),
    // time, chance, itself
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday),
    SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(getrandom),
    SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(sysinfo),
    // signals and the end
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),
    SCMP_SYS(restart_syscall), SCMP_SYS(exit_group)};

// What libraries try and can do without.
struct Refusal {
  int call;
  std::uint32_t error;
};
constexpr std::array kRefused = {
    Refusal{SCMP_SYS(open), EACCES}, Refusal{SCMP_SYS(stat), EACCES},
    Refusal{SCMP_SYS(lstat), EACCES}, Refusal{SCMP_SYS(statx), EACCES},
    Refusal{SCMP_SYS(access), EACCES}, Refusal{SCMP_SYS(faccessat), EACCES},
    Refusal{SCMP_SYS(faccessat2), EACCES}, Refusal{SCMP_SYS(readlink), EACCES},
    Refusal{SCMP_SYS(readlinkat), EACCES}, Refusal{SCMP_SYS(getcwd), EACCES},
    Refusal{SCMP_SYS(statfs), EACCES}, Refusal{SCMP_SYS(fstatfs), EACCES},
    Refusal{SCMP_SYS(ioctl), ENOTTY}, Refusal{SCMP_SYS(prctl), EINVAL},
    // Its flags lie in memory, where no filter sees them: the C library then
    // starts its thread with clone.
    Refusal{SCMP_SYS(clone3), ENOSYS}};

struct Release {
  void operator()(void* filter) const { ::seccomp_release(filter); }
};

// Collects rules; the first error of libseccomp is kept until Load().
class Filter {
 public:
  Filter() : rules_(::seccomp_init(SCMP_ACT_KILL_PROCESS)) {
    // A call by the numbers of another architecture is an attack.
    Set(SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
    Set(SCMP_FLTATR_CTL_TSYNC, 1);
    Set(SCMP_FLTATR_CTL_OPTIMIZE, 2);
  }

  void Allow(int call) {
    allowed_.insert(call);
    Add(SCMP_ACT_ALLOW, call, nullptr);
  }
  void AllowWhere(int call, const scmp_arg_cmp& condition) {
    allowed_.insert(call);
    Add(SCMP_ACT_ALLOW, call, &condition);
  }
  void Refuse(int call, std::uint32_t error) {
    Add(SCMP_ACT_ERRNO(error), call, nullptr);
  }
  void RefuseWhere(int call, std::uint32_t error,
                   const scmp_arg_cmp& condition) {
    Add(SCMP_ACT_ERRNO(error), call, &condition);
  }

  // 0, or the number of the error.
  int Load() {
    if (error_ == 0) error_ = ::seccomp_load(rules_.get());
    return -error_;
  }
  // Calls that are allowed, with a condition or without.
  std::size_t allowed() const { return allowed_.size(); }

 private:
  void Set(scmp_filter_attr attribute, std::uint32_t value) {
    const int result = ::seccomp_attr_set(rules_.get(), attribute, value);
    if (error_ == 0) error_ = result;
  }
  void Add(std::uint32_t action, int call, const scmp_arg_cmp* condition) {
    const int result = ::seccomp_rule_add_array(
        rules_.get(), action, call, condition == nullptr ? 0 : 1, condition);
    if (error_ == 0) error_ = result;
  }

  std::unique_ptr<void, Release> rules_;
  int error_ = 0;
  std::set<int> allowed_;
};

// Where the bits of `mask` in an argument are `value`.
scmp_arg_cmp Bits(unsigned argument, std::uint64_t mask, std::uint64_t value) {
  return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

scmp_arg_cmp Equal(unsigned argument, std::uint64_t value) {
  return {argument, SCMP_CMP_EQ, value, 0};
}

// One call either way: allowed where all bits of `mask` are clear, failing
// where one is set. Two rules for the same bits would contradict each other.
void AllowWithoutBits(Filter& filter, int call, unsigned argument,
                      std::uint64_t mask) {
  filter.AllowWhere(call, Bits(argument, mask, 0));
  for (std::uint64_t bit = 1; bit <= mask; bit <<= 1U) {
    if ((mask & bit) == 0) continue;
    filter.RefuseWhere(call, EACCES, Bits(argument, bit, bit));
  }
}

void AddFiles(Filter& filter, bool fonts_stay_readable) {
  // As fstat calls it; a name of its own is refused.
  filter.AllowWhere(SCMP_SYS(newfstatat),
                    Bits(3, AT_EMPTY_PATH, AT_EMPTY_PATH));
  filter.RefuseWhere(SCMP_SYS(newfstatat), EACCES, Bits(3, AT_EMPTY_PATH, 0));
  for (const auto command : {std::uint64_t{F_GETFD}, std::uint64_t{F_SETFD},
                             std::uint64_t{F_GETFL}}) {
    filter.AllowWhere(SCMP_SYS(fcntl), Equal(1, command));
  }
  if (!fonts_stay_readable) return filter.Refuse(SCMP_SYS(openat), EACCES);
  AllowWithoutBits(filter, SCMP_SYS(openat), 2,
                   O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | O_PATH |
                       (O_TMPFILE & ~O_DIRECTORY));
}

void AddConditions(Filter& filter) {
  constexpr std::uint64_t kThread = CLONE_THREAD | CLONE_VM | CLONE_SIGHAND;
  filter.AllowWhere(SCMP_SYS(mmap), Bits(2, PROT_EXEC, 0));
  filter.AllowWhere(SCMP_SYS(mprotect), Bits(2, PROT_EXEC, 0));
  filter.AllowWhere(SCMP_SYS(clone), Bits(0, kThread, kThread));
  filter.AllowWhere(SCMP_SYS(recvmsg), Equal(0, kSupervisor));
  filter.AllowWhere(SCMP_SYS(sendmsg), Equal(0, kSupervisor));
  // abort() must look like abort().
  filter.AllowWhere(SCMP_SYS(tgkill),
                    Equal(0, static_cast<std::uint64_t>(::getpid())));
}

Result<std::string> RestrictCalls(bool fonts_stay_readable) {
  Filter filter;
  for (const int call : kAllowed) filter.Allow(call);
  for (const auto& [call, error] : kRefused) filter.Refuse(call, error);
  AddFiles(filter, fonts_stay_readable);
  AddConditions(filter);
  if (const int error = filter.Load(); error != 0) {
    return Fail(ErrorCode::kModelMissing, "system-call filter",
                std::string("cannot be set (") + std::strerror(error) + "); " +
                    kHowToGoOn);
  }
  return std::to_string(filter.allowed()) +
         " allowed, others refused or fatal (seccomp)";
}

void BindFiles(std::int64_t max_file_bytes) {
  const auto most = static_cast<rlim_t>(max_file_bytes);
  const rlimit limit = {most, most};
  ::setrlimit(RLIMIT_FSIZE, &limit);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

// "3072 MiB of memory", or that there is no limit.
std::string LimitText(__rlimit_resource resource, rlim_t unit,
                      const std::string& of) {
  rlimit limit = {};
  ::getrlimit(resource, &limit);
  if (limit.rlim_max == RLIM_INFINITY) return of + " UNLIMITED";
  return std::to_string(limit.rlim_max / unit) + " " + of;
}

std::string LimitsInForce() {
  constexpr rlim_t kMiB = rlim_t{1} << 20U;
  const bool dumps = LimitText(RLIMIT_CORE, 1, "") != "0 ";
  const bool bound = ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1;
  return LimitText(RLIMIT_AS, kMiB, "MiB of memory") + ", " +
         LimitText(RLIMIT_NOFILE, 1, "descriptors") + ", " +
         LimitText(RLIMIT_FSIZE, kMiB, "MiB a file") + ", " +
         (dumps ? "core DUMPS" : "no core dump") + ", " +
         (bound ? "no new privileges" : "NEW PRIVILEGES possible");
}

}  // namespace

SandboxSupport FindSandboxSupport() {
  const std::uint32_t action = SECCOMP_RET_KILL_PROCESS;
  const bool known =
      ::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
  return {known, LandlockVersion()};
}

bool FontsStayReadable(SandboxMode mode, const SandboxSupport& support) {
  return kSanitized || mode == SandboxMode::kOff || support.landlock > 0;
}

Result<SandboxFacts> EnterSandbox(SandboxMode mode,
                                  const SandboxSupport& support,
                                  std::int64_t max_file_bytes) {
  if (kSanitized || mode == SandboxMode::kOff) {
    const char* off = kSanitized ? kOffBySanitizer : kOff;
    return SandboxFacts{LimitsInForce(), off, off};
  }
  if (!support.system_calls) {
    return Fail(
        ErrorCode::kModelMissing, "system-call filter",
        std::string("this kernel or container offers none; ") + kHowToGoOn);
  }
  BindFiles(max_file_bytes);
  SandboxFacts facts;
  facts.limits = LimitsInForce();
  facts.files = "none opens; Landlock is not in this kernel or container";
  if (support.landlock > 0) {
    if (auto kept = KeepReadable(kReadable); !kept) return Fail(kept.error());
    facts.files = "fonts alone open, for reading (Landlock, version " +
                  std::to_string(support.landlock) + ")";
  }
  auto calls = RestrictCalls(FontsStayReadable(mode, support));
  if (!calls) return Fail(calls.error());
  facts.system_calls = std::move(*calls);
  return facts;
}

}  // namespace donthu

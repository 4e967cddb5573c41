#include "tests/fakes/probe.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace donthu {
namespace {

constexpr std::size_t kPageBytes = 4096;
constexpr off_t kTerabyte = off_t{1} << 40;
constexpr in_port_t kDiscardPort = 9;

bool ReadPasswords() {
  char byte = 0;
  const int fd = ::open("/etc/passwd", O_RDONLY | O_CLOEXEC);
  return fd >= 0 && ::read(fd, &byte, 1) == 1;
}

bool WriteOutside() {
  const char* path = "/tmp/donthu-probe";
  const int fd = ::open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  return fd >= 0 && ::unlink(path) == 0;
}

// That nobody listens is an answer too.
bool Connect() {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in to = {};
  to.sin_family = AF_INET;
  to.sin_port = htons(kDiscardPort);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return fd >= 0 &&
         (::connect(fd, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0 ||
          errno == ECONNREFUSED);
}

bool Fork() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  return child > 0 && ::waitpid(child, nullptr, 0) == child;
}

// A program of that name is nowhere: one that may start it learns so.
bool Exec() {
  char name[] = "/nonexistent";
  char* const argv[] = {name, nullptr};
  ::execve(name, argv, nullptr);
  return errno == ENOENT;
}

// No such process: one that may trace learns so.
bool Trace() {
  return ::ptrace(PTRACE_ATTACH, 1 << 30, nullptr, nullptr) == 0 ||
         errno == ESRCH;
}

bool MakeCode() {
  void* memory = ::mmap(nullptr, kPageBytes, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory != MAP_FAILED &&
         ::mprotect(memory, kPageBytes, PROT_READ | PROT_EXEC) == 0;
}

bool LookAround() {
  struct stat facts = {};
  return ::stat("/etc/passwd", &facts) == 0;
}

// The image of a page is among what it may write.
bool GrowFile() {
  constexpr int kMostDescriptors = 64;
  for (int fd = 5; fd < kMostDescriptors; ++fd) {
    if (::pwrite(fd, "", 1, kTerabyte) == 1) return true;
  }
  return false;
}

bool GetsThrough(Mark mark) {
  switch (mark) {
    case Mark::kReadPasswords:
      return ReadPasswords();
    case Mark::kWriteOutside:
      return WriteOutside();
    case Mark::kConnect:
      return Connect();
    case Mark::kFork:
      return Fork();
    case Mark::kExec:
      return Exec();
    case Mark::kTrace:
      return Trace();
    case Mark::kSignalOther:
      return ::kill(::getppid(), 0) == 0;
    case Mark::kChangeUser:
      return ::setuid(::getuid()) == 0;
    case Mark::kMakeCode:
      return MakeCode();
    case Mark::kHideFile:
      return ::memfd_create("hidden", MFD_CLOEXEC) >= 0;
    case Mark::kLookAround:
      return LookAround();
    default:
      return GrowFile();
  }
}

}  // namespace

std::optional<std::string> Probe(Mark mark) {
  if (mark < Mark::kReadPasswords) return std::nullopt;
  errno = 0;
  if (GetsThrough(mark)) return "got through";
  return std::string("refused: ") + std::strerror(errno);
}

}  // namespace donthu

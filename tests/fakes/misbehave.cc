#include "tests/fakes/misbehave.h"

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <thread>
#include <vector>

#include "pipeline/process/protocol.h"

namespace donthu {
namespace {

constexpr int kSupervisor = 3;  // the socket of a worker

void SendRaw(const std::string& bytes) {
  static_cast<void>(!::write(kSupervisor, bytes.data(), bytes.size()));
}

[[noreturn]] void BeBusy() {
  for (volatile unsigned turns = 0;;) turns = turns + 1;
}

[[noreturn]] void Sleep() {
  for (;;) std::this_thread::sleep_for(std::chrono::hours(1));
}

// Untouched memory counts: the limit is on address space.
[[noreturn]] void EatMemory() {
#ifdef __SANITIZE_ADDRESS__
  throw std::bad_alloc();  // there a worker has no limit to reach
#endif
  constexpr std::size_t kBiteBytes = 64U << 20U;
  std::vector<std::unique_ptr<char[]>> eaten;
  for (;;) eaten.emplace_back(new char[kBiteBytes]);
}

void Chat() {
  const std::string secret(64 * 1024, 'S');
  static_cast<void>(!::write(STDERR_FILENO, secret.data(), secret.size()));
}

}  // namespace

void Misbehave(Mark mark) {
  switch (mark) {
    case Mark::kAbort:
      std::abort();
    case Mark::kSegfault:
      std::signal(SIGSEGV, SIG_DFL);
      std::raise(SIGSEGV);
      return;
    case Mark::kBusyForever:
      BeBusy();
    case Mark::kSleepForever:
      Sleep();
    case Mark::kStubborn:
      std::signal(SIGTERM, SIG_IGN);
      BeBusy();
    case Mark::kEatMemory:
      EatMemory();
    case Mark::kGarbageAnswer:
      SendRaw("\xff\x00{garbage");
      Sleep();  // the stage that it stands in is to be the same each time
    case Mark::kLongAnswer:
      SendRaw(std::string(kMaxMessageBytes + 1, ' '));
      Sleep();
    case Mark::kForgedAnswer: {
      Answer forged;
      forged.id = 1'000'000;
      SendRaw(Encode(forged));
      Sleep();
    }
    case Mark::kChatty:
      return Chat();
    case Mark::kSlow:
      return std::this_thread::sleep_for(std::chrono::milliseconds(100));
    default:  // nothing that befalls the process
      return;
  }
}

}  // namespace donthu

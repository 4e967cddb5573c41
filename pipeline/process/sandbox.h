// What a worker may still do once it is warm: compute, read and write what is
// open, answer.
#pragma once

#include <cstdint>
#include <string>

#include "models/result.h"
#include "pipeline/config.h"

namespace donthu {

// What this kernel offers, and what this build can use.
struct SandboxSupport {
  bool system_calls = false;  // seccomp with a filter
  int landlock = 0;           // LandlockVersion()

  friend bool operator==(const SandboxSupport&,
                         const SandboxSupport&) = default;
};
SandboxSupport FindSandboxSupport();

// What is in force, one line each, for `donthu doctor`.
struct SandboxFacts {
  std::string limits;  // as the process finds them
  std::string system_calls;
  std::string files;

  friend bool operator==(const SandboxFacts&, const SandboxFacts&) = default;
};

// Binds this process for the rest of its life:
// - A system call that is not on the list of those that decoders and engine
//   make kills the process with SIGSYS: sockets, programs, processes, memory
//   that is made executable, and all others.
// - Those that libraries try without need (to open or look up a file, to ask
//   a terminal) fail with EACCES or ENOTTY, and the libraries go on.
// - With Landlock, files beneath the folders of fonts and of poppler's data
//   still open for reading: poppler opens a font as a page names it.
// - No file grows beyond `max_file_bytes` (SIGXFSZ); no other process of the
//   same user may look into this one's memory.
// Threads are allowed: libde265 decodes in one. Call it while there is one
// thread. With SandboxMode::kOff, or built with the address sanitizer, which
// opens files of its own, only the facts say that nothing is in force.
// Fails with kModelMissing where the kernel has no seccomp filter.
Result<SandboxFacts> EnterSandbox(SandboxMode mode,
                                  const SandboxSupport& support,
                                  std::int64_t max_file_bytes);

// Whether a worker can open the system's fonts after EnterSandbox().
bool FontsStayReadable(SandboxMode mode, const SandboxSupport& support);

}  // namespace donthu

// One worker as the supervisor sees it: a child process on a socket.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"
#include "pipeline/process/protocol.h"
#include "pipeline/process/shared_stage.h"
#include "pipeline/unique_fd.h"

namespace donthu {

// Where a worker finds WorkerCommand::models_fd.
inline constexpr int kWorkerModelsFd = 5;

struct WorkerCommand {
  // Program and arguments. The child finds its socket as descriptor 3, the
  // shared stage as 4, and writes diagnostics to 2, which nobody reads but
  // to count.
  std::vector<std::string> argv;
  int memory_mb = 3072;  // address space
  // Folder of the models, for a worker that may not walk to it; -1: none.
  int models_fd = -1;
  int nice = 0;  // added to the supervisor's own nice value
};

// Processes that the kernel ended for want of memory since the machine
// started (/proc/vmstat, oom_kill); 0 where it does not tell.
std::int64_t OomKills();

class WorkerProcess {
 public:
  // The child has OMP_THREAD_LIMIT=1, no core dumps, no new privileges, a
  // limit on address space, umask 077, and dies with its parent. Fails with
  // kInternal.
  static Result<WorkerProcess> Start(const WorkerCommand& command);
  WorkerProcess(WorkerProcess&&) = default;
  WorkerProcess& operator=(WorkerProcess&&) = delete;
  // Kills and reaps the child.
  ~WorkerProcess();

  int socket() const { return socket_.get(); }
  int diagnostics() const { return diagnostics_.get(); }
  pid_t pid() const { return pid_; }
  std::string_view stage() const { return stage_.Current(); }

  Status Send(const Request& request, const RequestFiles& files);
  // Processor time that the child has used so far, in seconds; 0 once it
  // is gone.
  double CpuSeconds() const;
  // For a child that closed its socket: waits up to a second for it to die by
  // itself, so that its own signal is told and not ours; then as End().
  int Bury();
  // SIGKILL and wait. The signal that ended it, or 0 where it exited.
  int End();

 private:
  WorkerProcess(pid_t pid, UniqueFd socket, UniqueFd diagnostics,
                SharedStage stage)
      : pid_(pid),
        socket_(std::move(socket)),
        diagnostics_(std::move(diagnostics)),
        stage_(std::move(stage)) {}

  struct Pid {
    explicit Pid(pid_t value) : id(value) {}
    Pid(Pid&& other) noexcept : id(std::exchange(other.id, -1)) {}
    operator pid_t() const { return id; }
    pid_t id;
  };
  Pid pid_;
  UniqueFd socket_;
  UniqueFd diagnostics_;
  SharedStage stage_;
};

}  // namespace donthu

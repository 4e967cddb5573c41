// Workers that are kept alive: handed tasks, watched, replaced.
//
// A task whose worker dies, answers nonsense or could not write is given once
// more, to a fresh worker: what an earlier input did to the first, or a disk
// that was full for a moment, must not be laid at its door. Only then it has
// failed. A worker that somebody else kills takes no blame to its task at all.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"
#include "pipeline/process/protocol.h"
#include "pipeline/process/worker.h"
#include "pipeline/process/worker_process.h"

namespace donthu {

// Whether the page's content was read before; then what it gave is already
// where it belongs. Fails with the system's faults only.
using ContentLookup = std::function<Result<bool>(
    const Request& request, const std::string& content_sha256)>;

struct PoolOptions {
  WorkerCommand command;
  int jobs = 1;              // workers, at least 1
  std::string config_toml;   // handed to each worker as it starts
  double page_cpu_s = 60;    // deadlines: processor time; ten times that on
  double letter_cpu_s = 60;  // the wall clock as the last resort
  ContentLookup is_known;    // empty: nothing is
};

struct Task {
  Request request;
  RequestFiles files;  // kInspect: input; kPage: all but words; kLetters:
                       // input and output; kArchive: all
};

struct TaskResult {
  Request request;
  std::optional<Error> error;
  std::string stage;   // where the error arose: a kName, or "worker"
  Answer answer;       // where there is no error
  bool known = false;  // kPage: read before, there is no output
  std::string output;  // the bytes written to files.output
};

class WorkerPool {
 public:
  // Starts the workers, which warm up by themselves.
  static Result<std::unique_ptr<WorkerPool>> Start(PoolOptions options);
  ~WorkerPool();

  // Waits until the first worker is warm. Fails with kModelMissing or
  // kConfigInvalid as that worker does.
  Status AwaitFirst();
  // Known once the first is warm.
  const WorkerFacts& facts() const { return facts_; }
  bool HasIdle() const;
  int busy() const;
  // Of the workers as they stand, for tests of what befalls them.
  std::vector<pid_t> pids() const;
  // Bytes that engine and decoders wrote to standard error: counted, never
  // kept, for they can quote the letter.
  std::int64_t diagnostic_bytes() const { return diagnostic_bytes_; }
  // Workers that were replaced because of what they read.
  int replaced() const { return replaced_; }

  // Only where HasIdle(). The result comes from Wait(), an error too.
  void Give(Task task);

  // The tasks that ended within `timeout_ms`; returns early at the first,
  // or where `wake_fd` becomes readable (-1: none). Fails where a worker
  // can no longer be started, and with kWorkersLost where somebody keeps
  // killing them.
  Result<std::vector<TaskResult>> Wait(int timeout_ms, int wake_fd);

 private:
  struct Worker;
  using Ended = std::optional<TaskResult>;

  explicit WorkerPool(PoolOptions options);
  Status StartWorker(Worker& worker);
  Status Replace(Worker& worker);
  void Hand(Worker& worker, Task task);
  Result<Ended> Collect(Worker& worker);
  Status Warm(Worker& worker, const Result<Answer>& answer);
  Status TellWhetherKnown(Worker& worker, const Answer& answer);
  Result<Ended> Concluded(Worker& worker, Result<Answer> answer);
  Result<Ended> Buried(Worker& worker);
  Result<Ended> EndedKnown(Worker& worker);
  Status BuriedBeforeWarm(Worker& worker, int signal);
  Result<Ended> Failed(Worker& worker, Error error);
  Status GiveOnceMore(Worker& worker);
  bool WasKilledByOthers(int signal);
  double LimitFor(const Worker& worker) const;
  bool IsOverdue(const Worker& worker) const;
  Status CheckDeadlines(std::vector<TaskResult>& results);
  void DrainDiagnostics(Worker& worker);

  PoolOptions options_;
  std::vector<std::unique_ptr<Worker>> workers_;
  WorkerFacts facts_;
  std::int64_t diagnostic_bytes_ = 0;
  std::int64_t oom_kills_ = 0;  // of the whole machine, when last looked at
  int replaced_ = 0;
  int dead_before_warm_ = 0;  // in a row
};

}  // namespace donthu

// Workers that are kept alive: handed tasks, watched, replaced.
#pragma once

#include <cstdint>
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

struct PoolOptions {
  WorkerCommand command;
  int jobs = 1;              // workers, at least 1
  std::string config_toml;   // handed to each worker as it starts
  double page_cpu_s = 60;    // deadlines: processor time; ten times that on
  double letter_cpu_s = 60;  // the wall clock as the last resort
};

struct Task {
  Request request;
  RequestFiles files;  // kInspect: input; kPage: all; kLetters: input and
                       // output
};

struct TaskResult {
  Request request;
  std::optional<Error> error;
  std::string stage;   // where the error arose: a kName, or "worker"
  Answer answer;       // where there is no error
  std::string output;  // the bytes written to files.output
};

class WorkerPool {
 public:
  // Starts the workers and waits until the first is warm. Fails with
  // kModelMissing or kConfigInvalid as that worker does.
  static Result<std::unique_ptr<WorkerPool>> Start(PoolOptions options);
  ~WorkerPool();

  const WorkerFacts& facts() const { return facts_; }
  bool HasIdle() const;
  int busy() const;
  // Bytes that engine and decoders wrote to standard error: counted, never
  // kept, for they can quote the letter.
  std::int64_t diagnostic_bytes() const { return diagnostic_bytes_; }
  // Workers that were replaced because of what they read.
  int replaced() const { return replaced_; }

  // Only where HasIdle(). The result comes from Wait(), an error too.
  void Give(Task task);

  // The tasks that ended within `timeout_ms`; returns early at the first,
  // or where `wake_fd` becomes readable (-1: none). Fails where a worker
  // can no longer be started.
  Result<std::vector<TaskResult>> Wait(int timeout_ms, int wake_fd);

 private:
  struct Worker;

  explicit WorkerPool(PoolOptions options);
  Status StartWorker(Worker& worker);
  Status Replace(Worker& worker);
  Result<std::optional<TaskResult>> Collect(Worker& worker);
  Result<std::optional<TaskResult>> Buried(Worker& worker);
  std::optional<ErrorCode> Overdue(const Worker& worker) const;
  Status CheckDeadlines(std::vector<TaskResult>& results);
  void DrainDiagnostics(Worker& worker);

  PoolOptions options_;
  std::vector<std::unique_ptr<Worker>> workers_;
  WorkerFacts facts_;
  std::int64_t diagnostic_bytes_ = 0;
  int replaced_ = 0;
};

}  // namespace donthu

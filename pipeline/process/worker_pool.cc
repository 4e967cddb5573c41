#include "pipeline/process/worker_pool.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <utility>

#include "pipeline/files.h"

namespace donthu {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kWarmUpSeconds = 120;
constexpr int kTickMs = 100;
constexpr double kWallFactor = 10.0;

enum class WorkerState { kWarming, kIdle, kBusy };

// A name also where the worker had not yet come to a stage.
std::string StageOf(const WorkerProcess& process) {
  const std::string_view stage = process.stage();
  return stage.empty() ? "worker" : std::string(stage);
}

Error DeathOf(int signal) {
  if (signal == 0) {
    return {ErrorCode::kWorkerCrashed, "worker",
            "ended by itself while it read this; send the file to the "
            "developers if you may"};
  }
  if (signal == SIGKILL) {
    return {ErrorCode::kOutOfMemory, "worker",
            "was ended by the system, most likely for want of memory"};
  }
  return {ErrorCode::kWorkerCrashed, "worker",
          "died of signal " + std::to_string(signal) +
              " while it read this; send the file to the developers if you "
              "may"};
}

Error TimeoutError(double seconds, const char* limit) {
  return {ErrorCode::kTimedOut, "worker",
          "took more than " + std::to_string(static_cast<int>(seconds)) +
              " s of processor time, or ten times that on the clock; limits." +
              limit + " sets the limit"};
}

}  // namespace

struct WorkerPool::Worker {
  std::optional<WorkerProcess> process;
  WorkerState state = WorkerState::kWarming;
  Task task;
  double cpu_at_start_s = 0.0;
  Clock::time_point started;
};

WorkerPool::WorkerPool(PoolOptions options) : options_(std::move(options)) {}
WorkerPool::~WorkerPool() = default;

Result<std::unique_ptr<WorkerPool>> WorkerPool::Start(PoolOptions options) {
  std::unique_ptr<WorkerPool> pool(new WorkerPool(std::move(options)));
  for (int i = 0; i < pool->options_.jobs; ++i) {
    pool->workers_.push_back(std::make_unique<Worker>());
    if (auto started = pool->StartWorker(*pool->workers_.back()); !started) {
      return Fail(started.error());
    }
  }
  while (!pool->HasIdle()) {
    if (auto waited = pool->Wait(kTickMs, -1); !waited) {
      return Fail(waited.error());
    }
  }
  return pool;
}

Status WorkerPool::StartWorker(Worker& worker) {
  auto process = WorkerProcess::Start(options_.command);
  if (!process) return Fail(process.error());
  worker.process.emplace(std::move(*process));
  worker.state = WorkerState::kWarming;
  worker.started = Clock::now();
  worker.task = Task();
  auto config = MemoryFileOf(options_.config_toml);
  if (!config) return Fail(config.error());
  worker.task.files.input = std::move(*config);
  return worker.process->Send(worker.task.request, worker.task.files);
}

Status WorkerPool::Replace(Worker& worker) {
  DrainDiagnostics(worker);
  worker.process.reset();
  ++replaced_;
  return StartWorker(worker);
}

bool WorkerPool::HasIdle() const {
  return std::any_of(workers_.begin(), workers_.end(), [](const auto& w) {
    return w->state == WorkerState::kIdle;
  });
}

int WorkerPool::busy() const {
  return static_cast<int>(std::count_if(
      workers_.begin(), workers_.end(),
      [](const auto& w) { return w->state == WorkerState::kBusy; }));
}

void WorkerPool::Give(Task task) {
  for (auto& worker : workers_) {
    if (worker->state != WorkerState::kIdle) continue;
    worker->task = std::move(task);
    worker->state = WorkerState::kBusy;
    worker->cpu_at_start_s = worker->process->CpuSeconds();
    worker->started = Clock::now();
    // A worker that is gone shows itself in Wait(), where it is buried.
    static_cast<void>(
        worker->process->Send(worker->task.request, worker->task.files));
    return;
  }
}

Result<std::vector<TaskResult>> WorkerPool::Wait(int timeout_ms, int wake_fd) {
  std::vector<pollfd> polled;
  for (auto& worker : workers_) {
    polled.push_back({worker->process->socket(), POLLIN, 0});
  }
  if (wake_fd >= 0) polled.push_back({wake_fd, POLLIN, 0});
  ::poll(polled.data(), polled.size(), std::min(timeout_ms, kTickMs));
  std::vector<TaskResult> results;
  for (std::size_t i = 0; i < workers_.size(); ++i) {
    DrainDiagnostics(*workers_[i]);
    if (polled[i].revents == 0) continue;
    auto result = Collect(*workers_[i]);
    if (!result) return Fail(result.error());
    if (*result) results.push_back(std::move(**result));
  }
  if (auto checked = CheckDeadlines(results); !checked) {
    return Fail(checked.error());
  }
  return results;
}

// What a readable socket says: an answer, or that its worker is dead.
Result<std::optional<TaskResult>> WorkerPool::Collect(Worker& worker) {
  const auto packet = ReceivePacket(worker.process->socket());
  if (packet && packet->closed) return Buried(worker);
  auto answer = packet ? DecodeAnswer(packet->bytes)
                       : Result<Answer>(Fail(packet.error()));
  if (worker.state == WorkerState::kWarming) {
    if (!answer) return Fail(answer.error());
    if (answer->error) return Fail(*answer->error);
    auto facts = WorkerFactsFromJson(answer->info);
    if (!facts) return Fail(facts.error());
    facts_ = std::move(*facts);
    worker.task = Task();
    worker.state = WorkerState::kIdle;
    return std::optional<TaskResult>();
  }
  TaskResult result;
  result.request = worker.task.request;
  if (!answer) {
    result.error = answer.error();
  } else if (answer->id != worker.task.request.id) {
    result.error =
        Error{ErrorCode::kAnswerInvalid, "worker", "answered another request"};
  } else {
    result.error = answer->error;
    result.answer = std::move(*answer);
  }
  if (!result.error && worker.task.files.output) {
    auto output = ReadAll(worker.task.files.output.get(), kMaxAnswerBytes);
    if (output) {
      result.output = std::move(*output);
    } else {
      result.error = Error{ErrorCode::kAnswerInvalid, "worker",
                           "wrote too long an answer"};
    }
  }
  if (result.error) result.stage = StageOf(*worker.process);
  worker.task = Task();
  worker.state = WorkerState::kIdle;
  // One that read what failed may be damaged: the next input gets a new one.
  if (result.error) {
    if (auto replaced = Replace(worker); !replaced) {
      return Fail(replaced.error());
    }
  }
  return std::optional<TaskResult>(std::move(result));
}

Result<std::optional<TaskResult>> WorkerPool::Buried(Worker& worker) {
  TaskResult result;
  result.request = worker.task.request;
  result.stage = StageOf(*worker.process);
  const bool warming = worker.state == WorkerState::kWarming;
  const int signal = worker.process->Bury();
  if (warming) {
    return Fail(ErrorCode::kInternal, "worker",
                "ended before it was ready; `donthu doctor` may say why");
  }
  result.error = DeathOf(signal);
  if (auto replaced = Replace(worker); !replaced) {
    return Fail(replaced.error());
  }
  return std::optional<TaskResult>(std::move(result));
}

std::optional<ErrorCode> WorkerPool::Overdue(const Worker& worker) const {
  const double wall_s =
      std::chrono::duration<double>(Clock::now() - worker.started).count();
  if (worker.state == WorkerState::kWarming) {
    return wall_s > kWarmUpSeconds ? std::optional(ErrorCode::kInternal)
                                   : std::nullopt;
  }
  if (worker.state == WorkerState::kIdle) return std::nullopt;
  const double limit_s = worker.task.request.kind == TaskKind::kLetters
                             ? options_.letter_cpu_s
                             : options_.page_cpu_s;
  const double cpu_s = worker.process->CpuSeconds() - worker.cpu_at_start_s;
  const bool late = cpu_s > limit_s || wall_s > limit_s * kWallFactor;
  return late ? std::optional(ErrorCode::kTimedOut) : std::nullopt;
}

Status WorkerPool::CheckDeadlines(std::vector<TaskResult>& results) {
  for (auto& worker : workers_) {
    const auto overdue = Overdue(*worker);
    if (!overdue) continue;
    if (*overdue == ErrorCode::kInternal) {
      return Fail(*overdue, "worker", "was not ready in time");
    }
    TaskResult result;
    result.request = worker->task.request;
    result.stage = StageOf(*worker->process);
    result.error = result.request.kind == TaskKind::kLetters
                       ? TimeoutError(options_.letter_cpu_s, "letter_cpu_s")
                       : TimeoutError(options_.page_cpu_s, "page_cpu_s");
    results.push_back(std::move(result));
    if (auto replaced = Replace(*worker); !replaced) return replaced;
  }
  return Done{};
}

void WorkerPool::DrainDiagnostics(Worker& worker) {
  std::array<char, 4096> buffer;
  for (;;) {
    const ssize_t got =
        ::read(worker.process->diagnostics(), buffer.data(), buffer.size());
    if (got <= 0) return;
    diagnostic_bytes_ += got;
  }
}

}  // namespace donthu

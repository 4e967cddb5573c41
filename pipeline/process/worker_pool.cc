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

constexpr double kWarmUpCpuSeconds = 60.0;
constexpr int kTickMs = 100;
constexpr double kWallFactor = 10.0;

// A worker that is killed again and again is somebody's doing, not a page's.
constexpr int kMostKills = 5;
constexpr int kMostDeadBeforeWarm = 3;

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
  if (signal == SIGSYS) {
    return {ErrorCode::kSandboxViolation, "worker",
            "tried what no decoder needs while it read this, and was ended: "
            "the file may be an attack; keep it and tell who guards your "
            "network"};
  }
  if (signal == SIGXFSZ) {
    return {ErrorCode::kAnswerInvalid, "worker",
            "wrote more than any page or letter needs"};
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
  // Of the present task.
  bool asked = false;
  bool known = false;
  int faults = 0;           // deaths and nonsense that may be its own
  int kills = 0;            // by others
  bool give_again = false;  // once the worker is warm
  double cpu_at_start_s = 0.0;
  Clock::time_point started;
};

WorkerPool::WorkerPool(PoolOptions options)
    : options_(std::move(options)), oom_kills_(OomKills()) {}
WorkerPool::~WorkerPool() = default;

Result<std::unique_ptr<WorkerPool>> WorkerPool::Start(PoolOptions options) {
  std::unique_ptr<WorkerPool> pool(new WorkerPool(std::move(options)));
  for (int i = 0; i < pool->options_.jobs; ++i) {
    pool->workers_.push_back(std::make_unique<Worker>());
    if (auto started = pool->StartWorker(*pool->workers_.back()); !started) {
      return Fail(started.error());
    }
  }
  return pool;
}

Status WorkerPool::AwaitFirst() {
  while (!HasIdle()) {
    if (auto waited = Wait(kTickMs, -1); !waited) return Fail(waited.error());
  }
  return Done{};
}

Status WorkerPool::StartWorker(Worker& worker) {
  auto process = WorkerProcess::Start(options_.command);
  if (!process) return Fail(process.error());
  worker.process.emplace(std::move(*process));
  worker.state = WorkerState::kWarming;
  worker.cpu_at_start_s = 0.0;
  worker.started = Clock::now();
  auto config = MemoryFileOf(options_.config_toml);
  if (!config) return Fail(config.error());
  RequestFiles files;
  files.input = std::move(*config);
  // A worker that is gone shows itself in Wait(), where it is buried.
  static_cast<void>(worker.process->Send(Request(), files));
  return Done{};
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
  return static_cast<int>(
      std::count_if(workers_.begin(), workers_.end(), [](const auto& w) {
        return w->state == WorkerState::kBusy || w->give_again;
      }));
}

std::vector<pid_t> WorkerPool::pids() const {
  std::vector<pid_t> pids;
  for (const auto& worker : workers_) pids.push_back(worker->process->pid());
  return pids;
}

void WorkerPool::Give(Task task) {
  for (auto& worker : workers_) {
    if (worker->state != WorkerState::kIdle) continue;
    worker->faults = worker->kills = 0;
    return Hand(*worker, std::move(task));
  }
}

void WorkerPool::Hand(Worker& worker, Task task) {
  worker.task = std::move(task);
  worker.state = WorkerState::kBusy;
  worker.asked = worker.known = worker.give_again = false;
  worker.cpu_at_start_s = worker.process->CpuSeconds();
  worker.started = Clock::now();
  static_cast<void>(
      worker.process->Send(worker.task.request, worker.task.files));
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

// What a readable socket says: an answer, a question, or that its worker is
// dead.
Result<WorkerPool::Ended> WorkerPool::Collect(Worker& worker) {
  const auto packet = ReceivePacket(worker.process->socket());
  if (packet && packet->closed) return Buried(worker);
  auto answer = packet ? DecodeAnswer(packet->bytes)
                       : Result<Answer>(Fail(packet.error()));
  Status done = Done{};
  switch (worker.state) {
    case WorkerState::kWarming:
      done = Warm(worker, answer);
      break;
    case WorkerState::kIdle:  // speaks unasked
      done = Replace(worker);
      break;
    case WorkerState::kBusy:
      if (answer && answer->id != worker.task.request.id) {
        answer = Fail(ErrorCode::kAnswerInvalid, "worker",
                      "answered another request");
      }
      if (!answer || !answer->asks) return Concluded(worker, std::move(answer));
      if (worker.asked || worker.task.request.kind != TaskKind::kPage) {
        return Failed(worker, {ErrorCode::kAnswerInvalid, "worker",
                               "asked what it was told"});
      }
      done = TellWhetherKnown(worker, *answer);
      break;
  }
  if (!done) return Fail(done.error());
  return Ended();
}

Status WorkerPool::Warm(Worker& worker, const Result<Answer>& answer) {
  if (!answer) return Fail(answer.error());
  if (answer->error) return Fail(*answer->error);
  auto facts = WorkerFactsFromJson(answer->info);
  if (!facts) return Fail(facts.error());
  facts_ = std::move(*facts);
  worker.state = WorkerState::kIdle;
  dead_before_warm_ = 0;
  if (worker.give_again) Hand(worker, std::move(worker.task));
  return Done{};
}

Status WorkerPool::TellWhetherKnown(Worker& worker, const Answer& answer) {
  worker.asked = true;
  if (options_.is_known) {
    const auto known =
        options_.is_known(worker.task.request, answer.content_sha256);
    if (!known) return Fail(known.error());
    worker.known = *known;
  }
  Request word;
  word.kind = worker.known ? TaskKind::kSkipIt : TaskKind::kReadIt;
  word.id = worker.task.request.id;
  static_cast<void>(worker.process->Send(word, RequestFiles()));
  return Done{};
}

Result<WorkerPool::Ended> WorkerPool::Concluded(Worker& worker,
                                                Result<Answer> answer) {
  if (!answer) return Failed(worker, answer.error());
  if (answer->error) return Failed(worker, *answer->error);
  TaskResult result;
  result.request = worker.task.request;
  result.answer = std::move(*answer);
  result.known = worker.known;
  if (worker.task.files.output && !worker.known) {
    auto output = ReadAll(worker.task.files.output.get(), kMaxAnswerBytes);
    if (!output) {
      return Failed(worker, {ErrorCode::kAnswerInvalid, "worker",
                             "wrote too long an answer"});
    }
    result.output = std::move(*output);
  }
  worker.task = Task();
  worker.state = WorkerState::kIdle;
  return Ended(std::move(result));
}

// The task of this worker failed: it gets a second chance where the worker
// may be to blame. Either way the next input gets a new worker, for one that
// read what failed may be damaged.
Result<WorkerPool::Ended> WorkerPool::Failed(Worker& worker, Error error) {
  if (worker.known) return EndedKnown(worker);
  const bool may_be_the_worker = error.code == ErrorCode::kWorkerCrashed ||
                                 error.code == ErrorCode::kSandboxViolation ||
                                 error.code == ErrorCode::kOutOfMemory ||
                                 error.code == ErrorCode::kAnswerInvalid ||
                                 IsSystemFault(error);
  if (may_be_the_worker && ++worker.faults < 2) {
    if (auto again = GiveOnceMore(worker); !again) return Fail(again.error());
    return Ended();
  }
  TaskResult result;
  result.request = worker.task.request;
  result.error = std::move(error);
  result.stage = StageOf(*worker.process);
  worker.task = Task();
  if (auto replaced = Replace(worker); !replaced) {
    return Fail(replaced.error());
  }
  return Ended(std::move(result));
}

// What the worker was told to skip is where it belongs, its image too:
// whatever became of the worker, there is nothing to give again.
Result<WorkerPool::Ended> WorkerPool::EndedKnown(Worker& worker) {
  TaskResult result;
  result.request = worker.task.request;
  result.known = true;
  worker.task = Task();
  worker.known = false;
  if (auto replaced = Replace(worker); !replaced) {
    return Fail(replaced.error());
  }
  return Ended(std::move(result));
}

// The files as they were before anything was written to them.
Status WorkerPool::GiveOnceMore(Worker& worker) {
  for (const UniqueFd* file :
       {&worker.task.files.output, &worker.task.files.image}) {
    if (!*file) continue;
    if (::ftruncate(file->get(), 0) != 0 ||
        ::lseek(file->get(), 0, SEEK_SET) != 0) {
      return Unwritable("page image");
    }
  }
  worker.give_again = true;
  return Replace(worker);
}

bool WorkerPool::WasKilledByOthers(int signal) {
  const std::int64_t before = std::exchange(oom_kills_, OomKills());
  return signal == SIGKILL && oom_kills_ == before;
}

Result<WorkerPool::Ended> WorkerPool::Buried(Worker& worker) {
  const int signal = worker.process->Bury();
  Status done = Done{};
  if (worker.state == WorkerState::kWarming) {
    done = BuriedBeforeWarm(worker, signal);
  } else if (worker.state == WorkerState::kIdle) {
    done = Replace(worker);
  } else if (worker.known) {
    return EndedKnown(worker);
  } else if (!WasKilledByOthers(signal)) {
    return Failed(worker, DeathOf(signal));
  } else if (++worker.kills >= kMostKills) {
    return Fail(ErrorCode::kWorkersLost, "worker",
                "was killed again and again, not by this program; see who "
                "does that, then run again");
  } else {
    done = GiveOnceMore(worker);
  }
  if (!done) return Fail(done.error());
  return Ended();
}

Status WorkerPool::BuriedBeforeWarm(Worker& worker, int signal) {
  if (++dead_before_warm_ < kMostDeadBeforeWarm) return Replace(worker);
  if (WasKilledByOthers(signal)) {
    return Fail(ErrorCode::kWorkersLost, "worker",
                "was killed before it was ready, not by this program");
  }
  return Fail(ErrorCode::kInternal, "worker",
              "ended before it was ready; `donthu doctor` may say why");
}

// Of processor time.
double WorkerPool::LimitFor(const Worker& worker) const {
  if (worker.state == WorkerState::kWarming) return kWarmUpCpuSeconds;
  const Request& request = worker.task.request;
  if (request.kind == TaskKind::kLetters) return options_.letter_cpu_s;
  if (request.kind != TaskKind::kArchive) return options_.page_cpu_s;
  return options_.page_cpu_s * std::max(1, request.page);
}

bool WorkerPool::IsOverdue(const Worker& worker) const {
  if (worker.state == WorkerState::kIdle) return false;
  const double wall_s =
      std::chrono::duration<double>(Clock::now() - worker.started).count();
  const double limit_s = LimitFor(worker);
  const double cpu_s = worker.process->CpuSeconds() - worker.cpu_at_start_s;
  return cpu_s > limit_s || wall_s > limit_s * kWallFactor;
}

Status WorkerPool::CheckDeadlines(std::vector<TaskResult>& results) {
  for (auto& worker : workers_) {
    if (!IsOverdue(*worker)) continue;
    if (worker->state == WorkerState::kWarming) {
      return Fail(ErrorCode::kInternal, "worker", "was not ready in time");
    }
    const bool letters = worker->task.request.kind == TaskKind::kLetters;
    auto ended = Failed(
        *worker, letters ? TimeoutError(options_.letter_cpu_s, "letter_cpu_s")
                         : TimeoutError(options_.page_cpu_s, "page_cpu_s"));
    if (!ended) return Fail(ended.error());
    results.push_back(std::move(**ended));
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

#include "pipeline/batch.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>
#include <map>
#include <memory>
#include <utility>

#include "models/page_json.h"
#include "models/record_json.h"
#include "pipeline/keys.h"
#include "pipeline/letters_answer.h"
#include "pipeline/process/worker_pool.h"
#include "pipeline/shuffler.h"
#include "pipeline/source_copy.h"
#include "pipeline/source_records.h"
#include "pipeline/store/store.h"
#include "pipeline/take_in.h"
#include "pipeline/tasks.h"
#include "pipeline/unread_record.h"

namespace donthu {
namespace {

struct SourceWork {
  explicit SourceWork(TakenSource source) : taken(std::move(source)) {}

  TakenSource taken;
  UniqueFd copy;
  int pages_open = 0;        // handed out or waiting
  std::vector<int> waiting;  // page numbers, next one last
  std::map<int, StageFault> page_faults;
};

StageFault Invalid(const char* detail, const char* stage) {
  return {{ErrorCode::kAnswerInvalid, "worker", detail}, stage};
}

class BatchRun {
 public:
  BatchRun(const Inbox& inbox, const RunOptions& options, RunObserver& observer)
      : inbox_(inbox), options_(options), observer_(observer) {}

  Result<RunSummary> Run() {
    if (auto begun = Begin(); !begun) return Fail(begun.error());
    if (auto taken = Take(); !taken) return Fail(taken.error());
    Queue();
    while (!Finished()) {
      if (auto stepped = Step(); !stepped) return Fail(stepped.error());
    }
    return Finish();
  }

 private:
  Status Begin() {
    auto store = Store::Open(StorePath(options_.state_folder));
    if (!store) return Fail(store.error());
    store_ = std::move(*store);
    PoolOptions pool;
    pool.command = options_.worker;
    pool.jobs = options_.jobs;
    pool.config_toml = options_.worker_config_toml;
    pool.page_cpu_s = options_.config.limits.page_cpu_s;
    pool.letter_cpu_s = options_.config.limits.letter_cpu_s;
    auto started = WorkerPool::Start(std::move(pool));
    if (!started) return Fail(started.error());
    pool_ = std::move(*started);
    provenance_ = ProvenanceOf(pool_->facts(), options_.config);
    page_key_ = PageKey(pool_->facts());
    return Done{};
  }

  std::int64_t MaxFileBytes() const {
    return std::int64_t{options_.config.limits.max_file_mb} << 20;
  }

  Status Take() {
    auto taken = TakeIn(inbox_, MaxFileBytes(), options_.as_of,
                        options_.received, *store_);
    if (!taken) return Fail(taken.error());
    summary_.files = static_cast<int>(inbox_.files.size());
    summary_.copies = taken->copies;
    for (TakenSource& source : taken->sources) {
      sources_.emplace_back(std::move(source));
    }
    return Done{};
  }

  std::string KeyOf(const StoredSource& source) const {
    return LetterKey(page_key_, provenance_, source);
  }

  void Queue() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      const StoredSource& stored = sources_[i].taken.stored;
      const bool done =
          stored.letter_key == KeyOf(stored) && !IsToBeRetried(stored);
      if (done) {
        ++progress_.files_done;
      } else {
        order.push_back(i);
      }
    }
    summary_.read_again = static_cast<int>(order.size());
    progress_.files = static_cast<int>(sources_.size());
    shuffler_.Shuffle(order);
    to_open_.assign(order.begin(), order.end());
  }

  bool IsToBeRetried(const StoredSource& source) const {
    if (options_.failed_before == FailedBefore::kKeep) return false;
    const auto records = RecordsOf(*store_, source.sha256);
    return records && records->failed > 0;
  }

  bool Finished() const {
    return summary_.stopped || (pool_->busy() == 0 && to_open_.empty() &&
                                to_letters_.empty() && reading_.empty());
  }

  Status Step() {
    while (!summary_.stopped && pool_->HasIdle()) {
      auto given = GiveNext();
      if (!given) return Fail(given.error());
      if (!*given) break;
    }
    auto results = pool_->Wait(kWaitMs, options_.stop_fd);
    if (!results) return Fail(results.error());
    for (TaskResult& result : *results) {
      if (auto handled = Handle(std::move(result)); !handled) return handled;
    }
    observer_.OnProgress(progress_);
    NoticeStop();
    return Done{};
  }

  void NoticeStop() {
    pollfd stop = {options_.stop_fd, POLLIN, 0};
    if (options_.stop_fd < 0 || ::poll(&stop, 1, 0) <= 0) return;
    summary_.stopped = true;
    pool_.reset();
  }

  // Letters first, for they end what was begun; then pages; then a new file.
  Result<bool> GiveNext() {
    if (!to_letters_.empty()) return GiveLetters();
    for (const std::size_t index : reading_) {
      if (!sources_[index].waiting.empty()) return GivePage(index);
    }
    if (to_open_.empty() ||
        reading_.size() >= static_cast<std::size_t>(2 * options_.jobs)) {
      return false;
    }
    return OpenNext();
  }

  Result<bool> OpenNext() {
    const std::size_t index = to_open_.front();
    to_open_.pop_front();
    SourceWork& source = sources_[index];
    if (source.taken.unreadable) {
      return Concluded(
          FailSource(index, {*source.taken.unreadable, "take_in"}));
    }
    auto copy =
        CopySource(inbox_, source.taken.file, source.taken.stored.sha256,
                   options_.paths.Work(), MaxFileBytes());
    if (!copy) {
      if (IsSystemFault(copy.error())) return Fail(copy.error());
      return Concluded(FailSource(index, {copy.error(), "take_in"}));
    }
    source.copy = std::move(*copy);
    reading_.push_back(index);
    return Give(InspectTask(NewRequest(TaskKind::kInspect, index, 0),
                            source.copy.get()));
  }

  static Result<bool> Concluded(const Status& status) {
    if (!status) return Fail(status.error());
    return true;
  }

  Request NewRequest(TaskKind kind, std::size_t index, int page) {
    Request request;
    request.kind = kind;
    request.id = ++last_id_;
    request.page = page;
    request.source = static_cast<std::int64_t>(index) + 1;
    return request;
  }

  Result<bool> Give(Result<Task> task) {
    if (!task) return Fail(task.error());
    pool_->Give(std::move(*task));
    return true;
  }

  Result<bool> GivePage(std::size_t index) {
    SourceWork& source = sources_[index];
    const int number = source.waiting.back();
    source.waiting.pop_back();
    return Give(
        PageTask(NewRequest(TaskKind::kPage, index, number), source.copy.get(),
                 options_.paths.WorkImage(source.taken.stored.sha256, number)));
  }

  Result<bool> GiveLetters() {
    const std::size_t index = to_letters_.front();
    to_letters_.pop_front();
    const SourceWork& source = sources_[index];
    std::vector<std::string> pages;
    for (int number = 1; number <= source.taken.stored.page_count; ++number) {
      auto page = PageLine(source, number);
      if (!page) return Fail(page.error());
      pages.push_back(std::move(*page));
    }
    return Give(LettersTask(
        NewRequest(TaskKind::kLetters, index, 0),
        ToJsonLine(UnreadRecord(source.taken.stored, provenance_)), pages));
  }

  Result<std::string> PageLine(const SourceWork& source, int number) {
    if (source.page_faults.count(number) != 0) {
      PageResult failed;
      failed.page.number = number;
      failed.page.status = PageStatus::kFailed;
      return ToJson(failed);
    }
    auto page = store_->FindPage(source.taken.stored.sha256, number, page_key_);
    if (!page) return Fail(page.error());
    if (!*page) {
      return Fail(ErrorCode::kInternal, "page", "is not in the store");
    }
    return std::move(**page);
  }

  Status Handle(TaskResult result) {
    const auto index = static_cast<std::size_t>(result.request.source - 1);
    if (result.error && result.error->code == ErrorCode::kOutputUnwritable) {
      return Fail(*result.error);
    }
    switch (result.request.kind) {
      case TaskKind::kInspect:
        return HandleInspect(index, result);
      case TaskKind::kPage:
        return HandlePage(index, result);
      case TaskKind::kLetters:
        return HandleLetters(index, result);
      case TaskKind::kSetUp:
        break;
    }
    return Done{};
  }

  Status HandleInspect(std::size_t index, const TaskResult& result) {
    SourceWork& source = sources_[index];
    if (result.error) return FailSource(index, {*result.error, result.stage});
    if (result.answer.page_count < 1 ||
        result.answer.page_count > options_.config.limits.max_pages) {
      return FailSource(
          index, Invalid("gave a number of pages that cannot be", "load"));
    }
    source.taken.stored.media_type = result.answer.media_type;
    source.taken.stored.page_count = result.answer.page_count;
    auto put = store_->SetInspected(source.taken.stored.sha256,
                                    source.taken.stored.media_type,
                                    source.taken.stored.page_count);
    if (!put) return put;
    return QueuePages(index);
  }

  // Pages that an earlier run read are not read again.
  Status QueuePages(std::size_t index) {
    SourceWork& source = sources_[index];
    progress_.pages += source.taken.stored.page_count;
    for (int number = source.taken.stored.page_count; number >= 1; --number) {
      const auto known =
          store_->FindPage(source.taken.stored.sha256, number, page_key_);
      if (!known) return Fail(known.error());
      if (*known) {
        ++progress_.pages_done;
      } else {
        source.waiting.push_back(number);
      }
    }
    shuffler_.Shuffle(source.waiting);
    source.pages_open = static_cast<int>(source.waiting.size());
    if (source.pages_open == 0) to_letters_.push_back(index);
    return Done{};
  }

  Status HandlePage(std::size_t index, const TaskResult& result) {
    SourceWork& source = sources_[index];
    const int number = result.request.page;
    std::optional<Error> error = result.error;
    if (!error) {
      const auto page = PageResultFromJson(result.output);
      if (!page) {
        error = page.error();
      } else if (page->page.number != number) {
        error = Error{ErrorCode::kAnswerInvalid, "worker",
                      "answered for another page"};
      } else if (auto put = store_->PutPage(source.taken.stored.sha256, number,
                                            page_key_, ToJson(*page));
                 !put) {
        return put;
      }
    }
    if (error) {
      source.page_faults[number] = {*error,
                                    result.error ? result.stage : "worker"};
      observer_.OnFailure(source.taken.file.name, number, *error);
      ::unlink(
          options_.paths.WorkImage(source.taken.stored.sha256, number).c_str());
    } else {
      ++summary_.pages_read;
    }
    ++progress_.pages_done;
    if (--source.pages_open > 0) return Done{};
    if (static_cast<int>(source.page_faults.size()) ==
        source.taken.stored.page_count) {
      return Commit(index, {FailedRecord(source.taken.stored, provenance_,
                                         source.page_faults)});
    }
    to_letters_.push_back(index);
    return Done{};
  }

  Status FailSource(std::size_t index, const StageFault& fault) {
    const TakenSource& taken = sources_[index].taken;
    observer_.OnFailure(taken.file.name, 0, fault.error);
    return Commit(index, {FailedRecord(taken.stored, provenance_, fault)});
  }

  Status HandleLetters(std::size_t index, const TaskResult& result) {
    if (result.error) return FailSource(index, {*result.error, result.stage});
    auto records =
        LettersFromAnswer(result.output, sources_[index].taken.stored);
    if (!records) return FailSource(index, {records.error(), "worker"});
    return Commit(index, std::move(*records));
  }

  Status Commit(std::size_t index, std::vector<Record> records) {
    SourceWork& source = sources_[index];
    auto put = store_->PutLetters(source.taken.stored.sha256,
                                  KeyOf(source.taken.stored), records);
    if (!put) return put;
    for (const Record& record : records) {
      if (auto written = WriteLetter(options_.paths, record); !written) {
        return written;
      }
    }
    source.copy.Reset();
    source.page_faults.clear();
    reading_.erase(std::remove(reading_.begin(), reading_.end(), index),
                   reading_.end());
    ++progress_.files_done;
    return Done{};
  }

  Result<RunSummary> Finish() {
    if (pool_ != nullptr) {
      summary_.diagnostic_bytes = pool_->diagnostic_bytes();
      summary_.workers_replaced = pool_->replaced();
    }
    pool_.reset();
    for (const SourceWork& source : sources_) {
      const auto records = RecordsOf(*store_, source.taken.stored.sha256);
      if (!records) return Fail(records.error());
      summary_.record_ids.insert(summary_.record_ids.end(),
                                 records->record_ids.begin(),
                                 records->record_ids.end());
      summary_.failed += records->failed;
    }
    auto counts = WriteLists(options_.paths, *store_);
    if (!counts) return Fail(counts.error());
    summary_.output = *counts;
    return std::move(summary_);
  }

  static constexpr int kWaitMs = 100;

  const Inbox& inbox_;
  const RunOptions& options_;
  RunObserver& observer_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<WorkerPool> pool_;
  Provenance provenance_;
  std::string page_key_;
  std::vector<SourceWork> sources_;
  std::deque<std::size_t> to_open_;
  std::vector<std::size_t> reading_;
  std::deque<std::size_t> to_letters_;
  std::int64_t last_id_ = 0;
  RunProgress progress_;
  RunSummary summary_;
  Shuffler shuffler_{options_.order_seed};
};

}  // namespace

Result<RunSummary> RunBatch(const Inbox& inbox, const RunOptions& options,
                            RunObserver& observer) {
  return BatchRun(inbox, options, observer).Run();
}

}  // namespace donthu

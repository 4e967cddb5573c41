#include "pipeline/batch.h"

#include <unistd.h>

#include <iterator>
#include <list>
#include <memory>
#include <utility>

#include "models/page_json.h"
#include "pipeline/archive_batch.h"
#include "pipeline/files.h"
#include "pipeline/grouped_commits.h"
#include "pipeline/keys.h"
#include "pipeline/letters_answer.h"
#include "pipeline/page_images.h"
#include "pipeline/process/worker_pool.h"
#include "pipeline/publisher.h"
#include "pipeline/repeats.h"
#include "pipeline/run_end.h"
#include "pipeline/source_copy.h"
#include "pipeline/store/store.h"
#include "pipeline/take_in.h"
#include "pipeline/task_queue.h"
#include "pipeline/unread_record.h"
#include "pipeline/work_list.h"

namespace donthu {
namespace {

constexpr int kWaitForPageMs = 100;

StageFault InvalidAnswer(const char* detail, const char* stage) {
  return {{ErrorCode::kAnswerInvalid, "worker", detail}, stage};
}

class BatchRun {
 public:
  // `taken`: what was taken in before; empty: the inbox is.
  BatchRun(const Inbox& inbox, const RunOptions& options, RunObserver& observer,
           std::optional<TakenIn> taken = {})
      : inbox_(inbox),
        options_(options),
        observer_(observer),
        taken_before_(std::move(taken)) {}

  Result<RunSummary> Run() {
    if (auto begun = Begin(); !begun) return Fail(begun.error());
    while (!Finished()) {
      if (auto stepped = Step(); !stepped) return Fail(stepped.error());
    }
    return Finish();
  }

 private:
  // The workers warm up while the files are hashed.
  Status Begin() {
    auto pool = WorkerPool::Start(PoolFor(options_));
    if (!pool) return Fail(pool.error());
    pool_ = std::move(*pool);
    auto store = Store::Open(StorePath(options_.state_folder));
    if (!store) return Fail(store.error());
    store_ = std::move(*store);
    publisher_ = std::make_unique<Publisher>(
        options_.paths, *store_,
        from_pages_ ? Publisher::kSettleEveryMadeFromPages
                    : Publisher::kSettleEvery);
    // While pages are read a letter takes seconds, and is committed by itself.
    commits_ = std::make_unique<GroupedCommits>(
        *store_, from_pages_ ? kLettersTogether : 1,
        [this](std::vector<Record> records) {
          auto written = from_pages_
                             ? publisher_->WriteLater(std::move(records))
                             : publisher_->Write(records);
          return written ? publisher_->SettleWhereDue() : written;
        });
    if (auto done = publisher_->CatchUp(); !done) return done;
    auto taken = Take();
    if (!taken) return Fail(taken.error());
    taken_ = std::move(*taken);
    if (taken_.stopped) {
      Stop();
      return Done{};
    }
    // What take-in withdrew.
    if (auto done = publisher_->CatchUp(); !done) return done;
    if (auto warm = pool_->AwaitFirst(); !warm) return warm;
    if (auto named = NameKeys(); !named) return named;
    return Queue();
  }

  Result<TakenIn> Take() {
    if (taken_before_) return *std::move(taken_before_);
    return TakeIn(inbox_,
                  {options_.config.limits.MaxFileBytes(), options_.as_of,
                   options_.received, options_.stop_fd},
                  *store_);
  }

  PoolOptions PoolFor(const RunOptions& options) {
    PoolOptions pool;
    pool.command = options.worker;
    pool.jobs = options.jobs;
    pool.config_toml = options.worker_config_toml;
    pool.page_cpu_s = options.config.limits.page_cpu_s;
    pool.letter_cpu_s = options.config.limits.letter_cpu_s;
    pool.is_known = [this](const Request& request, const std::string& content) {
      return IsKnown(request, content);
    };
    return pool;
  }

  Status NameKeys() {
    provenance_ = ProvenanceOf(pool_->facts(), options_.config);
    keys_.page_parts = PageKeyParts(pool_->facts());
    keys_.letter_parts =
        LetterKeyParts(pool_->facts(), provenance_, options_.config.split);
    keys_.page = KeyOf(keys_.page_parts);
    keys_.letter = KeyOf(keys_.letter_parts);
    auto put = store_->PutKey(keys_.page, keys_.page_parts);
    return put ? store_->PutKey(keys_.letter, keys_.letter_parts) : put;
  }

  Status Queue() {
    auto list = ListWork(taken_, keys_, options_.rerun, *store_);
    if (!list) return Fail(list.error());
    if (from_pages_) {
      auto left = LeaveUnread(taken_, keys_.page, *store_, *list);
      if (!left) return left;
    }
    std::vector<std::size_t> order;
    for (const WorkItem& item : list->done) Explain(item);
    for (const WorkItem& item : list->items) {
      Explain(item);
      order.push_back(item.source);
    }
    summary_.unread = list->unread;
    summary_.files = static_cast<int>(inbox_.files.size());
    summary_.copies = taken_.copies;
    summary_.purged = list->purged;
    summary_.read_again = static_cast<int>(order.size());
    progress_.files = static_cast<int>(taken_.sources.size());
    progress_.files_done = static_cast<int>(list->done.size());
    queue_ = std::make_unique<TaskQueue>(
        RunFacts{inbox_, options_, taken_, provenance_, keys_.page,
                 keys_.letter_parts, from_pages_},
        *store_, std::move(order));
    return Done{};
  }

  void Explain(const WorkItem& item) {
    observer_.OnReason(NameOf(item.source), item.reason);
  }

  NamedSource NameOf(std::size_t index) const {
    const TakenSource& source = taken_.sources[index];
    return {inbox_.files[source.file].name, source.sha256};
  }

  bool Finished() const {
    return summary_.stopped || summary_.gave_up ||
           (pool_->busy() == 0 && queue_->IsEmpty());
  }

  Status Step() {
    if (auto filled = FillWorkers(); !filled) return filled;
    if (auto ahead = queue_->PrepareAhead(); !ahead) return ahead;
    const int wait_ms = ended_.empty() ? kWaitForPageMs : 0;
    auto results = pool_->Wait(wait_ms, options_.stop_fd);
    if (!results) return Fail(results.error());
    std::move(results->begin(), results->end(), std::back_inserter(ended_));
    // First new work, then one of the answers: no worker waits for long.
    if (auto filled = FillWorkers(); !filled) return filled;
    if (auto handled = HandleFirst(); !handled) return handled;
    for (const std::int64_t id : queue_->TakeFaulty()) {
      const StageFault fault = *queue_->At(id).fault;
      if (auto failed = FailSource(id, fault); !failed) return failed;
    }
    observer_.OnProgress(progress_);
    return IsReadable(options_.stop_fd) ? HandleAllAndStop() : Status(Done{});
  }

  Status HandleFirst() {
    if (ended_.empty()) return Done{};
    TaskResult result = std::move(ended_.front());
    ended_.pop_front();
    return Handle(std::move(result));
  }

  Status HandleAllAndStop() {
    while (!ended_.empty()) {
      if (auto handled = HandleFirst(); !handled) return handled;
    }
    Stop();
    return Done{};
  }

  Status FillWorkers() {
    while (pool_->HasIdle()) {
      auto task = queue_->Next();
      if (!task) return Fail(task.error());
      if (!*task) break;
      pool_->Give(std::move(**task));
    }
    return Done{};
  }

  void NoticeStop() {
    if (IsReadable(options_.stop_fd)) Stop();
  }

  void Stop() {
    summary_.stopped = true;
    pool_.reset();
  }

  Result<bool> IsKnown(const Request& request, const std::string& content) {
    if (options_.rerun == Rerun::kPages) return false;
    return TakeOverReading(options_.paths, *store_, content, keys_.page,
                           queue_->At(request.source).stored.sha256,
                           request.page);
  }

  Status Handle(TaskResult result) {
    if (auto disk = CheckDiskFault(result); !disk) return disk;
    switch (result.request.kind) {
      case TaskKind::kInspect:
        return HandleInspect(result);
      case TaskKind::kPage:
        return HandlePage(result);
      case TaskKind::kLetters:
        return HandleLetters(result);
      case TaskKind::kArchive:
      case TaskKind::kSetUp:
      case TaskKind::kReadIt:
      case TaskKind::kSkipIt:
        break;
    }
    return Done{};
  }

  // What a worker says of the disk is believed where it is so; a hostile
  // page must not end the run.
  Status CheckDiskFault(TaskResult& result) const {
    if (!result.error || !IsSystemFault(*result.error)) return Done{};
    if (auto writable = ProbeFolder(options_.paths.Work()); !writable) {
      return writable;
    }
    result.error->code = ErrorCode::kAnswerInvalid;
    return Done{};
  }

  Status HandleInspect(const TaskResult& result) {
    const std::int64_t id = result.request.source;
    if (result.error) return FailSource(id, {*result.error, result.stage});
    const int count = result.answer.page_count;
    if (count < 1 || count > options_.config.limits.max_pages) {
      return FailSource(
          id, InvalidAnswer("gave a number of pages that cannot be", "load"));
    }
    OpenSource& source = queue_->At(id);
    source.stored.media_type = result.answer.media_type;
    source.stored.page_count = count;
    auto put = store_->SetInspected(source.stored.sha256,
                                    source.stored.media_type, count);
    if (!put) return put;
    const auto queued = queue_->QueuePages(source);
    if (!queued) return Fail(queued.error());
    progress_.pages += count;
    progress_.pages_done += count - *queued;
    return Done{};
  }

  Status HandlePage(const TaskResult& result) {
    const std::int64_t id = result.request.source;
    OpenSource& source = queue_->At(id);
    auto fault = PageFaultOf(source, result);
    if (!fault) return Fail(fault.error());
    if (*fault) {
      NotePageFault(source, result.request.page, std::move(**fault));
    } else {
      ++(result.known ? summary_.pages_known : summary_.pages_read);
    }
    ++progress_.pages_done;
    if (--source.pages_open > 0) return Done{};
    const auto failed = static_cast<int>(source.page_faults.size());
    if (failed == source.stored.page_count) {
      return Quarantine(
          id, FailedRecord(source.stored, provenance_, source.page_faults));
    }
    source.step = OpenSource::Step::kLetters;
    return Done{};
  }

  void NotePageFault(OpenSource& source, int number, StageFault fault) {
    observer_.OnFailure(NameOf(source.index), number, fault.error);
    ::unlink(options_.paths.WorkImage(source.stored.sha256, number).c_str());
    source.page_faults[number] = std::move(fault);
  }

  // Empty: the page is in the store.
  Result<std::optional<StageFault>> PageFaultOf(const OpenSource& source,
                                                const TaskResult& result) {
    using Fault = std::optional<StageFault>;
    if (result.error) return Fault({*result.error, result.stage});
    if (result.known) return Fault();
    const int number = result.request.page;
    const auto page = PageResultFromJson(result.output);
    if (!page) return Fault({page.error(), "worker"});
    if (page->page.number != number) {
      return Fault(InvalidAnswer("answered for another page", "worker"));
    }
    StoredPage stored;
    stored.sha256 = source.stored.sha256;
    stored.number = number;
    stored.key = keys_.page;
    stored.content_sha256 = result.answer.content_sha256;
    stored.image_sha256 =
        FileSha256(options_.paths.WorkImage(stored.sha256, number));
    stored.result_json = ToJson(*page);
    if (auto put = store_->PutPage(stored); !put) return Fail(put.error());
    return Fault();
  }

  Status HandleLetters(const TaskResult& result) {
    const std::int64_t id = result.request.source;
    if (result.error) return FailSource(id, {*result.error, result.stage});
    const StoredSource& stored = queue_->At(id).stored;
    auto records = LettersFromAnswer(result.output, stored);
    if (!records) return FailSource(id, {records.error(), "worker"});
    ::unlink(options_.paths.QuarantinedSource(stored.sha256).c_str());
    return Commit(id, std::move(*records));
  }

  Status FailSource(std::int64_t id, const StageFault& fault) {
    const OpenSource& source = queue_->At(id);
    observer_.OnFailure(NameOf(source.index), 0, fault.error);
    return Quarantine(id, FailedRecord(source.stored, provenance_, fault));
  }

  // The bytes stay at hand, so that the letter can be tried again when the
  // inbox has been emptied.
  Status Quarantine(std::int64_t id, Record failed) {
    const OpenSource& source = queue_->At(id);
    if (source.copy) {
      auto linked =
          LinkCopy(source.copy.get(),
                   options_.paths.QuarantinedSource(source.stored.sha256));
      if (!linked) return linked;
    }
    ++letters_failed_;
    return Commit(id, {std::move(failed)});
  }

  Status Commit(std::int64_t id, std::vector<Record> records) {
    letters_made_ += static_cast<int>(records.size());
    if (auto begun = commits_->Begin(); !begun) return begun;
    auto put =
        store_->PutLetters(queue_->At(id).stored.sha256, keys_.letter, records);
    if (put) put = commits_->End(std::move(records));
    if (!put) return put;
    queue_->Close(id);
    ++progress_.files_done;
    NoticeFailures();
    return Done{};
  }

  void NoticeFailures() {
    if (letters_made_ < RunOptions::kFewLetters ||
        letters_failed_ <= options_.max_failure_rate * letters_made_) {
      return;
    }
    summary_.gave_up =
        Error{ErrorCode::kTooManyFailures, "run",
              std::to_string(letters_failed_) + " of " +
                  std::to_string(letters_made_) +
                  " letters failed, more than --max-failure-rate allows; see "
                  "`donthu quarantine ls` for the reasons"};
  }

  Result<RunSummary> Finish() {
    if (pool_ != nullptr) {
      summary_.diagnostic_bytes = pool_->diagnostic_bytes();
      summary_.workers_replaced = pool_->replaced();
    }
    pool_.reset();
    auto done = commits_->Commit();
    if (done && !summary_.stopped) done = LinkLetters();
    if (done) {
      done = EndRun(options_.paths, taken_, *store_, *publisher_, summary_);
    }
    if (!done) return Fail(done.error());
    return std::move(summary_);
  }

  // Once all letters are there: which come first does not hang on who was
  // read first.
  Status LinkLetters() {
    auto linked = LinkRepeats(
        *store_,
        [this](const std::vector<Record>& records) {
          auto written = publisher_->Write(records);
          return written ? publisher_->SettleWhereDue() : written;
        },
        [this] { return IsReadable(options_.stop_fd); });
    NoticeStop();
    return linked;
  }

  const Inbox& inbox_;
  const RunOptions& options_;
  RunObserver& observer_;
  std::optional<TakenIn> taken_before_;
  const bool from_pages_ = taken_before_.has_value();
  std::unique_ptr<Store> store_;
  std::unique_ptr<WorkerPool> pool_;
  std::unique_ptr<Publisher> publisher_;
  std::unique_ptr<GroupedCommits> commits_;
  Provenance provenance_;
  RunKeys keys_;
  TakenIn taken_;
  std::unique_ptr<TaskQueue> queue_;
  std::list<TaskResult> ended_;  // not yet handled
  int letters_made_ = 0;
  int letters_failed_ = 0;
  RunProgress progress_;
  RunSummary summary_;
};

}  // namespace

Result<RunSummary> RunBatch(const Inbox& inbox, const RunOptions& options,
                            RunObserver& observer) {
  auto summary = BatchRun(inbox, options, observer).Run();
  if (!summary || summary->stopped || summary->gave_up ||
      options.archive.formats.empty()) {
    return summary;
  }
  const auto archives =
      MakeArchives(inbox, options, summary->record_ids, observer);
  if (!archives) return Fail(archives.error());
  summary->archives = *archives;
  summary->stopped = archives->stopped;
  return summary;
}

Result<RunSummary> RemakeLetters(RunOptions options, RunObserver& observer) {
  options.rerun = Rerun::kLetters;
  // The processor has work while others wait for the store; the supervisor,
  // on whom all wait, goes first.
  ++options.jobs;
  options.worker.nice = 10;
  Inbox inbox;
  std::optional<TakenIn> taken;
  {
    auto store = Store::Open(StorePath(options.state_folder));
    if (!store) return Fail(store.error());
    auto all = TakeFromStore(**store, inbox);
    if (!all) return Fail(all.error());
    taken = std::move(*all);
  }
  return BatchRun(inbox, options, observer, std::move(taken)).Run();
}

}  // namespace donthu

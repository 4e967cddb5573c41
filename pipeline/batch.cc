#include "pipeline/batch.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <utility>

#include "models/page_json.h"
#include "models/record_json.h"
#include "pipeline/files.h"
#include "pipeline/keys.h"
#include "pipeline/letters_answer.h"
#include "pipeline/open_source.h"
#include "pipeline/page_images.h"
#include "pipeline/process/worker_pool.h"
#include "pipeline/publisher.h"
#include "pipeline/shuffler.h"
#include "pipeline/source_copy.h"
#include "pipeline/store/store.h"
#include "pipeline/take_in.h"
#include "pipeline/tasks.h"
#include "pipeline/unread_record.h"
#include "pipeline/work_list.h"

namespace donthu {
namespace {

constexpr int kWaitMs = 100;

StageFault Invalid(const char* detail, const char* stage) {
  return {{ErrorCode::kAnswerInvalid, "worker", detail}, stage};
}

class BatchRun {
 public:
  BatchRun(const Inbox& inbox, const RunOptions& options, RunObserver& observer)
      : inbox_(inbox), options_(options), observer_(observer) {}

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
    publisher_ = std::make_unique<Publisher>(options_.paths, *store_);
    if (auto done = publisher_->CatchUp(); !done) return done;
    auto taken = TakeIn(
        inbox_, {MaxFileBytes(), options_.as_of, options_.received}, *store_);
    if (!taken) return Fail(taken.error());
    taken_ = std::move(*taken);
    if (auto warm = pool_->AwaitFirst(); !warm) return warm;
    if (auto named = NameKeys(); !named) return named;
    return Queue();
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

  std::int64_t MaxFileBytes() const {
    return std::int64_t{options_.config.limits.max_file_mb} << 20;
  }

  Status NameKeys() {
    provenance_ = ProvenanceOf(pool_->facts(), options_.config);
    keys_.page_parts = PageKeyParts(pool_->facts());
    keys_.letter_parts = LetterKeyParts(pool_->facts(), provenance_);
    keys_.page = KeyOf(keys_.page_parts);
    keys_.letter = KeyOf(keys_.letter_parts);
    if (auto put = store_->PutKey(keys_.page, keys_.page_parts); !put) {
      return put;
    }
    return store_->PutKey(keys_.letter, keys_.letter_parts);
  }

  Status Queue() {
    auto list = ListWork(taken_, keys_, options_.rerun, *store_);
    if (!list) return Fail(list.error());
    for (const auto* items : {&list->done, &list->items}) {
      for (const WorkItem& item : *items) {
        observer_.OnReason(NameOf(item.source), item.reason);
      }
    }
    summary_.files = static_cast<int>(inbox_.files.size());
    summary_.copies = taken_.copies;
    summary_.purged = list->purged;
    summary_.read_again = static_cast<int>(list->items.size());
    progress_.files = static_cast<int>(taken_.sources.size());
    progress_.files_done = static_cast<int>(list->done.size());
    for (const WorkItem& item : list->items) to_open_.push_back(item.source);
    shuffler_.Shuffle(to_open_);
    std::reverse(to_open_.begin(), to_open_.end());
    return Done{};
  }

  const std::string& NameOf(std::size_t index) const {
    return inbox_.files[taken_.sources[index].file].name;
  }

  bool Finished() const {
    return summary_.stopped || summary_.gave_up ||
           (pool_->busy() == 0 && to_open_.empty() && open_.empty());
  }

  Status Step() {
    if (auto filled = FillWorkers(); !filled) return filled;
    if (auto ahead = OpenAhead(); !ahead) return ahead;
    auto results = pool_->Wait(kWaitMs, options_.stop_fd);
    if (!results) return Fail(results.error());
    // First new work, then what the old one gave: no worker waits for a disk.
    if (auto filled = FillWorkers(); !filled) return filled;
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

  Status FillWorkers() {
    while (pool_->HasIdle()) {
      auto given = GiveNext();
      if (!given) return Fail(given.error());
      if (!*given) break;
    }
    return Done{};
  }

  // Letters first, for they end what was begun; then pages; then a new file.
  Result<bool> GiveNext() {
    for (auto& [index, source] : open_) {
      if (source.step == OpenSource::Step::kLetters) return GiveLetters(index);
    }
    for (auto& [index, source] : open_) {
      if (!source.waiting.empty()) return GivePage(index);
    }
    for (auto& [index, source] : open_) {
      if (source.step == OpenSource::Step::kInspect) return GiveInspect(index);
    }
    if (!MayOpen()) return false;
    if (auto opened = OpenNext(); !opened) return Fail(opened.error());
    return GiveNext();
  }

  bool MayOpen() const {
    return !summary_.gave_up && !to_open_.empty() &&
           open_.size() < static_cast<std::size_t>(2 * options_.jobs);
  }

  // Copies the next file while the workers are busy.
  Status OpenAhead() {
    for (const auto& [index, source] : open_) {
      if (source.HasWork()) return Done{};
    }
    return MayOpen() ? OpenNext() : Status(Done{});
  }

  Status OpenNext() {
    const std::size_t index = to_open_.back();
    to_open_.pop_back();
    const TakenSource& taken = taken_.sources[index];
    auto stored = store_->FindSource(taken.sha256);
    if (!stored) return Fail(stored.error());
    OpenSource& source = open_[++last_opened_];
    source.index = index;
    source.stored = std::move(**stored);
    if (taken.unreadable) {
      return FailSource(last_opened_, {*taken.unreadable, "take_in"});
    }
    if (options_.rerun != Rerun::kPages) {
      const auto known = MissingPages(source);
      if (!known) return Fail(known.error());
      if (source.stored.page_count > 0 && known->empty()) {
        progress_.pages += source.stored.page_count;
        progress_.pages_done += source.stored.page_count;
        source.step = OpenSource::Step::kLetters;
        return Done{};
      }
    }
    auto copy = CopySource(inbox_, inbox_.files[taken.file], taken.sha256,
                           options_.paths.Work(), MaxFileBytes());
    if (!copy) {
      if (IsSystemFault(copy.error())) return Fail(copy.error());
      return FailSource(last_opened_, {copy.error(), "take_in"});
    }
    source.copy = std::move(*copy);
    source.step = OpenSource::Step::kInspect;
    return Done{};
  }

  // Pages that no earlier run read, or whose image is lost; the last first.
  Result<std::vector<int>> MissingPages(const OpenSource& source) {
    std::vector<int> missing;
    for (int number = source.stored.page_count; number >= 1; --number) {
      const std::string& sha256 = source.stored.sha256;
      auto page = store_->FindPage(sha256, number, keys_.page);
      if (!page) return Fail(page.error());
      if (*page) {
        auto whole =
            ForgetPageWithoutImage(options_.paths, *store_, sha256, number);
        if (!whole) return Fail(whole.error());
        if (*whole) continue;
      }
      missing.push_back(number);
    }
    return missing;
  }

  Request NewRequest(TaskKind kind, std::int64_t source, int page) {
    Request request;
    request.kind = kind;
    request.id = ++last_id_;
    request.page = page;
    request.source = source;
    return request;
  }

  Result<bool> Give(Result<Task> task) {
    if (!task) return Fail(task.error());
    pool_->Give(std::move(*task));
    return true;
  }

  Result<bool> GiveInspect(std::int64_t id) {
    OpenSource& source = open_.at(id);
    source.step = OpenSource::Step::kPages;
    return Give(
        InspectTask(NewRequest(TaskKind::kInspect, id, 0), source.copy.get()));
  }

  Result<bool> GivePage(std::int64_t id) {
    OpenSource& source = open_.at(id);
    const int number = source.waiting.back();
    source.waiting.pop_back();
    return Give(
        PageTask(NewRequest(TaskKind::kPage, id, number), source.copy.get(),
                 options_.paths.WorkImage(source.stored.sha256, number)));
  }

  Result<bool> GiveLetters(std::int64_t id) {
    OpenSource& source = open_.at(id);
    source.step = OpenSource::Step::kPages;
    std::vector<std::string> pages;
    for (int number = 1; number <= source.stored.page_count; ++number) {
      auto page = PageLine(source, number);
      if (!page) return Fail(page.error());
      pages.push_back(std::move(*page));
    }
    return Give(LettersTask(
        NewRequest(TaskKind::kLetters, id, 0),
        ToJsonLine(UnreadRecord(source.stored, provenance_)), pages));
  }

  Result<std::string> PageLine(const OpenSource& source, int number) {
    if (source.page_faults.count(number) != 0) {
      PageResult failed;
      failed.page.number = number;
      failed.page.status = PageStatus::kFailed;
      return ToJson(failed);
    }
    auto page = store_->FindPage(source.stored.sha256, number, keys_.page);
    if (!page) return Fail(page.error());
    if (!*page) {
      return Fail(ErrorCode::kInternal, "page", "is not in the store");
    }
    return std::move((*page)->result_json);
  }

  Result<bool> IsKnown(const Request& request, const std::string& content) {
    if (options_.rerun == Rerun::kPages) return false;
    return TakeOverReading(options_.paths, *store_, content, keys_.page,
                           open_.at(request.source).stored.sha256,
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
    if (result.answer.page_count < 1 ||
        result.answer.page_count > options_.config.limits.max_pages) {
      return FailSource(
          id, Invalid("gave a number of pages that cannot be", "load"));
    }
    StoredSource& stored = open_.at(id).stored;
    stored.media_type = result.answer.media_type;
    stored.page_count = result.answer.page_count;
    if (auto put = store_->SetInspected(stored.sha256, stored.media_type,
                                        stored.page_count);
        !put) {
      return put;
    }
    return QueuePages(open_.at(id));
  }

  Status QueuePages(OpenSource& source) {
    const int count = source.stored.page_count;
    if (options_.rerun == Rerun::kPages) {
      for (int number = count; number >= 1; --number) {
        source.waiting.push_back(number);
      }
    } else {
      auto missing = MissingPages(source);
      if (!missing) return Fail(missing.error());
      source.waiting = std::move(*missing);
    }
    shuffler_.Shuffle(source.waiting);
    source.pages_open = static_cast<int>(source.waiting.size());
    progress_.pages += count;
    progress_.pages_done += count - source.pages_open;
    if (source.pages_open == 0) source.step = OpenSource::Step::kLetters;
    return Done{};
  }

  Status HandlePage(const TaskResult& result) {
    OpenSource& source = open_.at(result.request.source);
    const int number = result.request.page;
    auto error = result.error;
    if (!error && !result.known) {
      auto kept = KeepPage(source, result);
      if (!kept) return Fail(kept.error());
      error = *kept;
    }
    if (error) {
      source.page_faults[number] = {*error,
                                    result.error ? result.stage : "worker"};
      observer_.OnFailure(NameOf(source.index), number, *error);
      ::unlink(options_.paths.WorkImage(source.stored.sha256, number).c_str());
    } else {
      ++(result.known ? summary_.pages_known : summary_.pages_read);
    }
    ++progress_.pages_done;
    if (--source.pages_open > 0) return Done{};
    if (static_cast<int>(source.page_faults.size()) ==
        source.stored.page_count) {
      return Quarantine(
          result.request.source,
          FailedRecord(source.stored, provenance_, source.page_faults));
    }
    source.step = OpenSource::Step::kLetters;
    return Done{};
  }

  // The error of an answer that fails the checks; empty: it is stored.
  Result<std::optional<Error>> KeepPage(const OpenSource& source,
                                        const TaskResult& result) {
    const int number = result.request.page;
    const auto page = PageResultFromJson(result.output);
    if (!page) return std::optional<Error>(page.error());
    if (page->page.number != number) {
      return std::optional<Error>(
          {ErrorCode::kAnswerInvalid, "worker", "answered for another page"});
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
    return std::optional<Error>();
  }

  Status FailSource(std::int64_t id, const StageFault& fault) {
    const OpenSource& source = open_.at(id);
    observer_.OnFailure(NameOf(source.index), 0, fault.error);
    return Quarantine(id, FailedRecord(source.stored, provenance_, fault));
  }

  // The bytes stay at hand, so that the letter can be tried again when the
  // inbox has been emptied.
  Status Quarantine(std::int64_t id, Record failed) {
    const OpenSource& source = open_.at(id);
    if (source.copy) {
      auto linked =
          LinkCopy(source.copy.get(),
                   options_.paths.QuarantinedSource(source.stored.sha256));
      if (!linked) return linked;
    }
    ++letters_failed_;
    return Commit(id, {std::move(failed)});
  }

  Status HandleLetters(const TaskResult& result) {
    const std::int64_t id = result.request.source;
    if (result.error) return FailSource(id, {*result.error, result.stage});
    auto records = LettersFromAnswer(result.output, open_.at(id).stored);
    if (!records) return FailSource(id, {records.error(), "worker"});
    ::unlink(
        options_.paths.QuarantinedSource(open_.at(id).stored.sha256).c_str());
    return Commit(id, std::move(*records));
  }

  Status Commit(std::int64_t id, std::vector<Record> records) {
    letters_made_ += static_cast<int>(records.size());
    auto put =
        store_->PutLetters(open_.at(id).stored.sha256, keys_.letter, records);
    if (!put) return put;
    if (auto written = publisher_->Write(records); !written) return written;
    if (auto settled = publisher_->SettleWhereDue(); !settled) return settled;
    open_.erase(id);
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
    if (auto listed = ListLetters(); !listed) return Fail(listed.error());
    if (auto settled = publisher_->Settle(); !settled) {
      return Fail(settled.error());
    }
    if (auto lists = WriteLists(options_.paths, *store_); !lists) {
      return Fail(lists.error());
    }
    auto ledger = store_->CountPages();
    if (!ledger) return Fail(ledger.error());
    summary_.ledger = *ledger;
    if (auto done = store_->Checkpoint(); !done) return Fail(done.error());
    return std::move(summary_);
  }

  Status ListLetters() {
    for (const TakenSource& source : taken_.sources) {
      auto listed =
          store_->ForEachLetterOf(source.sha256, [&](const LetterRow& letter) {
            const bool gone =
                letter.status == "withdrawn" || letter.status == kPurged;
            if (!gone) summary_.record_ids.push_back(letter.record_id);
            if (letter.status == "failed") ++summary_.failed;
            return Status(Done{});
          });
      if (!listed) return listed;
    }
    return Done{};
  }

  const Inbox& inbox_;
  const RunOptions& options_;
  RunObserver& observer_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<WorkerPool> pool_;
  std::unique_ptr<Publisher> publisher_;
  Provenance provenance_;
  RunKeys keys_;
  TakenIn taken_;
  std::vector<std::size_t> to_open_;         // next one last
  std::map<std::int64_t, OpenSource> open_;  // in the order of opening
  std::int64_t last_opened_ = 0;
  std::int64_t last_id_ = 0;
  int letters_made_ = 0;
  int letters_failed_ = 0;
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

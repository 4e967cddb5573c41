#include "pipeline/batch.h"

#include <fcntl.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>
#include <map>
#include <memory>
#include <utility>

#include "models/page_json.h"
#include "models/record_json.h"
#include "pipeline/files.h"
#include "pipeline/letter_way.h"
#include "pipeline/process/worker_pool.h"
#include "pipeline/sha256.h"
#include "pipeline/source_copy.h"
#include "pipeline/store/store.h"

namespace donthu {
namespace {

// A system fault is no letter's: it ends the run.
bool IsSystemFault(const Error& error) {
  return static_cast<int>(error.code) >=
         static_cast<int>(ErrorCode::kModelMissing);
}

struct SourceWork {
  StoredSource stored;
  InboxFile file;
  std::optional<Error> unreadable;  // it could not even be hashed
  UniqueFd copy;
  int pages_open = 0;                 // handed out or waiting
  std::vector<int> waiting;           // page numbers, next one last
  std::map<int, Error> failed_pages;  // by page number
  std::map<int, std::string> failed_stages;
};

// A generator for orders of work in tests: SplitMix64 (Steele et al. 2014).
class Shuffler {
 public:
  explicit Shuffler(std::uint64_t seed) : state_(seed) {}

  template <typename T>
  void Shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[Next() % i]);
    }
  }

 private:
  std::uint64_t Next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  std::uint64_t state_;
};

class BatchRun {
 public:
  BatchRun(const Inbox& inbox, const RunOptions& options, RunObserver& observer)
      : inbox_(inbox), options_(options), observer_(observer) {}

  Result<RunSummary> Run() {
    if (auto begun = Begin(); !begun) return Fail(begun.error());
    if (auto taken = TakeIn(); !taken) return Fail(taken.error());
    Queue();
    while (!Finished()) {
      if (auto stepped = Step(); !stepped) return Fail(stepped.error());
    }
    return Finish();
  }

 private:
  Status Begin() {
    auto store = Store::Open(options_.state_folder + "/store.sqlite");
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
    provenance_ = MakeProvenance();
    page_key_ =
        Sha256Hex(ToJson(pool_->facts()) + DONTHU_VERSION).substr(0, 32);
    return Done{};
  }

  Provenance MakeProvenance() const {
    const WorkerFacts& facts = pool_->facts();
    Provenance made;
    made.program = std::string("donthu ") + DONTHU_VERSION;
    made.tesseract = facts.tesseract;
    made.leptonica = facts.leptonica;
    made.icu = facts.icu;
    made.poppler = facts.poppler;
    made.qpdf = facts.qpdf;
    made.traineddata_sha256 = facts.traineddata_sha256;
    made.classifier_sha256 = facts.classifier_sha256;
    made.lexicon_version = facts.lexicon_version;
    made.rules_version = facts.rules_version;
    made.config_sha256 = Sha256Hex(ConfigToToml(options_.config));
    return made;
  }

  std::int64_t MaxFileBytes() const {
    return std::int64_t{options_.config.limits.max_file_mb} << 20;
  }

  // Hashes every file; what is new gets a place in the batch.
  Status TakeIn() {
    std::map<std::string, std::size_t> by_hash;
    for (const InboxFile& file : inbox_.files) {
      ++summary_.files;
      auto sha256 = HashSource(inbox_, file, MaxFileBytes());
      std::optional<Error> unreadable;
      if (!sha256) {
        if (IsSystemFault(sha256.error())) return Fail(sha256.error());
        unreadable = sha256.error();
        // Without bytes its name must tell it apart.
        sha256 = Sha256Hex("unreadable:" + file.name);
      }
      const auto known = by_hash.find(*sha256);
      if (known != by_hash.end()) {
        ++summary_.copies;
        sources_[known->second].stored.names.push_back(file.name);
        continue;
      }
      by_hash[*sha256] = sources_.size();
      SourceWork source;
      source.file = file;
      source.unreadable = unreadable;
      source.stored.sha256 = *sha256;
      source.stored.names = {file.name};
      sources_.push_back(std::move(source));
    }
    return Register();
  }

  Status Register() {
    std::optional<Batch> batch;
    std::int64_t position = 0;
    for (SourceWork& source : sources_) {
      auto stored = store_->FindSource(source.stored.sha256);
      if (!stored) return Fail(stored.error());
      if (!*stored && !batch) {
        auto begun = store_->BeginBatch(options_.as_of, options_.received);
        if (!begun) return Fail(begun.error());
        batch = *begun;
      }
      if (!*stored) {
        source.stored.batch = *batch;
        source.stored.position = position++;
      }
      if (auto put = store_->PutSource(source.stored); !put) return put;
      auto now = store_->FindSource(source.stored.sha256);
      if (!now) return Fail(now.error());
      source.stored = std::move(**now);
    }
    return Done{};
  }

  // What a letter is made of and with, beside its pages.
  std::string LetterKey(const SourceWork& source) const {
    std::string all = page_key_ + provenance_.config_sha256 +
                      provenance_.classifier_sha256 +
                      provenance_.rules_version + source.stored.batch.as_of +
                      source.stored.batch.received.value_or("-");
    for (const std::string& name : source.stored.names) all += "\n" + name;
    return Sha256Hex(all).substr(0, 32);
  }

  void Queue() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      const bool done =
          sources_[i].stored.letter_key == LetterKey(sources_[i]) &&
          !IsToBeRetried(sources_[i]);
      if (done) {
        ++progress_.files_done;
      } else {
        order.push_back(i);
      }
    }
    summary_.read_again = static_cast<int>(order.size());
    progress_.files = static_cast<int>(sources_.size());
    if (options_.order_seed != 0) shuffler_.Shuffle(order);
    to_open_.assign(order.begin(), order.end());
  }

  bool IsToBeRetried(const SourceWork& source) const {
    if (options_.failed_before == FailedBefore::kKeep) return false;
    bool failed = false;
    const std::string& sha256 = source.stored.sha256;
    const auto looked = store_->ForEachRecordOf(
        sha256, [&failed](const std::string& json) -> Status {
          const auto record = RecordFromJson(json);
          failed =
              failed || (record && record->status == RecordStatus::kFailed);
          return Done{};
        });
    return looked && failed;
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
    if (source.unreadable) {
      return Concluded(FailSource(index, *source.unreadable, "take_in"));
    }
    auto copy = CopySource(inbox_, source.file, source.stored.sha256,
                           options_.paths.Work(), MaxFileBytes());
    if (!copy) {
      if (IsSystemFault(copy.error())) return Fail(copy.error());
      return Concluded(FailSource(index, copy.error(), "take_in"));
    }
    source.copy = std::move(*copy);
    reading_.push_back(index);
    Task task;
    task.request = NewRequest(TaskKind::kInspect, index, 0);
    return Concluded(Give(std::move(task), source));
  }

  static Result<bool> Concluded(Status status) {
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

  Status Give(Task task, const SourceWork& source) {
    if (task.request.kind != TaskKind::kLetters) {
      task.files.input =
          UniqueFd(::fcntl(source.copy.get(), F_DUPFD_CLOEXEC, 0));
    }
    if (task.request.kind != TaskKind::kInspect) {
      auto output = MemoryFile();
      if (!output) return Fail(output.error());
      task.files.output = std::move(*output);
    }
    pool_->Give(std::move(task));
    return Done{};
  }

  Result<bool> GivePage(std::size_t index) {
    SourceWork& source = sources_[index];
    const int number = source.waiting.back();
    source.waiting.pop_back();
    Task task;
    task.request = NewRequest(TaskKind::kPage, index, number);
    const std::string image =
        options_.paths.WorkImage(source.stored.sha256, number);
    task.files.image = UniqueFd(
        ::open(image.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!task.files.image) {
      return Fail(ErrorCode::kOutputUnwritable, "page image",
                  std::strerror(errno));
    }
    return Concluded(Give(std::move(task), source));
  }

  // The record before its text is read: what every letter of the source
  // shares.
  Record Facts(const SourceWork& source) const {
    Record facts;
    facts.source.file = source.stored.names.front();
    facts.source.copies.assign(source.stored.names.begin() + 1,
                               source.stored.names.end());
    facts.source.sha256 = source.stored.sha256;
    facts.source.media_type = source.stored.media_type;
    facts.record_id = RecordId(source.stored.sha256, {});
    // Until a text is read there is none: the state of a failed letter.
    facts.status = RecordStatus::kFailed;
    facts.error = RecordError{ErrorCode::kInternal, "take_in", std::nullopt,
                              "letter", "has not been read"};
    facts.provenance = provenance_;
    facts.provenance.as_of = source.stored.batch.as_of;
    if (source.stored.batch.received) {
      facts.received.date = source.stored.batch.received;
      facts.received.source = "option";
    }
    return facts;
  }

  Result<bool> GiveLetters() {
    const std::size_t index = to_letters_.front();
    to_letters_.pop_front();
    SourceWork& source = sources_[index];
    std::string text = ToJsonLine(Facts(source)) + "\n";
    for (int number = 1; number <= source.stored.page_count; ++number) {
      auto page = PageLine(source, number);
      if (!page) return Fail(page.error());
      text += *page + "\n";
    }
    auto input = MemoryFileOf(text);
    if (!input) return Fail(input.error());
    Task task;
    task.request = NewRequest(TaskKind::kLetters, index, 0);
    task.files.input = std::move(*input);
    return Concluded(Give(std::move(task), source));
  }

  Result<std::string> PageLine(const SourceWork& source, int number) {
    if (source.failed_pages.count(number) != 0) {
      PageResult failed;
      failed.page.number = number;
      failed.page.status = PageStatus::kFailed;
      return ToJson(failed);
    }
    auto page = store_->FindPage(source.stored.sha256, number, page_key_);
    if (!page) return Fail(page.error());
    if (!*page) {
      return Fail(ErrorCode::kInternal, "page", "is not in the store");
    }
    return std::move(**page);
  }

  Status Handle(TaskResult result) {
    const auto index = static_cast<std::size_t>(result.request.source - 1);
    if (result.error && IsSystemFault(*result.error)) {
      return Fail(*result.error);
    }
    if (result.stage.empty()) result.stage = "worker";
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
    if (result.error) return FailSource(index, *result.error, result.stage);
    if (result.answer.page_count < 1 ||
        result.answer.page_count > options_.config.limits.max_pages) {
      return FailSource(index,
                        {ErrorCode::kAnswerInvalid, "worker",
                         "gave a number of pages that cannot be"},
                        "load");
    }
    source.stored.media_type = result.answer.media_type;
    source.stored.page_count = result.answer.page_count;
    auto put =
        store_->SetInspected(source.stored.sha256, source.stored.media_type,
                             source.stored.page_count);
    if (!put) return put;
    return QueuePages(index);
  }

  // Pages that an earlier run read are not read again.
  Status QueuePages(std::size_t index) {
    SourceWork& source = sources_[index];
    progress_.pages += source.stored.page_count;
    for (int number = source.stored.page_count; number >= 1; --number) {
      const auto known =
          store_->FindPage(source.stored.sha256, number, page_key_);
      if (!known) return Fail(known.error());
      if (*known) {
        ++progress_.pages_done;
      } else {
        source.waiting.push_back(number);
      }
    }
    if (options_.order_seed != 0) shuffler_.Shuffle(source.waiting);
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
      } else if (auto put = store_->PutPage(source.stored.sha256, number,
                                            page_key_, ToJson(*page));
                 !put) {
        return put;
      }
    }
    if (error) {
      source.failed_pages[number] = *error;
      source.failed_stages[number] = result.stage;
      observer_.OnFailure(source.file.name, number, *error);
      ::unlink(options_.paths.WorkImage(source.stored.sha256, number).c_str());
    } else {
      ++summary_.pages_read;
    }
    ++progress_.pages_done;
    if (--source.pages_open > 0) return Done{};
    if (static_cast<int>(source.failed_pages.size()) ==
        source.stored.page_count) {
      return FailAllPages(index);
    }
    to_letters_.push_back(index);
    return Done{};
  }

  Status FailAllPages(std::size_t index) {
    SourceWork& source = sources_[index];
    const auto& [number, error] = *source.failed_pages.begin();
    Record record = Facts(source);
    for (int page = 1; page <= source.stored.page_count; ++page) {
      record.source.page_numbers.push_back(page);
      RecordPage failed;
      failed.number = page;
      failed.status = PageStatus::kFailed;
      record.pages.push_back(failed);
    }
    record.record_id =
        RecordId(source.stored.sha256, record.source.page_numbers);
    record.error = RecordError{error.code, source.failed_stages[number], number,
                               error.subject, error.detail};
    return Conclude(index, std::move(record));
  }

  Status FailSource(std::size_t index, const Error& error,
                    const std::string& stage) {
    SourceWork& source = sources_[index];
    observer_.OnFailure(source.file.name, 0, error);
    Record record = Facts(source);
    record.error = RecordError{error.code, stage, std::nullopt, error.subject,
                               error.detail};
    return Conclude(index, std::move(record));
  }

  Status Conclude(std::size_t index, Record failed) {
    failed.status = RecordStatus::kFailed;
    std::vector<Record> records;
    records.push_back(std::move(failed));
    return Commit(index, std::move(records));
  }

  Status HandleLetters(std::size_t index, const TaskResult& result) {
    if (result.error) return FailSource(index, *result.error, result.stage);
    std::vector<Record> records;
    std::string_view lines = result.output;
    while (!lines.empty()) {
      const std::size_t end = std::min(lines.find('\n'), lines.size());
      auto record = RecordFromJson(lines.substr(0, end));
      if (!record || record->source.sha256 != sources_[index].stored.sha256) {
        return FailSource(index,
                          {ErrorCode::kAnswerInvalid, "worker",
                           "gave a record that breaks the contract"},
                          "assess");
      }
      records.push_back(std::move(*record));
      lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    if (records.empty()) {
      return FailSource(
          index,
          {ErrorCode::kAnswerInvalid, "worker", "found no letter in the pages"},
          "split");
    }
    return Commit(index, std::move(records));
  }

  Status Commit(std::size_t index, std::vector<Record> records) {
    SourceWork& source = sources_[index];
    auto put =
        store_->PutLetters(source.stored.sha256, LetterKey(source), records);
    if (!put) return put;
    for (const Record& record : records) {
      if (auto written = WriteLetter(options_.paths, record); !written) {
        return written;
      }
    }
    source.copy.Reset();
    source.failed_pages.clear();
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
      auto listed = store_->ForEachRecordOf(
          source.stored.sha256, [this](const std::string& json) -> Status {
            const auto record = RecordFromJson(json);
            if (!record) return Fail(record.error());
            if (record->status == RecordStatus::kWithdrawn) return Done{};
            summary_.record_ids.push_back(record->record_id);
            summary_.failed += record->status == RecordStatus::kFailed;
            return Done{};
          });
      if (!listed) return Fail(listed.error());
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

#include "pipeline/archive_batch.h"

#include <fcntl.h>
#include <unistd.h>

#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "models/record_json.h"
#include "models/sha256.h"
#include "pipeline/archive_task.h"
#include "pipeline/files.h"
#include "pipeline/keys.h"
#include "pipeline/process/worker_pool.h"
#include "pipeline/publisher.h"
#include "pipeline/source_copy.h"
#include "pipeline/store/store.h"
#include "pipeline/tasks.h"
#include "pipeline/versions.h"

namespace donthu {
namespace {

constexpr int kWaitForCopyMs = 100;
// Grows where the same pages and words give other copies.
constexpr int kArchiveVersion = 1;

// A letter with copies to be made.
struct Order {
  LetterRow letter;
  ArchiveChoice choice;
  std::string record_json;
  std::vector<std::string> pages_json;
  std::map<std::string, std::string> keys;  // by format
};

class ArchiveBatch {
 public:
  ArchiveBatch(const Inbox& inbox, const RunOptions& options,
               RunObserver& observer)
      : inbox_(inbox), options_(options), observer_(observer) {
    for (const InboxFile& file : inbox.files) files_.emplace(file.name, &file);
  }

  Result<ArchiveSummary> Run(const std::vector<std::string>& record_ids) {
    auto store = Store::Open(StorePath(options_.state_folder));
    if (!store) return Fail(store.error());
    store_ = std::move(*store);
    publisher_ = std::make_unique<Publisher>(options_.paths, *store_);
    if (auto done = publisher_->CatchUp(); !done) return Fail(done.error());
    for (const std::string& id : record_ids) {
      if (auto done = Take(id); !done) return Fail(done.error());
      if (NoticeStop()) break;
    }
    return Finish();
  }

 private:
  bool NoticeStop() {
    summary_.stopped = summary_.stopped || IsReadable(options_.stop_fd);
    return summary_.stopped;
  }

  // Hands the letter out as soon as a worker is idle.
  Status Take(const std::string& id) {
    auto order = OrderFor(id);
    if (!order) return Fail(order.error());
    if (!*order) return Done{};
    if (auto opened = OpenScan(**order); !opened) return opened;
    if ((*order)->choice.formats.empty()) return Done{};
    if (auto started = StartPool(); !started) return started;
    while (!pool_->HasIdle()) {
      if (auto waited = Wait(); !waited) return waited;
      if (NoticeStop()) return Done{};
    }
    return Give(std::move(**order));
  }

  // Empty: nothing to do.
  Result<std::optional<Order>> OrderFor(const std::string& id) {
    using Found = std::optional<Order>;
    const auto row = store_->FindLetter(id);
    if (!row) return Fail(row.error());
    if (!*row ||
        ((*row)->status != "complete" && (*row)->status != "needs_review")) {
      return Found();
    }
    Order order;
    order.letter = **row;
    order.choice.pdf = options_.archive.pdf;
    if (auto read = ReadLetter(order); !read) return Fail(read.error());
    if (auto chosen = ChooseFormats(order); !chosen) {
      return Fail(chosen.error());
    }
    if (!order.choice.formats.empty()) return Found(std::move(order));
    ++summary_.kept;
    return Found();
  }

  // A page that failed has no reading, and none in the copy.
  Status ReadLetter(Order& order) {
    auto stored = store_->FindRecord(order.letter.record_id);
    if (!stored) return Fail(stored.error());
    order.record_json = std::move((*stored)->json);
    const std::string& sha256 = order.letter.sha256;
    for (int i = 0; i < order.letter.pages; ++i) {
      const int number = order.letter.first_page + i;
      const auto key = store_->FindPageKey(sha256, number);
      if (!key) return Fail(key.error());
      if (!*key) continue;
      auto page = store_->FindPage(sha256, number, **key);
      if (!page) return Fail(page.error());
      if (*page) order.pages_json.push_back(std::move((*page)->result_json));
    }
    return Done{};
  }

  // Those that were not made yet with what they would be made with now.
  Status ChooseFormats(Order& order) {
    const auto archives = store_->ArchivesOf(order.letter.record_id);
    if (!archives) return Fail(archives.error());
    for (const std::string& format : options_.archive.formats) {
      const std::string key = KeyFor(order, format);
      bool there = false;
      for (const StoredArchive& archive : *archives) {
        there = there || (archive.format == format && archive.key == key);
      }
      const std::string path =
          options_.paths.LetterArchive(order.letter.record_id, format);
      if (there && ::access(path.c_str(), F_OK) == 0) continue;
      order.choice.formats.push_back(format);
      order.keys[format] = key;
    }
    return Done{};
  }

  std::string KeyFor(const Order& order, const std::string& format) const {
    const WorkerFacts made = LibraryVersions();
    Sha256 words;
    for (const std::string& page : order.pages_json) words.Add(page + "\n");
    std::string parts = "program=" + ProgramVersion() +
                        "\narchive=" + std::to_string(kArchiveVersion) +
                        "\nicu=" + made.icu + "\nwords=" + words.Hex() + "\n";
    if (format == kPdfFormat) {
      parts += "form=" + std::string(ToString(order.choice.pdf)) +
               "\nqpdf=" + made.qpdf + "\npoppler=" + made.poppler + "\n";
    }
    return KeyOf(parts);
  }

  // Without the scan there is no PDF.
  Status OpenScan(Order& order) {
    if (!order.choice.Has(kPdfFormat)) return Done{};
    const std::string& sha256 = order.letter.sha256;
    if (sha256 == scan_sha256_) return Done{};
    auto source = store_->FindSource(sha256);
    if (!source) return Fail(source.error());
    for (const std::string& name : (*source)->names) {
      const auto file = files_.find(name);
      if (file == files_.end()) continue;
      auto copy =
          CopySource(inbox_, *file->second, sha256, options_.paths.Work(),
                     options_.config.limits.MaxFileBytes());
      if (!copy && IsSystemFault(copy.error())) return Fail(copy.error());
      if (!copy) continue;
      scan_ = std::move(*copy);
      scan_sha256_ = sha256;
      ++scan_number_;
      return Done{};
    }
    ++summary_.without_scan;
    Tell(order,
         {ErrorCode::kSourceChanged, "archive.pdf",
          "is not made: the scan is not in the inbox any more, or changed; "
          "put it back, then `donthu archive`"});
    std::erase(order.choice.formats, kPdfFormat);
    return Done{};
  }

  void Tell(const Order& order, const Error& error) {
    const auto source = store_->FindSource(order.letter.sha256);
    std::string name = order.letter.record_id;
    if (source && *source && !(*source)->names.empty()) {
      name = (*source)->names.front();
    }
    observer_.OnFailure({name, order.letter.sha256}, 0, error);
  }

  std::string WorkPdf(const Order& order) const {
    return options_.paths.WorkArchive(order.letter.record_id, kPdfFormat);
  }

  Status StartPool() {
    if (pool_ != nullptr) return Done{};
    PoolOptions pool;
    pool.command = options_.worker;
    pool.jobs = options_.jobs;
    pool.config_toml = options_.worker_config_toml;
    pool.page_cpu_s = options_.config.limits.page_cpu_s;
    pool.letter_cpu_s = options_.config.limits.letter_cpu_s;
    auto started = WorkerPool::Start(std::move(pool));
    if (!started) return Fail(started.error());
    pool_ = std::move(*started);
    return pool_->AwaitFirst();
  }

  Status Give(Order order) {
    Request request;
    request.kind = TaskKind::kArchive;
    request.id = ++last_request_;
    request.page = order.letter.pages;
    request.source = scan_number_;
    const bool needs_scan = order.choice.Has(kPdfFormat);
    auto task = ArchivingTask(
        request, needs_scan ? scan_.get() : -1,
        ArchiveTaskLines(order.choice, order.record_json, order.pages_json),
        WorkPdf(order));
    if (!task) return Fail(task.error());
    given_[request.id] = std::move(order);
    pool_->Give(std::move(*task));
    return Done{};
  }

  Status Wait() {
    auto results = pool_->Wait(kWaitForCopyMs, options_.stop_fd);
    if (!results) return Fail(results.error());
    for (const TaskResult& result : *results) {
      if (auto handled = Handle(result); !handled) return handled;
    }
    return Done{};
  }

  Status Handle(const TaskResult& result) {
    const auto given = given_.find(result.request.id);
    if (given == given_.end()) return Done{};
    const Order order = std::move(given->second);
    given_.erase(given);
    if (result.error) {
      ::unlink(WorkPdf(order).c_str());
      if (IsSystemFault(*result.error)) {
        auto writable = ProbeFolder(options_.paths.Work());
        if (!writable) return writable;
      }
      ++summary_.failed;
      Tell(order, *result.error);
      return Done{};
    }
    return Commit(order, result);
  }

  Status Commit(const Order& order, const TaskResult& result) {
    const OutputPaths& paths = options_.paths;
    const std::string& id = order.letter.record_id;
    std::vector<StoredArchive> archives;
    for (const std::string& format : order.choice.formats) {
      const std::string work = paths.WorkArchive(id, format);
      if (format == kAltoFormat) {
        if (auto put = ReplaceFile(work, result.output); !put) return put;
      }
      archives.push_back({format, order.keys.at(format), FileSha256(work)});
    }
    if (!order.choice.Has(kPdfFormat)) ::unlink(WorkPdf(order).c_str());
    auto done = store_->PutArchives(order.letter, archives);
    if (done) done = publisher_->WriteArchives(id);
    if (done) done = publisher_->SettleWhereDue();
    if (done) ++summary_.made;
    return done;
  }

  Result<ArchiveSummary> Finish() {
    while (!summary_.stopped && pool_ != nullptr && pool_->busy() > 0) {
      if (auto waited = Wait(); !waited) return Fail(waited.error());
      NoticeStop();
    }
    pool_.reset();
    for (const auto& [id, order] : given_) {
      ::unlink(WorkPdf(order).c_str());
    }
    auto done = publisher_->Settle();
    if (done) done = store_->Checkpoint();
    if (!done) return Fail(done.error());
    return summary_;
  }

  const Inbox& inbox_;
  const RunOptions& options_;
  RunObserver& observer_;
  std::map<std::string_view, const InboxFile*> files_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Publisher> publisher_;
  std::unique_ptr<WorkerPool> pool_;
  UniqueFd scan_;  // of the letters at hand
  std::string scan_sha256_;
  std::int64_t scan_number_ = 0;
  std::int64_t last_request_ = 0;
  std::map<std::int64_t, Order> given_;
  ArchiveSummary summary_;
};

}  // namespace

Result<ArchiveSummary> MakeArchives(const Inbox& inbox,
                                    const RunOptions& options,
                                    const std::vector<std::string>& record_ids,
                                    RunObserver& observer) {
  return ArchiveBatch(inbox, options, observer).Run(record_ids);
}

}  // namespace donthu

// One run over an inbox: every file a source, every page read once, every
// letter a record.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"
#include "pipeline/config.h"
#include "pipeline/inbox.h"
#include "pipeline/output.h"
#include "pipeline/process/worker_process.h"

namespace donthu {

// What is done although nothing that it depends on changed.
enum class Rerun {
  kNothing,
  kFailed,   // letters that failed
  kLetters,  // every letter, from the pages as they were read
  kPages,    // every page
};

struct RunOptions {
  OutputPaths paths;
  std::string state_folder;  // of the store; local disk
  Config config;
  std::string worker_config_toml;  // the same, with paths a worker can reach
  WorkerCommand worker;
  int jobs = 2;
  std::string as_of;                    // ISO date
  std::optional<std::string> received;  // ISO date
  // Files and pages are handed out in an order shuffled by this seed; 0: long
  // files first. The output is the same for all.
  std::uint64_t order_seed = 0;
  Rerun rerun = Rerun::kNothing;
  // Share of failed letters, of at least kFewLetters, beyond which the run
  // gives up: then the fault is hardly the letters'.
  double max_failure_rate = 1.0;
  static constexpr int kFewLetters = 20;
  ArchiveChoice archive;  // copies made once the letters are read
  int stop_fd = -1;       // readable: finish what is at hand and stop
};

struct RunProgress {
  int files = 0;  // distinct, of this run
  int files_done = 0;
  int pages = 0;  // known so far
  int pages_done = 0;

  friend bool operator==(const RunProgress&, const RunProgress&) = default;
};

// A file as messages name it: on a terminal as the operator gave it, in logs
// by the first digits of its hash.
struct NamedSource {
  std::string_view name;
  std::string_view sha256;
};

// Told what happens, for the terminal.
class RunObserver {
 public:
  virtual ~RunObserver() = default;
  virtual void OnProgress(const RunProgress& progress) = 0;
  // `page` 0: the whole file.
  virtual void OnFailure(const NamedSource& file, int page,
                         const Error& error) = 0;
  // Why something is done, or is not.
  virtual void OnReason(const NamedSource& file, std::string_view reason) = 0;
};

// Archive copies, counted in letters.
struct ArchiveSummary {
  int made = 0;
  int kept = 0;          // made before, and nothing changed since
  int without_scan = 0;  // no PDF: the scan is not in the inbox
  int failed = 0;
  bool stopped = false;  // by a signal

  friend bool operator==(const ArchiveSummary&,
                         const ArchiveSummary&) = default;
};

struct RunSummary {
  int files = 0;         // taken in by this run, copies among them
  int copies = 0;        // byte-identical to another
  int purged = 0;        // files whose letters were purged: left alone
  int unread = 0;        // RemakeLetters: files with pages to be read first
  int read_again = 0;    // sources that were not finished before this run
  int pages_read = 0;    // pages recognized by this run
  int pages_known = 0;   // pages with the content of one that was read before
  int failed = 0;        // records of this run's files that failed
  bool stopped = false;  // by a signal
  std::optional<Error> gave_up;  // kTooManyFailures
  std::int64_t diagnostic_bytes = 0;
  int workers_replaced = 0;
  ArchiveSummary archives;
  Ledger ledger;                        // of the whole store
  std::vector<std::string> record_ids;  // of this run's files, in order
};

// Fails only of the system's faults (ErrorCode from 50 on); what is wrong
// with a letter is in its record. Whatever was done stays done.
Result<RunSummary> RunBatch(const Inbox& inbox, const RunOptions& options,
                            RunObserver& observer);

// Every letter again, from the pages as the store has them, by the models,
// tables and configuration of today: nothing is recognized, no scan is opened.
// Files with a page that was not read, or by another program or engine, stay
// as they are and are counted: RunBatch reads them. One worker more than
// `options.jobs` works, since they wait for the store. Fails as RunBatch does.
Result<RunSummary> RemakeLetters(RunOptions options, RunObserver& observer);

}  // namespace donthu

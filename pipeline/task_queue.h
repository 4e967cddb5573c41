// The files of a run while they are worked on, and what a worker can be
// given next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/record.h"
#include "models/result.h"
#include "pipeline/batch.h"
#include "pipeline/inbox.h"
#include "pipeline/open_source.h"
#include "pipeline/process/worker_pool.h"
#include "pipeline/shuffler.h"
#include "pipeline/store/store.h"
#include "pipeline/take_in.h"

namespace donthu {

// What a run's tasks depend on; outlives the queue.
struct RunFacts {
  const Inbox& inbox;
  const RunOptions& options;
  const TakenIn& taken;
  const Provenance& provenance;
  const std::string& page_key;
  const std::string& letter_parts;
  // Every page was read, and is taken as it stands in the store: whether its
  // image is whole is for a run that can read it again.
  bool from_pages = false;
};

// Letters first, for they end what was begun; then pages; then a new file.
// A few files a worker are open. Every call fails of the system's faults only;
// a file that cannot be opened is open with its fault.
class TaskQueue {
 public:
  // `order`: indexes in TakenIn::sources, the first one first.
  TaskQueue(RunFacts facts, Store& store, std::vector<std::size_t> order);

  // Empty: nothing can be given now.
  Result<std::optional<Task>> Next();
  // So that no worker waits: copies the next file where nothing else is at
  // hand; where letters take milliseconds, makes the next tasks.
  Status PrepareAhead();
  // Opens no more files.
  void Stop() { to_open_.clear(); }
  bool IsEmpty() const { return to_open_.empty() && open_.empty(); }

  // Ids of open files that failed before a worker had them, each once.
  std::vector<std::int64_t> TakeFaulty();
  // By Request::source.
  OpenSource& At(std::int64_t id) { return open_.at(id); }
  void Close(std::int64_t id) { open_.erase(id); }

  // Its number of pages is known now: hands out those that no earlier run
  // read. The number of these.
  Result<int> QueuePages(OpenSource& source);

 private:
  Result<std::optional<Task>> Make();
  Status OpenAhead();
  Status OpenNext();
  bool MayOpen() const;
  Result<std::vector<int>> MissingPages(const OpenSource& source);
  Request NewRequest(TaskKind kind, std::int64_t source, int page);
  Result<Task> Inspect(std::int64_t id, OpenSource& source);
  Result<Task> Page(std::int64_t id, OpenSource& source);
  Result<Task> Letters(std::int64_t id, OpenSource& source);
  Result<bool> FieldsOfFormerStand(const OpenSource& source);
  Result<std::string> PageLine(const OpenSource& source, int number);

  RunFacts facts_;
  Store& store_;
  Shuffler shuffler_;
  std::vector<std::size_t> to_open_;         // next one last
  std::map<std::int64_t, OpenSource> open_;  // in the order of opening
  std::list<Task> ahead_;                    // made, not yet given
  std::vector<std::int64_t> faulty_;
  std::map<std::string, bool> fields_stand_;  // by letter key
  std::int64_t last_opened_ = 0;
  std::int64_t last_request_ = 0;
};

}  // namespace donthu

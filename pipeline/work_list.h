// Which files of a run have something to do, in which order, and why.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "models/result.h"
#include "pipeline/batch.h"
#include "pipeline/store/store.h"
#include "pipeline/take_in.h"

namespace donthu {

// The keys that hold in this run.
struct RunKeys {
  std::string page_parts;
  std::string letter_parts;
  std::string page;    // KeyOf(page_parts)
  std::string letter;  // KeyOf(letter_parts)
};

struct WorkItem {
  std::size_t source = 0;  // index in TakenIn::sources
  std::string reason;      // for a person
};

struct WorkList {
  std::deque<WorkItem> items;  // long files first
  std::deque<WorkItem> done;   // nothing to do
  int purged = 0;
  int unread = 0;  // among `done`
};

// Reads the store alone. Fails as the store does.
Result<WorkList> ListWork(const TakenIn& taken, const RunKeys& keys,
                          Rerun rerun, Store& store);

// For a run that reads no page: what has one that was not read with `page_key`
// is done as far as it can be.
Status LeaveUnread(const TakenIn& taken, const std::string& page_key,
                   Store& store, WorkList& list);

}  // namespace donthu

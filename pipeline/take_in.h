// Taking in: which distinct files a run is about, and their place in the
// store.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/result.h"
#include "pipeline/inbox.h"
#include "pipeline/store/store.h"

namespace donthu {

// One distinct file of the inbox.
struct TakenSource {
  StoredSource stored;
  InboxFile file;                   // the first of its names
  std::optional<Error> unreadable;  // it could not even be hashed
};

struct TakenIn {
  std::vector<TakenSource> sources;  // natural order
  int copies = 0;                    // files byte-identical to another
};

// Hashes every file; what is new gets a place in a new batch. Byte-identical
// files are one source with several names. Fails of the system's faults
// only.
Result<TakenIn> TakeIn(const Inbox& inbox, std::int64_t limit_bytes,
                       const std::string& as_of,
                       const std::optional<std::string>& received,
                       Store& store);

}  // namespace donthu

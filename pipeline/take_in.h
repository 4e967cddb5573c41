// Taking in: which distinct files a run is about, and their place in the
// store.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/result.h"
#include "pipeline/inbox.h"
#include "pipeline/store/store.h"

namespace donthu {

// One distinct file of the inbox. Small: there may be 100,000.
struct TakenSource {
  std::string sha256;
  std::size_t file = 0;    // index in Inbox::files, of its first name
  std::string letter_key;  // as the store has it
  bool purged = false;     // as the store has it
  bool is_new = false;     // not in the store before this run
  std::int64_t bytes = 0;  // 0: not known
  std::shared_ptr<const Error> unreadable;  // it could not even be hashed
};

struct TakenIn {
  std::vector<TakenSource> sources;  // natural order
  int copies = 0;                    // files byte-identical to another
  bool stopped = false;              // by stop_fd: nothing was taken in
};

struct TakeInOptions {
  std::int64_t max_file_bytes = 0;
  std::string as_of;                    // ISO date
  std::optional<std::string> received;  // ISO date
  int stop_fd = -1;  // readable: leave off; what was hashed is remembered
};

// Hashes every file that is not as it was when it was hashed before; what is
// new gets a place in a new batch, all in one step. Byte-identical files are
// one source with several names. Fails of the system's faults only.
Result<TakenIn> TakeIn(const Inbox& inbox, const TakeInOptions& options,
                       Store& store);

// The sources of the store as if they had been taken in, without their files:
// `inbox` gets their first names. Fails as the store does.
Result<TakenIn> TakeFromStore(Store& store, Inbox& inbox);

}  // namespace donthu

// The bytes of a source: hashed once, copied so that what was hashed is what
// is read.
#pragma once

#include <cstdint>
#include <string>

#include "models/result.h"
#include "pipeline/inbox.h"
#include "pipeline/unique_fd.h"

namespace donthu {

struct HashedSource {
  std::string sha256;     // 64 hex digits
  FileIdentity identity;  // of the file that was hashed; all zero where it
                          // changed meanwhile

  friend bool operator==(const HashedSource&, const HashedSource&) = default;
};

// Fails with kFileUnreadable, or kFileTooLarge past the limit.
Result<HashedSource> HashSource(const Inbox& inbox, const InboxFile& file,
                                std::int64_t limit_bytes);

// A nameless copy in `folder`. Fails like HashSource, and with
// kSourceChanged where the bytes no longer have `sha256`.
Result<UniqueFd> CopySource(const Inbox& inbox, const InboxFile& file,
                            const std::string& sha256,
                            const std::string& folder,
                            std::int64_t limit_bytes);

// Gives a copy the name `path`, where it does not have it yet. Fails as
// Unwritable() tells.
Status LinkCopy(int copy_fd, const std::string& path);

}  // namespace donthu

// Which bytes a path held when it was looked at, without reading them.
#pragma once

#include <cstdint>

namespace donthu {

// As fstat(2) gives it. Any write to a file changes `changed_ns`, which no
// program can set: the same identity means the same bytes, but for a write
// within the clock's step (take_in.cc leaves young files out).
struct FileIdentity {
  std::int64_t device = 0;
  std::int64_t inode = 0;
  std::int64_t bytes = 0;
  std::int64_t modified_ns = 0;  // since 1970
  std::int64_t changed_ns = 0;

  friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

}  // namespace donthu

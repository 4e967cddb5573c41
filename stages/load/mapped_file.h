// The bytes of an open file, mapped read-only.
#pragma once

#include <memory>

#include "models/result.h"
#include "stages/load/bytes.h"

namespace donthu {

// Unmaps when it goes. A file that is shortened under it raises SIGBUS.
class MappedFile {
 public:
  // Fails with kFileEmpty, and kFileUnreadable where `descriptor` is no
  // regular file or the system refuses.
  static Result<std::unique_ptr<MappedFile>> Map(int descriptor);

  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  Bytes bytes() const { return bytes_; }

 private:
  explicit MappedFile(Bytes bytes) : bytes_(bytes) {}

  Bytes bytes_;
};

}  // namespace donthu

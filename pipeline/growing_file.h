// A file that is written line by line and shown whole.
#pragma once

#include <cstdint>
#include <string>

#include "models/result.h"
#include "pipeline/unique_fd.h"

namespace donthu {

class GrowingFile {
 public:
  // Grows beside `path` and takes its name in Finish().
  static Result<GrowingFile> Anew(std::string path);
  // Grows at the end of the file at `path`, which is first cut to `bytes`.
  static Result<GrowingFile> Continue(const std::string& path,
                                      std::int64_t bytes);

  // Whole lines: a reader never sees a part of `text` without its end,
  // except after a crash. Fails with kDiskFull or kOutputUnwritable.
  Status Add(const std::string& text);
  // What was added is on the disk.
  Status Finish();
  // Of the file so far.
  std::int64_t bytes() const { return bytes_; }

 private:
  GrowingFile(std::string path, std::string written_to, UniqueFd fd,
              std::int64_t bytes);
  Status Flush();

  std::string path_;
  std::string written_to_;
  UniqueFd fd_;
  std::string buffer_;
  std::int64_t bytes_ = 0;
};

}  // namespace donthu

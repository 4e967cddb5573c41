#include "pipeline/growing_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <utility>

#include "pipeline/files.h"

namespace donthu {
namespace {

constexpr std::size_t kBufferBytes = 1 << 20;

}  // namespace

GrowingFile::GrowingFile(std::string path, std::string written_to, UniqueFd fd,
                         std::int64_t bytes)
    : path_(std::move(path)),
      written_to_(std::move(written_to)),
      fd_(std::move(fd)),
      bytes_(bytes) {}

Result<GrowingFile> GrowingFile::Anew(std::string path) {
  const std::string beside = path + ".tmp";
  UniqueFd fd(
      ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (!fd) return Unwritable("output file");
  return GrowingFile(std::move(path), beside, std::move(fd), 0);
}

Result<GrowingFile> GrowingFile::Continue(const std::string& path,
                                          std::int64_t bytes) {
  UniqueFd fd(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!fd || ::ftruncate(fd.get(), bytes) != 0 ||
      ::lseek(fd.get(), 0, SEEK_END) != bytes) {
    return Unwritable("output file");
  }
  return GrowingFile(path, path, std::move(fd), bytes);
}

Status GrowingFile::Add(const std::string& text) {
  buffer_ += text;
  bytes_ += static_cast<std::int64_t>(text.size());
  return buffer_.size() < kBufferBytes ? Status(Done{}) : Flush();
}

Status GrowingFile::Finish() {
  if (auto flushed = Flush(); !flushed) return flushed;
  if (::fsync(fd_.get()) != 0) return Unwritable("output file");
  if (written_to_ != path_ &&
      ::rename(written_to_.c_str(), path_.c_str()) != 0) {
    return Unwritable("output file");
  }
  return Done{};
}

Status GrowingFile::Flush() {
  if (auto written = WriteAll(fd_.get(), buffer_); !written) return written;
  buffer_.clear();
  return Done{};
}

}  // namespace donthu

#include "pipeline/files.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <vector>

#include "models/sha256.h"

namespace donthu {
namespace {

Failure Unreadable() {
  return Fail(ErrorCode::kFileUnreadable, "file",
              std::string("cannot be read: ") + std::strerror(errno));
}

Status SyncFolderOf(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path();
  const std::string name = folder.empty() ? "." : folder.string();
  const UniqueFd fd(::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd || ::fsync(fd.get()) != 0) return Unwritable("output folder");
  return Done{};
}

Status WriteBeside(const std::string& path, std::string_view bytes) {
  const UniqueFd fd(::open((path + ".tmp").c_str(),
                           O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (!fd) return Unwritable("output file");
  return WriteAll(fd.get(), bytes);
}

Status TakeItsName(const std::string& path) {
  if (::rename((path + ".tmp").c_str(), path.c_str()) != 0) {
    return Unwritable("output file");
  }
  return Done{};
}

}  // namespace

Failure Unwritable(const std::string& what) {
  const bool full = errno == ENOSPC || errno == EDQUOT;
  return Fail(full ? ErrorCode::kDiskFull : ErrorCode::kOutputUnwritable, what,
              std::string("cannot write: ") + std::strerror(errno) +
                  (full ? "; free some space, then run again" : ""));
}

bool IsReadable(int fd) {
  pollfd polled = {fd, POLLIN, 0};
  return fd >= 0 && ::poll(&polled, 1, 0) > 0;
}

Result<std::string> ReadAll(int fd, std::int64_t limit_bytes) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  for (off_t at = 0;;) {
    const ssize_t got = ::pread(fd, buffer.data(), buffer.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Unreadable();
    if (got == 0) return bytes;
    at += got;
    if (at > limit_bytes) {
      return Fail(ErrorCode::kFileTooLarge, "file", "more bytes than allowed");
    }
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

Result<std::string> ReadFile(const std::string& path,
                             std::int64_t limit_bytes) {
  const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd) return Unreadable();
  return ReadAll(fd.get(), limit_bytes);
}

Status WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return Unwritable("output file");
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return Done{};
}

Status WriteFileAtomically(const std::string& path, std::string_view bytes) {
  if (auto written = WriteBeside(path, bytes); !written) return written;
  const UniqueFd fd(::open((path + ".tmp").c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd || ::fsync(fd.get()) != 0) return Unwritable("output file");
  if (auto named = TakeItsName(path); !named) return named;
  return SyncFolderOf(path);
}

Status ReplaceFile(const std::string& path, std::string_view bytes) {
  if (auto written = WriteBeside(path, bytes); !written) return written;
  return TakeItsName(path);
}

Status KeepFile(const std::string& path, std::string_view bytes) {
  const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat facts = {};
  if (fd && ::fstat(fd.get(), &facts) == 0 &&
      facts.st_size == static_cast<off_t>(bytes.size())) {
    const auto held = ReadAll(fd.get(), facts.st_size);
    if (held && *held == bytes) return Done{};
  }
  return ReplaceFile(path, bytes);
}

Status SyncFolder(const std::string& path) {
  const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd || ::syncfs(fd.get()) != 0) return Unwritable("output folder");
  return Done{};
}

Status ProbeFolder(const std::string& folder) {
  const UniqueFd fd(
      ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600));
  if (!fd) return Unwritable("output folder");
  const std::string probe(std::size_t{1} << 20U, '\0');
  if (auto written = WriteAll(fd.get(), probe); !written) return written;
  if (::fsync(fd.get()) != 0) return Unwritable("output folder");
  return Done{};
}

std::string FileSha256(const std::string& path) {
  const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  std::vector<char> chunk(std::size_t{1} << 18U);
  Sha256 hash;
  for (;;) {
    const ssize_t got = ::read(fd.get(), chunk.data(), chunk.size());
    if (got < 0) return "";
    if (got == 0) return hash.Hex();
    hash.Add({chunk.data(), static_cast<std::size_t>(got)});
  }
}

Status CopyFile(const std::string& from, const std::string& to) {
  std::error_code error;
  std::filesystem::copy_file(
      from, to, std::filesystem::copy_options::overwrite_existing, error);
  if (!error) return Done{};
  errno = error.value();
  return Unwritable("copy");
}

Status MakeFolder(const std::string& path) {
  std::error_code error;
  const std::filesystem::path folder(path);
  if (folder.has_parent_path()) {
    std::filesystem::create_directories(folder.parent_path(), error);
  }
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
    return Unwritable("output folder");
  }
  struct stat facts = {};
  if (::stat(path.c_str(), &facts) != 0) return Unwritable("output folder");
  if (!S_ISDIR(facts.st_mode)) {
    errno = ENOTDIR;
    return Unwritable("output folder");
  }
  return Done{};
}

Result<UniqueFd> MemoryFile() {
  UniqueFd fd(::memfd_create("donthu", MFD_CLOEXEC));
  if (!fd) {
    return Fail(ErrorCode::kInternal, "memory file", std::strerror(errno));
  }
  return fd;
}

Result<UniqueFd> MemoryFileOf(std::string_view bytes) {
  auto fd = MemoryFile();
  if (!fd) return fd;
  if (auto written = WriteAll(fd->get(), bytes); !written) {
    return Fail(written.error());
  }
  return fd;
}

}  // namespace donthu

// Files as the pipeline uses them: whole, atomic, hashed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "models/result.h"
#include "pipeline/unique_fd.h"

namespace donthu {

// Whether there is something to read from `fd` at this moment; -1: never.
bool IsReadable(int fd);

// Everything from offset 0, at most `limit_bytes`. Fails with
// kFileUnreadable, or kFileTooLarge past the limit.
Result<std::string> ReadAll(int fd, std::int64_t limit_bytes);
Result<std::string> ReadFile(const std::string& path, std::int64_t limit_bytes);

// The failure that errno tells of a write to `what`: kDiskFull where there is
// no space (or quota) left, kOutputUnwritable otherwise.
Failure Unwritable(const std::string& what);

// Fails as Unwritable() tells.
Status WriteAll(int fd, std::string_view bytes);

// Writes beside `path`, syncs, renames: after a crash the old or the new
// bytes stand there, never a part. Mode 0600. Fails as Unwritable() tells.
Status WriteFileAtomically(const std::string& path, std::string_view bytes);
// The same without waiting for the disk: it survives the end of the program,
// but not a power cut before SyncFolder().
Status ReplaceFile(const std::string& path, std::string_view bytes);
// The same, but a file that holds these bytes is left as it is.
Status KeepFile(const std::string& path, std::string_view bytes);
// Everything below the folder's file system is on the disk.
Status SyncFolder(const std::string& path);

// Whether something can be written into the folder and comes onto the disk.
// Fails as Unwritable() tells.
Status ProbeFolder(const std::string& folder);

// Hashes the file at `path`: 64 hex digits, empty where it cannot be read.
std::string FileSha256(const std::string& path);
// A copy at `to` of the file at `from`, not synced. Fails as Unwritable()
// tells.
Status CopyFile(const std::string& from, const std::string& to);

// Makes the folder and its parents, mode 0700. Fails with kOutputUnwritable.
Status MakeFolder(const std::string& path);

// Anonymous memory as a file, closed on exec. Fails with kInternal.
Result<UniqueFd> MemoryFile();
// The same, holding `bytes`.
Result<UniqueFd> MemoryFileOf(std::string_view bytes);

}  // namespace donthu

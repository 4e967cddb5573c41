// Files as the pipeline uses them: whole, atomic, hashed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "models/result.h"
#include "pipeline/unique_fd.h"

namespace donthu {

// Everything from offset 0, at most `limit_bytes`. Fails with
// kFileUnreadable, or kFileTooLarge past the limit.
Result<std::string> ReadAll(int fd, std::int64_t limit_bytes);
Result<std::string> ReadFile(const std::string& path, std::int64_t limit_bytes);

// Fails with kOutputUnwritable.
Status WriteAll(int fd, std::string_view bytes);

// Writes beside `path`, syncs, renames: after a crash the old or the new
// bytes stand there, never a part. Mode 0600. Fails with kOutputUnwritable.
Status WriteFileAtomically(const std::string& path, std::string_view bytes);

// Makes the folder and its parents, mode 0700. Fails with kOutputUnwritable.
Status MakeFolder(const std::string& path);

// Anonymous memory as a file, closed on exec. Fails with kInternal.
Result<UniqueFd> MemoryFile();
// The same, holding `bytes`.
Result<UniqueFd> MemoryFileOf(std::string_view bytes);

}  // namespace donthu

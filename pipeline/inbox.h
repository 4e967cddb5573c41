// What lies in the inbox, and the way to open it safely.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"
#include "pipeline/file_identity.h"
#include "pipeline/unique_fd.h"

namespace donthu {

struct InboxFile {
  std::string path;   // relative to the root, bytes as the system has them
  std::string name;   // as a record names it: bytes that are not UTF-8
                      // percent-encoded
  FileIdentity seen;  // when it was listed; all zero: not known

  friend bool operator==(const InboxFile&, const InboxFile&) = default;
};

struct IgnoredFile {
  std::string name;
  std::string reason;  // "system_file", "unfinished", "link", "special" …

  friend bool operator==(const IgnoredFile&, const IgnoredFile&) = default;
};

struct Inbox {
  UniqueFd root;                 // folder beneath which every path is opened
  std::vector<InboxFile> files;  // natural order
  std::vector<IgnoredFile> ignored;
};

// A folder (walked recursively) or a single file. `Thumbs.db`,
// `desktop.ini`, `.DS_Store`, `~$…`, `*.part`, links and special files are
// ignored and listed. Fails with kFileUnreadable.
Result<Inbox> OpenInbox(const std::string& path);

// A list of paths, in natural order, separated by `separator` ('\n' or
// '\0'), each relative to the working folder or absolute.
Result<Inbox> OpenInboxList(std::string_view paths, char separator);

// What fstat(2) tells of an open file.
FileIdentity IdentityOf(int fd);

// Before any of them is read. Fails with kConfigInvalid, naming
// limits.max_files.
Status CheckFileCount(const Inbox& inbox, int max_files);

// Opens one file for reading: a regular file, reached without following a
// link beneath the root. Fails with kFileUnreadable.
Result<UniqueFd> OpenBeneath(const Inbox& inbox, const InboxFile& file);

// "page 2" before "page 10": runs of digits compare as numbers, the rest
// by bytes; slashes come before all else, so that a folder stays together.
bool NaturalLess(std::string_view a, std::string_view b);

// The bytes of `name` that are not UTF-8 as %XX, and the percent sign too
// where one of them is.
std::string PercentEncoded(std::string_view name);

}  // namespace donthu

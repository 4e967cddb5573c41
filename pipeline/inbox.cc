#include "pipeline/inbox.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <set>

namespace donthu {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

Failure Unreadable(const std::string& name) {
  return Fail(ErrorCode::kFileUnreadable, "inbox",
              name + ": " + std::strerror(errno));
}

bool StartsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() &&
         text.substr(text.size() - end.size()) == end;
}

// Empty: take the file.
std::string WhyIgnored(std::string_view name) {
  for (const char* known : {"Thumbs.db", "desktop.ini", ".DS_Store"}) {
    if (name == known) return "system_file";
  }
  if (StartsWith(name, "~$")) return "lock_file";
  if (EndsWith(name, ".part")) return "unfinished";
  return "";
}

int OpenAt(int root, const std::string& path, std::uint64_t resolve,
           int flags) {
  open_how how = {};
  how.flags = static_cast<std::uint64_t>(flags | O_CLOEXEC);
  how.resolve = resolve;
  return static_cast<int>(
      ::syscall(SYS_openat2, root, path.c_str(), &how, sizeof how));
}

std::int64_t Nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

FileIdentity IdentityIn(const struct stat& facts) {
  return {static_cast<std::int64_t>(facts.st_dev),
          static_cast<std::int64_t>(facts.st_ino), facts.st_size,
          Nanoseconds(facts.st_mtim), Nanoseconds(facts.st_ctim)};
}

FileIdentity IdentityAt(const std::string& path) {
  struct stat facts = {};
  if (::lstat(path.c_str(), &facts) != 0) return {};
  return IdentityIn(facts);
}

UniqueFd OpenFolderAt(int root, const std::string& path) {
  return UniqueFd(OpenAt(root, path, RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS,
                         O_RDONLY | O_DIRECTORY));
}

// Collects beneath one folder; a folder that cannot be read is listed, and
// the walk goes on.
class Walk {
 public:
  explicit Walk(Inbox& inbox) : inbox_(inbox) {}

  void Into(const std::string& prefix) {
    UniqueFd fd =
        OpenFolderAt(inbox_.root.get(), prefix.empty() ? "." : prefix);
    const Folder folder(fd ? ::fdopendir(fd.get()) : nullptr);
    if (folder == nullptr) return Ignore(prefix, "unreadable_folder");
    const int folder_fd = fd.Release();
    bool empty = true;
    while (const dirent* entry = ::readdir(folder.get())) {
      const std::string_view name = entry->d_name;
      if (name == "." || name == "..") continue;
      empty = false;
      Take(folder_fd, prefix, std::string(name));
    }
    if (empty && !prefix.empty()) Ignore(prefix, "empty_folder");
  }

 private:
  void Take(int folder, const std::string& prefix, const std::string& name) {
    const std::string path = prefix.empty() ? name : prefix + "/" + name;
    struct stat facts = {};
    if (::fstatat(folder, name.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0) {
      return Ignore(path, "vanished");
    }
    const std::string reason = WhyIgnored(name);
    if (!reason.empty()) return Ignore(path, reason);
    if (S_ISDIR(facts.st_mode)) return Into(path);
    if (S_ISLNK(facts.st_mode)) return Ignore(path, "link");
    if (!S_ISREG(facts.st_mode)) return Ignore(path, "special_file");
    inbox_.files.push_back({path, PercentEncoded(path), IdentityIn(facts)});
  }

  void Ignore(const std::string& path, const std::string& reason) {
    inbox_.ignored.push_back({PercentEncoded(path), reason});
  }

  Inbox& inbox_;
};

void Sort(Inbox& inbox) {
  std::sort(inbox.files.begin(), inbox.files.end(),
            [](const InboxFile& a, const InboxFile& b) {
              return NaturalLess(a.path, b.path);
            });
  std::sort(inbox.ignored.begin(), inbox.ignored.end(),
            [](const IgnoredFile& a, const IgnoredFile& b) {
              return NaturalLess(a.name, b.name);
            });
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::string_view DigitsAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && IsDigit(text[end])) ++end;
  return text.substr(at, end - at);
}

std::string_view WithoutZeros(std::string_view digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? std::string_view()
                                         : digits.substr(first);
}

// Negative, zero, positive, as numbers of any length.
int CompareNumbers(std::string_view a, std::string_view b) {
  a = WithoutZeros(a);
  b = WithoutZeros(b);
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return a.compare(b);
}

std::string PercentByte(char byte) {
  constexpr std::string_view kHexDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {'%', kHexDigits[value >> 4U], kHexDigits[value & 15U]};
}

int Rank(char c) { return c == '/' ? -1 : static_cast<unsigned char>(c); }

}  // namespace

Result<Inbox> OpenInbox(const std::string& path) {
  namespace fs = std::filesystem;
  struct stat facts = {};
  if (::stat(path.c_str(), &facts) != 0) return Unreadable(path);
  Inbox inbox;
  const bool folder = S_ISDIR(facts.st_mode);
  const fs::path parent = fs::path(path).parent_path();
  const std::string root =
      folder ? path : (parent.empty() ? "." : parent.string());
  inbox.root =
      UniqueFd(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!inbox.root) return Unreadable(root);
  if (folder) {
    // Some sandboxes refuse openat2(2): an inbox that cannot be walked must
    // not look empty.
    if (!OpenFolderAt(inbox.root.get(), ".")) return Unreadable(root);
    Walk(inbox).Into("");
  } else {
    const std::string name = fs::path(path).filename().string();
    inbox.files.push_back({name, PercentEncoded(name), IdentityAt(path)});
  }
  Sort(inbox);
  return inbox;
}

namespace {

// "/a/b.pdf" is "b.pdf", "/a/b/" is "b"; "/" stays, since a name is never
// empty. A relative path is its own name.
std::string NameInList(const std::string& path) {
  const std::filesystem::path file(path);
  if (!file.is_absolute()) return path;
  std::filesystem::path last = file.filename();
  if (last.empty()) last = file.parent_path().filename();
  return last.empty() ? path : last.string();
}

}  // namespace

Result<Inbox> OpenInboxList(std::string_view paths, char separator) {
  Inbox inbox;
  std::set<std::string> seen;
  while (!paths.empty()) {
    const std::size_t end = std::min(paths.find(separator), paths.size());
    const std::string path(paths.substr(0, end));
    paths.remove_prefix(std::min(end + 1, paths.size()));
    if (path.empty() || !seen.insert(path).second) continue;
    inbox.files.push_back(
        {path, PercentEncoded(NameInList(path)), IdentityAt(path)});
  }
  Sort(inbox);
  return inbox;
}

FileIdentity IdentityOf(int fd) {
  struct stat facts = {};
  if (::fstat(fd, &facts) != 0) return {};
  return IdentityIn(facts);
}

Status CheckFileCount(const Inbox& inbox, int max_files) {
  if (inbox.files.size() <= static_cast<std::size_t>(max_files)) return Done{};
  return Fail(ErrorCode::kConfigInvalid, "limits.max_files",
              "allows " + std::to_string(max_files) + " files, the inbox has " +
                  std::to_string(inbox.files.size()) +
                  "; name a smaller folder or raise the limit");
}

Result<UniqueFd> OpenBeneath(const Inbox& inbox, const InboxFile& file) {
  const std::uint64_t beneath =
      inbox.root ? RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS : 0;
  const int root = inbox.root ? inbox.root.get() : AT_FDCWD;
  // Not to hang on a pipe that took the file's place.
  UniqueFd fd(
      OpenAt(root, file.path, beneath, O_RDONLY | O_NONBLOCK | O_NOFOLLOW));
  struct stat facts = {};
  if (!fd || ::fstat(fd.get(), &facts) != 0) {
    return Fail(ErrorCode::kFileUnreadable, "file",
                std::string("cannot be opened: ") + std::strerror(errno) +
                    "; give this user the right to read it");
  }
  if (!S_ISREG(facts.st_mode)) {
    return Fail(ErrorCode::kFileUnreadable, "file", "is no regular file");
  }
  return fd;
}

bool NaturalLess(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (IsDigit(a[i]) && IsDigit(b[j])) {
      const std::string_view left = DigitsAt(a, i);
      const std::string_view right = DigitsAt(b, j);
      if (const int order = CompareNumbers(left, right); order != 0) {
        return order < 0;
      }
      i += left.size();
      j += right.size();
      continue;
    }
    if (a[i] != b[j]) return Rank(a[i]) < Rank(b[j]);
    ++i;
    ++j;
  }
  if ((i < a.size()) != (j < b.size())) return j < b.size();
  return a < b;
}

std::string PercentEncoded(std::string_view name) {
  const auto* bytes_of_name =
      reinterpret_cast<const std::uint8_t*>(name.data());
  const auto length = static_cast<int32_t>(name.size());
  std::string encoded;
  bool odd = false;
  for (int32_t i = 0; i < length;) {
    const int32_t start = i;
    UChar32 c = 0;
    U8_NEXT(bytes_of_name, i, length, c);
    if (c < 0) i = start + 1;
    odd = odd || c < 0;
    const std::string_view bytes = name.substr(
        static_cast<std::size_t>(start), static_cast<std::size_t>(i - start));
    const bool plain = c >= 0 && c != '%';
    encoded += plain ? std::string(bytes) : PercentByte(bytes.front());
  }
  return odd ? encoded : std::string(name);
}

}  // namespace donthu

#include "pipeline/backup.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <memory>

#include "pipeline/config.h"
#include "pipeline/files.h"
#include "pipeline/store/store.h"

namespace donthu {
namespace {

// A copy that is as long as the file and was made after it.
bool IsCopied(const struct stat& file, const std::string& copy) {
  struct stat facts = {};
  return ::stat(copy.c_str(), &facts) == 0 && facts.st_size == file.st_size &&
         facts.st_mtim.tv_sec > file.st_mtim.tv_sec;
}

class BackupRun {
 public:
  BackupRun(const OutputPaths& from, const std::string& to)
      : from_(from), to_{to} {}

  Result<BackupCounts> Run(const std::string& state_folder) {
    if (auto made = PrepareOutput(to_); !made) return Fail(made.error());
    if (auto copied = CopyStore(state_folder); !copied) {
      return Fail(copied.error());
    }
    auto store = Store::Open(StorePath(to_.folder));
    if (!store) return Fail(store.error());
    auto copied = (*store)->ForEachLetter(
        "", [this](const LetterRow& letter) { return CopyLetter(letter); });
    if (copied) copied = RemovePurged(**store);
    if (copied) copied = (*store)->Checkpoint();
    if (copied) copied = SyncFolder(to_.folder);
    if (!copied) return Fail(copied.error());
    return counts_;
  }

 private:
  // As of one moment, whoever writes meanwhile.
  Status CopyStore(const std::string& state_folder) {
    const std::string beside = StorePath(to_.folder) + ".tmp";
    ::unlink(beside.c_str());
    auto database = Database::Open(StorePath(state_folder));
    if (!database) return Fail(database.error());
    auto copy = database->Prepare("VACUUM INTO ?");
    if (!copy) return Fail(copy.error());
    if (auto copied = copy->Bind(beside).Run(); !copied) return copied;
    for (const char* log : {"-wal", "-shm"}) {
      ::unlink((StorePath(to_.folder) + log).c_str());
    }
    if (::rename(beside.c_str(), StorePath(to_.folder).c_str()) != 0) {
      return Unwritable("backup");
    }
    return Done{};
  }

  Status CopyLetter(const LetterRow& letter) {
    if (letter.status == kPurged) return Done{};
    ++counts_.letters;
    if (auto scan = CopyWhereNew(from_.QuarantinedSource(letter.sha256),
                                 to_.QuarantinedSource(letter.sha256));
        !scan) {
      return scan;
    }
    for (int i = 0; i < letter.pages; ++i) {
      const int page = letter.first_page + i;
      auto image = CopyWhereNew(from_.LetterImage(letter.record_id, page),
                                to_.LetterImage(letter.record_id, page));
      if (!image) return image;
    }
    for (const std::string_view format : {kPdfFormat, kAltoFormat}) {
      auto copy = CopyWhereNew(from_.LetterArchive(letter.record_id, format),
                               to_.LetterArchive(letter.record_id, format));
      if (!copy) return copy;
    }
    return Done{};
  }

  Status CopyWhereNew(const std::string& from, const std::string& to) {
    struct stat facts = {};
    if (::stat(from.c_str(), &facts) != 0 || IsCopied(facts, to)) return Done{};
    const auto folder = std::filesystem::path(to).parent_path().string();
    if (auto made = MakeFolder(folder); !made) return made;
    if (auto copied = CopyFile(from, to); !copied) return copied;
    ++counts_.files_copied;
    return Done{};
  }

  Status RemovePurged(Store& store) {
    return store.ForEachLetter(kPurged, [this](const LetterRow& letter) {
      ::unlink(to_.QuarantinedSource(letter.sha256).c_str());
      if (::access(to_.Letter(letter.record_id).c_str(), F_OK) != 0) {
        return Status(Done{});
      }
      ++counts_.folders_removed;
      return RemoveLetter(to_, letter.record_id);
    });
  }

  const OutputPaths& from_;
  OutputPaths to_;
  BackupCounts counts_;
};

}  // namespace

Result<BackupCounts> Backup(const OutputPaths& paths,
                            const std::string& state_folder,
                            const std::string& to) {
  return BackupRun(paths, to).Run(state_folder);
}

}  // namespace donthu

#include "pipeline/output.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "models/record_json.h"
#include "pipeline/config.h"
#include "pipeline/files.h"
#include "pipeline/growing_file.h"
#include "pipeline/review_list.h"
#include "pipeline/text_forms.h"

namespace donthu {
namespace {

constexpr const char* kRecordsList = "records.jsonl";
constexpr const char* kReviewList = "review.csv";

std::string PageName(int page) { return "/page-" + FourDigits(page) + ".png"; }

std::string ArchiveName(std::string_view format) {
  return format == kPdfFormat ? "archive.pdf" : "alto.xml";
}

// Renames `from` where it is there.
Result<bool> Moved(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) == 0) return true;
  if (errno == ENOENT) return false;
  return Unwritable("page image");
}

Status MoveImage(const OutputPaths& paths, const Record& record, int page) {
  const std::string to = paths.LetterImage(record.record_id, page);
  auto moved = Moved(paths.WorkImage(record.source.sha256, page), to);
  if (!moved) return Fail(moved.error());
  if (*moved || ::access(to.c_str(), F_OK) == 0) return Done{};
  for (const std::string& old : record.supersedes) {
    moved = Moved(paths.LetterImage(old, page), to);
    if (!moved) return Fail(moved.error());
    if (*moved) return Done{};
  }
  return Done{};
}

Status MoveImages(const OutputPaths& paths, const Record& record) {
  for (const RecordPage& page : record.pages) {
    if (!page.image) continue;
    if (auto moved = MoveImage(paths, record, page.number); !moved) {
      return moved;
    }
  }
  return Done{};
}

Status WriteNote(const OutputPaths& paths, const Record& record) {
  std::string note = "file: " + record.source.file + "\n";
  note += "reason: " + std::string(ToString(record.error->code)) + "\n";
  note += "stage: " + record.error->stage + "\n";
  if (record.error->page) {
    note += "page: " + std::to_string(*record.error->page) + "\n";
  }
  note += "what: " + record.error->subject + ": " + record.error->detail +
          "\nretry: donthu quarantine retry " + record.record_id +
          " --out FOLDER\n";
  return ReplaceFile(paths.QuarantineNote(record.record_id), note);
}

Status AppendRecords(const OutputPaths& paths, Store& store, ListState& state) {
  auto file = GrowingFile::Continue(paths.Records(), state.bytes);
  if (!file) return Fail(file.error());
  auto added = store.ForEachRecordAfter(
      state, [&](const std::string& json) { return file->Add(json + "\n"); });
  if (added) added = file->Finish();
  state.bytes = file->bytes();
  return added;
}

Status RewriteRecords(const OutputPaths& paths, Store& store,
                      ListState& state) {
  auto file = GrowingFile::Anew(paths.Records());
  if (!file) return Fail(file.error());
  state = ListState{0, 0, -1, false};
  auto added = store.ForEachRecordAfter(
      state, [&](const std::string& json) { return file->Add(json + "\n"); });
  if (added) added = file->Finish();
  state.bytes = file->bytes();
  return added;
}

bool IsAsItWas(const std::string& path, const ListState& state) {
  struct stat facts = {};
  return !state.stale && ::stat(path.c_str(), &facts) == 0 &&
         facts.st_size == state.bytes;
}

bool CanContinue(const std::string& path, const ListState& state) {
  struct stat facts = {};
  return !state.stale && ::stat(path.c_str(), &facts) == 0 &&
         facts.st_size >= state.bytes;
}

Status WriteRecords(const OutputPaths& paths, Store& store) {
  auto state = store.FindList(kRecordsList);
  if (!state) return Fail(state.error());
  auto written = CanContinue(paths.Records(), *state)
                     ? AppendRecords(paths, store, *state)
                     : RewriteRecords(paths, store, *state);
  if (!written) return written;
  return store.PutList(kRecordsList, *state);
}

// Written anew where any record changed since.
Status WriteReviewList(const OutputPaths& paths, Store& store) {
  const auto state = store.FindList(kReviewList);
  if (!state) return Fail(state.error());
  if (IsAsItWas(paths.ReviewList(), *state)) return Done{};
  auto file = GrowingFile::Anew(paths.ReviewList());
  if (!file) return Fail(file.error());
  auto added = file->Add(ReviewHeader());
  if (added) {
    added = store.ForEachReviewRow(
        [&](const std::string& row) { return file->Add(row); });
  }
  if (added) added = file->Finish();
  if (!added) return added;
  return store.PutList(kReviewList,
                       {file->bytes(), ListState::kAfterAll, 0, false});
}

}  // namespace

std::string OutputPaths::Letter(const std::string& record_id) const {
  return folder + "/letters/" + record_id;
}

std::string OutputPaths::QuarantineNote(const std::string& record_id) const {
  return folder + "/quarantine/" + record_id + ".txt";
}

std::string OutputPaths::QuarantinedSource(const std::string& sha256) const {
  return folder + "/quarantine/" + sha256 + ".scan";
}

std::string OutputPaths::WorkImage(const std::string& sha256, int page) const {
  return Work() + "/" + sha256 + "-" + FourDigits(page) + ".png";
}

std::string OutputPaths::LetterImage(const std::string& record_id,
                                     int page) const {
  return Letter(record_id) + PageName(page);
}

std::string OutputPaths::WorkArchive(const std::string& record_id,
                                     std::string_view format) const {
  return Work() + "/" + record_id + "-" + ArchiveName(format);
}

std::string OutputPaths::LetterArchive(const std::string& record_id,
                                       std::string_view format) const {
  return Letter(record_id) + "/" + ArchiveName(format);
}

Status PrepareOutput(const OutputPaths& paths) {
  for (const char* below : {"", "/letters", "/quarantine", "/work"}) {
    if (auto made = MakeFolder(paths.folder + below); !made) return made;
  }
  return Done{};
}

Result<UniqueFd> LockFolder(const std::string& folder) {
  const std::string path = folder + "/lock";
  UniqueFd fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!fd) return Unwritable("output folder");
  if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) return UniqueFd();
  return fd;
}

Status WriteLetter(const OutputPaths& paths, const Record& record) {
  const std::string folder = paths.Letter(record.record_id);
  if (auto made = MakeFolder(folder); !made) return made;
  if (auto moved = MoveImages(paths, record); !moved) return moved;
  if (record.text) {
    if (auto put = KeepFile(folder + "/text.txt", *record.text + "\n"); !put) {
      return put;
    }
  }
  if (record.status == RecordStatus::kWithdrawn) {
    for (const std::string_view format : {kPdfFormat, kAltoFormat}) {
      ::unlink(paths.LetterArchive(record.record_id, format).c_str());
    }
  }
  if (record.status != RecordStatus::kFailed) {
    ::unlink(paths.QuarantineNote(record.record_id).c_str());
  } else if (auto put = WriteNote(paths, record); !put) {
    return put;
  }
  return ReplaceFile(folder + "/record.json", ToJsonPretty(record));
}

Status RemoveLetter(const OutputPaths& paths, const std::string& record_id) {
  std::error_code error;
  std::filesystem::remove_all(paths.Letter(record_id), error);
  if (error) {
    return Fail(ErrorCode::kOutputUnwritable, "letter", error.message());
  }
  ::unlink(paths.QuarantineNote(record_id).c_str());
  return Done{};
}

Status WriteLists(const OutputPaths& paths, Store& store) {
  if (auto written = WriteRecords(paths, store); !written) return written;
  return WriteReviewList(paths, store);
}

}  // namespace donthu

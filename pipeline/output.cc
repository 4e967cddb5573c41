#include "pipeline/output.h"

#include <fcntl.h>
#include <sys/file.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "models/record_json.h"
#include "pipeline/files.h"
#include "pipeline/text_forms.h"

namespace donthu {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

std::string Csv(std::string text) {
  if (!text.empty() &&
      std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) {
    text.insert(0, "'");
  }
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

std::string Joined(const std::vector<std::string>& texts,
                   const char* separator) {
  std::string joined;
  for (const std::string& text : texts) {
    if (!joined.empty()) joined += separator;
    joined += text;
  }
  return joined;
}

std::string Percent(double share) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.0f%%", share * 100);
  return text.data();
}

std::string ProbabilityList(const Classification& c) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < kLabels.size(); ++i) {
    if (c.probabilities[i] < 0.05) continue;
    parts.push_back(std::string(ToString(kLabels[i])) + " " +
                    Percent(c.probabilities[i]));
  }
  return Joined(parts, "; ");
}

// The page that made a person necessary, or the first.
const RecordPage* PageToLookAt(const Record& record) {
  for (const RecordPage& page : record.pages) {
    if (page.status != PageStatus::kOk) return &page;
  }
  return record.pages.empty() ? nullptr : &record.pages.front();
}

Status MoveImages(const OutputPaths& paths, const Record& record) {
  for (const RecordPage& page : record.pages) {
    if (!page.image) continue;
    const std::string from = paths.WorkImage(record.source.sha256, page.number);
    const std::string to = paths.folder + "/" + *page.image;
    if (::rename(from.c_str(), to.c_str()) != 0 && errno != ENOENT) {
      return Fail(ErrorCode::kOutputUnwritable, "page image",
                  std::strerror(errno));
    }
  }
  return Done{};
}

Status WriteQuarantine(const OutputPaths& paths, const Record& record) {
  std::string note = "file: " + record.source.file + "\n";
  note += "reason: " + std::string(ToString(record.error->code)) + "\n";
  note += "stage: " + record.error->stage + "\n";
  note += "what: " + record.error->subject + ": " + record.error->detail +
          "\nretry: donthu run … --retry-failed\n";
  return WriteFileAtomically(paths.Quarantine(record.record_id), note);
}

// A file that grows beside `path` and takes its name at the end.
class GrowingFile {
 public:
  explicit GrowingFile(std::string path) : path_(std::move(path)) {
    fd_ = UniqueFd(::open((path_ + ".tmp").c_str(),
                          O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  }

  Status Add(const std::string& text) {
    buffer_ += text;
    return buffer_.size() < kBufferBytes ? Status(Done{}) : Flush();
  }

  Status Finish() {
    if (auto flushed = Flush(); !flushed) return flushed;
    if (::fsync(fd_.get()) != 0 ||
        ::rename((path_ + ".tmp").c_str(), path_.c_str()) != 0) {
      return Unwritable();
    }
    return Done{};
  }

 private:
  static constexpr std::size_t kBufferBytes = 1 << 20;

  static Failure Unwritable() {
    return Fail(ErrorCode::kOutputUnwritable, "output file",
                std::strerror(errno));
  }

  Status Flush() {
    if (!fd_) return Unwritable();
    if (auto written = WriteAll(fd_.get(), buffer_); !written) return written;
    buffer_.clear();
    return Done{};
  }

  std::string path_;
  std::string buffer_;
  UniqueFd fd_;
};

void Count(const Record& record, OutputCounts& counts) {
  ++counts.letters;
  int* const by_status[] = {&counts.complete, &counts.needs_review,
                            &counts.failed, &counts.withdrawn};
  ++*by_status[static_cast<std::size_t>(record.status)];
  if (record.status == RecordStatus::kWithdrawn) return;
  for (const RecordPage& page : record.pages) {
    ++counts.pages;
    counts.pages_failed += page.status == PageStatus::kFailed ? 1 : 0;
  }
}

}  // namespace

std::string OutputPaths::Letter(const std::string& record_id) const {
  return folder + "/letters/" + record_id;
}

std::string OutputPaths::Quarantine(const std::string& record_id) const {
  return folder + "/quarantine/" + record_id + ".txt";
}

std::string OutputPaths::WorkImage(const std::string& sha256, int page) const {
  return Work() + "/" + sha256 + "-" + FourDigits(page) + ".png";
}

Status PrepareOutput(const OutputPaths& paths) {
  for (const char* below : {"", "/letters", "/quarantine", "/work"}) {
    if (auto made = MakeFolder(paths.folder + below); !made) return made;
  }
  return Done{};
}

Result<UniqueFd> LockOutput(const OutputPaths& paths) {
  UniqueFd fd(::open(paths.Lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!fd) {
    return Fail(ErrorCode::kOutputUnwritable, "output folder",
                std::strerror(errno));
  }
  if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) return UniqueFd();
  return fd;
}

Status WriteLetter(const OutputPaths& paths, const Record& record) {
  const std::string folder = paths.Letter(record.record_id);
  if (auto made = MakeFolder(folder); !made) return made;
  if (auto moved = MoveImages(paths, record); !moved) return moved;
  if (record.text) {
    if (auto put =
            WriteFileAtomically(folder + "/text.txt", *record.text + "\n");
        !put) {
      return put;
    }
  }
  if (record.status != RecordStatus::kFailed) {
    ::unlink(paths.Quarantine(record.record_id).c_str());
  } else if (auto put = WriteQuarantine(paths, record); !put) {
    return put;
  }
  return WriteFileAtomically(folder + "/record.json", ToJsonPretty(record));
}

Result<OutputCounts> WriteLists(const OutputPaths& paths, Store& store) {
  GrowingFile records(paths.Records());
  GrowingFile review(paths.ReviewList());
  OutputCounts counts;
  if (auto put = review.Add(ReviewHeader()); !put) return Fail(put.error());
  auto written = store.ForEachRecord([&](const std::string& json) -> Status {
    const auto record = RecordFromJson(json);
    if (!record) return Fail(record.error());
    Count(*record, counts);
    if (record->status == RecordStatus::kNeedsReview ||
        record->status == RecordStatus::kFailed) {
      if (auto put = review.Add(ReviewRow(*record)); !put) return put;
    }
    return records.Add(json + "\n");
  });
  if (written) written = records.Finish();
  if (written) written = review.Finish();
  if (!written) return Fail(written.error());
  return counts;
}

std::string ReviewHeader() {
  return std::string(kByteOrderMark) +
         "record_id,file,page,reasons,label,probabilities,image\n";
}

std::string ReviewRow(const Record& record) {
  const RecordPage* page = PageToLookAt(record);
  std::vector<std::string> reasons = record.review_reasons;
  if (record.error) reasons.emplace_back(ToString(record.error->code));
  const auto& c = record.classification;
  const std::vector<std::string> cells = {
      record.record_id,
      Csv(record.source.file),
      page == nullptr ? "" : std::to_string(page->number),
      Csv(Joined(reasons, "; ")),
      c ? std::string(ToString(c->label)) : "",
      c ? Csv(ProbabilityList(*c)) : "",
      page == nullptr ? "" : Csv(page->image.value_or(""))};
  return Joined(cells, ",") + "\n";
}

}  // namespace donthu

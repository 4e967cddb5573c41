// The output folder: what people and other systems read, made from the
// store.
#pragma once

#include <string>
#include <string_view>

#include "models/record.h"
#include "models/result.h"
#include "pipeline/store/store.h"
#include "pipeline/unique_fd.h"

namespace donthu {

// Where things lie below the output folder.
struct OutputPaths {
  std::string folder;

  std::string Records() const { return folder + "/records.jsonl"; }
  std::string ReviewList() const { return folder + "/review.csv"; }
  std::string RunReport() const { return folder + "/run.json"; }
  std::string Work() const { return folder + "/work"; }
  std::string Letter(const std::string& record_id) const;
  // Why a letter failed, for a person.
  std::string QuarantineNote(const std::string& record_id) const;
  // The bytes of a source without a readable letter.
  std::string QuarantinedSource(const std::string& sha256) const;
  // The page image before its letter is known, and after.
  std::string WorkImage(const std::string& sha256, int page) const;
  std::string LetterImage(const std::string& record_id, int page) const;
  // An archive copy before the store has its hash, and after: archive.pdf,
  // alto.xml.
  std::string WorkArchive(const std::string& record_id,
                          std::string_view format) const;
  std::string LetterArchive(const std::string& record_id,
                            std::string_view format) const;
};

// Makes the folder (0700) and what it needs. Fails with kOutputUnwritable.
Status PrepareOutput(const OutputPaths& paths);

// An exclusive lock on a folder, held as long as the descriptor is open.
// Empty where another run holds it.
Result<UniqueFd> LockFolder(const std::string& folder);

// letters/<record_id>/ with record.json, text.txt and the page images that
// wait in work/ or lie with a letter that this one supersedes; for a failed
// letter a note in quarantine/. Not synced to the disk. The same call again
// changes nothing.
Status WriteLetter(const OutputPaths& paths, const Record& record);

// Takes away what WriteLetter made.
Status RemoveLetter(const OutputPaths& paths, const std::string& record_id);

// records.jsonl and review.csv as the store has them. What changed nothing
// above is appended to records.jsonl; otherwise it is written anew and
// renamed.
Status WriteLists(const OutputPaths& paths, Store& store);

}  // namespace donthu

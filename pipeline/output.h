// The output folder: what people and other systems read, made from the
// store.
#pragma once

#include <string>
#include <vector>

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
  std::string Lock() const { return folder + "/lock"; }
  std::string Work() const { return folder + "/work"; }
  std::string Letter(const std::string& record_id) const;
  std::string Quarantine(const std::string& record_id) const;
  // The page image before its letter is known.
  std::string WorkImage(const std::string& sha256, int page) const;
};

// Makes the folder (0700) and what it needs. Fails with kOutputUnwritable.
Status PrepareOutput(const OutputPaths& paths);

// An exclusive lock on the folder, held as long as the descriptor is open.
// Empty where another run holds it.
Result<UniqueFd> LockOutput(const OutputPaths& paths);

// letters/<record_id>/ with record.json, text.txt and the page images that
// wait in work/; for a failed letter a note in quarantine/.
Status WriteLetter(const OutputPaths& paths, const Record& record);

struct OutputCounts {
  int letters = 0;
  int complete = 0;
  int needs_review = 0;
  int failed = 0;
  int withdrawn = 0;
  int pages = 0;         // in records
  int pages_failed = 0;  // of them

  friend bool operator==(const OutputCounts&, const OutputCounts&) = default;
};

// records.jsonl and review.csv anew, each in one rename.
Result<OutputCounts> WriteLists(const OutputPaths& paths, Store& store);

// One row of review.csv, with its line end. Text that a spreadsheet would
// take for a formula is given an apostrophe.
std::string ReviewRow(const Record& record);
std::string ReviewHeader();  // with a byte order mark, for spreadsheets

}  // namespace donthu

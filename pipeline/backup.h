// A copy of all that cannot be made anew: the store, the page images, the
// quarantined scans. Restored by copying it back and `donthu verify`.
#pragma once

#include <cstdint>
#include <string>

#include "models/result.h"
#include "pipeline/output.h"

namespace donthu {

struct BackupCounts {
  std::int64_t letters = 0;
  std::int64_t files_copied = 0;     // new or changed since the last backup
  std::int64_t folders_removed = 0;  // of letters purged since then

  friend bool operator==(const BackupCounts&, const BackupCounts&) = default;
};

// Copies to the folder `to`, also while a run goes on: the store as of one
// moment, then the files that it tells of. A second backup to the same folder
// copies what is new. Fails as Unwritable() tells, or as the store does.
Result<BackupCounts> Backup(const OutputPaths& paths,
                            const std::string& state_folder,
                            const std::string& to);

}  // namespace donthu

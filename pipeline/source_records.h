// What the records of one source say of the run they belong to.
#pragma once

#include <string>
#include <vector>

#include "models/result.h"
#include "pipeline/store/store.h"

namespace donthu {

struct SourceRecords {
  std::vector<std::string> record_ids;  // in order of pages, tombstones left
                                        // out
  int failed = 0;                       // of them

  friend bool operator==(const SourceRecords&, const SourceRecords&) = default;
};

Result<SourceRecords> RecordsOf(Store& store, const std::string& sha256);

}  // namespace donthu

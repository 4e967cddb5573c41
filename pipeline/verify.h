// Is everything still there, and is it what it was? Checks the store against
// itself and the output folder against the store.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/result.h"
#include "pipeline/output.h"
#include "pipeline/store/audit.h"
#include "pipeline/store/store.h"

namespace donthu {

enum class Mend {
  kLookOnly,
  kRebuild,  // what is made from the store is made anew where it differs; a
             // page without its image is read again by the next run
};

struct Finding {
  std::string subject;  // a record's id, a file below the output folder
  std::string what;     // one sentence
  bool mended = false;

  friend bool operator==(const Finding&, const Finding&) = default;
};

struct VerifyReport {
  Ledger ledger;
  AuditCheck audit;
  std::int64_t records = 0;  // checked against the contract and their hash
  std::int64_t images = 0;   // page images, by their hash
  std::vector<Finding> findings;

  bool IsWhole() const;  // nothing was found that was not mended
};

// Fails of the system's faults; damage is a finding.
Result<VerifyReport> Verify(const OutputPaths& paths, Store& store, Mend mend);

}  // namespace donthu

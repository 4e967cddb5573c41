// Records of letters whose text is not known: not yet, or not at all.
#pragma once

#include <map>
#include <string>

#include "models/record.h"
#include "pipeline/store/store.h"

namespace donthu {

// A fault with the stage it arose in.
struct StageFault {
  Error error;
  std::string stage;

  friend bool operator==(const StageFault&, const StageFault&) = default;
};

// What every letter of the source shares: source, received, provenance. In
// form a failed record without pages, for until a text is read it is one.
Record UnreadRecord(const StoredSource& source, const Provenance& provenance);

// The whole file failed: its pages too, where their number is known, so that
// none is missing from the ledger.
Record FailedRecord(const StoredSource& source, const Provenance& provenance,
                    const StageFault& fault);

// Every page failed; the first gives the reason. `faults` by page number,
// never empty.
Record FailedRecord(const StoredSource& source, const Provenance& provenance,
                    const std::map<int, StageFault>& faults);

}  // namespace donthu

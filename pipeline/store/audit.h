// Who changed which record when: a chain in which no link can be altered,
// taken out or put in without breaking all that follow.
#pragma once

#include <cstdint>
#include <string>

#include "models/result.h"
#include "pipeline/store/database.h"

namespace donthu {

struct AuditEvent {
  std::string at;     // RFC 3339, UTC; empty: not known (version 1)
  std::string event;  // "made", "reviewed", "withdrawn", "purged"
  std::string record_id;
  int revision = 1;
  std::string record_sha256;  // of the record's line of JSON; empty: not
                              // known
  friend bool operator==(const AuditEvent&, const AuditEvent&) = default;
};

// sha256 over the link before and this event, 64 hex digits. The first has
// an empty link before it.
std::string AuditLink(const std::string& before, const AuditEvent& event);

// Adds the event as the last link.
Status AppendToAudit(Database& database, const AuditEvent& event);

struct AuditCheck {
  std::int64_t links = 0;
  std::int64_t broken_at = 0;  // id of the first that does not fit; 0: none

  friend bool operator==(const AuditCheck&, const AuditCheck&) = default;
};
// Follows the chain from its beginning.
Result<AuditCheck> CheckAudit(Database& database);

}  // namespace donthu

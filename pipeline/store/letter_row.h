// A letter in the store: a narrow row that is counted and looked through,
// and the record itself in another table.
#pragma once

#include <string>
#include <string_view>

#include "models/record.h"
#include "models/result.h"
#include "pipeline/store/database.h"

namespace donthu {

// In place of a record's status where only its id and hash were kept.
inline constexpr std::string_view kPurged = "purged";

struct LetterRow {
  std::string record_id;
  std::string sha256;  // of the source
  int first_page = 0;  // 0: none
  int revision = 1;
  bool reviewed = false;
  std::string status;  // as in the record, or kPurged
  int pages = 0;
  int pages_failed = 0;
  int pages_blank = 0;
  int pages_separator = 0;
  std::string record_sha256;  // of the record's line of JSON

  friend bool operator==(const LetterRow&, const LetterRow&) = default;
};

// `line`: ToJsonLine(record).
LetterRow RowOf(const Record& record, std::string_view line);

// Puts row and record in place of those that were there; the row. `line`:
// ToJsonLine(record).
Result<LetterRow> PutLetterRow(Database& database, const Record& record,
                               std::string_view line);

// What a SELECT of records in the contract's order comes from. CROSS JOIN is
// SQLite's word for "in this order": it walks the sources by their place, and
// neither reads nor sorts records that are not asked for.
inline constexpr const char* kRecordsBySource =
    " FROM sources CROSS JOIN letters USING (sha256)"
    " CROSS JOIN records USING (record_id)";

// The columns of LetterRow, in its order, for a SELECT from letters; and a
// row that was selected so.
inline constexpr const char* kLetterColumns =
    "letters.record_id, letters.sha256, first_page, revision, reviewed,"
    " status, pages, pages_failed, pages_blank, pages_separator,"
    " record_sha256";
LetterRow RowIn(const Statement& statement);

}  // namespace donthu

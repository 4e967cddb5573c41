#include "pipeline/store/schema.h"

#include <string>
#include <utility>
#include <vector>

#include "models/record_json.h"
#include "pipeline/store/audit.h"
#include "pipeline/store/letter_row.h"

namespace donthu {
namespace {

// `letters` is narrow, so that counting 100,000 of them takes milliseconds;
// what is long stands in `records`, the longest last: SQLite reads a row up to
// the column that is asked for. `names` is the one place of file names.
constexpr const char* kTables = R"(
CREATE TABLE batches (
  id INTEGER PRIMARY KEY,
  as_of TEXT NOT NULL,
  received TEXT
);
CREATE TABLE sources (
  sha256 TEXT PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES batches (id),
  position INTEGER NOT NULL,
  media_type TEXT NOT NULL DEFAULT '',
  page_count INTEGER NOT NULL DEFAULT 0,
  letter_key TEXT NOT NULL DEFAULT '',
  purged INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX sources_in_order ON sources (batch, position);
CREATE TABLE names (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES sources (sha256),
  name TEXT NOT NULL,
  UNIQUE (sha256, name)
);
CREATE TABLE files (
  device INTEGER NOT NULL,
  inode INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  modified_ns INTEGER NOT NULL,
  changed_ns INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (device, inode)
) WITHOUT ROWID;
CREATE TABLE pages (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES sources (sha256),
  number INTEGER NOT NULL,
  key TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  image_sha256 TEXT NOT NULL,
  readings INTEGER NOT NULL DEFAULT 1,
  result TEXT NOT NULL,
  UNIQUE (sha256, number)
);
CREATE INDEX pages_by_content ON pages (content_sha256, key);
CREATE TABLE keys (
  key TEXT PRIMARY KEY,
  parts TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE letters (
  record_id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES sources (sha256),
  first_page INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  reviewed INTEGER NOT NULL,
  status TEXT NOT NULL,
  pages INTEGER NOT NULL,
  pages_failed INTEGER NOT NULL,
  pages_blank INTEGER NOT NULL,
  pages_separator INTEGER NOT NULL,
  record_sha256 TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX letters_of_source ON letters (sha256, first_page);
CREATE INDEX letters_by_status ON letters (status);
CREATE TABLE records (
  id INTEGER PRIMARY KEY,
  record_id TEXT NOT NULL UNIQUE REFERENCES letters (record_id),
  review_row TEXT NOT NULL,
  record TEXT NOT NULL
);
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  record_id TEXT NOT NULL,
  revision INTEGER NOT NULL
);
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  event TEXT NOT NULL,
  record_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  record_sha256 TEXT NOT NULL,
  link TEXT NOT NULL
);
CREATE TABLE lists (
  name TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  position INTEGER NOT NULL,
  stale INTEGER NOT NULL
) WITHOUT ROWID;
)";

// New in version 3.
constexpr const char* kArchives = R"(
CREATE TABLE archives (
  record_id TEXT NOT NULL,
  format TEXT NOT NULL,
  key TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (record_id, format)
) WITHOUT ROWID;
)";

// New in version 4. `pairs`: eight hex digits each.
constexpr const char* kSketches = R"(
CREATE TABLE sketches (
  id INTEGER PRIMARY KEY,
  record_id TEXT NOT NULL UNIQUE REFERENCES letters (record_id),
  words INTEGER NOT NULL,
  writers INTEGER NOT NULL,
  pairs TEXT NOT NULL
);
CREATE TABLE sketch_pairs (
  pair INTEGER NOT NULL,
  sketch INTEGER NOT NULL,
  PRIMARY KEY (pair, sketch)
) WITHOUT ROWID;
CREATE TABLE sketch_keys (
  key TEXT NOT NULL,
  sketch INTEGER NOT NULL,
  PRIMARY KEY (key, sketch)
) WITHOUT ROWID;
CREATE INDEX sketch_keys_of ON sketch_keys (sketch);
CREATE TABLE secrets (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE unlinked (
  record_id TEXT PRIMARY KEY
) WITHOUT ROWID;
INSERT INTO unlinked SELECT record_id FROM letters
  WHERE status IN ('complete', 'needs_review');
)";

constexpr const char* kVersion1Aside = R"(
DROP INDEX sources_in_order;
DROP INDEX letters_of_source;
ALTER TABLE batches RENAME TO old_batches;
ALTER TABLE sources RENAME TO old_sources;
ALTER TABLE names RENAME TO old_names;
ALTER TABLE pages RENAME TO old_pages;
ALTER TABLE letters RENAME TO old_letters;
ALTER TABLE audit RENAME TO old_audit;
)";

// Version 1 kept no page's content and no image's hash: such pages are not
// found by content, and their images are checked for being whole alone.
constexpr const char* kVersion1Copied = R"(
INSERT INTO batches SELECT id, as_of, received FROM old_batches;
INSERT INTO sources (sha256, batch, position, media_type, page_count,
                     letter_key)
  SELECT sha256, batch, position, media_type, page_count, letter_key
  FROM old_sources;
INSERT INTO names SELECT id, sha256, name FROM old_names;
INSERT INTO pages (sha256, number, key, content_sha256, image_sha256, result)
  SELECT sha256, number, key, '', '', result FROM old_pages;
)";

constexpr const char* kVersion1Gone = R"(
DROP TABLE old_audit;
DROP TABLE old_letters;
DROP TABLE old_pages;
DROP TABLE old_names;
DROP TABLE old_sources;
DROP TABLE old_batches;
)";

Status CopyLettersOfVersion1(Database& database) {
  auto old = database.Prepare("SELECT record FROM old_letters");
  if (!old) return Fail(old.error());
  for (;;) {
    const auto row = old->Step();
    if (!row) return Fail(row.error());
    if (!*row) return Done{};
    const auto record = RecordFromJson(old->Text(0));
    if (!record) return Fail(record.error());
    const auto put = PutLetterRow(database, *record, ToJsonLine(*record));
    if (!put) return Fail(put.error());
  }
}

// What an event made is known of the last one of each record only.
Status CopyAuditOfVersion1(Database& database) {
  auto old = database.Prepare(
      "SELECT event, old_audit.record_id, old_audit.revision,"
      " coalesce(record_sha256, '') FROM old_audit LEFT JOIN letters"
      " ON letters.record_id = old_audit.record_id"
      " AND letters.revision = old_audit.revision ORDER BY id");
  if (!old) return Fail(old.error());
  for (;;) {
    const auto row = old->Step();
    if (!row) return Fail(row.error());
    if (!*row) return Done{};
    auto put = AppendToAudit(database,
                             {"", old->Text(0), old->Text(1),
                              static_cast<int>(old->Number(2)), old->Text(3)});
    if (!put) return put;
  }
}

Status FromVersion1(Database& database) {
  for (const char* sql : {kVersion1Aside, kTables, kVersion1Copied}) {
    if (auto done = database.Execute(sql); !done) return done;
  }
  if (auto done = CopyLettersOfVersion1(database); !done) return done;
  if (auto done = CopyAuditOfVersion1(database); !done) return done;
  return database.Execute(kVersion1Gone);
}

Result<std::int64_t> VersionOf(Database& database) {
  const auto version = database.Pragma("user_version");
  if (!version) return Fail(version.error());
  return std::int64_t{std::stoll(*version)};
}

}  // namespace

Status BringUpToDate(Database& database) {
  auto version = VersionOf(database);
  if (!version) return Fail(version.error());
  if (*version == kStoreVersion) return Done{};
  auto transaction = Transaction::Begin(database);
  if (!transaction) return Fail(transaction.error());
  version = VersionOf(database);  // another program may have been quicker
  if (!version) return Fail(version.error());
  if (*version > kStoreVersion) {
    return Fail(ErrorCode::kStoreFailed, "store",
                "was made by a newer program; install that one");
  }
  if (*version == kStoreVersion) return Done{};
  Status made = Done{};
  if (*version == 0) made = database.Execute(kTables);
  if (*version == 1) made = FromVersion1(database);
  if (made && *version < 3) made = database.Execute(kArchives);
  if (made) made = database.Execute(kSketches);
  if (!made) return made;
  auto named = database.Execute("PRAGMA user_version = " +
                                std::to_string(kStoreVersion));
  if (!named) return named;
  return transaction->Commit();
}

}  // namespace donthu

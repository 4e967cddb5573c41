#include "pipeline/store/store.h"

#include <algorithm>
#include <utility>

#include "models/record_json.h"

namespace donthu {
namespace {

constexpr std::int64_t kVersion = 1;

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
  letter_key TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX sources_in_order ON sources (batch, position);
CREATE TABLE names (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES sources (sha256),
  name TEXT NOT NULL,
  UNIQUE (sha256, name)
);
CREATE TABLE pages (
  sha256 TEXT NOT NULL REFERENCES sources (sha256),
  number INTEGER NOT NULL,
  key TEXT NOT NULL,
  result TEXT NOT NULL,
  PRIMARY KEY (sha256, number)
) WITHOUT ROWID;
CREATE TABLE letters (
  record_id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES sources (sha256),
  first_page INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  reviewed INTEGER NOT NULL,
  record TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX letters_of_source ON letters (sha256, first_page);
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  record_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  event TEXT NOT NULL
);
)";

Status Run(Result<Statement> statement,
           const std::function<void(Statement&)>& bind) {
  if (!statement) return Fail(statement.error());
  bind(*statement);
  return statement->Run();
}

int FirstPage(const Record& record) {
  return record.source.page_numbers.empty()
             ? 0
             : record.source.page_numbers.front();
}

}  // namespace

std::string StorePath(const std::string& state_folder) {
  return state_folder + "/store.sqlite";
}

Result<std::unique_ptr<Store>> Store::Open(const std::string& path) {
  auto database = Database::Open(path);
  if (!database) return Fail(database.error());
  std::unique_ptr<Store> store(new Store(std::move(*database)));
  if (auto migrated = store->Migrate(); !migrated) {
    return Fail(migrated.error());
  }
  return store;
}

Status Store::Migrate() {
  auto statement = database_.Prepare("PRAGMA user_version");
  if (!statement) return Fail(statement.error());
  if (auto row = statement->Step(); !row) return Fail(row.error());
  const std::int64_t version = statement->Number(0);
  if (version == kVersion) return Done{};
  if (version != 0) {
    return Fail(ErrorCode::kStoreFailed, "store",
                "was made by a newer program; install that one");
  }
  statement = Result<Statement>(Statement());
  auto transaction = Transaction::Begin(database_);
  if (!transaction) return Fail(transaction.error());
  if (auto made =
          database_.Execute(std::string(kTables) + "PRAGMA user_version = " +
                            std::to_string(kVersion));
      !made) {
    return made;
  }
  return transaction->Commit();
}

Result<Batch> Store::BeginBatch(const std::string& as_of,
                                const std::optional<std::string>& received) {
  auto statement = database_.Prepare(
      "INSERT INTO batches (as_of, received) VALUES (?, ?) RETURNING id");
  if (!statement) return Fail(statement.error());
  const auto row = statement->Bind(as_of).BindOptional(received).Step();
  if (!row) return Fail(row.error());
  Batch batch{statement->Number(0), as_of, received};
  if (auto run = statement->Run(); !run) return Fail(run.error());
  return batch;
}

Result<std::vector<std::string>> Store::NamesOf(const std::string& sha256) {
  auto statement =
      database_.Prepare("SELECT name FROM names WHERE sha256 = ? ORDER BY id");
  if (!statement) return Fail(statement.error());
  statement->Bind(sha256);
  std::vector<std::string> names;
  for (;;) {
    const auto row = statement->Step();
    if (!row) return Fail(row.error());
    if (!*row) return names;
    names.push_back(statement->Text(0));
  }
}

Result<std::optional<StoredSource>> Store::FindSource(
    const std::string& sha256) {
  auto statement = database_.Prepare(
      "SELECT batches.id, as_of, received, position, media_type, page_count,"
      " letter_key FROM sources JOIN batches ON batches.id = batch"
      " WHERE sha256 = ?");
  if (!statement) return Fail(statement.error());
  const auto row = statement->Bind(sha256).Step();
  if (!row) return Fail(row.error());
  if (!*row) return std::optional<StoredSource>();
  StoredSource source;
  source.sha256 = sha256;
  source.batch = {statement->Number(0), statement->Text(1),
                  statement->OptionalText(2)};
  source.position = statement->Number(3);
  source.media_type = statement->Text(4);
  source.page_count = static_cast<int>(statement->Number(5));
  source.letter_key = statement->Text(6);
  auto names = NamesOf(sha256);
  if (!names) return Fail(names.error());
  source.names = std::move(*names);
  return std::optional<StoredSource>(std::move(source));
}

Status Store::PutSource(const StoredSource& source) {
  auto transaction = Transaction::Begin(database_);
  if (!transaction) return Fail(transaction.error());
  auto put =
      Run(database_.Prepare("INSERT OR IGNORE INTO sources (sha256, batch,"
                            " position) VALUES (?, ?, ?)"),
          [&](Statement& s) {
            s.Bind(source.sha256).Bind(source.batch.id).Bind(source.position);
          });
  for (const std::string& name : source.names) {
    if (!put) return put;
    put = Run(database_.Prepare("INSERT OR IGNORE INTO names (sha256, name)"
                                " VALUES (?, ?)"),
              [&](Statement& s) { s.Bind(source.sha256).Bind(name); });
  }
  if (!put) return put;
  return transaction->Commit();
}

Status Store::SetInspected(const std::string& sha256,
                           const std::string& media_type, int page_count) {
  return Run(
      database_.Prepare("UPDATE sources SET media_type = ?,"
                        " page_count = ? WHERE sha256 = ?"),
      [&](Statement& s) { s.Bind(media_type).Bind(page_count).Bind(sha256); });
}

Result<std::optional<std::string>> Store::FindPage(const std::string& sha256,
                                                   int number,
                                                   const std::string& key) {
  auto statement = database_.Prepare(
      "SELECT result FROM pages WHERE sha256 = ? AND number = ? AND key = ?");
  if (!statement) return Fail(statement.error());
  const auto row = statement->Bind(sha256).Bind(number).Bind(key).Step();
  if (!row) return Fail(row.error());
  if (!*row) return std::optional<std::string>();
  return std::optional<std::string>(statement->Text(0));
}

Status Store::PutPage(const std::string& sha256, int number,
                      const std::string& key, const std::string& result_json) {
  return Run(database_.Prepare("INSERT OR REPLACE INTO pages (sha256, number,"
                               " key, result) VALUES (?, ?, ?, ?)"),
             [&](Statement& s) {
               s.Bind(sha256).Bind(number).Bind(key).Bind(result_json);
             });
}

Result<std::optional<StoredRecord>> Store::FindRecord(
    const std::string& record_id) {
  auto statement = database_.Prepare(
      "SELECT record, revision, reviewed FROM letters WHERE record_id = ?");
  if (!statement) return Fail(statement.error());
  const auto row = statement->Bind(record_id).Step();
  if (!row) return Fail(row.error());
  if (!*row) return std::optional<StoredRecord>();
  return std::optional<StoredRecord>(
      StoredRecord{statement->Text(0), static_cast<int>(statement->Number(1)),
                   statement->Number(2) != 0});
}

// Compares what was with what is, the revision apart.
Status Store::PutRecord(Record& record, std::string_view event) {
  const auto old = FindRecord(record.record_id);
  if (!old) return Fail(old.error());
  if (*old) {
    record.revision = (*old)->revision;
    if (ToJsonLine(record) == (*old)->json) return Done{};
    ++record.revision;
  } else {
    record.revision = 1;
  }
  auto put =
      Run(database_.Prepare("INSERT OR REPLACE INTO letters (record_id, sha256,"
                            " first_page, revision, reviewed, record)"
                            " VALUES (?, ?, ?, ?, ?, ?)"),
          [&](Statement& s) {
            s.Bind(record.record_id)
                .Bind(record.source.sha256)
                .Bind(FirstPage(record))
                .Bind(record.revision)
                .Bind(record.review ? 1 : 0)
                .Bind(ToJsonLine(record));
          });
  if (!put) return put;
  return Run(database_.Prepare("INSERT INTO audit (record_id, revision, event)"
                               " VALUES (?, ?, ?)"),
             [&](Statement& s) {
               s.Bind(record.record_id).Bind(record.revision).Bind(event);
             });
}

Status Store::PutLetters(const std::string& sha256,
                         const std::string& letter_key,
                         std::vector<Record>& records) {
  auto transaction = Transaction::Begin(database_);
  if (!transaction) return Fail(transaction.error());
  if (auto withdrawn = WithdrawOthers(sha256, records); !withdrawn) {
    return withdrawn;
  }
  for (Record& record : records) {
    const auto old = FindRecord(record.record_id);
    if (!old) return Fail(old.error());
    if (*old && (*old)->reviewed) {
      auto kept = RecordFromJson((*old)->json);
      if (!kept) return Fail(kept.error());
      record = std::move(*kept);
      continue;
    }
    const bool withdrawn = record.status == RecordStatus::kWithdrawn;
    if (auto put = PutRecord(record, withdrawn ? "withdrawn" : "made"); !put) {
      return put;
    }
  }
  auto keyed = Run(
      database_.Prepare("UPDATE sources SET letter_key = ? WHERE sha256 = ?"),
      [&](Statement& s) { s.Bind(letter_key).Bind(sha256); });
  if (!keyed) return keyed;
  return transaction->Commit();
}

// Letters of the source that are no longer among its letters leave a
// tombstone that names what took their place.
Status Store::WithdrawOthers(const std::string& sha256,
                             std::vector<Record>& records) {
  std::vector<Record> gone;
  const auto looked =
      ForEachRecordOf(sha256, [&](const std::string& json) -> Status {
        auto old = RecordFromJson(json);
        if (!old) return Fail(old.error());
        const bool stays = std::any_of(
            records.begin(), records.end(),
            [&](const Record& r) { return r.record_id == old->record_id; });
        if (!stays) gone.push_back(std::move(*old));
        return Done{};
      });
  if (!looked) return looked;
  const std::size_t made = records.size();
  for (Record& old : gone) {
    for (std::size_t i = 0; i < made; ++i) {
      records[i].supersedes.push_back(old.record_id);
    }
    if (old.status == RecordStatus::kWithdrawn) continue;
    old.status = RecordStatus::kWithdrawn;
    for (std::size_t i = 0; i < made; ++i) {
      old.superseded_by.push_back(records[i].record_id);
    }
    records.push_back(std::move(old));
  }
  return Done{};
}

Status Store::PutReview(Record& record) {
  auto transaction = Transaction::Begin(database_);
  if (!transaction) return Fail(transaction.error());
  if (auto put = PutRecord(record, "reviewed"); !put) return put;
  return transaction->Commit();
}

Status Store::ForEachRow(Result<Statement> statement, const TakeRecord& take) {
  if (!statement) return Fail(statement.error());
  for (;;) {
    const auto row = statement->Step();
    if (!row) return Fail(row.error());
    if (!*row) return Done{};
    if (auto taken = take(statement->Text(0)); !taken) return taken;
  }
}

Status Store::ForEachRecord(const TakeRecord& take) {
  return ForEachRow(
      database_.Prepare("SELECT record FROM letters JOIN sources USING (sha256)"
                        " ORDER BY batch, position, first_page"),
      take);
}

Status Store::ForEachRecordOf(const std::string& sha256,
                              const TakeRecord& take) {
  auto statement = database_.Prepare(
      "SELECT record FROM letters WHERE sha256 = ? ORDER BY first_page");
  if (statement) statement->Bind(sha256);
  return ForEachRow(std::move(statement), take);
}

}  // namespace donthu

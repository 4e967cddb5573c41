#include "pipeline/store/store.h"

#include <utility>

#include "pipeline/store/run_statement.h"
#include "pipeline/store/schema.h"

namespace donthu {

std::string StorePath(const std::string& state_folder) {
  return state_folder + "/store.sqlite";
}

Result<std::unique_ptr<Store>> Store::Open(const std::string& path) {
  auto database = Database::Open(path);
  if (!database) return Fail(database.error());
  if (auto made = BringUpToDate(*database); !made) return Fail(made.error());
  return std::unique_ptr<Store>(new Store(std::move(*database)));
}

Status Store::Checkpoint() {
  const auto done = database_.Pragma("wal_checkpoint(TRUNCATE)");
  if (!done) return Fail(done.error());
  return Done{};
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

Result<std::vector<std::string>> Store::Sources() {
  std::vector<std::string> all;
  auto read =
      ForEachRow(database_.Prepare("SELECT sha256 FROM sources"
                                   " WHERE page_count > 0 AND purged = 0"
                                   " ORDER BY batch, position"),
                 [&](const std::string& sha256) -> Status {
                   all.push_back(sha256);
                   return Done{};
                 });
  if (!read) return Fail(read.error());
  return all;
}

Result<std::optional<StoredSource>> Store::FindSource(
    const std::string& sha256) {
  auto statement = database_.Prepare(
      "SELECT batches.id, as_of, received, position, media_type, page_count,"
      " letter_key, purged FROM sources JOIN batches ON batches.id = batch"
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
  source.purged = statement->Number(7) != 0;
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
    auto added = database_.Prepare(
        "INSERT OR IGNORE INTO names (sha256, name) VALUES (?, ?)"
        " RETURNING id");
    if (!added) return Fail(added.error());
    const auto is_new = added->Bind(source.sha256).Bind(name).Step();
    if (!is_new) return Fail(is_new.error());
    if (!*is_new) continue;
    if (put = added->Run(); !put) return put;
    put = Run(database_.Prepare(
                  "UPDATE sources SET letter_key = '' WHERE sha256 = ?"),
              [&](Statement& s) { s.Bind(source.sha256); });
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

Result<std::optional<KnownFile>> Store::FindFile(const FileIdentity& file,
                                                 const std::string& name) {
  auto statement = database_.Prepare(
      "SELECT files.sha256, coalesce(letter_key, ''),"
      " coalesce(purged = 0, 0) AND EXISTS (SELECT 1 FROM names WHERE"
      " names.sha256 = files.sha256 AND name = ?) FROM files LEFT JOIN sources"
      " ON sources.sha256 = files.sha256 WHERE device = ? AND inode = ? AND"
      " bytes = ? AND modified_ns = ? AND changed_ns = ?");
  if (!statement) return Fail(statement.error());
  const auto row = statement->Bind(name)
                       .Bind(file.device)
                       .Bind(file.inode)
                       .Bind(file.bytes)
                       .Bind(file.modified_ns)
                       .Bind(file.changed_ns)
                       .Step();
  if (!row) return Fail(row.error());
  if (!*row) return std::optional<KnownFile>();
  return std::optional<KnownFile>(KnownFile{
      statement->Text(0), statement->Text(1), statement->Number(2) != 0});
}

Status Store::PutFile(const FileIdentity& file, const std::string& sha256) {
  return Run(database_.Prepare(
                 "INSERT OR REPLACE INTO files (device, inode, bytes,"
                 " modified_ns, changed_ns, sha256) VALUES (?, ?, ?, ?, ?, ?)"),
             [&](Statement& s) {
               s.Bind(file.device)
                   .Bind(file.inode)
                   .Bind(file.bytes)
                   .Bind(file.modified_ns)
                   .Bind(file.changed_ns)
                   .Bind(sha256);
             });
}

Status Store::PutKey(const std::string& key, const std::string& parts) {
  return Run(database_.Prepare(
                 "INSERT OR IGNORE INTO keys (key, parts) VALUES (?, ?)"),
             [&](Statement& s) { s.Bind(key).Bind(parts); });
}

Result<std::optional<std::string>> Store::FindKey(const std::string& key) {
  return FirstText(database_.Prepare("SELECT parts FROM keys WHERE key = ?"),
                   [&](Statement& s) { s.Bind(key); });
}

}  // namespace donthu

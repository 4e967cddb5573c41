#include "pipeline/store/run_statement.h"
#include "pipeline/store/store.h"

namespace donthu {

Result<std::vector<StoredArchive>> Store::ArchivesOf(
    const std::string& record_id) {
  auto statement = database_.Prepare(
      "SELECT format, key, sha256 FROM archives WHERE record_id = ?"
      " ORDER BY format");
  if (!statement) return Fail(statement.error());
  statement->Bind(record_id);
  std::vector<StoredArchive> archives;
  for (;;) {
    const auto row = statement->Step();
    if (!row) return Fail(row.error());
    if (!*row) return archives;
    archives.push_back(
        {statement->Text(0), statement->Text(1), statement->Text(2)});
  }
}

Status Store::PutArchives(const LetterRow& letter,
                          const std::vector<StoredArchive>& archives) {
  auto transaction = Transaction::Begin(database_);
  if (!transaction) return Fail(transaction.error());
  for (const StoredArchive& archive : archives) {
    auto put = Run(
        database_.Prepare("INSERT OR REPLACE INTO archives (record_id, format,"
                          " key, sha256) VALUES (?, ?, ?, ?)"),
        [&](Statement& s) {
          s.Bind(letter.record_id)
              .Bind(archive.format)
              .Bind(archive.key)
              .Bind(archive.sha256);
        });
    if (!put) return put;
  }
  auto put = Run(
      database_.Prepare("INSERT INTO outbox (record_id, revision)"
                        " VALUES (?, ?)"),
      [&](Statement& s) { s.Bind(letter.record_id).Bind(letter.revision); });
  return put ? transaction->Commit() : put;
}

Status Store::ForgetArchive(const std::string& record_id,
                            const std::string& format) {
  return Run(database_.Prepare(
                 "DELETE FROM archives WHERE record_id = ? AND format = ?"),
             [&](Statement& s) { s.Bind(record_id).Bind(format); });
}

}  // namespace donthu

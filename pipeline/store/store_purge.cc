#include <chrono>

#include "pipeline/store/audit.h"
#include "pipeline/store/run_statement.h"
#include "pipeline/store/store.h"
#include "pipeline/text_forms.h"

namespace donthu {

Result<std::vector<std::string>> Store::LettersBefore(const std::string& day) {
  auto statement = database_.Prepare(
      "SELECT record_id FROM letters JOIN sources USING (sha256)"
      " JOIN batches ON batches.id = batch"
      " WHERE coalesce(received, as_of) < ? AND status <> 'purged'"
      " ORDER BY batch, position, first_page");
  if (!statement) return Fail(statement.error());
  statement->Bind(day);
  std::vector<std::string> ids;
  for (;;) {
    const auto row = statement->Step();
    if (!row) return Fail(row.error());
    if (!*row) return ids;
    ids.push_back(statement->Text(0));
  }
}

Status Store::Purge(const LetterRow& letter) {
  auto transaction = Transaction::Begin(database_);
  if (!transaction) return Fail(transaction.error());
  const auto by_id = [&](Statement& s) { s.Bind(letter.record_id); };
  const auto by_pages = [&](Statement& s) {
    s.Bind(letter.sha256)
        .Bind(letter.first_page)
        .Bind(letter.first_page + letter.pages);
  };
  auto done = Run(database_.Prepare("DELETE FROM pages WHERE sha256 = ? AND"
                                    " number >= ? AND number < ?"),
                  by_pages);
  if (done) {
    done = Run(database_.Prepare("DELETE FROM records WHERE record_id = ?"),
               by_id);
  }
  if (done) {
    done = Run(database_.Prepare("DELETE FROM archives WHERE record_id = ?"),
               by_id);
  }
  if (done) done = DropSketch(letter.record_id);
  if (done) done = SetLinked(letter.record_id);
  if (done) {
    done = Run(database_.Prepare("UPDATE letters SET status = 'purged'"
                                 " WHERE record_id = ?"),
               by_id);
  }
  if (done) {
    done = AppendToAudit(
        database_, {UtcText(std::chrono::system_clock::now()), "purged",
                    letter.record_id, letter.revision, letter.record_sha256});
  }
  if (done) {
    done = Run(
        database_.Prepare("INSERT INTO outbox (record_id, revision)"
                          " VALUES (?, ?)"),
        [&](Statement& s) { s.Bind(letter.record_id).Bind(letter.revision); });
  }
  if (done) done = database_.Execute("UPDATE lists SET stale = 1");
  if (done) done = PurgeSourceWithoutLetters(letter.sha256);
  if (!done) return done;
  return transaction->Commit();
}

// With its last letter goes what is left of a source: its names, and the
// pages that are in no letter.
Status Store::PurgeSourceWithoutLetters(const std::string& sha256) {
  const auto by_hash = [&](Statement& s) { s.Bind(sha256); };
  const auto left = FirstText(
      database_.Prepare("SELECT 1 FROM letters WHERE sha256 = ? AND"
                        " status NOT IN ('purged', 'withdrawn') LIMIT 1"),
      by_hash);
  if (!left) return Fail(left.error());
  if (*left) return Done{};
  for (const char* sql : {"DELETE FROM pages WHERE sha256 = ?",
                          "DELETE FROM names WHERE sha256 = ?",
                          "DELETE FROM files WHERE sha256 = ?",
                          "UPDATE sources SET purged = 1 WHERE sha256 = ?"}) {
    if (auto gone = Run(database_.Prepare(sql), by_hash); !gone) return gone;
  }
  // Tombstones tell names and texts, too; one leads to the next.
  std::optional<LetterRow> tombstone;
  auto listed = ForEachLetterOf(sha256, [&](const LetterRow& letter) {
    if (letter.status == "withdrawn") tombstone = letter;
    return Status(Done{});
  });
  return listed && tombstone ? Purge(*tombstone) : listed;
}

}  // namespace donthu

#include <algorithm>
#include <chrono>
#include <utility>

#include "models/record_json.h"
#include "pipeline/repeats.h"
#include "pipeline/store/audit.h"
#include "pipeline/store/run_statement.h"
#include "pipeline/store/store.h"
#include "pipeline/text_forms.h"

namespace donthu {
namespace {

constexpr const char* kInOrder =
    " ORDER BY batch, position, first_page, record_id";

// Letters of one source that share a page; one that lists none shares all.
bool SharePages(const Record& a, const Record& b) {
  const std::vector<int>& first = a.source.page_numbers;
  const std::vector<int>& second = b.source.page_numbers;
  if (first.empty() || second.empty()) return true;
  return first.front() <= second.back() && second.front() <= first.back();
}

// Of a letter that is made anew: what a person decided, and what comparing it
// with others gave, until it is compared again.
void TakeOver(const Record& former, Record& record) {
  if (former.review) {
    record = former;
    return;
  }
  const bool read = record.status == RecordStatus::kComplete ||
                    record.status == RecordStatus::kNeedsReview;
  if (!read) return;
  SetRepeats({former.exact_of, former.similar}, record);
}

// Letters of the source that are no longer among its letters leave a
// tombstone that names what took their place: the letters with their pages.
void WithdrawOthers(const std::vector<FormerLetter>& former,
                    std::vector<Record>& records) {
  const std::size_t made = records.size();
  for (const FormerLetter& letter : former) {
    const auto end = records.begin() + static_cast<std::ptrdiff_t>(made);
    const bool stays = std::any_of(records.begin(), end, [&](const Record& r) {
      return r.record_id == letter.record.record_id;
    });
    if (stays) continue;
    Record old = letter.record;
    for (std::size_t i = 0; i < made; ++i) {
      if (!SharePages(records[i], old)) continue;
      records[i].supersedes.push_back(old.record_id);
    }
    if (old.status == RecordStatus::kWithdrawn) continue;
    old.status = RecordStatus::kWithdrawn;
    old.error.reset();  // a failed letter alone has one
    // They lie with the letters that took its place.
    for (RecordPage& page : old.pages) page.image.reset();
    for (std::size_t i = 0; i < made; ++i) {
      if (!SharePages(records[i], old)) continue;
      old.superseded_by.push_back(records[i].record_id);
    }
    records.push_back(std::move(old));
  }
}

StoredRecord StoredRecordIn(const Statement& statement) {
  return {statement.Text(0), static_cast<int>(statement.Number(1)),
          statement.Number(2) != 0};
}

std::string Now() { return UtcText(std::chrono::system_clock::now()); }

}  // namespace

Result<std::optional<StoredRecord>> Store::FindRecord(
    const std::string& record_id) {
  auto statement = database_.Prepare(
      "SELECT record, revision, reviewed FROM letters JOIN records USING"
      " (record_id) WHERE record_id = ?");
  if (!statement) return Fail(statement.error());
  const auto row = statement->Bind(record_id).Step();
  if (!row) return Fail(row.error());
  if (!*row) return std::optional<StoredRecord>();
  return std::optional<StoredRecord>(StoredRecordIn(*statement));
}

Result<std::optional<LetterRow>> Store::FindLetter(
    const std::string& record_id) {
  auto statement = database_.Prepare(std::string("SELECT ") + kLetterColumns +
                                     " FROM letters WHERE record_id = ?");
  if (!statement) return Fail(statement.error());
  const auto row = statement->Bind(record_id).Step();
  if (!row) return Fail(row.error());
  if (!*row) return std::optional<LetterRow>();
  return std::optional<LetterRow>(RowIn(*statement));
}

Status Store::PutRecord(Record& record, const std::string& event) {
  const auto old = FindRecord(record.record_id);
  if (!old) return Fail(old.error());
  return PutRecord(record, *old ? &**old : nullptr, event);
}

// Compares what was with what is, the revision apart. The outbox gets its
// row in any case: pages that were read again have new images.
Status Store::PutRecord(Record& record, const StoredRecord* old,
                        const std::string& event) {
  record.revision = old != nullptr ? old->revision : 1;
  std::string line = ToJsonLine(record);
  if (old == nullptr || line != old->json) {
    if (old != nullptr) {
      ++record.revision;
      line = ToJsonLine(record);
    }
    const auto row = PutLetterRow(database_, record, line);
    if (!row) return Fail(row.error());
    auto noted = AppendToAudit(
        database_,
        {Now(), event, record.record_id, record.revision, row->record_sha256});
    if (!noted) return noted;
    auto stale =
        Run(database_.Prepare(
                "UPDATE lists SET stale = 1 WHERE (batch, position) >="
                " (SELECT batch, position FROM sources WHERE sha256 = ?)"),
            [&](Statement& s) { s.Bind(record.source.sha256); });
    if (!stale) return stale;
  }
  return Run(
      database_.Prepare("INSERT INTO outbox (record_id, revision)"
                        " VALUES (?, ?)"),
      [&](Statement& s) { s.Bind(record.record_id).Bind(record.revision); });
}

Status Store::PutLetters(const std::string& sha256,
                         const std::string& letter_key,
                         std::vector<Record>& records) {
  auto transaction = Transaction::Begin(database_);
  if (!transaction) return Fail(transaction.error());
  const auto former = FormerLettersOf(sha256);
  if (!former) return Fail(former.error());
  WithdrawOthers(*former, records);
  for (Record& record : records) {
    if (auto put = PutMade(record, *former); !put) return put;
  }
  auto keyed = Run(
      database_.Prepare("UPDATE sources SET letter_key = ? WHERE sha256 = ?"),
      [&](Statement& s) { s.Bind(letter_key).Bind(sha256); });
  if (!keyed) return keyed;
  return transaction->Commit();
}

Result<std::vector<FormerLetter>> Store::FormerLettersOf(
    const std::string& sha256) {
  auto statement = database_.Prepare(
      "SELECT record, revision, reviewed FROM letters JOIN records USING"
      " (record_id) WHERE sha256 = ? ORDER BY first_page, record_id");
  if (!statement) return Fail(statement.error());
  statement->Bind(sha256);
  std::vector<FormerLetter> letters;
  for (;;) {
    const auto row = statement->Step();
    if (!row) return Fail(row.error());
    if (!*row) return letters;
    StoredRecord stored = StoredRecordIn(*statement);
    auto record = RecordFromJson(stored.json);
    if (!record) return Fail(record.error());
    letters.push_back({std::move(stored), *std::move(record)});
  }
}

Status Store::PutMade(Record& record, const std::vector<FormerLetter>& former) {
  const auto old =
      std::find_if(former.begin(), former.end(), [&](const FormerLetter& f) {
        return f.record.record_id == record.record_id;
      });
  const bool known = old != former.end();
  if (known) TakeOver(old->record, record);
  const bool withdrawn = record.status == RecordStatus::kWithdrawn;
  auto put = PutRecord(record, known ? &old->stored : nullptr,
                       withdrawn ? "withdrawn" : "made");
  if (!put) return put;
  const bool same = known && (record.revision == old->stored.revision ||
                              AreComparedAlike(old->record, record));
  return same ? Status(Done{}) : SetUnlinked(record.record_id);
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
  return ForEachRow(database_.Prepare(std::string("SELECT record") +
                                      kRecordsBySource + kInOrder),
                    take);
}

Status Store::ForEachRecordOf(const std::string& sha256,
                              const TakeRecord& take) {
  auto statement = database_.Prepare(
      "SELECT record FROM letters JOIN records USING (record_id)"
      " WHERE sha256 = ? ORDER BY first_page, record_id");
  if (statement) statement->Bind(sha256);
  return ForEachRow(std::move(statement), take);
}

Status Store::ForEachLetterRow(Result<Statement> statement,
                               const TakeLetter& take) {
  if (!statement) return Fail(statement.error());
  for (;;) {
    const auto row = statement->Step();
    if (!row) return Fail(row.error());
    if (!*row) return Done{};
    if (auto taken = take(RowIn(*statement)); !taken) return taken;
  }
}

Status Store::ForEachLetterOf(const std::string& sha256,
                              const TakeLetter& take) {
  auto statement = database_.Prepare(
      std::string("SELECT ") + kLetterColumns +
      " FROM letters WHERE sha256 = ? ORDER BY first_page, record_id");
  if (statement) statement->Bind(sha256);
  return ForEachLetterRow(std::move(statement), take);
}

Status Store::ForEachLetter(std::string_view status, const TakeLetter& take) {
  auto statement = database_.Prepare(std::string("SELECT ") + kLetterColumns +
                                     " FROM letters JOIN sources USING (sha256)"
                                     " WHERE ?1 = '' OR status = ?1" +
                                     kInOrder);
  if (statement) statement->Bind(status);
  return ForEachLetterRow(std::move(statement), take);
}

}  // namespace donthu

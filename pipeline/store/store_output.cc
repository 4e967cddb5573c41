#include "pipeline/store/run_statement.h"
#include "pipeline/store/store.h"

namespace donthu {
namespace {

void CountLetters(const Statement& row, Ledger& ledger) {
  struct Place {
    std::string_view status;
    std::int64_t Ledger::*letters;
    std::int64_t Ledger::*pages;  // nullptr: they stand with other letters
  };
  constexpr Place kPlaces[] = {
      {"complete", &Ledger::complete, &Ledger::pages_in_records},
      {"needs_review", &Ledger::needs_review, &Ledger::pages_in_records},
      {"failed", &Ledger::failed, &Ledger::pages_quarantined},
      {"withdrawn", &Ledger::withdrawn, nullptr},
      {kPurged, &Ledger::purged, &Ledger::pages_purged},
  };
  const std::string status = row.Text(0);
  for (const Place& place : kPlaces) {
    if (place.status != status) continue;
    ledger.*place.letters += row.Number(1);
    if (place.pages == nullptr) return;
    ledger.*place.pages += row.Number(2);
    if (place.pages != &Ledger::pages_in_records) return;
    ledger.pages_failed += row.Number(3);
    ledger.pages_blank += row.Number(4);
    ledger.pages_separator += row.Number(5);
    ledger.pages_in_records -= row.Number(4) + row.Number(5);
  }
}

}  // namespace

Result<std::vector<OutboxRow>> Store::Outbox(int most) {
  auto statement = database_.Prepare(
      "SELECT id, record_id, revision FROM outbox ORDER BY id LIMIT ?");
  if (!statement) return Fail(statement.error());
  statement->Bind(most);
  std::vector<OutboxRow> rows;
  for (;;) {
    const auto row = statement->Step();
    if (!row) return Fail(row.error());
    if (!*row) return rows;
    rows.push_back({statement->Number(0), statement->Text(1),
                    static_cast<int>(statement->Number(2))});
  }
}

Status Store::DropOutbox(std::int64_t id) {
  return Run(database_.Prepare("DELETE FROM outbox WHERE id <= ?"),
             [&](Statement& s) { s.Bind(id); });
}

Status Store::ForEachRecordAfter(ListState& state, const TakeRecord& take) {
  auto statement = database_.Prepare(
      std::string("SELECT record, batch, position") + kRecordsBySource +
      " WHERE (batch, position) > (?, ?)"
      " ORDER BY batch, position, first_page, record_id");
  if (!statement) return Fail(statement.error());
  statement->Bind(state.batch).Bind(state.position);
  for (;;) {
    const auto row = statement->Step();
    if (!row) return Fail(row.error());
    if (!*row) return Done{};
    if (auto taken = take(statement->Text(0)); !taken) return taken;
    state.batch = statement->Number(1);
    state.position = statement->Number(2);
  }
}

Status Store::ForEachReviewRow(const TakeRecord& take) {
  return ForEachRow(
      database_.Prepare(
          "SELECT review_row FROM letters JOIN records USING (record_id)"
          " JOIN sources USING (sha256)"
          " WHERE status IN ('needs_review', 'failed')"
          " ORDER BY batch, position, first_page, record_id"),
      take);
}

Result<ListState> Store::FindList(const std::string& name) {
  auto statement = database_.Prepare(
      "SELECT bytes, batch, position, stale FROM lists WHERE name = ?");
  if (!statement) return Fail(statement.error());
  const auto row = statement->Bind(name).Step();
  if (!row) return Fail(row.error());
  if (!*row) return ListState{};
  return ListState{statement->Number(0), statement->Number(1),
                   statement->Number(2), statement->Number(3) != 0};
}

Status Store::PutList(const std::string& name, const ListState& state) {
  return Run(
      database_.Prepare("INSERT OR REPLACE INTO lists (name, bytes, batch,"
                        " position, stale) VALUES (?, ?, ?, ?, ?)"),
      [&](Statement& s) {
        s.Bind(name)
            .Bind(state.bytes)
            .Bind(state.batch)
            .Bind(state.position)
            .Bind(state.stale ? 1 : 0);
      });
}

Result<Ledger> Store::CountPages() {
  Ledger ledger;
  {
    auto letters = database_.Prepare(
        "SELECT status, count(*), sum(pages), sum(pages_failed),"
        " sum(pages_blank), sum(pages_separator) FROM letters"
        " GROUP BY status");
    if (!letters) return Fail(letters.error());
    for (;;) {
      const auto row = letters->Step();
      if (!row) return Fail(row.error());
      if (!*row) break;
      CountLetters(*letters, ledger);
    }
  }
  auto sources = database_.Prepare(
      "SELECT sum(has * page_count), sum(1 - has) FROM (SELECT page_count,"
      " EXISTS (SELECT 1 FROM letters WHERE letters.sha256 = sources.sha256)"
      " AS has FROM sources)");
  if (!sources) return Fail(sources.error());
  const auto row = sources->Step();
  if (!row) return Fail(row.error());
  ledger.pages_in = sources->Number(0);
  ledger.sources_unfinished = sources->Number(1);
  return ledger;
}

}  // namespace donthu

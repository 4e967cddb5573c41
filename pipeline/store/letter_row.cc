#include "pipeline/store/letter_row.h"

#include <algorithm>

#include "models/record_json.h"
#include "models/sha256.h"
#include "pipeline/review_list.h"

namespace donthu {
namespace {

int PagesWith(const Record& record, PageStatus status) {
  return static_cast<int>(std::count_if(
      record.pages.begin(), record.pages.end(),
      [status](const RecordPage& page) { return page.status == status; }));
}

}  // namespace

LetterRow RowOf(const Record& record, std::string_view line) {
  LetterRow row;
  row.record_id = record.record_id;
  row.sha256 = record.source.sha256;
  if (!record.source.page_numbers.empty()) {
    row.first_page = record.source.page_numbers.front();
  }
  row.revision = record.revision;
  row.reviewed = record.review.has_value();
  row.status = ToString(record.status);
  row.pages = static_cast<int>(record.pages.size());
  row.pages_failed = PagesWith(record, PageStatus::kFailed);
  row.pages_blank = PagesWith(record, PageStatus::kBlank);
  row.pages_separator = PagesWith(record, PageStatus::kSeparator);
  row.record_sha256 = Sha256Hex(line);
  return row;
}

Result<LetterRow> PutLetterRow(Database& database, const Record& record,
                               std::string_view line) {
  LetterRow row = RowOf(record, line);
  auto letter = database.Prepare(
      "INSERT INTO letters (record_id, sha256, first_page, revision, reviewed,"
      " status, pages, pages_failed, pages_blank, pages_separator,"
      " record_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (record_id) DO UPDATE SET"
      " first_page = excluded.first_page, revision = excluded.revision,"
      " reviewed = excluded.reviewed, status = excluded.status,"
      " pages = excluded.pages, pages_failed = excluded.pages_failed,"
      " pages_blank = excluded.pages_blank,"
      " pages_separator = excluded.pages_separator,"
      " record_sha256 = excluded.record_sha256");
  if (!letter) return Fail(letter.error());
  auto put = letter->Bind(row.record_id)
                 .Bind(row.sha256)
                 .Bind(row.first_page)
                 .Bind(row.revision)
                 .Bind(row.reviewed ? 1 : 0)
                 .Bind(row.status)
                 .Bind(row.pages)
                 .Bind(row.pages_failed)
                 .Bind(row.pages_blank)
                 .Bind(row.pages_separator)
                 .Bind(row.record_sha256)
                 .Run();
  if (!put) return Fail(put.error());
  auto text = database.Prepare(
      "INSERT INTO records (record_id, record, review_row) VALUES (?, ?, ?)"
      " ON CONFLICT (record_id) DO UPDATE SET record = excluded.record,"
      " review_row = excluded.review_row");
  if (!text) return Fail(text.error());
  put = text->Bind(row.record_id).Bind(line).Bind(ReviewRow(record)).Run();
  if (!put) return Fail(put.error());
  return row;
}

LetterRow RowIn(const Statement& statement) {
  LetterRow row;
  row.record_id = statement.Text(0);
  row.sha256 = statement.Text(1);
  row.first_page = static_cast<int>(statement.Number(2));
  row.revision = static_cast<int>(statement.Number(3));
  row.reviewed = statement.Number(4) != 0;
  row.status = statement.Text(5);
  row.pages = static_cast<int>(statement.Number(6));
  row.pages_failed = static_cast<int>(statement.Number(7));
  row.pages_blank = static_cast<int>(statement.Number(8));
  row.pages_separator = static_cast<int>(statement.Number(9));
  row.record_sha256 = statement.Text(10);
  return row;
}

}  // namespace donthu

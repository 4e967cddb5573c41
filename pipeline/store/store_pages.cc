#include "pipeline/store/run_statement.h"
#include "pipeline/store/store.h"

namespace donthu {
namespace {

constexpr const char* kPageColumns =
    "sha256, number, key, content_sha256, image_sha256, result";

Result<std::optional<StoredPage>> FirstPage(Result<bool> row,
                                            const Statement& statement) {
  if (!row) return Fail(row.error());
  if (!*row) return std::optional<StoredPage>();
  return std::optional<StoredPage>({statement.Text(0),
                                    static_cast<int>(statement.Number(1)),
                                    statement.Text(2), statement.Text(3),
                                    statement.Text(4), statement.Text(5)});
}

}  // namespace

Result<std::optional<StoredPage>> Store::FindPage(const std::string& sha256,
                                                  int number,
                                                  const std::string& key) {
  auto statement = database_.Prepare(
      std::string("SELECT ") + kPageColumns +
      " FROM pages WHERE sha256 = ? AND number = ? AND key = ?");
  if (!statement) return Fail(statement.error());
  return FirstPage(statement->Bind(sha256).Bind(number).Bind(key).Step(),
                   *statement);
}

Result<std::optional<std::string>> Store::FindPageKey(const std::string& sha256,
                                                      int number) {
  return FirstText(database_.Prepare(
                       "SELECT key FROM pages WHERE sha256 = ? AND number = ?"),
                   [&](Statement& s) { s.Bind(sha256).Bind(number); });
}

Result<std::optional<StoredPage>> Store::FindContent(
    const std::string& content_sha256, const std::string& key) {
  if (content_sha256.empty()) return std::optional<StoredPage>();
  auto statement = database_.Prepare(
      std::string("SELECT ") + kPageColumns +
      " FROM pages WHERE content_sha256 = ? AND key = ? LIMIT 1");
  if (!statement) return Fail(statement.error());
  return FirstPage(statement->Bind(content_sha256).Bind(key).Step(),
                   *statement);
}

Status Store::PutPage(const StoredPage& page) {
  return Run(
      database_.Prepare(
          "INSERT INTO pages (sha256, number, key, content_sha256,"
          " image_sha256, result) VALUES (?, ?, ?, ?, ?, ?)"
          " ON CONFLICT (sha256, number) DO UPDATE SET"
          " readings = iif(key = excluded.key, readings + 1, 1),"
          " key = excluded.key, content_sha256 = excluded.content_sha256,"
          " image_sha256 = excluded.image_sha256, result = excluded.result"),
      [&](Statement& s) {
        s.Bind(page.sha256)
            .Bind(page.number)
            .Bind(page.key)
            .Bind(page.content_sha256)
            .Bind(page.image_sha256)
            .Bind(page.result_json);
      });
}

Status Store::ForgetPage(const std::string& sha256, int number) {
  auto transaction = Transaction::Begin(database_);
  if (!transaction) return Fail(transaction.error());
  auto gone = Run(
      database_.Prepare("DELETE FROM pages WHERE sha256 = ? AND number = ?"),
      [&](Statement& s) { s.Bind(sha256).Bind(number); });
  if (gone) {
    gone = Run(database_.Prepare(
                   "UPDATE sources SET letter_key = '' WHERE sha256 = ?"),
               [&](Statement& s) { s.Bind(sha256); });
  }
  if (!gone) return gone;
  return transaction->Commit();
}

Result<std::string> Store::LetterWithPage(const std::string& sha256,
                                          int number) {
  const auto letter = FirstText(
      database_.Prepare("SELECT record_id FROM letters WHERE sha256 = ? AND"
                        " first_page <= ? AND status NOT IN ('withdrawn',"
                        " 'purged') ORDER BY first_page DESC LIMIT 1"),
      [&](Statement& s) { s.Bind(sha256).Bind(number); });
  if (!letter) return Fail(letter.error());
  return letter->value_or("");
}

}  // namespace donthu

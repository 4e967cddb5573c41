#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>

#include "models/sha256.h"
#include "pipeline/store/run_statement.h"
#include "pipeline/store/store.h"

namespace donthu {
namespace {

// Of the sketch's pairs those by which letters are looked up; the others only
// measure how alike they are.
constexpr std::size_t kIndexedPairs = 32;
// Of letters with one pair or key the earliest so many: formulas stand in all.
constexpr const char* kMostHits = "64";
constexpr int kLeastHits = 2;
constexpr std::size_t kMostMeasured = 128;
// A hash is kept of who wrote a letter, half of it: nothing can be read back,
// and a chance meeting among a million is one in 10^13.
constexpr std::size_t kKeyDigits = 32;

using Pairs = std::vector<std::uint32_t>;

std::string HexOf(const Pairs& pairs) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(pairs.size() * 8);
  for (const std::uint32_t pair : pairs) {
    for (int shift = 28; shift >= 0; shift -= 4) {
      hex += kDigits[(pair >> static_cast<unsigned>(shift)) & 15U];
    }
  }
  return hex;
}

Pairs PairsIn(const std::string& hex) {
  Pairs pairs;
  for (std::size_t i = 0; i + 8 <= hex.size(); i += 8) {
    pairs.push_back(
        static_cast<std::uint32_t>(std::stoul(hex.substr(i, 8), nullptr, 16)));
  }
  return pairs;
}

std::size_t Indexed(const Pairs& pairs) {
  return std::min(pairs.size(), kIndexedPairs);
}

std::int64_t AsNumber(std::uint64_t words) {
  return static_cast<std::int64_t>(words);
}

// What calls `take` with the first column of each row.
template <typename Bind, typename Take>
Status EachNumber(Result<Statement> statement, const Bind& bind,
                  const Take& take) {
  if (!statement) return Fail(statement.error());
  bind(*statement);
  for (;;) {
    const auto row = statement->Step();
    if (!row) return Fail(row.error());
    if (!*row) return Done{};
    take(statement->Number(0));
  }
}

template <typename Bind>
Result<std::int64_t> FirstNumber(Result<Statement> statement,
                                 const Bind& bind) {
  std::int64_t first = 0;
  auto read = EachNumber(std::move(statement), bind, [&](std::int64_t number) {
    if (first == 0) first = number;
  });
  if (!read) return Fail(read.error());
  return first;
}

struct Measured {
  std::string record_id;
  Pairs pairs;
  std::uint64_t words = 0;
  bool names_writers = false;
};

// Empty where the letter does not come before the other one.
Result<std::optional<Measured>> Earlier(Database& database, std::int64_t id,
                                        const std::string& than) {
  auto statement = database.Prepare(
      "SELECT record_id, pairs, words, writers FROM sketches"
      " JOIN letters USING (record_id) JOIN sources USING (sha256)"
      " WHERE sketches.id = ? AND (batch, position, first_page, record_id) <"
      " (SELECT batch, position, first_page, record_id FROM letters"
      " JOIN sources USING (sha256) WHERE record_id = ?)");
  if (!statement) return Fail(statement.error());
  const auto row = statement->Bind(id).Bind(than).Step();
  if (!row) return Fail(row.error());
  if (!*row) return std::optional<Measured>();
  return std::optional<Measured>(
      Measured{statement->Text(0), PairsIn(statement->Text(1)),
               static_cast<std::uint64_t>(statement->Number(2)),
               statement->Number(3) != 0});
}

// Those that were hit most, the earlier of those hit alike.
std::vector<std::int64_t> MostHit(const std::map<std::int64_t, int>& hits) {
  std::vector<std::pair<int, std::int64_t>> order;
  for (const auto& [id, count] : hits) {
    if (count >= kLeastHits) order.emplace_back(-count, id);
  }
  std::sort(order.begin(), order.end());
  if (order.size() > kMostMeasured) order.resize(kMostMeasured);
  std::vector<std::int64_t> ids;
  for (const auto& [count, id] : order) ids.push_back(id);
  return ids;
}

}  // namespace

Result<std::vector<std::string>> Store::Unlinked() {
  std::vector<std::string> ids;
  auto read = ForEachRow(
      database_.Prepare("SELECT record_id FROM unlinked"
                        " JOIN letters USING (record_id)"
                        " JOIN sources USING (sha256)"
                        " ORDER BY batch, position, first_page, record_id"),
      [&](const std::string& id) -> Status {
        ids.push_back(id);
        return Done{};
      });
  if (!read) return Fail(read.error());
  return ids;
}

// The key never leaves the store, and goes with it.
Result<std::string> Store::WriterKey() {
  if (!writer_key_.empty()) return writer_key_;
  auto made = database_.Execute(
      "INSERT OR IGNORE INTO secrets VALUES"
      " ('writer_key', lower(hex(randomblob(32))))");
  if (!made) return Fail(made.error());
  const auto key = FirstText(
      database_.Prepare("SELECT value FROM secrets WHERE name = 'writer_key'"),
      [](Statement&) {});
  if (!key) return Fail(key.error());
  writer_key_ = key->value_or("");
  return writer_key_;
}

Result<std::vector<std::string>> Store::KeysOf(
    const std::vector<std::string>& names) {
  const auto secret = WriterKey();
  if (!secret) return Fail(secret.error());
  std::vector<std::string> keys;
  for (const std::string& name : names) {
    keys.push_back(HmacSha256Hex(*secret, name).substr(0, kKeyDigits));
  }
  return keys;
}

Status Store::DropSketch(const std::string& record_id) {
  auto statement =
      database_.Prepare("SELECT id, pairs FROM sketches WHERE record_id = ?");
  if (!statement) return Fail(statement.error());
  const auto row = statement->Bind(record_id).Step();
  if (!row) return Fail(row.error());
  if (!*row) return Done{};
  const std::int64_t id = statement->Number(0);
  const Pairs pairs = PairsIn(statement->Text(1));
  for (std::size_t i = 0; i < Indexed(pairs); ++i) {
    auto gone = Run(database_.Prepare("DELETE FROM sketch_pairs WHERE pair = ?"
                                      " AND sketch = ?"),
                    [&](Statement& s) { s.Bind(pairs[i]).Bind(id); });
    if (!gone) return gone;
  }
  for (const char* sql : {"DELETE FROM sketch_keys WHERE sketch = ?",
                          "DELETE FROM sketches WHERE id = ?"}) {
    auto gone = Run(database_.Prepare(sql), [&](Statement& s) { s.Bind(id); });
    if (!gone) return gone;
  }
  return Done{};
}

Status Store::PutSketch(const std::string& record_id,
                        const LetterSketch& sketch) {
  auto transaction = Transaction::Begin(database_);
  if (!transaction) return Fail(transaction.error());
  // The letter keeps its number: by it the earliest are looked at first.
  const auto old = FirstNumber(
      database_.Prepare("SELECT id FROM sketches WHERE record_id = ?"),
      [&](Statement& s) { s.Bind(record_id); });
  if (!old) return Fail(old.error());
  if (auto gone = DropSketch(record_id); !gone) return gone;
  auto put = Run(
      database_.Prepare("INSERT INTO sketches (id, record_id, words, writers,"
                        " pairs) VALUES (nullif(?, 0), ?, ?, ?, ?)"),
      [&](Statement& s) {
        s.Bind(*old)
            .Bind(record_id)
            .Bind(AsNumber(sketch.words))
            .Bind(sketch.writers.empty() ? 0 : 1)
            .Bind(HexOf(sketch.pairs));
      });
  if (!put) return put;
  const auto id = FirstNumber(
      database_.Prepare("SELECT id FROM sketches WHERE record_id = ?"),
      [&](Statement& s) { s.Bind(record_id); });
  if (!id) return Fail(id.error());
  for (std::size_t i = 0; i < Indexed(sketch.pairs); ++i) {
    put = Run(database_.Prepare("INSERT INTO sketch_pairs VALUES (?, ?)"),
              [&](Statement& s) { s.Bind(sketch.pairs[i]).Bind(*id); });
    if (!put) return put;
  }
  for (const auto* names : {&sketch.writers, &sketch.matters}) {
    const auto keys = KeysOf(*names);
    if (!keys) return Fail(keys.error());
    for (const std::string& key : *keys) {
      put = Run(
          database_.Prepare("INSERT OR IGNORE INTO sketch_keys VALUES (?, ?)"),
          [&](Statement& s) { s.Bind(key).Bind(*id); });
      if (!put) return put;
    }
  }
  return transaction->Commit();
}

Result<std::set<std::int64_t>> Store::SketchesWith(
    const std::vector<std::string>& names) {
  const auto keys = KeysOf(names);
  if (!keys) return Fail(keys.error());
  std::set<std::int64_t> ids;
  for (const std::string& key : *keys) {
    auto read = EachNumber(
        database_.Prepare(
            std::string("SELECT sketch FROM sketch_keys WHERE key = ?"
                        " ORDER BY sketch LIMIT ") +
            kMostHits),
        [&](Statement& s) { s.Bind(key); },
        [&](std::int64_t id) { ids.insert(id); });
    if (!read) return Fail(read.error());
  }
  return ids;
}

Result<std::vector<LikeLetter>> Store::LettersLike(const std::string& record_id,
                                                   const LetterSketch& sketch) {
  std::map<std::int64_t, int> hits;
  for (std::size_t i = 0; i < Indexed(sketch.pairs); ++i) {
    auto read = EachNumber(
        database_.Prepare(
            std::string("SELECT sketch FROM sketch_pairs WHERE pair = ?"
                        " ORDER BY sketch LIMIT ") +
            kMostHits),
        [&](Statement& s) { s.Bind(sketch.pairs[i]); },
        [&](std::int64_t id) { ++hits[id]; });
    if (!read) return Fail(read.error());
  }
  const auto of_writer = SketchesWith(sketch.writers);
  if (!of_writer) return Fail(of_writer.error());
  const auto of_matter = SketchesWith(sketch.matters);
  if (!of_matter) return Fail(of_matter.error());
  std::vector<std::int64_t> ids = MostHit(hits);
  ids.insert(ids.end(), of_writer->begin(), of_writer->end());
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::vector<LikeLetter> like;
  for (const std::int64_t id : ids) {
    const auto other = Earlier(database_, id, record_id);
    if (!other) return Fail(other.error());
    if (!*other) continue;
    LikeLetter letter;
    letter.record_id = (*other)->record_id;
    letter.likeness = Likeness(sketch.pairs, (*other)->pairs);
    letter.same_words = sketch.words != 0 && sketch.words == (*other)->words;
    letter.same_writer = of_writer->contains(id);
    letter.same_matter = of_matter->contains(id);
    letter.writers_known = !sketch.writers.empty() && (*other)->names_writers;
    like.push_back(std::move(letter));
  }
  return like;
}

Status Store::PutLink(Record& record) {
  auto transaction = Transaction::Begin(database_);
  if (!transaction) return Fail(transaction.error());
  if (auto put = PutRecord(record, "linked"); !put) return put;
  if (auto linked = SetLinked(record.record_id); !linked) return linked;
  return transaction->Commit();
}

Status Store::SetUnlinked(const std::string& record_id) {
  return Run(database_.Prepare("INSERT OR IGNORE INTO unlinked VALUES (?)"),
             [&](Statement& s) { s.Bind(record_id); });
}

Status Store::SetLinked(const std::string& record_id) {
  return Run(database_.Prepare("DELETE FROM unlinked WHERE record_id = ?"),
             [&](Statement& s) { s.Bind(record_id); });
}

}  // namespace donthu

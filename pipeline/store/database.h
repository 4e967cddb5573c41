// SQLite, as much of it as the store needs.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace donthu {

// One prepared statement, bound and stepped by hand. Columns and parameters
// count from 0.
class Statement {
 public:
  Statement() = default;

  Statement& Bind(std::int64_t value);
  Statement& Bind(std::string_view value);
  Statement& BindOptional(const std::optional<std::string>& value);

  // True: a row stands ready; false: no more rows. Fails with kDiskFull,
  // kStoreBusy (after ten seconds), kStoreDamaged, kOutputUnwritable where
  // the medium refuses, kStoreFailed.
  Result<bool> Step();
  // Step() until there is no row.
  Status Run();

  std::string Text(int column) const;
  std::optional<std::string> OptionalText(int column) const;
  std::int64_t Number(int column) const;

 private:
  friend class Database;
  // Statements that were used and wait to be used again, by their text.
  using Pool = std::multimap<std::string, sqlite3_stmt*, std::less<>>;
  struct GiveBack {
    GiveBack() : pool(nullptr) {}
    explicit GiveBack(Pool* given) : pool(given) {}
    void operator()(sqlite3_stmt* statement) const;
    Pool* pool;
  };
  std::unique_ptr<sqlite3_stmt, GiveBack> statement_;
  int bound_ = 0;
};

// Statements must not outlive their database.
class Database {
 public:
  // Opens or makes the file: WAL, mode 0600 by the umask. A commit survives
  // the end of the program; it survives a power cut from the next
  // checkpoint on, or at once after CommitsAreDurable().
  static Result<Database> Open(const std::string& path);
  Database(Database&&) noexcept = default;
  Database& operator=(Database&& other) noexcept;
  ~Database();

  // From now on every commit waits for the disk.
  Status CommitsAreDurable();
  // One or several statements without rows.
  Status Execute(const std::string& sql);
  // Compiles, or takes one that was compiled before and is not in use. Fails
  // with kStoreFailed where `sql` is not SQL.
  Result<Statement> Prepare(std::string_view sql);
  // What PRAGMA `name` answers first; empty where it answers nothing.
  Result<std::string> Pragma(const std::string& name);

 private:
  friend class Transaction;
  Database() = default;

  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Close> database_;
  std::unique_ptr<Statement::Pool> pool_;
};

// Rolls back at the end of its life unless Commit() was called. Within
// another transaction it is a part of that one: what the outer one decides
// holds.
class Transaction {
 public:
  static Result<Transaction> Begin(Database& database);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  Status Commit();

 private:
  explicit Transaction(Database* database) : database_(database) {}
  Database* database_;  // nullptr: within another, or ended
};

}  // namespace donthu

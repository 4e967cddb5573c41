// SQLite, as much of it as the store needs.
#pragma once

#include <cstdint>
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

  // True: a row stands ready; false: no more rows. Fails with kStoreFailed,
  // or kOutputUnwritable where the disk is full or read-only.
  Result<bool> Step();
  // Step() until there is no row.
  Status Run();

  std::string Text(int column) const;
  std::optional<std::string> OptionalText(int column) const;
  std::int64_t Number(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

class Database {
 public:
  // Opens or makes the file, WAL, synchronous; mode 0600 by the umask.
  static Result<Database> Open(const std::string& path);

  // One or several statements without rows.
  Status Execute(const std::string& sql);
  // Fails with kStoreFailed where `sql` is not SQL.
  Result<Statement> Prepare(std::string_view sql);

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Close> database_;
};

// Rolls back at the end of its life unless Commit() was called.
class Transaction {
 public:
  static Result<Transaction> Begin(Database& database);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  Status Commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace donthu

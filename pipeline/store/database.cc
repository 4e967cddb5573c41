#include "pipeline/store/database.h"

#include <sqlite3.h>

#include <cerrno>
#include <utility>

namespace donthu {
namespace {

constexpr int kBusyMs = 10'000;

ErrorCode CodeFor(sqlite3* database) {
  switch (sqlite3_errcode(database) & 0xFF) {
    case SQLITE_FULL:
      return ErrorCode::kDiskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorCode::kStoreBusy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ErrorCode::kStoreDamaged;
    case SQLITE_IOERR:
      return sqlite3_system_errno(database) == ENOSPC
                 ? ErrorCode::kDiskFull
                 : ErrorCode::kOutputUnwritable;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return ErrorCode::kOutputUnwritable;
    default:
      return ErrorCode::kStoreFailed;
  }
}

// What to do, after what SQLite says.
const char* Advice(ErrorCode code) {
  switch (code) {
    case ErrorCode::kDiskFull:
      return "; free some space, then run again";
    case ErrorCode::kStoreBusy:
      return "; another program works in it, run again later";
    case ErrorCode::kStoreDamaged:
      return "; `donthu verify` tells the extent, a backup restores it";
    default:
      return "";
  }
}

Failure Failed(sqlite3* database) {
  const ErrorCode code = CodeFor(database);
  return Fail(code, "store",
              std::string(sqlite3_errmsg(database)) + Advice(code));
}

int SameName(sqlite3_vfs*, const char* name, int size, char* full) {
  sqlite3_snprintf(size, full, "%s", name);
  return SQLITE_OK;
}

// The system's own way to files, but a path is taken as it is: SQLite would
// walk from the root to resolve it, where this user may not be allowed to.
const char* PlainVfs() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs plain = *sqlite3_vfs_find(nullptr);
    plain.zName = "donthu";
    plain.pNext = nullptr;
    plain.xFullPathname = SameName;
    return plain;
  }();
  static const int registered = sqlite3_vfs_register(&vfs, 0);
  return registered == SQLITE_OK ? vfs.zName : nullptr;
}

}  // namespace

void Statement::GiveBack::operator()(sqlite3_stmt* statement) const {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  pool->emplace(sqlite3_sql(statement), statement);
}

Statement& Statement::Bind(std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), ++bound_, value);
  return *this;
}

Statement& Statement::Bind(std::string_view value) {
  sqlite3_bind_text64(statement_.get(), ++bound_, value.data(), value.size(),
                      SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

Statement& Statement::BindOptional(const std::optional<std::string>& value) {
  if (value) return Bind(std::string_view(*value));
  sqlite3_bind_null(statement_.get(), ++bound_);
  return *this;
}

Result<bool> Statement::Step() {
  switch (sqlite3_step(statement_.get())) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      return Failed(sqlite3_db_handle(statement_.get()));
  }
}

Status Statement::Run() {
  for (;;) {
    const auto row = Step();
    if (!row) return Fail(row.error());
    if (!*row) return Done{};
  }
}

std::string Statement::Text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr ? std::string()
                          : std::string(static_cast<const char*>(bytes),
                                        static_cast<std::size_t>(size));
}

std::optional<std::string> Statement::OptionalText(int column) const {
  if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL) {
    return std::nullopt;
  }
  return Text(column);
}

std::int64_t Statement::Number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

void Database::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Result<Database> Database::Open(const std::string& path) {
  sqlite3* raw = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &raw,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, PlainVfs());
  Database database;
  database.database_.reset(raw);
  database.pool_ = std::make_unique<Statement::Pool>();
  if (code != SQLITE_OK) return Failed(raw);
  sqlite3_busy_timeout(raw, kBusyMs);
  const auto set = database.Execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
      "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"
      "PRAGMA cache_size = -16384;");  // KiB: what a group of letters touches
  if (!set) return Fail(set.error());
  return database;
}

Database& Database::operator=(Database&& other) noexcept {
  std::swap(database_, other.database_);
  std::swap(pool_, other.pool_);
  return *this;
}

Database::~Database() {
  if (pool_ == nullptr) return;
  for (auto& [sql, statement] : *pool_) sqlite3_finalize(statement);
}

Status Database::CommitsAreDurable() {
  return Execute("PRAGMA synchronous = FULL");
}

Status Database::Execute(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) !=
      SQLITE_OK) {
    return Failed(database_.get());
  }
  return Done{};
}

Result<Statement> Database::Prepare(std::string_view sql) {
  sqlite3_stmt* raw = nullptr;
  if (const auto known = pool_->find(sql); known != pool_->end()) {
    raw = known->second;
    pool_->erase(known);
  } else if (sqlite3_prepare_v2(database_.get(), sql.data(),
                                static_cast<int>(sql.size()), &raw,
                                nullptr) != SQLITE_OK) {
    return Failed(database_.get());
  }
  Statement statement;
  statement.statement_ = std::unique_ptr<sqlite3_stmt, Statement::GiveBack>(
      raw, Statement::GiveBack(pool_.get()));
  return statement;
}

Result<std::string> Database::Pragma(const std::string& name) {
  auto statement = Prepare("PRAGMA " + name);
  if (!statement) return Fail(statement.error());
  const auto row = statement->Step();
  if (!row) return Fail(row.error());
  return *row ? statement->Text(0) : std::string();
}

Result<Transaction> Transaction::Begin(Database& database) {
  if (sqlite3_get_autocommit(database.database_.get()) == 0) {
    return Transaction(nullptr);
  }
  if (auto begun = database.Execute("BEGIN IMMEDIATE"); !begun) {
    return Fail(begun.error());
  }
  return Transaction(&database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  if (database_ != nullptr) {
    static_cast<void>(database_->Execute("ROLLBACK"));
  }
}

Status Transaction::Commit() {
  if (database_ == nullptr) return Done{};
  auto committed = database_->Execute("COMMIT");
  if (committed) database_ = nullptr;
  return committed;
}

}  // namespace donthu

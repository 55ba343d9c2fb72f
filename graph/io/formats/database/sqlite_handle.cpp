#include "io/formats/database/sqlite_handle.hpp"

#include <new>

namespace entente {
namespace {

[[noreturn]] void throw_sqlite_failure(sqlite3* database, int result) {
  if (result == SQLITE_NOMEM) throw std::bad_alloc();
  throw SqliteFailure{database ? ::sqlite3_errmsg(database) : ::sqlite3_errstr(result)};
}

sqlite3* open_in_memory() {
  sqlite3* database = nullptr;
  const int result =
      ::sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, nullptr);
  if (result == SQLITE_OK) return database;
  ::sqlite3_close_v2(database);
  throw_sqlite_failure(nullptr, result);
}

/// A file in write-ahead mode says so in two bytes; its log is not here, and in memory there is
/// none.
void leave_log_mode(std::string& bytes) {
  constexpr std::size_t write_version = 18;
  constexpr std::size_t read_version = 19;
  if (bytes.size() <= read_version) return;
  for (const std::size_t at : {write_version, read_version})
    if (bytes[at] == 2) bytes[at] = 1;
}

}  // namespace

SqliteDatabase::SqliteDatabase() : handle_(open_in_memory()) {}

SqliteDatabase::SqliteDatabase(std::string_view bytes) : copy_(bytes), handle_(open_in_memory()) {
  leave_log_mode(copy_);
  const auto size = static_cast<sqlite3_int64>(copy_.size());
  const int result =
      ::sqlite3_deserialize(handle_.get(), "main", reinterpret_cast<unsigned char*>(copy_.data()),
                            size, size, SQLITE_DESERIALIZE_READONLY);
  if (result != SQLITE_OK) throw_sqlite_failure(handle_.get(), result);
  ::sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  ::sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  ::sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  ::sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
}

void SqliteDatabase::run(const std::string& sql) {
  const int result = ::sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) throw_sqlite_failure(handle_.get(), result);
}

std::string SqliteDatabase::bytes() const {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, void (*)(void*)> copy(
      ::sqlite3_serialize(handle_.get(), "main", &size, 0), ::sqlite3_free);
  if (!copy) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(copy.get()), static_cast<std::size_t>(size)};
}

SqliteStatement::SqliteStatement(const SqliteDatabase& database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int result = ::sqlite3_prepare_v2(database.handle(), sql.data(),
                                          static_cast<int>(sql.size()), &statement, nullptr);
  handle_.reset(statement);
  if (result != SQLITE_OK) throw_sqlite_failure(database.handle(), result);
}

void SqliteStatement::check(int result) const {
  if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
    throw_sqlite_failure(::sqlite3_db_handle(handle_.get()), result);
}

SqliteStatement& SqliteStatement::bind(std::string_view text) {
  check(::sqlite3_bind_text64(handle_.get(), ++bound_, text.data() ? text.data() : "", text.size(),
                              SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

SqliteStatement& SqliteStatement::bind(std::int64_t number) {
  check(::sqlite3_bind_int64(handle_.get(), ++bound_, number));
  return *this;
}

SqliteStatement& SqliteStatement::bind(double number) {
  check(::sqlite3_bind_double(handle_.get(), ++bound_, number));
  return *this;
}

SqliteStatement& SqliteStatement::bind_null() {
  check(::sqlite3_bind_null(handle_.get(), ++bound_));
  return *this;
}

SqliteStatement& SqliteStatement::bind_or_null(std::string_view text) {
  return text.empty() ? bind_null() : bind(text);
}

bool SqliteStatement::step() {
  const int result = ::sqlite3_step(handle_.get());
  check(result);
  return result == SQLITE_ROW;
}

void SqliteStatement::run() {
  while (step()) continue;
  check(::sqlite3_reset(handle_.get()));
  bound_ = 0;
}

std::string_view SqliteStatement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(::sqlite3_column_text(handle_.get(), column));
  const int size = ::sqlite3_column_bytes(handle_.get(), column);
  return bytes ? std::string_view(bytes, static_cast<std::size_t>(size)) : std::string_view();
}

}  // namespace entente

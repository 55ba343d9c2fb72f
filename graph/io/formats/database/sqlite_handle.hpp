#pragma once

/// SQLite databases in memory: opened from bytes, or made and turned into bytes.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace entente {

/// What SQLite says is wrong.
struct SqliteFailure {
  std::string message = {};
};

/// A database in memory.
class SqliteDatabase {
 public:
  /// An empty one.
  SqliteDatabase();
  /// That of a file's bytes, for reading: nothing that is defined in it is trusted. Copies them.
  /// @throws SqliteFailure.
  explicit SqliteDatabase(std::string_view bytes);

  /// Runs statements that give no rows. @throws SqliteFailure.
  void run(const std::string& sql);
  /// Its bytes as a file has them. @throws SqliteFailure.
  [[nodiscard]] std::string bytes() const;
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* database) const { ::sqlite3_close_v2(database); }
  };
  std::string copy_;
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A statement. Columns and parameters count from 0.
class SqliteStatement {
 public:
  /// @throws SqliteFailure.
  SqliteStatement(const SqliteDatabase& database, std::string_view sql);

  /// Sets the next parameter; texts must live until `step`.
  SqliteStatement& bind(std::string_view text);
  SqliteStatement& bind(std::int64_t number);
  SqliteStatement& bind(double number);
  SqliteStatement& bind_null();
  /// The text, or null if it is empty.
  SqliteStatement& bind_or_null(std::string_view text);
  /// Moves to the next row, if there is one. @throws SqliteFailure.
  [[nodiscard]] bool step();
  /// Runs a statement without rows, and makes it ready to be bound anew.
  void run();

  [[nodiscard]] int type(int column) const { return ::sqlite3_column_type(handle_.get(), column); }
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const {
    return ::sqlite3_column_int64(handle_.get(), column);
  }
  [[nodiscard]] double real(int column) const {
    return ::sqlite3_column_double(handle_.get(), column);
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { ::sqlite3_finalize(statement); }
  };
  void check(int result) const;

  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
  int bound_ = 0;
};

}  // namespace entente

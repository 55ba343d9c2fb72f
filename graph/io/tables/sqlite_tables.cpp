#include "io/tables/sqlite_tables.hpp"

#include <cmath>
#include <cstring>
#include <utility>

#include <sqlite3.h>

#include <entente/model/problem.hpp>

#include "io/tables/serial_date.hpp"
#include "io/tables/workbook_failure.hpp"
#include "system/descriptor.hpp"
#include "text/utf8.hpp"

namespace entente::tables {
namespace {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinishStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinishStatement>;

[[noreturn]] void refuse_database(const std::string& file, std::string message,
                                  std::string hint = "is it a database of SQLite 3?") {
  refuse_workbook(file, std::move(message), std::move(hint), "bad-database");
}

/// Reading, and functions that only compute.
int allow_reading(void* /*user*/, int action, const char* /*a*/, const char* function,
                  const char* /*b*/, const char* /*c*/) {
  if (action == SQLITE_FUNCTION)
    return std::strcmp(function, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
  return action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE
             ? SQLITE_OK
             : SQLITE_DENY;
}

Statement prepared(sqlite3* database, const std::string& query, const std::string& file) {
  sqlite3_stmt* raw = nullptr;
  const char* rest = nullptr;
  const int result =
      sqlite3_prepare_v2(database, query.c_str(), static_cast<int>(query.size()), &raw, &rest);
  Statement statement(raw);
  if (result != SQLITE_OK)
    refuse_database(file, std::string("the query cannot be run: ") + sqlite3_errmsg(database),
                    "a query is one SELECT over the tables of the file");
  if (!statement || std::string_view(rest).find_first_not_of(" \t\r\n;") != std::string_view::npos)
    refuse_database(file, "the query is not one statement", "write one SELECT");
  return statement;
}

class SqliteRows final : public RowStream {
 public:
  SqliteRows(sqlite3* database, const std::string& query, std::string file)
      : database_(database), file_(std::move(file)), statement_(prepared(database, query, file_)) {
    for (int i = 0; i < sqlite3_column_count(statement_.get()); ++i)
      column_names_.emplace_back(sqlite3_column_name(statement_.get(), i));
    texts_.resize(column_names_.size());
  }

  [[nodiscard]] bool has_column_names() const override { return true; }

  bool next() override {
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_DONE) return false;
    if (result != SQLITE_ROW)
      refuse_database(file_, std::string("reading failed: ") + sqlite3_errmsg(database_));
    ++row_;
    cells_.clear();
    for (std::size_t i = 0; i < column_names_.size(); ++i) cells_.push_back(cell(i));
    return true;
  }

 private:
  Cell cell(std::size_t i) {
    const int column = static_cast<int>(i);
    switch (sqlite3_column_type(statement_.get(), column)) {
      case SQLITE_NULL:
        return {};
      case SQLITE_INTEGER:
        texts_[i] = std::to_string(sqlite3_column_int64(statement_.get(), column));
        return {texts_[i], CellKind::number, false};
      case SQLITE_FLOAT:
        return real(i, sqlite3_column_double(statement_.get(), column));
      case SQLITE_BLOB:
        texts_[i] = bytes_cell;
        return {texts_[i], CellKind::error, false};
      default:
        break;
    }
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    texts_[i].assign(text == nullptr ? "" : text, text == nullptr ? 0 : size);
    if (first_invalid_utf8(texts_[i]) || texts_[i].find('\0') != std::string::npos) {
      texts_[i] = bytes_cell;
      return {texts_[i], CellKind::error, false};
    }
    return {texts_[i], texts_[i].empty() ? CellKind::empty : CellKind::text, false};
  }

  /// SQLite has infinities, and dossiers have none.
  Cell real(std::size_t i, double number) {
    if (!std::isfinite(number)) {
      texts_[i] = number < 0 ? "-Inf" : "Inf";
      return {texts_[i], CellKind::error, false};
    }
    texts_[i] = number_as_shown(number);
    return {texts_[i], CellKind::number, false};
  }

  sqlite3* database_;
  std::string file_;
  Statement statement_;
  std::vector<std::string> texts_;
};

std::string in_double_quotes(const std::string& name) {
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

class SqliteFile final : public TableFile {
 public:
  SqliteFile(const std::string& path, std::string query) : query_(std::move(query)) {
    name_ = path;
    // A missing file is reported as every missing file is.
    if (!Descriptor::for_reading(path).is_open()) throw_input_missing(path, errno);
    sqlite3* raw = nullptr;
    const int result = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr);
    database_.reset(raw);
    if (result != SQLITE_OK) refuse_database(path, sqlite3_errmsg(raw));
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    constexpr int longest = 64 << 20;
    sqlite3_limit(raw, SQLITE_LIMIT_LENGTH, longest);
    sqlite3_set_authorizer(raw, allow_reading, nullptr);
    list_tables();
  }

  std::unique_ptr<RowStream> open(std::size_t sheet) override {
    const std::string query =
        query_.empty() ? "SELECT * FROM " + in_double_quotes(sheets_.at(sheet)) : query_;
    return std::make_unique<SqliteRows>(database_.get(), query, name_);
  }

 private:
  void list_tables() {
    if (!query_.empty()) {
      sheets_ = {"query"};
      return;
    }
    SqliteRows rows(database_.get(),
                    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT "
                    "LIKE 'sqlite_%' ORDER BY rowid",
                    name_);
    while (rows.next()) sheets_.emplace_back(rows.cells().front().text);
  }

  Database database_;
  std::string query_;
};

}  // namespace

std::unique_ptr<TableFile> open_sqlite(const std::string& path, const std::string& query) {
  return std::make_unique<SqliteFile>(path, query);
}

}  // namespace entente::tables

// Reads the tables that the writer makes, or a person after their example: entities and relations
// at least, names, codes, evidence and attributes where there are.

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/time/date_error.hpp>

#include "base/text_map.hpp"
#include "io/formats/database/database_readers.hpp"
#include "io/formats/database/record_parts.hpp"
#include "io/formats/database/sqlite_handle.hpp"
#include "io/formats/foreign_records.hpp"
#include "io/formats/own/visible_edits.hpp"
#include "model/json_append.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

constexpr std::string_view sqlite_magic("SQLite format 3\0", 16);

class SqliteReader {
 public:
  SqliteReader(ForeignReading& reading, SqliteDatabase& database)
      : reading_(reading), database_(database), edits_(reading) {}

  void read() {
    for (const std::string_view table : {"entities", "relations"})
      if (!has(table)) return refuse(table);
    read_header();
    read_entities();
    read_relations();
    edits_.finish();
  }

 private:
  using Index = TextMap<std::size_t>;

  [[nodiscard]] bool has(std::string_view table) {
    SqliteStatement query(database_,
                          "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? AND sql "
                          "NOT LIKE 'create virtual%'");
    return query.bind(table).step();
  }

  [[nodiscard]] bool has_column(std::string_view table, std::string_view column) {
    SqliteStatement query(database_, "SELECT 1 FROM pragma_table_xinfo(?) WHERE name = ?");
    return query.bind(table).bind(column).step();
  }

  void refuse(std::string_view table) {
    reading_.stop({}, {"no-tables", "the database has no table `" + std::string(table) + "`",
                       "entente import FILE --propose turns a query's rows into records"});
  }

  void report(std::string_view table, std::size_t row, std::string message,
              std::string hint = "mend the row") {
    reading_.report({}, {"bad-cell",
                         "table " + std::string(table) + ", row " + std::to_string(row) + ": " +
                             std::move(message),
                         std::move(hint), "", Severity::error, Concerns::record});
  }

  /// The text of a cell; null and missing columns are empty.
  std::string cell(const SqliteStatement& row, int column, std::string_view table,
                   std::size_t number) {
    if (row.type(column) == SQLITE_BLOB) {
      report(table, number, "a cell holds bytes, and no text");
      return {};
    }
    const std::string_view text = row.text(column);
    if (!first_invalid_utf8(text) && text.find('\0') == text.npos) return std::string(text);
    report(table, number, "a cell is not UTF-8");
    return {};
  }

  /// `SELECT` of these columns, those that a table lacks as null, in the order of the first ones.
  std::string query(std::string_view table, const std::vector<std::string_view>& columns,
                    std::string_view order) {
    std::string sql = "SELECT ";
    for (const std::string_view column : columns) {
      if (sql.size() > 7) sql += ", ";
      sql += has_column(table, column) ? "\"" + std::string(column) + "\"" : "NULL";
    }
    sql += " FROM \"" + std::string(table) + "\"";
    if (!order.empty()) sql += " ORDER BY " + std::string(order);
    return sql;
  }

  void read_header() {
    if (has("dossier") && has_column("dossier", "key") && has_column("dossier", "value")) {
      SqliteStatement row(database_, "SELECT value FROM dossier WHERE key = 'header'");
      ours_ = row.step() && reading_.own_header(cell(row, 0, "dossier", 1));
      if (ours_) return;
    }
    reading_.vocabulary("diplomacy");
  }

  void read_entities() {
    SqliteStatement row(
        database_, query("entities", {"id", "kind", "name", "edtf", "earliest", "latest"}, ""));
    for (std::size_t number = 1; row.step(); ++number) {
      RecordParts& parts = parts_.emplace_back();
      const std::string id = cell(row, 0, "entities", number);
      index_.emplace(id, parts_.size() - 1);
      parts.add_text("id", id);
      parts.add_text("kind", cell(row, 1, "entities", number));
      parts.add_date(cell(row, 3, "entities", number));
      parts.shown.label = cell(row, 2, "entities", number);
      show_days(parts, row, 4, "entities", number);
    }
    const bool named = has("names");
    if (named) read_names();
    if (has("codes")) read_codes();
    if (has("attributes")) read_attributes("entity");
    for (RecordParts& parts : parts_) {
      if (!named && !parts.shown.label.empty()) add_name(parts.names, "und", parts.shown.label);
      const std::size_t before = reading_.entities();
      reading_.add_entity_json(parts.text(), {});
      if (ours_ && reading_.entities() > before) edits_.entity(parts.shown);
    }
    parts_.clear();
    index_.clear();
  }

  void read_relations() {
    SqliteStatement row(
        database_,
        query("relations",
              {"id", "type", "from_id", "to_id", "edtf", "modality", "earliest", "latest"}, ""));
    for (std::size_t number = 1; row.step(); ++number) {
      RecordParts& parts = parts_.emplace_back();
      const std::string id = cell(row, 0, "relations", number);
      index_.emplace(id, parts_.size() - 1);
      parts.add_text("id", id);
      parts.add_text("type", cell(row, 1, "relations", number));
      parts.add_text("from", cell(row, 2, "relations", number));
      parts.add_text("to", cell(row, 3, "relations", number));
      parts.add_date(cell(row, 4, "relations", number));
      const std::string modality = cell(row, 5, "relations", number);
      if (!modality.empty()) parts.add_text("modality", modality);
      show_days(parts, row, 6, "relations", number);
    }
    if (has("evidence")) read_evidence();
    if (has("attributes")) read_attributes("relation");
    for (const RecordParts& parts : parts_) {
      const std::size_t before = reading_.relations();
      if (!reading_.add_relation_json(parts.text(), {})) return;
      if (ours_ && reading_.relations() > before) edits_.relation(parts.shown);
    }
  }

  /// The columns `earliest` and `latest`.
  void show_days(RecordParts& parts, const SqliteStatement& row, int column, std::string_view table,
                 std::size_t number) {
    VisibleDays days{cell(row, column, table, number), cell(row, column + 1, table, number)};
    if (!days.start.empty() || !days.end.empty()) parts.shown.days.push_back(std::move(days));
  }

  /// The record that a row belongs to, or nullptr, which is reported.
  RecordParts* owner(const std::string& id, std::string_view table, std::size_t number) {
    const auto found = index_.find(id);
    if (found != index_.end()) return &parts_[found->second];
    std::string quoted;
    json::append_text(quoted, id);
    report(table, number, "there is no record " + quoted);
    return nullptr;
  }

  void read_names() {
    SqliteStatement row(database_,
                        query("names", {"entity", "language", "name", "position"}, "1, 2, 4"));
    for (std::size_t number = 1; row.step(); ++number)
      if (RecordParts* parts = owner(cell(row, 0, "names", number), "names", number)) {
        const std::string language = cell(row, 1, "names", number);
        auto found =
            std::find_if(parts->names.begin(), parts->names.end(),
                         [&](const LanguageNames& one) { return one.language == language; });
        if (found == parts->names.end())
          found = parts->names.insert(found, {language.empty() ? "und" : language, {}});
        const bool is_none = row.type(3) == SQLITE_INTEGER && row.integer(3) == 0;
        if (!is_none) found->names.push_back(cell(row, 2, "names", number));
      }
  }

  void read_codes() {
    SqliteStatement row(database_, query("codes", {"entity", "scheme", "code"}, "1, 2"));
    for (std::size_t number = 1; row.step(); ++number)
      if (RecordParts* parts = owner(cell(row, 0, "codes", number), "codes", number))
        parts->codes.emplace_back(cell(row, 1, "codes", number), cell(row, 2, "codes", number));
  }

  void read_evidence() {
    SqliteStatement row(
        database_,
        query("evidence", {"relation", "source", "at", "asserted_by", "edtf", "position"}, "1, 6"));
    for (std::size_t number = 1; row.step(); ++number)
      if (RecordParts* parts = owner(cell(row, 0, "evidence", number), "evidence", number)) {
        Evidence evidence{cell(row, 1, "evidence", number), cell(row, 2, "evidence", number),
                          cell(row, 3, "evidence", number), std::nullopt};
        const std::string edtf = cell(row, 4, "evidence", number);
        try {
          if (!edtf.empty()) evidence.when = When::from_text(edtf);
        } catch (const DateError& error) {
          report("evidence", number, std::string("no date: ") + error.what());
        }
        parts->evidence.push_back(std::move(evidence));
      }
  }

  std::string json_of(const SqliteStatement& row, const std::string& type, std::size_t number) {
    std::string json;
    const int stored = row.type(4);
    const bool is_number = stored == SQLITE_INTEGER || stored == SQLITE_FLOAT;
    if (type == "null" || stored == SQLITE_NULL) {
      json = "null";
    } else if (type == "boolean") {
      json = row.integer(4) != 0 ? "true" : "false";
    } else if (stored == SQLITE_INTEGER && type != "real") {
      json = std::to_string(row.integer(4));
    } else if (is_number) {
      json::append_real(json, row.real(4));
    } else if (const std::string text = cell(row, 4, "attributes", number);
               type == "integer" && is_digits(text)) {
      json = text;
    } else {
      json::append_text(json, text);
    }
    return json;
  }

  static bool is_digits(std::string_view text) {
    return !text.empty() && text.size() <= 20 &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
  }

  void read_attributes(std::string_view record) {
    const bool shared = has_column("attributes", "record");
    std::string sql = query("attributes", {"id", "name", "position", "type", "value"}, "");
    if (shared) sql += " WHERE record = ?";
    sql += " ORDER BY 1, 2, 3";
    SqliteStatement row(database_, sql);
    if (shared) row.bind(record);
    for (std::size_t number = 1; row.step(); ++number) {
      RecordParts* parts = owner(cell(row, 0, "attributes", number), "attributes", number);
      if (!parts) continue;
      const std::string name = cell(row, 1, "attributes", number);
      const std::string type = cell(row, 3, "attributes", number);
      const bool is_list = row.integer(2) > 0 || type == "list";
      RecordParts::Attribute& attribute = parts->attribute_of(name, is_list);
      if (type != "list") attribute.values.push_back(json_of(row, type, number));
    }
  }

  ForeignReading& reading_;
  SqliteDatabase& database_;
  VisibleEdits edits_;
  bool ours_ = false;
  std::vector<RecordParts> parts_;
  Index index_;
};

}  // namespace

bool is_sqlite(std::string_view bytes) {
  return bytes.starts_with(sqlite_magic);
}

void read_sqlite(ForeignReading& reading) {
  try {
    SqliteDatabase database(reading.text());
    SqliteReader(reading, database).read();
  } catch (const SqliteFailure& failure) {
    reading.stop({}, {"bad-sqlite", "SQLite cannot read the database: " + failure.message,
                      "sqlite3 FILE 'PRAGMA integrity_check' says more"});
  }
}

}  // namespace entente

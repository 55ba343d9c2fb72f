// Dossiers as tables of SQLite: one row a record, a name, a piece of evidence, a value; dates as
// text, beside them the first and last day that they may touch. Triggers keep what follows from
// another column from contradicting it: days of a date that was changed go, shown names follow.

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include <entente/error.hpp>
#include <entente/time/day.hpp>

#include "base/sorted.hpp"
#include "base/text_map.hpp"
#include "io/formats/database/database_formats.hpp"
#include "io/formats/database/sqlite_handle.hpp"
#include "io/formats/labels.hpp"
#include "model/json_append.hpp"
#include "model/record_json.hpp"

namespace entente {
namespace {

constexpr std::string_view sqlite_tables = R"(
CREATE TABLE dossier (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE kinds (id TEXT PRIMARY KEY, label TEXT) WITHOUT ROWID;
CREATE TABLE types (id TEXT PRIMARY KEY, phrase TEXT, symmetric INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE entities (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL,
  edtf TEXT, earliest TEXT, latest TEXT) WITHOUT ROWID;
CREATE TABLE names (
  entity TEXT NOT NULL REFERENCES entities, language TEXT NOT NULL, position INTEGER NOT NULL,
  name TEXT NOT NULL, PRIMARY KEY (entity, language, position)) WITHOUT ROWID;
CREATE TABLE codes (
  entity TEXT NOT NULL REFERENCES entities, scheme TEXT NOT NULL, code TEXT NOT NULL,
  PRIMARY KEY (entity, scheme)) WITHOUT ROWID;
CREATE TABLE relations (
  id TEXT PRIMARY KEY, type TEXT NOT NULL,
  from_id TEXT NOT NULL REFERENCES entities, to_id TEXT NOT NULL REFERENCES entities,
  edtf TEXT, earliest TEXT, latest TEXT, modality TEXT NOT NULL,
  certainty TEXT, why TEXT, inferred_end TEXT, inferred_end_qualified TEXT) WITHOUT ROWID;
CREATE TABLE evidence (
  relation TEXT NOT NULL REFERENCES relations, position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES entities, at TEXT, asserted_by TEXT REFERENCES entities,
  edtf TEXT, PRIMARY KEY (relation, position)) WITHOUT ROWID;
CREATE TABLE attributes (
  record TEXT NOT NULL CHECK (record IN ('entity', 'relation')), id TEXT NOT NULL,
  name TEXT NOT NULL, position INTEGER NOT NULL, type TEXT NOT NULL, value,
  PRIMARY KEY (record, id, name, position)) WITHOUT ROWID;
CREATE TRIGGER entities_dated AFTER UPDATE OF edtf ON entities
  BEGIN UPDATE entities SET earliest = NULL, latest = NULL
    WHERE id = new.id AND earliest IS old.earliest AND latest IS old.latest; END;
CREATE TRIGGER relations_dated AFTER UPDATE OF edtf ON relations
  BEGIN UPDATE relations SET earliest = NULL, latest = NULL
    WHERE id = new.id AND earliest IS old.earliest AND latest IS old.latest; END;
CREATE TRIGGER names_changed AFTER UPDATE OF name ON names
  BEGIN UPDATE entities SET name = new.name WHERE id = new.entity AND name = old.name; END;
CREATE INDEX relations_from ON relations (from_id);
CREATE INDEX relations_to ON relations (to_id);
CREATE VIEW relations_named AS
  SELECT r.id, f.name AS from_name, coalesce(t.phrase, r.type) AS phrase, g.name AS to_name,
         r.edtf, r.earliest, r.latest, r.modality, r.certainty, r.why,
         (SELECT group_concat(s.name || coalesce(' ' || e.at, ''), '; ')
            FROM evidence e JOIN entities s ON s.id = e.source WHERE e.relation = r.id) AS sources,
         r.type, r.from_id, r.to_id
    FROM relations r LEFT JOIN entities f ON f.id = r.from_id
    LEFT JOIN entities g ON g.id = r.to_id LEFT JOIN types t ON t.id = r.type;
CREATE VIEW evidence_named AS
  SELECT e.relation, e.position, s.name AS source_name, e.at, a.name AS asserted_by_name, e.edtf,
         e.source, e.asserted_by
    FROM evidence e LEFT JOIN entities s ON s.id = e.source
    LEFT JOIN entities a ON a.id = e.asserted_by;
)";

class SqliteWriter {
 public:
  SqliteWriter(const Dossier& dossier, const Vocabulary& vocabulary, const ConvertOptions& options)
      : dossier_(dossier),
        vocabulary_(vocabulary),
        options_(options),
        labels_(vocabulary, options.languages) {
    for (const auto& [relation, marks] : options.marks) marks_.emplace(relation, &marks);
  }

  [[nodiscard]] std::string bytes() {
    database_.run(std::string(sqlite_tables) + "BEGIN;");
    put_dossier();
    put_vocabulary();
    put_entities();
    put_relations();
    database_.run("COMMIT;");
    return database_.bytes();
  }

 private:
  void put_dossier() {
    SqliteStatement row(database_, "INSERT INTO dossier VALUES (?, ?)");
    const std::string header = json::header(dossier_);
    row.bind("header").bind(header).run();
    const std::string_view title = label(dossier_.titles, options_.languages);
    if (!title.empty()) row.bind("title").bind(title).run();
    if (!options_.selection.empty()) row.bind("selection").bind(options_.selection).run();
  }

  void put_vocabulary() {
    SqliteStatement kinds(database_, "INSERT INTO kinds VALUES (?, ?)");
    for (const Kind& kind : vocabulary_.kinds())
      kinds.bind(kind.id).bind_or_null(label(kind.labels, options_.languages)).run();
    SqliteStatement types(database_, "INSERT INTO types VALUES (?, ?, ?)");
    for (const RelationType& type : vocabulary_.types())
      types.bind(type.id)
          .bind_or_null(label(type.forward, options_.languages))
          .bind(std::int64_t{type.symmetry == Symmetry::symmetric})
          .run();
  }

  void put_entities() {
    SqliteStatement row(database_, "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?)");
    SqliteStatement names(database_, "INSERT INTO names VALUES (?, ?, ?, ?)");
    SqliteStatement codes(database_, "INSERT INTO codes VALUES (?, ?, ?)");
    SqliteStatement values(database_, "INSERT INTO attributes VALUES ('entity', ?, ?, ?, ?, ?)");
    for (const Entity* entity : by_id(dossier_.entities)) {
      const DateTexts dates(entity->when);
      row.bind(entity->id).bind(entity->kind).bind(labels_.name(*entity));
      dates.bind(row).run();
      put_names(names, *entity);
      for (const auto& [scheme, code] : entity->codes)
        codes.bind(entity->id).bind(scheme).bind(code).run();
      put_attributes(values, entity->id, entity->attributes);
    }
  }

  /// The names of a language from position 1 on; a language without names is a row at 0.
  static void put_names(SqliteStatement& row, const Entity& entity) {
    const auto put = [&](const std::string& language, std::size_t position, std::string_view name) {
      row.bind(entity.id).bind(language).bind(static_cast<std::int64_t>(position)).bind(name).run();
    };
    for (const LanguageNames& one : entity.names) {
      for (std::size_t i = 0; i < one.names.size(); ++i) put(one.language, i + 1, one.names[i]);
      if (one.names.empty()) put(one.language, 0, {});
    }
  }

  void put_relations() {
    SqliteStatement row(database_,
                        "INSERT INTO relations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    SqliteStatement evidence(database_, "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?)");
    SqliteStatement values(database_, "INSERT INTO attributes VALUES ('relation', ?, ?, ?, ?, ?)");
    for (const Relation* relation : by_id(dossier_.relations)) {
      const DateTexts dates(relation->when);
      row.bind(relation->id).bind(relation->type).bind(relation->from).bind(relation->to);
      dates.bind(row).bind(to_string(relation->modality));
      const auto marks = marks_.find(relation->id);
      for (const std::string_view name :
           {"certainty", "why", "inferred_end", "inferred_end_qualified"})
        row.bind_or_null(marks == marks_.end() ? std::string_view()
                                               : text_of(*marks->second, name));
      row.run();
      for (std::size_t i = 0; i < relation->evidence.size(); ++i) {
        const Evidence& one = relation->evidence[i];
        evidence.bind(relation->id).bind(static_cast<std::int64_t>(i + 1)).bind(one.source);
        evidence.bind_or_null(one.at).bind_or_null(one.asserted_by);
        evidence.bind_or_null(one.when ? std::string_view(one.when->text()) : std::string_view())
            .run();
      }
      put_attributes(values, relation->id, relation->attributes);
    }
  }

  /// A date as the columns edtf, earliest, latest.
  class DateTexts {
   public:
    explicit DateTexts(const std::optional<When>& when) {
      if (!when) return;
      edtf_ = when->text();
      if (const auto day = when->earliest()) earliest_ = format_day(*day);
      if (const auto day = when->latest()) latest_ = format_day(*day);
    }
    SqliteStatement& bind(SqliteStatement& row) const {
      return row.bind_or_null(edtf_).bind_or_null(earliest_).bind_or_null(latest_);
    }

   private:
    std::string edtf_;
    std::string earliest_;
    std::string latest_;
  };

  static std::string_view text_of(const Attributes& attributes, std::string_view name) {
    const AttributeValue* value = find_attribute(attributes, name);
    const Scalar* scalar = value ? std::get_if<Scalar>(value) : nullptr;
    const std::string* text = scalar ? std::get_if<std::string>(scalar) : nullptr;
    return text ? std::string_view(*text) : std::string_view();
  }

  struct BindScalar {
    SqliteStatement& row;
    void operator()(std::monostate) const { row.bind("null").bind_null(); }
    void operator()(bool value) const { row.bind("boolean").bind(std::int64_t{value}); }
    void operator()(std::int64_t value) const { row.bind("integer").bind(value); }
    void operator()(double value) const { row.bind("real").bind(value); }
    void operator()(const std::string& value) const { row.bind("text").bind(value); }
    void operator()(std::uint64_t) const {}  // does not fit SQLite's integers
  };

  /// A value at position 0; the values of a list at 1, 2, …; an empty list is a row of its own.
  static void put_attributes(SqliteStatement& row, const std::string& id,
                             const Attributes& attributes) {
    const auto put = [&](const std::string& name, std::size_t position, const Scalar& value) {
      row.bind(id).bind(name).bind(static_cast<std::int64_t>(position));
      std::string digits;
      if (std::holds_alternative<std::uint64_t>(value)) {
        json::append_scalar(digits, value);
        row.bind("integer").bind(digits);
      } else {
        std::visit(BindScalar{row}, value);
      }
      row.run();
    };
    for (const auto& [name, value] : attributes) {
      if (const auto* scalar = std::get_if<Scalar>(&value)) {
        put(name, 0, *scalar);
        continue;
      }
      const auto& list = std::get<std::vector<Scalar>>(value);
      for (std::size_t i = 0; i < list.size(); ++i) put(name, i + 1, list[i]);
      if (list.empty())
        row.bind(id).bind(name).bind(std::int64_t{0}).bind("list").bind_null().run();
    }
  }

  const Dossier& dossier_;
  const Vocabulary& vocabulary_;
  const ConvertOptions& options_;
  Labeller labels_;
  ViewMap<const Attributes*> marks_;
  SqliteDatabase database_;
};

}  // namespace

LossReport write_sqlite(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                        const ConvertOptions& options) {
  try {
    const std::string bytes = SqliteWriter(dossier, vocabulary, options).bytes();
    out.write(bytes.data(), std::ssize(bytes));
  } catch (const SqliteFailure& failure) {
    throw IoError(Exit::io, "write-failed", "cannot make the database: " + failure.message);
  }
  return {};
}

}  // namespace entente

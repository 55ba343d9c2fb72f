/// Proposes a mapping: what columns hold and what they are for, with the reasons, since a person
/// decides.

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include <entente/base/json_text.hpp>
#include <entente/io/import.hpp>

#include "base/ascii.hpp"
#include "io/import/column_look.hpp"
#include "io/import/column_roles.hpp"
#include "io/import/evaluation.hpp"
#include "io/import/import_date.hpp"
#include "io/import/missing_words.hpp"
#include "io/import/modality_words.hpp"
#include "io/import/proposed_table.hpp"
#include "io/import/table_source.hpp"
#include "io/tables/open_table.hpp"
#include "text/shortened.hpp"

namespace entente {
namespace {

namespace im = import;

using import::ColumnLook;
using import::Looks;
std::string listed(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values)
    text += (text.empty() ? "'" : ", '") + shortened(value) + "'";
  return text;
}

class Proposal {
 public:
  /// `file_id` is the document that the file is.
  Proposal(im::ProposedTable table, std::string file_id)
      : table_(std::move(table)),
        file_id_(std::move(file_id)),
        roles_(im::roles_of(table_.columns)) {}

  [[nodiscard]] bool is_of_use() const { return roles_.from.has_value(); }

  /// The day until which the data looked, if one column says it and always the same.
  [[nodiscard]] std::optional<std::string> horizon() const {
    if (!roles_.horizon || roles_.horizon->distinct != 1) return std::nullopt;
    const std::string date =
        im::edtf_of(roles_.horizon->values.front(), roles_.horizon->order).edtf;
    return date.empty() ? std::nullopt : std::optional(date);
  }

  [[nodiscard]] std::string table() const {
    std::string text = "    {\n      \"//\": " + reasons() + ",\n";
    text += "      \"file\": " + json_quoted(table_.file) + ",\n";
    if (!table_.sheet.empty()) text += "      \"sheet\": " + json_quoted(table_.sheet) + ",\n";
    if (table_.header.row > 1)
      text += "      \"header\": " + std::to_string(table_.header.row) + ",\n";
    if (const auto mark = table_.delimiter)
      text += "      \"delimiter\": " + json_quoted(std::string(1, *mark)) + ",\n";
    text += columns() + splits();
    text += roles_.to ? documents() + relation() : entity_alone();
    return text + "    }";
  }

 private:
  /// What the mapping calls a column: its name, or its letters where that would not do.
  static std::string called(const ColumnLook& column) {
    const bool plain = column.is_alone && !column.name.empty() && !column.name.starts_with('=') &&
                       column.name.find_first_of("{}") == column.name.npos;
    return plain ? column.name : "=" + tables::column_letters(column.index);
  }
  static std::string in_braces(const ColumnLook& column) { return "{" + called(column) + "}"; }
  static std::string template_of(const ColumnLook& column) {
    return json_quoted(in_braces(column));
  }

  /// Remarks on the table, and one a column, as a list of texts.
  [[nodiscard]] std::string reasons() const {
    std::string text = "[";
    const auto add = [&](const std::string& reason) {
      text += (text.size() == 1 ? "\n        " : ",\n        ") + json_quoted(reason);
    };
    if (const auto mark = table_.delimiter)
      add("cells are apart by '" + (*mark == '\t' ? "tab" : std::string(1, *mark)) +
          "': rows have it, and are else a single cell");
    if (const im::HeaderGuess& header = table_.header; header.row > 1)
      add("the columns are named in row " + std::to_string(header.row) + ", the first that has " +
          std::to_string(header.cells) + " cells; above it " +
          (header.titles.empty() ? "is nothing" : "stands " + listed(header.titles)));
    for (const std::string& note : table_.notes) add(note);
    for (const ColumnLook& column : table_.columns) add(reason_for(column) + role_of(column));
    return text + "\n      ]";
  }

  /// What the column is for, where its values or their number decide.
  [[nodiscard]] std::string role_of(const ColumnLook& column) const {
    const auto is = [&](const std::optional<ColumnLook>& role) {
      return role && role->index == column.index;
    };
    if (is(roles_.modality)) return ", taken for modality: LOOK at what each word is taken for";
    if (is(roles_.source)) return ", taken for the documents that say so";
    if (!is(roles_.horizon)) return {};
    return horizon() ? ", taken for the day until which the data looked"
                     : ", ASK: until which day did the data look? Say it in \"observed_through\"";
  }

  [[nodiscard]] static std::string reason_for(const ColumnLook& column) {
    constexpr std::array<std::string_view, 6> looks = {"empty",   "countries", "dates",
                                                       "numbers", "addresses", "names"};
    std::string reason = tables::column_letters(column.index) + " '" + column.name +
                         "': " + std::string(looks[static_cast<std::size_t>(column.looks)]) + ", " +
                         std::to_string(column.distinct) + " different in " +
                         std::to_string(column.filled) + (column.filled == 1 ? " row" : " rows");
    if (!column.separator.empty()) reason += ", several in a cell ('" + column.separator + "')";
    if (column.order == import::DateOrder::day_first)
      reason += ", day first: some can be nothing else";
    if (column.order == import::DateOrder::month_first)
      reason += ", month first: some can be nothing else";
    if (column.order == import::DateOrder::unsaid && !column.two_readings.empty())
      reason += ", ASK: is '" + column.two_readings.front() +
                "' day first (\"dmy\") or month first (\"mdy\")? Say it in \"columns\"";
    if (column.decimal == import::DecimalSign::comma) reason += ", a comma before decimals";
    for (const std::string& word : column.missing)
      reason += ", '" + shortened(word) + "' taken for " +
                (import::missing_word(word) == import::MissingCode::none ? "no end" : "unknown");
    if (!column.exceptions.empty())
      reason += ", LOOK: not " + std::string(looks[static_cast<std::size_t>(column.looks)]) +
                " are " + listed(column.exceptions);
    return reason;
  }

  [[nodiscard]] std::string columns() const {
    std::string text;
    for (const ColumnLook& column : table_.columns)
      if (const std::string set = settings(column); !set.empty())
        text += (text.empty() ? "" : ", ") + json_quoted(called(column)) + ": {" + set + "}";
    return text.empty() ? text : "      \"columns\": {" + text + "},\n";
  }

  /// The order of a column's dates or the sign before its decimals, and the words in it that stand
  /// for none.
  [[nodiscard]] static std::string settings(const ColumnLook& column) {
    std::string text;
    if (column.order != import::DateOrder::unsaid)
      text = std::string("\"date\": ") +
             (column.order == import::DateOrder::day_first ? "\"dmy\"" : "\"mdy\"");
    if (column.decimal == import::DecimalSign::comma) text = "\"decimal\": \",\"";
    std::string words;
    for (const std::string& word : column.missing)
      words += (words.empty() ? "" : ", ") + json_quoted(word) + ": \"" +
               std::string(import::to_string(
                   import::missing_word(word).value_or(import::MissingCode::unknown))) +
               "\"";
    if (!words.empty()) text += (text.empty() ? "" : ", ") + ("\"missing\": {" + words + "}");
    return text;
  }

  [[nodiscard]] std::string splits() const {
    std::string text;
    for (const auto* end : {&roles_.from, &roles_.to})
      if (*end && !(*end)->separator.empty())
        text += (text.empty() ? "" : ", ") + json_quoted(called(**end)) + ": " +
                json_quoted((*end)->separator);
    return text.empty() ? text : "      \"split\": {" + text + "},\n";
  }

  [[nodiscard]] static std::string end(const ColumnLook& column) {
    const im::KindGuess guess = im::kind_of(column);
    if (guess.kind == "country") return "{\"country\": " + template_of(column) + "}";
    return "{\"//\": " + json_quoted("kind: " + guess.reason) +
           ", \"id\": {\"slug\": " + template_of(column) + "}, \"kind\": \"" + guess.kind +
           "\", \"names\": {\"en\": " + template_of(column) + "}}";
  }

  [[nodiscard]] std::string type() const {
    if (!roles_.type)
      return "\"" + im::type_between(im::kind_of(*roles_.from).kind, im::kind_of(*roles_.to).kind) +
             "\"";
    std::string map;
    const std::string guess =
        im::type_between(im::kind_of(*roles_.from).kind, im::kind_of(*roles_.to).kind);
    for (const std::string& value : roles_.type->values)
      map += (map.empty() ? "" : ", ") + json_quoted(value) + ": \"" + guess + "\"";
    return "{\"//\": \"say for each value which type of the vocabulary it is\", \"value\": " +
           template_of(*roles_.type) + ", \"map\": {" + map + "}, \"else\": null}";
  }

  [[nodiscard]] std::string when() const {
    if (roles_.start && roles_.end)
      return "{\"from\": " + template_of(*roles_.start) + ", \"to\": " + template_of(*roles_.end) +
             "}";
    if (roles_.end) return "{\"from\": \"\", \"to\": " + template_of(*roles_.end) + "}";
    if (roles_.start) return template_of(*roles_.start);
    return {};
  }

  [[nodiscard]] std::string attributes() const {
    std::string text;
    std::set<std::string> taken;
    for (const ColumnLook& column : roles_.rest)
      if (column.looks != Looks::empty && !column.name.empty())
        text += (text.empty() ? "" : ", ") + json_quoted(attribute_name(column, taken)) + ": " +
                (column.separator.empty() ? template_of(column)
                                          : "{\"split\": " + template_of(column) +
                                                ", \"by\": " + json_quoted(column.separator) + "}");
    return text.empty() ? text : "{" + text + "}";
  }

  /// Columns of one name, or of names alike, get numbers: `name`, `name_2`.
  static std::string attribute_name(const ColumnLook& column, std::set<std::string>& taken) {
    std::string name = import::slug_of(column.name);
    std::replace(name.begin(), name.end(), '-', '_');
    if (name.empty()) name = column.name;
    std::string free = name;
    for (int number = 2; !taken.insert(free).second; ++number)
      free = name + "_" + std::to_string(number);
    return free;
  }

  [[nodiscard]] std::string modality() const {
    std::string map;
    for (const std::string& word : roles_.modality->values)
      if (const auto modality = im::modality_word(word))
        map += (map.empty() ? "" : ", ") + json_quoted(word) + ": \"" +
               std::string(to_string(*modality)) + "\"";
    return "{\"value\": " + template_of(*roles_.modality) + ", \"map\": {" + map + "}}";
  }

  /// The documents that a column names.
  [[nodiscard]] std::string documents() const {
    if (!roles_.source) return {};
    const std::string name = template_of(*roles_.source);
    return "      \"entity\": {\n        \"id\": {\"slug\": " + name +
           "},\n        \"kind\": \"document\",\n        \"names\": {\"en\": " + name +
           "},\n        \"where\": {" + name + ": {\"not\": \"\"}}\n      },\n";
  }

  /// Where no document is named, the row itself is what says so.
  [[nodiscard]] std::string evidence() const {
    return "{\"source\": {\"first\": [{\"slug\": " + template_of(*roles_.source) + "}, " +
           json_quoted(file_id_) + "]}}";
  }

  [[nodiscard]] std::string relation() const {
    std::string text = "      \"relation\": {\n        \"type\": " + type() +
                       ",\n        \"from\": " + end(*roles_.from) +
                       ",\n        \"to\": " + end(*roles_.to);
    if (const std::string dates = when(); !dates.empty()) text += ",\n        \"when\": " + dates;
    if (roles_.modality) text += ",\n        \"modality\": " + modality();
    if (const std::string more = attributes(); !more.empty())
      text += ",\n        \"attributes\": " + more;
    if (roles_.source) text += ",\n        \"evidence\": " + evidence();
    return text + "\n      }\n";
  }

  [[nodiscard]] std::string entity_alone() const {
    const im::KindGuess guess = im::kind_of(*roles_.from);
    std::string text = "      \"entity\": {\n        \"id\": {\"" +
                       std::string(guess.kind == "country" ? "country" : "slug") +
                       "\": " + template_of(*roles_.from) + "},\n        \"kind\": \"" +
                       guess.kind + "\"";
    if (guess.kind != "country")
      text += ",\n        \"names\": {\"en\": " + template_of(*roles_.from) + "}";
    if (const std::string dates = when(); !dates.empty()) text += ",\n        \"when\": " + dates;
    if (const std::string more = attributes(); !more.empty())
      text += ",\n        \"attributes\": " + more;
    return text + "\n      }\n";
  }

  im::ProposedTable table_;
  std::string file_id_;
  im::ColumnRoles roles_;
};

}  // namespace

std::string propose_mapping(const std::vector<std::string>& files, const ReadLimits& limits) {
  const Countries countries({"en"});
  std::string tables;
  std::set<std::string> horizons;
  for (const std::string& path : files) {
    tables::require_file(path);
    im::SourceFile file(path, limits);
    const std::vector<std::string> sheets = file.file(std::nullopt).sheets();
    for (const std::string& sheet : sheets) {
      im::ProposedTable table;
      try {
        table = im::look_at_table(file, sheet, countries);
      } catch (const DossierError& error) {
        // An empty sheet among others.
        if (error.problems().front().code != "no-header" || sheets.size() == 1) throw;
        continue;
      }
      const Proposal proposal(std::move(table), file.document_id());
      if (!proposal.is_of_use()) continue;
      tables += (tables.empty() ? "" : ",\n") + proposal.table();
      if (const auto day = proposal.horizon()) horizons.insert(*day);
    }
  }
  if (tables.empty())
    throw DossierError({{Severity::error, "nothing-to-propose", files.empty() ? "" : files.front(),
                         1, 1, "", "no column holds names that entities could be made of",
                         "is the header in another row, or the delimiter another one?"}});
  // Tables that looked until different days are for a person to take apart.
  const std::string horizon =
      horizons.size() == 1 ? "  \"observed_through\": " + json_quoted(*horizons.begin()) + ",\n"
                           : "";
  return "{\n  \"format\": \"entente-mapping/1\",\n  \"//\": \"Proposed from what the columns look "
         "like. Read the reasons, mend what is wrong, then look with --dry-run.\",\n"
         "  \"vocabulary\": \"diplomacy\",\n  \"languages\": [\"en\"],\n" +
         horizon + "  \"tables\": [\n" + tables + "\n  ]\n}\n";
}

}  // namespace entente

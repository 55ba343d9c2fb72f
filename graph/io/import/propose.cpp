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
#include "io/import/missing_words.hpp"
#include "io/import/table_source.hpp"
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
  /// Of a text file, `delimiter` is what stands between cells if that is not as its ending says.
  Proposal(std::string file, std::string sheet, std::optional<char> delimiter,
           std::vector<ColumnLook> columns)
      : file_(std::move(file)),
        sheet_(std::move(sheet)),
        delimiter_(delimiter),
        columns_(columns),
        roles_(im::roles_of(std::move(columns))) {}

  [[nodiscard]] bool is_of_use() const { return roles_.from.has_value(); }

  [[nodiscard]] std::string table() const {
    std::string text = "    {\n      \"//\": " + reasons() + ",\n";
    text += "      \"file\": " + json_quoted(file_) + ",\n";
    if (!sheet_.empty()) text += "      \"sheet\": " + json_quoted(sheet_) + ",\n";
    if (delimiter_)
      text += "      \"delimiter\": " + json_quoted(std::string(1, *delimiter_)) + ",\n";
    text += columns() + splits();
    text += roles_.to ? relation() : entity_alone();
    return text + "    }";
  }

 private:
  static std::string in_braces(const ColumnLook& column) {
    const bool plain = !column.name.empty() && column.name.find_first_of("{}") == column.name.npos;
    return plain ? "{" + column.name + "}" : "{=" + tables::column_letters(column.index) + "}";
  }
  static std::string template_of(const ColumnLook& column) {
    return json_quoted(in_braces(column));
  }

  /// One remark a column, as a list of texts.
  [[nodiscard]] std::string reasons() const {
    std::string text = "[";
    const auto add = [&](const std::string& reason) {
      text += (text.size() == 1 ? "\n        " : ",\n        ") + json_quoted(reason);
    };
    if (delimiter_)
      add("cells are apart by '" + (*delimiter_ == '\t' ? "tab" : std::string(1, *delimiter_)) +
          "': the first row has it, and is else a single cell");
    for (const ColumnLook& column : columns_) add(reason_for(column));
    return text + "\n      ]";
  }

  [[nodiscard]] static std::string reason_for(const ColumnLook& column) {
    constexpr std::array<std::string_view, 6> looks = {"empty",   "countries", "dates",
                                                       "numbers", "addresses", "names"};
    std::string reason = tables::column_letters(column.index) + " '" + column.name +
                         "': " + std::string(looks[static_cast<std::size_t>(column.looks)]) + ", " +
                         std::to_string(column.distinct) + " different in " +
                         std::to_string(column.filled) + " rows";
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
    for (const ColumnLook& column : columns_)
      if (const std::string set = settings(column); !set.empty())
        text += (text.empty() ? "" : ", ") + json_quoted(column.name) + ": {" + set + "}";
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
        text += (text.empty() ? "" : ", ") + json_quoted((*end)->name) + ": " +
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
    if (roles_.start) return template_of(*roles_.start);
    return {};
  }

  [[nodiscard]] std::string attributes() const {
    std::string text;
    for (const ColumnLook& column : roles_.rest)
      if (column.looks != Looks::empty && !column.name.empty())
        text += (text.empty() ? "" : ", ") + json_quoted(attribute_name(column)) + ": " +
                (column.separator.empty() ? template_of(column)
                                          : "{\"split\": " + template_of(column) +
                                                ", \"by\": " + json_quoted(column.separator) + "}");
    return text.empty() ? text : "{" + text + "}";
  }

  static std::string attribute_name(const ColumnLook& column) {
    std::string name = import::slug_of(column.name);
    std::replace(name.begin(), name.end(), '-', '_');
    return name.empty() ? column.name : name;
  }

  [[nodiscard]] std::string relation() const {
    std::string text = "      \"relation\": {\n        \"type\": " + type() +
                       ",\n        \"from\": " + end(*roles_.from) +
                       ",\n        \"to\": " + end(*roles_.to);
    if (const std::string dates = when(); !dates.empty()) text += ",\n        \"when\": " + dates;
    if (const std::string more = attributes(); !more.empty())
      text += ",\n        \"attributes\": " + more;
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
    if (const std::string more = attributes(); !more.empty())
      text += ",\n        \"attributes\": " + more;
    return text + "\n      }\n";
  }

  std::string file_;
  std::string sheet_;
  std::optional<char> delimiter_;
  std::vector<ColumnLook> columns_;
  im::ColumnRoles roles_;
};

std::vector<ColumnLook> looks_of(import::OpenTable& table, const Countries& countries) {
  constexpr std::size_t most_rows = 2000;
  constexpr std::size_t most_looked_at = 200;
  const std::size_t count = std::min(table.columns.size(), most_looked_at);
  std::vector<std::vector<std::string>> cells(count);
  std::vector<std::set<std::string>> codes(count);  // that the file itself declares as missing
  for (std::size_t row = 0; row < most_rows && table.rows->next(); ++row)
    for (std::size_t i = 0; i < std::min(count, table.rows->cells().size()); ++i) {
      const std::string_view text = table.rows->cells()[i].text;
      if (table.rows->cells()[i].kind == tables::CellKind::missing) {
        codes[i].emplace(text);
        continue;
      }
      cells[i].emplace_back(trimmed(text));
    }
  std::vector<ColumnLook> looks;
  for (std::size_t i = 0; i < count; ++i) {
    looks.push_back(import::look_at_column(table.columns[i], i, cells[i], countries));
    std::vector<std::string>& missing = looks.back().missing;
    for (const std::string& code : codes[i])
      if (std::ranges::find(missing, code) == missing.end()) missing.push_back(code);
  }
  return looks;
}

/// Opens a table. One of a single column whose name holds what others have between cells is opened
/// again with that between them.
im::OpenTable open_table(im::SourceFile& file, const std::string& sheet,
                         std::optional<char>& delimiter) {
  im::OpenTable table = file.open(sheet, 1, std::nullopt, {}, {});
  if (table.columns.size() != 1 || !sheet.empty()) return table;
  for (const char one : {';', '\t', '|', ','})
    if (table.columns.front().find(one) != std::string::npos) {
      delimiter = one;
      return file.open(sheet, 1, delimiter, {}, {});
    }
  return table;
}

}  // namespace

std::string propose_mapping(const std::vector<std::string>& files, const ReadLimits& limits) {
  const Countries countries({"en"});
  std::string tables;
  for (const std::string& path : files) {
    import::SourceFile file(path, limits);
    const std::vector<std::string> sheets = file.file(std::nullopt).sheets();
    for (const std::string& sheet : sheets) {
      import::OpenTable table;
      std::optional<char> delimiter;
      try {
        table = open_table(file, sheet, delimiter);
      } catch (const DossierError& error) {
        // An empty sheet among others.
        if (error.problems().front().code != "no-header" || sheets.size() == 1) throw;
        continue;
      }
      const Proposal proposal(file.base_name(), sheet, delimiter, looks_of(table, countries));
      if (proposal.is_of_use()) tables += (tables.empty() ? "" : ",\n") + proposal.table();
    }
  }
  if (tables.empty())
    throw DossierError({{Severity::error, "nothing-to-propose", files.empty() ? "" : files.front(),
                         0, 0, "", "no column holds names that entities could be made of",
                         "is the header in another row, or the delimiter another one?"}});
  return "{\n  \"format\": \"entente-mapping/1\",\n  \"//\": \"Proposed from what the columns look "
         "like. Read the reasons, mend what is wrong, then look with --dry-run.\",\n"
         "  \"vocabulary\": \"diplomacy\",\n  \"languages\": [\"en\"],\n  \"tables\": [\n" +
         tables + "\n  ]\n}\n";
}

}  // namespace entente

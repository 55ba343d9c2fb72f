#include <map>

#include <entente/base/json_text.hpp>
#include <entente/io/import.hpp>
#include <entente/text/safe.hpp>

#include "io/import/missing_words.hpp"

namespace entente {
namespace {

/// A member of a mapping, with an answer to each question.
std::string member(std::string_view name, const std::map<std::string, std::string>& answers) {
  std::string list;
  for (const auto& [question, answer] : answers)
    list += (list.empty() ? "" : ", ") + json_quoted(question) + ": " + json_quoted(answer);
  return list.empty() ? list : json_quoted(name) + ": {" + list + "}";
}

}  // namespace

std::string to_json(const ImportResult& result) {
  JsonText json;
  json.open_object().member("read", result.rows);
  json.member("records", result.dossier.entities.size() + result.dossier.relations.size());
  json.key("rejected").open_list();
  for (const RejectedRow& row : result.rejected) {
    json.open_object().member("file", row.file).member("sheet", row.sheet);
    json.member("cell", row.cell).member("value", row.value);
    json.member("code", row.code).member("reason", row.reason).member("hint", row.hint);
    if (row.line > 0) json.member("line", row.line).member("column", row.column);
    json.close_object();
  }
  json.close_list().close_object();
  return json.str();
}

std::string mapping_answers(const ImportResult& result) {
  std::map<std::string, std::string> countries;
  std::map<std::string, std::string> missing;
  for (const RejectedRow& row : result.rejected) {
    if (row.code == "unknown-country" || row.code == "ambiguous-country")
      countries.emplace(row.value, "…");
    if (row.code != "bad-date") continue;
    if (const auto meaning = import::missing_word(row.value))
      missing.emplace(row.value, import::to_string(*meaning));
  }
  if (countries.size() + missing.size() < 2) return {};
  const std::string named = member("countries", countries);
  const std::string words = member("missing", missing);
  return named + (named.empty() || words.empty() ? "" : ", ") + words;
}

std::string describe(const RejectedRow& row) {
  std::string place = row.file.empty() ? "dossier" : row.file;
  if (row.line > 0) {
    place += ":" + std::to_string(row.line) + ":" + std::to_string(row.column);
  } else if (!row.cell.empty()) {
    if (!row.sheet.empty()) place += "!" + row.sheet;
    place += "!" + row.cell;
  }
  std::string text = terminal_safe(place) + ": error: ";
  if (row.line > 0 && !row.cell.empty()) text += row.cell + ": ";
  text += terminal_safe(row.reason) + " [" + row.code + "]";
  if (!row.hint.empty()) text += "\n  hint: " + terminal_safe(row.hint);
  return text;
}

}  // namespace entente

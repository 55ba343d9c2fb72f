#include "shell/suggesting.hpp"

#include <algorithm>
#include <cctype>

namespace entente::tool {
namespace {

constexpr std::string_view language_words[] = {
    "ACYCLIC",   "ALL SHORTEST",   "AND",         "ANY SHORTEST", "AS OF '",      "ASCENDING",
    "CASE",      "CERTAINLY",      "CONTAINS",    "COUNT {",      "DESCENDING",   "DISTINCT",
    "DURING '",  "ELSE",           "END",         "ENDS WITH",    "EXISTS {",     "FOR ALL TIME",
    "IN",        "IS NOT NULL",    "IS NULL",     "KNOWN AT '",   "LIMIT",        "MATCH",
    "NOT",       "OPTIONAL MATCH", "OR",          "ORDER BY",     "POSSIBLY",     "RETURN",
    "SHORTEST",  "SKIP",           "STARTS WITH", "THEN",         "THROUGHOUT '", "UNION",
    "UNION ALL", "UNWIND",         "WHEN",        "WHERE",        "WITH",         "WITH UNDATED",
    "XOR"};

bool is_plain(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Bytes of names in any script count as letters.
bool is_in_word(char c) {
  return is_plain(c) || static_cast<unsigned char>(c) >= 0x80;
}

char lowered(char c) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() &&
         std::equal(beginning.begin(), beginning.end(), text.begin(),
                    [](char a, char b) { return lowered(a) == lowered(b); });
}

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

Completions beginning_with(const std::vector<std::string>& words, std::string_view typed) {
  Completions found{character_count(typed), {}};
  for (const std::string& word : words)
    if (begins_with(word, typed)) found.candidates.push_back(word);
  return found;
}

/// As it stands between such quotes.
std::string escaped(std::string_view name, char quote) {
  std::string text;
  for (const char c : name) {
    if (c == quote || c == '\\') text += '\\';
    text += c;
  }
  return text;
}

/// What is typed may end in half of an escape.
Completions names_beginning_with(const std::vector<std::string>& names, std::string_view typed,
                                 char quote) {
  Completions found{character_count(typed), {}};
  for (const std::string& name : names) {
    std::string text = escaped(name, quote);
    if (begins_with(text, typed)) found.candidates.push_back(std::move(text) + quote);
  }
  return found;
}

void sort_once(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

/// Whether the text ends inside quotes, and where they open.
std::size_t open_quote(std::string_view text) {
  std::size_t open = std::string_view::npos;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quote != 0) {
      if (text[i] == '\\')
        ++i;
      else if (text[i] == quote)
        quote = 0;
    } else if (text[i] == '\'' || text[i] == '"') {
      quote = text[i];
      open = i;
    }
  }
  return quote == 0 ? std::string_view::npos : open;
}

}  // namespace

const std::vector<ShellCommand>& shell_commands() {
  static const std::vector<ShellCommand> commands = {
      {":help", "", "these lines"},
      {":schema", "", "kinds, types and properties that the graph has"},
      {":as-of", "[DATE]", "asks as of a day, a month, a year; without a date of all time"},
      {":during", "[A/B]", "asks about some day of a period"},
      {":throughout", "[A/B]", "asks about every day of a period"},
      {":known-at", "[DATE]", "uses only what was published by then"},
      {":certain", "[on|off]", "leaves out what only may have held"},
      {":format", "[FORMAT]", "table, csv, tsv, json, jsonl, markdown, html, json-typed"},
      {":lang", "[LANGUAGES]", "of names, best first: ja,en"},
      {":timing", "[on|off]", "says how long a query took"},
      {":quit", "", "ends the shell; so does Ctrl-D"}};
  return commands;
}

Suggesting::Suggesting(const Graph& graph, const query::Source& source) {
  const query::Schema schema = query::schema_of(source);
  for (const auto& [label, count] : schema.labels) labels_.push_back(label);
  for (const auto& [type, count] : schema.types) types_.push_back(type);
  properties_ = schema.properties;
  labels_and_types_ = labels_;
  labels_and_types_.insert(labels_and_types_.end(), types_.begin(), types_.end());
  sort_once(labels_and_types_);
  for (std::uint32_t i = 0; i < graph.entity_count(); ++i) {
    const Entity record = graph.record(EntityId{i});
    names_.push_back(record.id);
    for (const LanguageNames& names : record.names)
      names_.insert(names_.end(), names.names.begin(), names.names.end());
  }
  sort_once(names_);
  words_.assign(std::begin(language_words), std::end(language_words));
  for (const std::string& function : query::function_names()) words_.push_back(function + "(");
  sort_once(words_);
}

Completions Suggesting::after(std::string_view before) const {
  if (!before.empty() && before[0] == ':') {
    std::vector<std::string> commands;
    for (const ShellCommand& command : shell_commands()) commands.emplace_back(command.name);
    return before.find(' ') == std::string_view::npos ? beginning_with(commands, before)
                                                      : Completions{};
  }
  if (const std::size_t quote = open_quote(before); quote != std::string_view::npos)
    return names_beginning_with(names_, before.substr(quote + 1), before[quote]);
  std::size_t begin = before.size();
  while (begin > 0 && is_in_word(before[begin - 1])) --begin;
  const std::string_view typed = before.substr(begin);
  const char sign = begin > 0 ? before[begin - 1] : '\0';
  if (sign == '$') return {};
  if (sign == '.') return beginning_with(properties_, typed);
  if (sign == ':' || sign == '|' || sign == '&') return beginning_with(labels_and_types_, typed);
  Completions found = beginning_with(words_, typed);
  if (sign == '{' || sign == ',' || sign == ' ') {
    const Completions more = beginning_with(properties_, typed);
    if (sign == '{') found.candidates.clear();
    if (!typed.empty() || sign == '{')
      found.candidates.insert(found.candidates.end(), more.candidates.begin(),
                              more.candidates.end());
  }
  sort_once(found.candidates);
  return found;
}

}  // namespace entente::tool

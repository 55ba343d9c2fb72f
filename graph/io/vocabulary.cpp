#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <ostream>
#include <span>
#include <string_view>
#include <utility>

#include <entente/base/json_text.hpp>
#include <entente/error.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/text/edit_distance.hpp>

#include "io/input.hpp"
#include "io/vocabulary_draft.hpp"
#include "model/problem_order.hpp"
#include "text/shortened.hpp"

namespace entente {

namespace embedded {
std::string_view diplomacy_vocabulary();
std::string_view network_vocabulary();
}  // namespace embedded

namespace {

constexpr std::string_view builtin_name = "diplomacy";
constexpr std::string_view network_name = "network";
constexpr std::size_t largest_file = std::size_t{64} << 20;

/// A vocabulary as a dossier names it, with the place where it does.
struct NamedSource {
  std::string name;
  ProblemPlace place;
  std::span<const Place> tokens = {};  ///< of one that is written out there
};

[[noreturn]] void refuse(const NamedSource& source, std::string code, std::string message,
                         std::string hint) {
  Problem problem = source.place;
  problem.code = std::move(code);
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  throw DossierError({std::move(problem)});
}

[[noreturn]] void refuse_name(const NamedSource& source) {
  const auto meant = nearest(source.name, {builtin_name, network_name});
  refuse(source, "unknown-vocabulary",
         "there is no vocabulary `" + shortened(source.name) + "` built in",
         meant ? "did you mean `" + *meant + "`?"
               : "built in are `diplomacy` and `network`; a file's name ends in .json");
}

InputBytes file_bytes(const NamedSource& source, const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored))
    refuse(source, "bad-vocabulary",
           "`" + shortened(path) + "` is no plain file, as a vocabulary must be",
           "name a .json file");
  auto bytes = read_bytes(path, largest_file);
  if (!bytes)
    refuse(source, "limit-input", "a vocabulary has at most 64 MiB",
           "split the data from the words");
  return *std::move(bytes);
}

/// A file that is not there is reported at the place that names it.
InputBytes named_bytes(const NamedSource& source, const std::string& path) {
  try {
    return file_bytes(source, path);
  } catch (const IoError& error) {
    if (source.place.line == 0) throw;
    throw IoError(static_cast<Exit>(error.exit_code()), std::string(error.code()),
                  text_of(source.place) + ": the vocabulary: " + error.what());
  }
}

/// A dossier's own vocabulary is one value of it.
void read_text(const NamedSource& source, VocabularyDraft& draft, std::vector<Problem>& problems) {
  if (!source.tokens.empty())
    return read_vocabulary(source.name, source.place.file, draft, problems, source.tokens);
  // Nobody knows where its parts stood: its problems are reported where it is named.
  const std::size_t before = problems.size();
  read_vocabulary(source.name, text_of(source.place), draft, problems);
  for (std::size_t i = before; i < problems.size(); ++i) {
    problems[i].file = source.place.file;
    problems[i].line = source.place.line;
    problems[i].column = source.place.column;
  }
}

void read_source(const NamedSource& source, const std::string& folder, VocabularyDraft& draft,
                 std::vector<Problem>& problems) {
  if (source.name == builtin_name)
    return read_vocabulary(embedded::diplomacy_vocabulary(), source.name, draft, problems);
  if (is_vocabulary_text(source.name)) return read_text(source, draft, problems);
  if (source.name == network_name)
    return read_vocabulary(embedded::network_vocabulary(), source.name, draft, problems);
  if (!is_vocabulary_file(source.name)) refuse_name(source);
  const std::string path = (std::filesystem::path(folder) / source.name).string();
  read_vocabulary(named_bytes(source, path).view(), path, draft, problems);
}

Vocabulary load_named(const std::vector<NamedSource>& sources, const std::string& folder) {
  VocabularyDraft draft;
  std::vector<Problem> problems;
  for (const NamedSource& source : sources) read_source(source, folder, draft, problems);
  check_vocabulary(draft, problems);
  sort_by_place(problems);
  if (has_errors(problems)) throw DossierError(std::move(problems));
  return vocabulary_of(std::move(draft));
}

std::string texts_of(const Labels& labels) {
  JsonText json;
  json.open_object();
  for (const auto& [language, text] : labels) json.member(language, text);
  return json.close_object().str();
}

std::string list_of(const std::vector<std::string>& texts) {
  JsonText json;
  json.open_list();
  for (const std::string& text : texts) json.value(text);
  return json.close_list().str();
}

/// Members as `"name": value` text, one line a group.
std::string json_of(const Kind& kind) {
  std::string text = "    {\"id\": " + json_quoted(kind.id);
  if (!kind.parent.empty()) text += ", \"parent\": " + json_quoted(kind.parent);
  if (!kind.drawing_class.empty())
    text += ", \"drawing_class\": " + json_quoted(kind.drawing_class);
  if (kind.seats != Seats::unstated)
    text += kind.seats == Seats::one ? ", \"seats\": \"one\"" : ", \"seats\": \"many\"";
  if (!kind.labels.empty()) text += ",\n     \"labels\": " + texts_of(kind.labels);
  return text + "}";
}

std::string_view present_member(Present present) {
  constexpr std::array<std::string_view, 4> members = {
      "", R"(, "present": ["from"])", R"(, "present": ["to"])", R"(, "present": ["from", "to"])"};
  return members[static_cast<std::size_t>(present)];
}

std::string timeless_member(const std::vector<std::string>& kinds) {
  if (kinds.empty()) return {};
  return ", \"timeless\": " + (kinds == std::vector<std::string>{"any"} ? "true" : list_of(kinds));
}

std::string json_of(const RelationType& type) {
  constexpr std::string_view next = ",\n     ";
  std::string text = "    {\"id\": " + json_quoted(type.id) + ", \"from\": " + list_of(type.from) +
                     ", \"to\": " + list_of(type.to);
  text.append(next) += "\"reading\": " + json_quoted(to_string(type.reading));
  if (!type.drawing_class.empty())
    text += ", \"drawing_class\": " + json_quoted(type.drawing_class);
  const bool symmetric = type.symmetry == Symmetry::symmetric;
  if (symmetric) text += ", \"symmetric\": true";
  if (type.succession == Succession::lineage) text += ", \"lineage\": true";
  if (type.closes != Closes::nothing)
    text += ", \"closes\": " + json_quoted(to_string(type.closes));
  if (type.sign != Sign::none) text += ", \"sign\": " + std::to_string(static_cast<int>(type.sign));
  text += present_member(type.present);
  text += timeless_member(type.timeless);
  if (!type.forward.empty()) text.append(next) += "\"forward\": " + texts_of(type.forward);
  if (!type.inverse_id.empty())
    text.append(next) += "\"inverse_id\": " + json_quoted(type.inverse_id);
  if (!type.inverse.empty() && !(symmetric && type.inverse == type.forward))
    text.append(next) += "\"inverse\": " + texts_of(type.inverse);
  if (!type.sentence.empty()) text.append(next) += "\"sentence\": " + texts_of(type.sentence);
  return text + "}";
}

/// A definition on one line.
std::string flat(std::string text) {
  constexpr std::string_view line_end = ",\n     ";
  for (std::size_t at = text.find(line_end); at != text.npos; at = text.find(line_end, at))
    text.replace(at, line_end.size(), ", ");
  return text.substr(text.find('{'));
}

template <typename Definition>
void write_definitions(std::ostream& out, const std::vector<Definition>& definitions) {
  for (const Definition& one : definitions)
    out << (&one == definitions.data() ? "\n" : ",\n") << json_of(one);
  out << "\n  ]";
}

}  // namespace

Vocabulary builtin_vocabulary() {
  return load_vocabulary({std::string(builtin_name)});
}

Vocabulary load_vocabulary(const std::vector<std::string>& sources, const std::string& folder) {
  std::vector<NamedSource> named;
  for (const std::string& source : sources) named.push_back({source, {.file = source}});
  return load_named(named, folder);
}

Vocabulary vocabulary_of(const Dossier& dossier) {
  if (dossier.vocabularies.empty()) return builtin_vocabulary();
  std::vector<NamedSource> named;
  for (std::size_t i = 0; i < dossier.vocabularies.size(); ++i) {
    named.push_back({dossier.vocabularies[i], {}});
    if (i >= dossier.vocabulary_places.size()) continue;
    const Place& place = dossier.vocabulary_places[i];
    if (place.file >= dossier.files.size()) continue;
    named.back().place = {
        .file = dossier.files[place.file], .line = place.line, .column = place.column};
    if (i < dossier.vocabulary_tokens.size()) named.back().tokens = dossier.vocabulary_tokens[i];
  }
  return load_named(named, dossier.folder);
}

std::vector<std::string> own_vocabularies(const std::vector<std::string>& named,
                                          const Vocabulary& vocabulary) {
  if (std::none_of(named.begin(), named.end(), is_vocabulary_file)) return named;
  std::vector<std::string> list;
  std::string name = vocabulary.name();
  const bool extends = std::find(named.begin(), named.end(), builtin_name) != named.end();
  const std::optional<Vocabulary> builtin =
      extends ? std::optional(builtin_vocabulary()) : std::nullopt;
  if (extends) list.emplace_back(builtin_name);
  const std::string prefix = std::string(builtin_name) + "+";
  if (name.starts_with(prefix)) name.erase(0, prefix.size());
  JsonText json;
  json.open_object().member("format", "entente-vocabulary/1").member("name", name);
  json.key("kinds").open_list();
  for (const Kind& kind : vocabulary.kinds())
    if (!builtin || builtin->find_kind(kind.id) == nullptr) json.raw(flat(json_of(kind)));
  json.close_list().key("types").open_list();
  for (const RelationType& type : vocabulary.types()) {
    const RelationType* known = builtin ? builtin->find_type(type.id) : nullptr;
    if (known == nullptr || json_of(*known) != json_of(type)) json.raw(flat(json_of(type)));
  }
  list.push_back(json.close_list().close_object().str());
  return list;
}

void write_vocabulary(std::ostream& out, const Vocabulary& vocabulary) {
  out << "{\n  \"format\": \"entente-vocabulary/1\",\n  \"name\": "
      << json_quoted(vocabulary.name()) << ",\n  \"kinds\": [";
  write_definitions(out, vocabulary.kinds());
  out << ",\n  \"types\": [";
  write_definitions(out, vocabulary.types());
  out << "\n}\n";
}

}  // namespace entente

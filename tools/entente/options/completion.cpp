#include "options/completion.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <entente/io/format_list.hpp>
#include <entente/render/view_list.hpp>
#include <entente/text/safe.hpp>

#include "dossier_arguments.hpp"
#include "options/shell_line.hpp"
#include "picture.hpp"
#include "question.hpp"
#include "verb.hpp"

namespace entente::tool {
namespace {

using Words = std::vector<std::string>;
using Candidates = std::set<std::string>;

/// The call as far as it has been typed.
struct Typing {
  const Verb& verb;
  std::vector<Option> options;
  Words positionals;  ///< before the word being typed
  bool after_dashes;  ///< behind `--`, where nothing is an option
};

/// A shell takes candidates a line each and shows them as they are, and a person must see what is
/// inserted: no line feeds, nothing that commands a terminal or turns the order of letters round.
bool is_plain_to_see(const std::string& word) {
  return terminal_safe(word) == word;
}

/// Those that begin with what has been typed, once each, in order.
Words beginning_with(const std::string& typed, const Candidates& candidates) {
  Words matching;
  for (const std::string& candidate : candidates)
    if (candidate.starts_with(typed) && is_plain_to_see(candidate)) matching.push_back(candidate);
  return matching;
}

const Option* find_option(const std::vector<Option>& options, std::string_view name) {
  const auto found = std::ranges::find_if(options, [name](const Option& option) {
    return option.name == name || (!option.alias.empty() && option.alias == name);
  });
  return found == options.end() ? nullptr : &*found;
}

/// What stands before the word being typed, behind the verb.
Typing typing_of(const Verb& verb, const Words& words) {
  Typing typing{verb, options_of(verb), {}, false};
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i] == "--") {
      typing.after_dashes = true;
    } else if (typing.after_dashes || !words[i].starts_with("--")) {
      typing.positionals.push_back(words[i]);
    } else if (const Option* option = find_option(typing.options, words[i])) {
      if (!option->value.empty()) ++i;
    }
  }
  return typing;
}

std::optional<Graph> graph_at_hand(const Words& positionals) {
  Words dossiers;
  for (const std::string& word : positionals)
    if (word != "-" && is_input(word)) dossiers.push_back(word);
  if (dossiers.empty()) dossiers = default_dossiers();
  if (dossiers.empty()) return std::nullopt;
  try {
    Call call;
    call.dossiers = dossiers;
    return open_dossiers(call).graph;
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// Ids and names of the entities of a kind, or below it.
Candidates entity_words(const Graph& graph, std::string_view kind = {}) {
  Candidates words;
  for (std::uint32_t i = 0; i < graph.entity_count(); ++i) {
    if (!kind.empty() && !graph.vocabulary().is_a(graph.kind(EntityId{i}), kind)) continue;
    const Entity record = graph.record(EntityId{i});
    words.insert(record.id);
    for (const LanguageNames& names : record.names)
      words.insert(names.names.begin(), names.names.end());
  }
  return words;
}

bool is_number(const AttributeValue& value) {
  const auto* scalar = std::get_if<Scalar>(&value);
  return scalar != nullptr && (std::holds_alternative<std::int64_t>(*scalar) ||
                               std::holds_alternative<std::uint64_t>(*scalar) ||
                               std::holds_alternative<double>(*scalar));
}

Candidates numeric_attributes(const Graph& graph) {
  Candidates names;
  for (std::uint32_t i = 0; i < graph.relation_count(); ++i)
    for (const auto& [name, value] : graph.record(RelationId{i}).attributes)
      if (is_number(value)) names.insert(name);
  return names;
}

Candidates all_attributes(const Graph& graph) {
  Candidates names;
  for (std::uint32_t i = 0; i < graph.entity_count(); ++i)
    for (const auto& [name, value] : graph.record(EntityId{i}).attributes) names.insert(name);
  for (std::uint32_t i = 0; i < graph.relation_count(); ++i)
    for (const auto& [name, value] : graph.record(RelationId{i}).attributes) names.insert(name);
  return names;
}

Candidates languages_of(const Graph& graph) {
  Candidates languages = {"en", "ja", "zh-Hans", "zh-Hant"};
  for (std::uint32_t i = 0; i < graph.entity_count(); ++i)
    for (const LanguageNames& names : graph.record(EntityId{i}).names)
      languages.insert(names.language);
  return languages;
}

/// What a dossier has of that sort.
Candidates named_in(const Graph& graph, Takes takes) {
  Candidates words;
  if (takes == Takes::entity) return entity_words(graph);
  if (takes == Takes::agreement) return entity_words(graph, "agreement");
  if (takes == Takes::source) return entity_words(graph, "document");
  if (takes == Takes::attribute) return numeric_attributes(graph);
  if (takes == Takes::any_attribute) return all_attributes(graph);
  if (takes == Takes::language) return languages_of(graph);
  if (takes == Takes::type)
    for (const RelationType& type : graph.vocabulary().types()) words.insert(type.id);
  if (takes == Takes::kind)
    for (const Kind& kind : graph.vocabulary().kinds()) words.insert(kind.id);
  return words;
}

Candidates formats_of(const Verb& verb) {
  Candidates names;
  for (const Format format : verb.formats) names.emplace(to_string(format));
  if (verb.name == "render") names.insert(picture_formats.begin(), picture_formats.end());
  if (verb.name == "convert")
    for (const DossierFormat& format : dossier_formats())
      if (format.is_written()) names.emplace(format.name);
  return names;
}

/// All that a value may name; empty for what only a person knows, such as a date.
Candidates candidates_of(const Typing& typing, Takes takes) {
  Candidates words;
  switch (takes) {
    case Takes::format:
      return formats_of(typing.verb);
    case Takes::view:
      for (const entente::View& view : views()) words.emplace(view.name);
      return words;
    case Takes::series:
      for (const std::string_view name : series_measure_names()) words.emplace(name);
      return words;
    case Takes::text:
    case Takes::number:
    case Takes::choice:
    case Takes::date:
    case Takes::file:
      return words;
    default:
      if (const auto graph = graph_at_hand(typing.positionals)) words = named_in(*graph, takes);
      return words;
  }
}

/// The last item of a comma list is completed, those before it are kept. A name with a comma would
/// be two items.
Words option_values(const Typing& typing, const Option& option, const std::string& typed) {
  const bool is_list = option.times == Option::Times::many || option.takes == Takes::language;
  Candidates values(option.choices.begin(), option.choices.end());
  if (values.empty()) values = candidates_of(typing, option.takes);
  values.insert(option.suggestions.begin(), option.suggestions.end());
  if (is_list)
    std::erase_if(values, [](const std::string& word) { return word.find(',') != word.npos; });
  const std::size_t comma = is_list ? typed.rfind(',') : std::string::npos;
  const std::size_t kept = comma == std::string::npos ? 0 : comma + 1;
  Words words = beginning_with(typed.substr(kept), values);
  for (std::string& word : words) word.insert(0, typed, 0, kept);
  return words;
}

/// How an argument of a verb is called, by its place behind the dossiers.
Takes argument_at(const Verb& verb, const Words& arguments) {
  if (verb.name == "render") {
    if (arguments.empty()) return Takes::view;
    const entente::View* view = find_view(arguments.front());
    if (view == nullptr || arguments.size() > view->parameters.size()) return Takes::text;
    const auto names = view->parameters[arguments.size() - 1].names;
    return names == ViewParameter::Names::entity    ? Takes::entity
           : names == ViewParameter::Names::measure ? Takes::series
                                                    : Takes::date;
  }
  if (verb.name == "series") return arguments.empty() ? Takes::series : Takes::text;
  if (verb.name == "lineage") return Takes::agreement;
  if (verb.name == "diff") return Takes::date;
  return verb.arguments.names.empty() ? Takes::text : Takes::entity;
}

/// Names that look like options are offered behind `--` alone.
Words argument_words(const Typing& typing, const std::string& typed) {
  const auto first = std::ranges::find_if_not(typing.positionals, is_input);
  const bool has_dossier = first != typing.positionals.begin() || !default_dossiers().empty();
  if (!has_dossier) return {};
  const Words arguments(first, typing.positionals.end());
  Candidates words = candidates_of(typing, argument_at(typing.verb, arguments));
  if (!typing.after_dashes)
    std::erase_if(words, [](const std::string& word) { return word.starts_with('-'); });
  return beginning_with(typed, words);
}

Words verbs_and_help(const std::string& typed) {
  Candidates words = {"help"};
  if (typed.starts_with('-')) words = {"--help", "--version"};
  if (!typed.starts_with('-'))
    for (const Verb& verb : all_verbs()) words.emplace(verb.name);
  return beginning_with(typed, words);
}

/// `--type=met`: the value behind the sign.
Words values_behind_sign(const Typing& typing, const std::string& typed) {
  const std::size_t sign = typed.find('=');
  const Option* option = find_option(typing.options, typed.substr(0, sign));
  if (option == nullptr || option->value.empty()) return {};
  Words words = option_values(typing, *option, typed.substr(sign + 1));
  for (std::string& word : words) word.insert(0, typed, 0, sign + 1);
  return words;
}

Words option_names(const Typing& typing, const std::string& typed) {
  Candidates names;
  for (const Option& option : typing.options) names.emplace(option.name);
  return beginning_with(typed, names);
}

}  // namespace

std::vector<std::string> completions(const std::vector<std::string>& words) {
  if (words.empty()) return {};
  const std::string& typed = words.back();
  if (words.size() == 1 || (words.size() == 2 && words.front() == "help"))
    return verbs_and_help(typed);
  const Verb* verb = find_verb(words.front());
  if (verb == nullptr) return {};
  const Typing typing = typing_of(*verb, words);
  if (typing.after_dashes) return argument_words(typing, typed);
  const Option* before = find_option(typing.options, words[words.size() - 2]);
  if (before != nullptr && !before->value.empty()) return option_values(typing, *before, typed);
  if (!typed.starts_with('-')) return argument_words(typing, typed);
  return typed.find('=') == typed.npos ? option_names(typing, typed)
                                       : values_behind_sign(typing, typed);
}

std::vector<std::string> bash_completions(const std::string& line, const std::string& replaced) {
  ShellLine parsed = parsed_line(line, replaced);
  if (!parsed.is_plain || parsed.words.size() < 2) return {};
  std::vector<std::string> texts;
  for (const std::string& word : completions({parsed.words.begin() + 1, parsed.words.end()}))
    texts.push_back(replacement(parsed, word));
  return texts;
}

}  // namespace entente::tool

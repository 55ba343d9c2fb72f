#include "options/completion.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "dossier_arguments.hpp"
#include "question.hpp"
#include "verb.hpp"

namespace entente::tool {
namespace {

using Words = std::vector<std::string>;

/// Those that begin with what has been typed, once each, in order.
Words beginning_with(const std::string& typed, const std::set<std::string>& candidates) {
  Words matching;
  for (const std::string& candidate : candidates)
    if (candidate.starts_with(typed)) matching.push_back(candidate);
  return matching;
}

const Option* find_option(const std::vector<Option>& options, std::string_view name) {
  const auto found = std::ranges::find(options, name, &Option::name);
  return found == options.end() ? nullptr : &*found;
}

/// The words before the one being typed that are neither options nor their values.
Words positionals_of(const Words& words, const std::vector<Option>& options) {
  Words positionals;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!words[i].starts_with("--")) {
      positionals.push_back(words[i]);
      continue;
    }
    const Option* option = find_option(options, words[i]);
    if (option != nullptr && !option->value.empty()) ++i;
  }
  return positionals;
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
    return open_dossiers(call);
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::set<std::string> entity_words(const Graph& graph) {
  std::set<std::string> words;
  for (std::uint32_t i = 0; i < graph.entity_count(); ++i) {
    const Entity record = graph.record(EntityId{i});
    words.insert(record.id);
    for (const LanguageNames& names : record.names)
      words.insert(names.names.begin(), names.names.end());
  }
  return words;
}

/// The values of options that name something of a dossier.
std::set<std::string> named_values(std::string_view option, const Graph& graph) {
  std::set<std::string> words;
  if (option == "--type")
    for (const RelationType& type : graph.vocabulary().types()) words.insert(type.id);
  if (option == "--kind" || option == "--over")
    for (const Kind& kind : graph.vocabulary().kinds()) words.insert(kind.id);
  if (option == "--source")
    for (std::uint32_t i = 0; i < graph.entity_count(); ++i)
      if (graph.vocabulary().is_a(graph.kind(EntityId{i}), "document"))
        words.emplace(graph.id(EntityId{i}));
  if (option == "--avoid" || option == "--entity" || option == "--restart")
    words = entity_words(graph);
  return words;
}

/// The last item of a comma list is completed, those before it are kept.
Words option_values(const Option& option, const std::string& typed, const Words& positionals) {
  std::set<std::string> values(option.choices.begin(), option.choices.end());
  if (values.empty() && option.times == Option::Times::many)
    if (const auto graph = graph_at_hand(positionals)) values = named_values(option.name, *graph);
  const std::size_t comma =
      option.times == Option::Times::many ? typed.rfind(',') : std::string::npos;
  const std::size_t kept = comma == std::string::npos ? 0 : comma + 1;
  Words words = beginning_with(typed.substr(kept), values);
  for (std::string& word : words) word.insert(0, typed, 0, kept);
  return words;
}

Words verbs_and_help(const std::string& typed) {
  std::set<std::string> words = {"help"};
  if (typed.starts_with('-')) words = {"--help", "--version"};
  if (!typed.starts_with('-'))
    for (const Verb& verb : all_verbs()) words.emplace(verb.name);
  return beginning_with(typed, words);
}

}  // namespace

Words completions(const Words& words) {
  if (words.empty()) return {};
  const std::string& typed = words.back();
  const Verb* verb = words.size() > 1 ? find_verb(words.front()) : nullptr;
  if (verb == nullptr) return words.size() == 1 ? verbs_and_help(typed) : Words{};
  const std::vector<Option> options = options_of(*verb);
  const Words behind_verb(words.begin() + 1, words.end());
  const Words positionals = positionals_of(behind_verb, options);
  const std::string& before = words[words.size() - 2];
  if (const Option* option = find_option(options, before); option && !option->value.empty())
    return option_values(*option, typed, positionals);
  if (typed.starts_with('-')) {
    std::set<std::string> names;
    for (const Option& option : options) names.emplace(option.name);
    return beginning_with(typed, names);
  }
  if (verb->arguments.names.empty()) return {};
  const auto graph = graph_at_hand(positionals);
  return graph ? beginning_with(typed, entity_words(*graph)) : Words{};
}

}  // namespace entente::tool

#include "command_line.hpp"

#include <algorithm>
#include <span>

#include <CLI/CLI.hpp>

#include <entente/facts/named_selection.hpp>
#include <entente/text/edit_distance.hpp>
#include <entente/text/language.hpp>
#include <entente/text/safe.hpp>

#include "dossier_arguments.hpp"
#include "options/applicability.hpp"
#include "output_options.hpp"
#include "verb.hpp"

namespace entente::tool {
namespace {

[[noreturn]] void refuse(const std::string& message) {
  throw InvalidArgument("usage", message);
}

std::string in_quotes(std::string_view word) {
  return "'" + terminal_safe(word) + "'";
}

bool looks_like_option(std::string_view word) {
  return word.size() > 1 && word[0] == '-' && (word[1] < '0' || word[1] > '9');
}

/// Whether a word is an option that takes the next word as its value, on whatever verb has it.
bool takes_next_word(std::string_view word) {
  const auto takes = [&](const Option& option) {
    return (option.name == word || option.alias == word) && !option.value.empty();
  };
  if (std::ranges::any_of(selection_options(), takes)) return true;
  if (std::ranges::any_of(output_options(), takes)) return true;
  if (std::ranges::any_of(limit_options(), takes)) return true;
  return std::ranges::any_of(
      all_verbs(), [&](const Verb& verb) { return std::ranges::any_of(verb.options, takes); });
}

/// The first word that is neither an option nor an option's value, or the end.
std::vector<std::string>::const_iterator find_verb_word(const std::vector<std::string>& words) {
  auto word = words.begin();
  while (word != words.end() && looks_like_option(*word)) {
    if (*word == "--") return words.end();
    word += takes_next_word(*word) && word + 1 != words.end() ? 2 : 1;
  }
  return word;
}

const Verb& verb_named(std::string_view word) {
  if (const Verb* verb = find_verb(word)) return *verb;
  if (is_planned_verb(word))
    refuse("this version does not have the verb " + in_quotes(word) + " yet");
  std::vector<std::string_view> names;
  for (const Verb& verb : all_verbs()) names.push_back(verb.name);
  refuse("there is no verb " + in_quotes(word) + did_you_mean(word, names) +
         "\n`entente` alone lists the verbs");
}

/// The verbs that have an option which another lacks.
std::vector<std::string_view> verbs_with(std::string_view option) {
  std::vector<std::string_view> verbs;
  for (const Verb& verb : all_verbs())
    if (std::ranges::any_of(options_of(verb), [option](const Option& row) {
          return row.name == option || row.alias == option;
        }))
      verbs.push_back(verb.name);
  return verbs;
}

[[noreturn]] void refuse_unknown_option(const Verb& verb, std::string_view word) {
  const std::string_view name = word.substr(0, word.find('='));
  std::vector<std::string_view> names;
  for (const Option& option : options_of(verb)) names.push_back(option.name);
  const auto owners = verbs_with(name);
  constexpr std::size_t few = 8;
  // `--at` of pictures compares several times; who writes it elsewhere asks about one.
  const bool asks_as_of =
      name == "--at" && std::ranges::find(names, std::string_view("--as-of")) != names.end();
  refuse(std::string(verb.name) + " has no option " + in_quotes(name) +
         (owners.empty()        ? did_you_mean(name, names)
          : owners.size() > few ? ", which most other verbs have"
                                : "; it belongs to " + listed_in_words(owners)) +
         (asks_as_of ? ", and --as-of asks about a day" : "") + "\n`entente " +
         std::string(verb.name) + " --help` lists its options");
}

/// `a,b` and `c` as a, b, c.
std::vector<std::string> comma_lists(const std::vector<std::string>& values) {
  std::vector<std::string> items;
  for (const std::string& value : values) {
    std::size_t begin = 0;
    while (begin <= value.size()) {
      const std::size_t end = std::min(value.find(',', begin), value.size());
      if (end > begin) items.push_back(value.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return items;
}

std::vector<std::string> checked_values(const Option& option, std::vector<std::string> values) {
  if (option.times == Option::Times::many)
    values = comma_lists(values);
  else if (values.size() > 1 && option.times == Option::Times::once)
    refuse(std::string(option.name) + " is given " + std::to_string(values.size()) + " times");
  if (values.empty() || values.front().empty())
    refuse(std::string(option.name) + " needs a value: " + std::string(option.help));
  if (!option.choices.empty())
    for (const std::string& value : values)
      if (std::ranges::find(option.choices, value) == option.choices.end())
        refuse(std::string(option.name) + " cannot be " + in_quotes(value) +
               did_you_mean(value, option.choices) + "\nit takes " +
               listed_in_words(option.choices, " or "));
  return values;
}

/// Of an option at the end of the line, which the parser names before a colon.
[[noreturn]] void refuse_valueless(const std::vector<Option>& options, std::string_view message) {
  const std::string_view name = message.substr(0, message.find(':'));
  for (const Option& option : options)
    if (option.name == name || option.alias == name)
      refuse(std::string(name) + " needs a value, " + std::string(option.value) + ": " +
             std::string(option.help));
  refuse(terminal_safe(message));
}

/// Options and positionals apart; options may stand anywhere, and nothing after `--` is one.
void parse_words(Call& call, std::span<const std::string> words,
                 std::vector<std::string>& positionals) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  const std::vector<Option> options = once_each(options_of(*call.verb));
  std::vector<std::vector<std::string>> values(options.size());
  std::vector<CLI::Option*> parsed;
  for (std::size_t i = 0; i < options.size(); ++i) {
    std::string name(options[i].name);
    if (!options[i].alias.empty()) (name += ',') += options[i].alias;
    if (options[i].value.empty())
      parsed.push_back(app.add_flag(name));
    else
      parsed.push_back(app.add_option(name, values[i])
                           ->expected(1)
                           ->allow_extra_args(false)
                           ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll));
  }
  const auto dashes = std::ranges::find(words, "--");
  std::vector<std::string> reversed(std::make_reverse_iterator(dashes),
                                    std::make_reverse_iterator(words.begin()));
  for (const std::string& word : reversed)
    if (word.starts_with("--") && word.ends_with('=')) refuse(in_quotes(word) + " lacks its value");
  try {
    app.parse(reversed);
  } catch (const CLI::ArgumentMismatch& error) {
    refuse_valueless(options, error.what());
  } catch (const CLI::ParseError& error) {
    refuse(terminal_safe(error.what()));
  }
  for (const std::string& word : app.remaining()) {
    if (looks_like_option(word)) refuse_unknown_option(*call.verb, word);
    positionals.push_back(word);
  }
  if (dashes != words.end()) positionals.insert(positionals.end(), dashes + 1, words.end());
  for (std::size_t i = 0; i < options.size(); ++i)
    if (parsed[i]->count() > 0)
      call.values.emplace(options[i].name, options[i].value.empty()
                                               ? std::vector<std::string>{}
                                               : checked_values(options[i], values[i]));
}

void read_selection(Call& call) {
  for (const auto& [option, values] : call.values)
    set_member(call.selection, std::string_view(option).substr(2), values);
}

}  // namespace

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
  const auto best = nearest(word, known);
  return best ? "; did you mean " + *best + "?" : "";
}

Request parse(const std::vector<std::string>& words) {
  const auto asks = [&](std::string_view flag) {
    const auto end = std::ranges::find(words, "--");
    return std::find(words.begin(), end, flag) != end;
  };
  const auto verb_word = find_verb_word(words);
  if (verb_word == words.end()) {
    if (asks("--version")) return {.what = Request::What::version};
    if (asks("--help") || asks("-h")) return {.what = Request::What::help};
    if (words.empty()) return {.what = Request::What::overview};
    refuse("the verb is missing; `entente` alone lists the verbs");
  }
  if (*verb_word == "help") {
    Request request{.what = Request::What::help};
    if (verb_word + 1 != words.end() && !looks_like_option(*(verb_word + 1)))
      request.call.verb = &verb_named(*(verb_word + 1));
    return request;
  }
  Request request{.what = Request::What::call};
  Call& call = request.call;
  call.verb = &verb_named(*verb_word);
  if (asks("--help") || asks("-h")) {
    request.what = Request::What::help;
    return request;
  }
  std::vector<std::string> rest(words.begin(), verb_word);
  rest.insert(rest.end(), verb_word + 1, words.end());
  std::vector<std::string> positionals;
  parse_words(call, rest, positionals);
  read_selection(call);
  read_output(call);
  split_positionals(call, std::move(positionals));
  refuse_ignored(call, aspects_of(call));
  return request;
}

}  // namespace entente::tool

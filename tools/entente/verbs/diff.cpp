#include <algorithm>
#include <string>
#include <vector>

#include <entente/answer/diff.hpp>
#include <entente/error.hpp>
#include <entente/io/format_list.hpp>

#include "dossier_arguments.hpp"
#include "options/help.hpp"
#include "print.hpp"
#include "question.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// Two dossiers are read one by one: the question's graph is the newer one.
Exit run_diff(const Call& call, const Question& question) {
  if (call.arguments.empty())
    return print(answers::diff(ask(call, {call.dossiers.front()}), question), call);
  return print(answers::diff(question, {.first = call.arguments[0], .second = call.arguments[1]}),
               call);
}

std::vector<std::string> newer_dossier(const Call& call) {
  return call.arguments.empty() ? std::vector{call.dossiers.back()} : call.dossiers;
}

/// Whether a word is there as an input, or is written as one that is not: no date ends in .json.
bool means_input(const std::string& word) {
  return is_input(word) || word.ends_with(".entente") || format_of_file(word) != nullptr;
}

/// Two inputs and nothing else are two dossiers to compare.
Arguments arguments_of(const Call& call, const std::vector<std::string>& positionals) {
  const bool only_inputs = std::ranges::all_of(positionals, means_input);
  if (only_inputs && positionals.size() > 2)
    throw InvalidArgument("usage", "diff: it compares two dossiers, not " +
                                       std::to_string(positionals.size()) +
                                       ", or one at two dates\nusage: " + usage_line(*call.verb));
  return only_inputs && positionals.size() == 2 ? Arguments{} : Arguments{{"D1", "D2"}};
}

}  // namespace

Verb diff_verb() {
  Verb verb;
  verb.name = "diff";
  verb.summary = "what appeared, ended and persisted between two dates, or two dossiers";
  verb.arguments = {{"D1", "D2"}};
  verb.arguments_for = arguments_of;
  verb.other_arguments = "OLD NEW";
  verb.formats = row_formats();
  verb.examples = {"entente diff data/japan-nato 2022-12-31 2023-12-31",
                   "entente diff old.json new.json --format json"};
  verb.dossiers = newer_dossier;
  verb.run = run_diff;
  return verb;
}

}  // namespace entente::tool

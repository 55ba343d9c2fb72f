#include <entente/answer/diff.hpp>

#include "dossier_arguments.hpp"
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

/// Two inputs and nothing else are two dossiers to compare.
Arguments arguments_of(const Call&, const std::vector<std::string>& positionals) {
  const bool two_inputs =
      positionals.size() == 2 && is_input(positionals[0]) && is_input(positionals[1]);
  return two_inputs ? Arguments{} : Arguments{{"D1", "D2"}};
}

}  // namespace

Verb diff_verb() {
  Verb verb;
  verb.name = "diff";
  verb.summary = "what appeared, ended and persisted between two dates, or two dossiers";
  verb.arguments = {{"D1", "D2"}};
  verb.arguments_for = arguments_of;
  verb.formats = row_formats();
  verb.examples = {"entente diff data/japan-nato 2022-12-31 2023-12-31",
                   "entente diff old.json new.json --format json"};
  verb.dossiers = newer_dossier;
  verb.run = run_diff;
  return verb;
}

}  // namespace entente::tool

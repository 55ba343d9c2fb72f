#include <iostream>

#include <entente/answer/extract.hpp>
#include <entente/answer/validation.hpp>
#include <entente/io/load.hpp>
#include <entente/model/validate.hpp>

#include "foreign_files.hpp"
#include "print.hpp"
#include "question.hpp"
#include "read_limits.hpp"
#include "terminal/progress.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// The records of a snapshot, whose places in their files are not known any more.
CheckedDossier records_of_snapshot(const Call& call) {
  const Graph graph = open_dossiers(call).graph;
  CheckedDossier checked{answers::dossier_of(graph, graph.facts({.isolated = Isolated::always})),
                         graph.vocabulary(),
                         {}};
  checked.dossier.files = call.dossiers;
  checked.problems = validate(checked.dossier, checked.vocabulary);
  return checked;
}

/// What is checked, and how many records --lenient leaves out of it.
struct Checked {
  CheckedDossier dossier;
  std::size_t left_out = 0;
};

Checked read_and_check(const Call& call) {
  refuse_foreign_files(call);
  if (names_snapshot(call)) return {records_of_snapshot(call)};
  const WaitingLine line("reading and checking the dossier");
  const ReadLimits limits = read_limits(call);
  if (!call.has("--lenient")) return {check_dossier(call.dossiers, limits)};
  LenientDossier lenient = check_leniently(call.dossiers, limits);
  say_faulty(lenient.left_out);
  return {std::move(lenient.checked), lenient.left_out.records};
}

Exit run_validate(const Call& call) {
  const std::size_t most = call.count("--limit", 1).value_or(100);
  auto [checked, left_out] = read_and_check(call);
  answers::ValidationAnswer answer = answers::validation(
      checked.dossier, checked.vocabulary, std::move(checked.problems), call.selection,
      call.has("--strict") ? answers::Strictness::strict : answers::Strictness::usual);
  if (left_out > 0) answer.notes.push_back({"left-out", faulty_text(left_out), left_out, {}});
  if (call.output.format == Format::text)
    std::cerr << answers::problem_lines(answer.problems, most);
  const Exit printed = print(answer, call);
  return has_errors(answer.problems) ? Exit::bad_data : printed;
}

}  // namespace

Verb validate_verb() {
  Verb verb;
  verb.name = "validate";
  verb.summary = "every problem of a dossier, with its place and what to do";
  verb.reads = Reads::selection;
  verb.formats = row_formats();
  verb.examples = {"entente validate data/japan-nato",
                   "entente validate data/japan-nato --strict --format json"};
  verb.run_alone = run_validate;
  return verb;
}

}  // namespace entente::tool

#include <algorithm>
#include <iostream>
#include <set>

#include <entente/io/json_text.hpp>
#include <entente/io/load.hpp>
#include <entente/model/validate.hpp>

#include "answer.hpp"
#include "drawing.hpp"
#include "question.hpp"
#include "read_limits.hpp"
#include "rows.hpp"
#include "terminal/progress.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

std::string problem_json(const Problem& problem) {
  JsonText json;
  json.open_object().member("severity", to_string(problem.severity)).member("code", problem.code);
  json.member("file", problem.file).member("line", problem.line).member("column", problem.column);
  json.member("record", problem.record).member("message", problem.message);
  return json.member("hint", problem.hint).close_object().str();
}

Table table_of(const std::vector<Problem>& problems) {
  Table table{{{"severity"},
               {"code"},
               {"file"},
               {"line", Column::Align::right},
               {"column", Column::Align::right},
               {"record"},
               {"message"},
               {"hint"}},
              {}};
  for (const Problem& problem : problems)
    table.rows.push_back({std::string(to_string(problem.severity)), problem.code, problem.file,
                          std::to_string(problem.line), std::to_string(problem.column),
                          problem.record, problem.message, problem.hint});
  return table;
}

std::string counted(std::size_t count, const std::string& word) {
  return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

std::string summary(const CheckedDossier& checked) {
  const auto errors = static_cast<std::size_t>(
      std::ranges::count(checked.problems, Severity::error, &Problem::severity));
  const std::size_t entities = checked.dossier.entities.size();
  return std::to_string(entities) + (entities == 1 ? " entity, " : " entities, ") +
         counted(checked.dossier.relations.size(), "relation") + ": " + counted(errors, "error") +
         ", " + counted(checked.problems.size() - errors, "warning") + "\n";
}

void say_errors_first(const std::vector<Problem>& problems) {
  std::string text;
  for (const Severity severity : {Severity::error, Severity::warning})
    for (const Problem& problem : problems)
      if (problem.severity == severity) text += describe(problem) + '\n';
  std::cerr << text;
}

bool selects(const Call& call) {
  return std::ranges::any_of(selection_options(),
                             [&](const Option& option) { return call.has(option.name); });
}

/// Leaves out the warnings of records that are not selected, and counts the relations that are.
Counts narrow(CheckedDossier& checked, Selection& selection) {
  const Graph graph(checked.dossier, checked.vocabulary);
  for (std::string& source : selection.sources) source = graph.id(graph.find(source).value());
  const SelectedFacts facts = graph.facts(selection);
  std::set<std::string, std::less<>> kept = {""};
  for (const SelectedRelation& row : facts.relations) kept.emplace(graph.id(row.relation));
  for (const EntityId entity : facts.entities) kept.emplace(graph.id(entity));
  std::erase_if(checked.problems,
                [&](const Problem& problem) { return !kept.contains(problem.record); });
  return facts.counts;
}

/// The records of a snapshot, whose places in their files are not known any more.
CheckedDossier records_of_snapshot(const Call& call) {
  const Graph graph = open_dossiers(call);
  CheckedDossier checked{
      dossier_of(graph, graph.facts({.isolated = Isolated::always})), graph.vocabulary(), {}};
  checked.dossier.files = call.dossiers;
  checked.problems = validate(checked.dossier, checked.vocabulary);
  return checked;
}

CheckedDossier read_and_check(const Call& call) {
  if (names_snapshot(call)) return records_of_snapshot(call);
  const WaitingLine line("reading and checking the dossier");
  return check_dossier(call.dossiers, read_limits(call));
}

/// A selection narrows what is questioned of a sound dossier; errors are told whatever it says,
/// since of an unsound one nothing can be selected.
Exit run_validate(const Call& call) {
  CheckedDossier checked = read_and_check(call);
  Selection selection = call.selection;
  Counts counts{.certain = checked.dossier.relations.size()};
  if (selects(call) && !has_errors(checked.problems)) counts = narrow(checked, selection);
  if (call.has("--strict"))
    for (Problem& problem : checked.problems) problem.severity = Severity::error;
  if (call.output.format == Format::text) say_errors_first(checked.problems);
  const Exit printed = print({.json =
                                  [&] {
                                    std::vector<std::string> list;
                                    for (const Problem& problem : checked.problems)
                                      list.push_back(problem_json(problem));
                                    return JsonObject()
                                        .add("problems", std::move(list))
                                        .add("selection", selection_json(selection))
                                        .add("counts", counts_json(counts));
                                  },
                              .table = [&](Answer::Reader) { return table_of(checked.problems); },
                              .text = [&] { return summary(checked); }},
                             call);
  return has_errors(checked.problems) ? Exit::bad_data : printed;
}

}  // namespace

Verb validate_verb() {
  Verb verb;
  verb.name = "validate";
  verb.summary = "every problem of a dossier, with its place and what to do";
  verb.reads = Reads::selection;
  verb.options = {{"--strict", "", "warnings are errors"}};
  verb.formats = row_formats();
  verb.examples = {"entente validate data/japan-nato",
                   "entente validate data/japan-nato --strict --format json"};
  verb.run = run_validate;
  return verb;
}

}  // namespace entente::tool

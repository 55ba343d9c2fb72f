#include <algorithm>
#include <set>

#include <entente/answer/validation.hpp>
#include <entente/base/json_text.hpp>
#include <entente/facts/graph.hpp>

#include "answer/notes/notes.hpp"
#include "answer/rows/rows.hpp"

namespace entente::answers {
namespace {

std::string problem_json(const Problem& problem) {
  JsonText json;
  json.open_object().member("severity", to_string(problem.severity)).member("code", problem.code);
  json.member("file", problem.file).member("line", problem.line).member("column", problem.column);
  json.member("record", problem.record).member("message", problem.message);
  return json.member("hint", problem.hint).close_object().str();
}

std::string counted(std::size_t count, const std::string& word) {
  return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

/// Whether a selection narrows anything.
bool narrows(const Selection& selection) {
  return selection_json(selection) != selection_json(Selection{});
}

/// Leaves out the warnings of records that are not selected and says how many, and counts the
/// records that are. An entity is selected whatever relates to it.
Counts narrow(ValidationAnswer& answer, const Graph& graph) {
  for (std::string& source : answer.selected.sources) source = graph.id(graph.find(source).value());
  Selection selected = answer.selected;
  selected.isolated = Isolated::always;
  const SelectedFacts facts = graph.facts(selected);
  std::set<std::string, std::less<>> kept = {""};
  for (const SelectedRelation& row : facts.relations) kept.emplace(graph.id(row.relation));
  for (const EntityId entity : facts.entities) kept.emplace(graph.id(entity));
  const std::size_t passed_over = std::erase_if(
      answer.problems, [&](const Problem& problem) { return !kept.contains(problem.record); });
  add_note(answer, {.code = "left-out",
                    .text = counted(passed_over, "warning") + " of records that are not selected " +
                            (passed_over == 1 ? "is" : "are") + " passed over",
                    .count = passed_over});
  answer.entities = facts.entities.size();
  answer.relations = facts.relations.size();
  return facts.counts;
}

}  // namespace

ValidationAnswer validation(const Dossier& dossier, const Vocabulary& vocabulary,
                            std::vector<Problem> problems, const Selection& selection,
                            Strictness strictness) {
  ValidationAnswer answer;
  answer.selected = selection;
  answer.problems = std::move(problems);
  answer.entities = dossier.entities.size();
  answer.relations = dossier.relations.size();
  answer.counts = {.certain = answer.relations};
  if (narrows(selection) && !has_errors(answer.problems))
    answer.counts = narrow(answer, Graph(dossier, vocabulary));
  if (strictness == Strictness::strict)
    for (Problem& problem : answer.problems) problem.severity = Severity::error;
  return answer;
}

std::string problem_lines(const std::vector<Problem>& problems, std::size_t most) {
  std::string text;
  std::size_t shown = 0;
  for (const Severity severity : {Severity::error, Severity::warning})
    for (const Problem& problem : problems)
      if (problem.severity == severity && shown < most) {
        text += describe(problem) + '\n';
        ++shown;
      }
  if (shown < problems.size())
    text += "… and " + std::to_string(problems.size() - shown) + " more; --limit " +
            std::to_string(problems.size()) + " shows all\n";
  return text;
}

JsonObject ValidationAnswer::json() const {
  return JsonObject().add("problems", json_list(problems, problem_json));
}

Table ValidationAnswer::table(Reader) const {
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

std::optional<std::string> ValidationAnswer::sentences() const {
  const auto errors =
      static_cast<std::size_t>(std::ranges::count(problems, Severity::error, &Problem::severity));
  return std::to_string(entities) + (entities == 1 ? " entity, " : " entities, ") +
         counted(relations, "relation") + ": " + counted(errors, "error") + ", " +
         counted(problems.size() - errors, "warning") + "\n";
}

}  // namespace entente::answers

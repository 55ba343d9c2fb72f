#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_set>
#include <utility>

#include <entente/answer/neighbors.hpp>
#include <entente/base/json_text.hpp>
#include <entente/facts/local_facts.hpp>
#include <entente/query/timeline.hpp>

#include "algorithm/run_guard.hpp"
#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/rows.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

/// Whether a relation may be walked from one of its ends.
bool may_walk(const Graph& graph, RelationId relation, EntityId start, Direction direction) {
  if (direction == Direction::both || graph.type(relation).symmetry == Symmetry::symmetric)
    return true;
  return (direction == Direction::out ? graph.from(relation) : graph.to(relation)) == start;
}

/// Level by level along the facts' own adjacency, so that it costs what is reached.
class Surroundings {
 public:
  Surroundings(const Question& question, EntityId centre)
      : question_(question), guard_(question.run), level_{centre} {
    seen_.insert(centre);
  }

  /// Those one hop further, by id.
  std::vector<Neighbour> next(std::uint32_t distance) {
    std::map<EntityId, RelationRows> reached;
    const Graph& graph = question_.graph;
    for (const SelectedRelation& row : facts_at(graph, question_.selection, level_).relations) {
      guard_.work(1);
      const EntityId from = graph.from(row.relation);
      const EntityId to = graph.to(row.relation);
      for (const auto& [start, other] : {std::pair(from, to), std::pair(to, from)})
        if (is_in_level(start) && !seen_.contains(other) &&
            may_walk(graph, row.relation, start, question_.selection.direction))
          reached[other].push_back(row);
    }
    level_.clear();
    std::vector<Neighbour> found;
    for (auto& [entity, rows] : reached) {
      level_.push_back(entity);
      found.push_back({entity, distance, in_order_of_time(graph, rows, *question_.viewpoint)});
    }
    seen_.insert(level_.begin(), level_.end());
    return found;
  }

 private:
  [[nodiscard]] bool is_in_level(EntityId entity) const {
    return std::ranges::binary_search(level_, entity);
  }

  const Question& question_;
  kernel::RunGuard guard_;
  std::vector<EntityId> level_;  // ascending
  std::unordered_set<EntityId> seen_;
};

std::vector<Neighbour> neighbours(const Question& question, EntityId centre, std::uint32_t depth) {
  Surroundings surroundings(question, centre);
  std::vector<Neighbour> found;
  for (std::uint32_t distance = 1; distance <= depth; ++distance) {
    std::vector<Neighbour> level = surroundings.next(distance);
    if (level.empty()) break;
    std::ranges::move(level, std::back_inserter(found));
  }
  return found;
}

std::string neighbour_json(const Question& question, const Neighbour& neighbour) {
  JsonText json;
  json.open_object().member("entity", question.graph.id(neighbour.entity));
  json.member("kind", question.graph.kind(neighbour.entity));
  json.member("name", question.name(neighbour.entity));
  json.member("distance", neighbour.distance);
  return json.key("relations").raw(row_list_json(question, neighbour.rows)).close_object().str();
}

RelationRows rows_of(const std::vector<Neighbour>& found) {
  return all_rows(found, [](const Neighbour& neighbour) { return neighbour.rows; });
}

}  // namespace

NeighborsAnswer neighbors(const Question& question, const NeighborsParameters& parameters) {
  const QuestionRun running(question);
  NeighborsAnswer answer(question);
  answer.centre = answer.question.entity(parameters.entity);
  answer.found = neighbours(answer.question, answer.centre, parameters.depth);
  std::vector<EntityId> near = {answer.centre};
  for (const Neighbour& neighbour : answer.found) near.push_back(neighbour.entity);
  rest_on(answer, facts_at(question.graph, answer.selection(), near), near);
  note_names(answer, {parameters.entity});
  if (answer.found.empty())
    answer.nothing =
        nothing_text(NothingWord::nothing_tied, question.languages, {question.name(answer.centre)});
  return given(std::move(answer));
}

JsonObject NeighborsAnswer::json() const {
  return JsonObject().add("neighbors", json_list(found, [&](const Neighbour& neighbour) {
                            return neighbour_json(question, neighbour);
                          }));
}

Table NeighborsAnswer::table(Reader) const {
  Table table{{{"entity"},
               {"kind"},
               {"name"},
               {"distance", Column::Align::right},
               {"relations", Column::Align::right}},
              {}};
  for (const Neighbour& neighbour : found)
    table.rows.push_back({question.id(neighbour.entity),
                          std::string(question.graph.kind(neighbour.entity)),
                          question.name(neighbour.entity), std::to_string(neighbour.distance),
                          std::to_string(neighbour.rows.size())});
  return table;
}

std::optional<std::string> NeighborsAnswer::sentences() const {
  std::string text;
  for (const Neighbour& neighbour : found) {
    text += question.shown(neighbour.entity) + " (" +
            std::string(question.graph.kind(neighbour.entity));
    text += neighbour.distance > 1 ? ", " + std::to_string(neighbour.distance) + " hops)\n" : ")\n";
    for (const SelectedRelation& row : neighbour.rows)
      text += "  " + row_sentence(question, row) + "\n";
  }
  return text;
}

std::optional<SelectedFacts> NeighborsAnswer::facts() const {
  return facts_of(question, rows_of(found), {centre});
}

}  // namespace entente::answers

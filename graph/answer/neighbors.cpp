#include <entente/algorithm/neighborhood.hpp>
#include <entente/answer/neighbors.hpp>
#include <entente/base/json_text.hpp>
#include <entente/network/network.hpp>
#include <entente/query/timeline.hpp>

#include "answer/notes.hpp"
#include "answer/rows/rows.hpp"

namespace entente::answers {
namespace {

std::vector<Neighbour> neighbours(const Question& question, EntityId centre, std::uint32_t depth) {
  const SelectedFacts facts = question.graph.facts(question.selection);
  const Network network = question.graph.select(question.selection);
  std::vector<Neighbour> found;
  for (const Reached& reached : neighbors_within(network, centre, depth, question.run)) {
    Neighbour neighbour{reached.entity, reached.distance, {}};
    for (const EdgeIndex edge : reached.edges)
      for (const RelationId relation : network.relations(edge))
        neighbour.rows.push_back(selected(facts, relation));
    neighbour.rows = in_order_of_time(question.graph, neighbour.rows);
    found.push_back(std::move(neighbour));
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
  NeighborsAnswer answer(question);
  answer.centre = answer.question.entity(parameters.entity);
  answer.found = neighbours(answer.question, answer.centre, parameters.depth);
  std::vector<EntityId> near = {answer.centre};
  for (const Neighbour& neighbour : answer.found) near.push_back(neighbour.entity);
  rest_on(answer, question.graph.facts(answer.selection()), near);
  note_names(answer, {parameters.entity});
  if (answer.found.empty())
    answer.nothing = "nothing selected is tied to " + question.name(answer.centre);
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

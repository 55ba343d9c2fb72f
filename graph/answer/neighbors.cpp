#include <algorithm>

#include <entente/algorithm/neighborhood.hpp>
#include <entente/io/json_text.hpp>
#include <entente/query/timeline.hpp>

#include "answer.hpp"
#include "rows.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// An entity reached, and the relations that reach it from one hop nearer.
struct Neighbour {
  EntityId entity = {};
  std::uint32_t distance = 0;
  RelationRows rows;
};

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
  json.member("distance", neighbour.distance);
  return json.key("relations").raw(row_list_json(question, neighbour.rows)).close_object().str();
}

std::string text_of(const Question& question, const std::vector<Neighbour>& found) {
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

Table table_of(const Question& question, const std::vector<Neighbour>& found) {
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

RelationRows all_rows(const std::vector<Neighbour>& found) {
  RelationRows rows;
  for (const Neighbour& neighbour : found)
    rows.insert(rows.end(), neighbour.rows.begin(), neighbour.rows.end());
  return rows;
}

Exit run_neighbors(const Call& call) {
  const Question question = ask(call);
  const EntityId centre = question.entity(call.arguments[0]);
  const auto depth = call.hops("--depth").value_or(1);
  const std::vector<Neighbour> found = neighbours(question, centre, depth);
  return print(
      {.json =
           [&] {
             std::vector<std::string> list;
             for (const Neighbour& neighbour : found)
               list.push_back(neighbour_json(question, neighbour));
             return JsonObject().add("neighbors", std::move(list));
           },
       .table = [&](Answer::Reader) { return table_of(question, found); },
       .text = [&] { return text_of(question, found); },
       .facts = [&] { return facts_of(question, all_rows(found), {centre}); },
       .counts = counts_of(all_rows(found)),
       .nothing = found.empty() ? "nothing selected is tied to " + question.name(centre) : ""},
      call, question);
}

}  // namespace

Verb neighbors_verb() {
  Verb verb;
  verb.name = "neighbors";
  verb.summary = "who and what is tied to an entity, and by which relations";
  verb.arguments = {{"E"}};
  verb.options = {{"--depth", "N", "as far as N hops away (1)"}};
  verb.formats = fact_formats();
  verb.examples = {"entente neighbors data/japan-nato nato --type party_to",
                   "entente neighbors data/japan-nato 日本 --depth 2 --kind country,agreement"};
  verb.run = run_neighbors;
  return verb;
}

}  // namespace entente::tool

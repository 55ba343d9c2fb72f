#include <algorithm>
#include <map>

#include <entente/algorithm/neighborhood.hpp>
#include <entente/io/json_text.hpp>
#include <entente/query/timeline.hpp>

#include "answer.hpp"
#include "rows.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// The entities around one, with their distances, and all selected relations among them.
struct Surroundings {
  std::map<EntityId, std::uint32_t> distance;
  RelationRows rows;
};

Surroundings around(const Question& question, EntityId centre, std::uint32_t depth) {
  Surroundings surroundings;
  surroundings.distance.emplace(centre, 0);
  const Network network = question.graph.select(question.selection);
  for (const Reached& reached : neighbors_within(network, centre, depth, question.run))
    surroundings.distance.emplace(reached.entity, reached.distance);
  for (const SelectedRelation& row : question.graph.facts(question.selection).relations)
    if (surroundings.distance.contains(question.graph.from(row.relation)) &&
        surroundings.distance.contains(question.graph.to(row.relation)))
      surroundings.rows.push_back(row);
  surroundings.rows = in_order_of_time(question.graph, surroundings.rows);
  return surroundings;
}

std::vector<std::string> entities_json(const Question& question, const Surroundings& around) {
  std::vector<std::string> list;
  for (const auto& [entity, distance] : around.distance) {
    JsonText json;
    json.open_object().member("entity", question.graph.id(entity));
    json.member("kind", question.graph.kind(entity)).member("distance", distance);
    list.push_back(json.close_object().str());
  }
  return list;
}

std::string text_of(const Question& question, EntityId centre, const Surroundings& around) {
  std::string text = question.shown(centre) + ": " + std::to_string(around.distance.size() - 1) +
                     " around it, " + std::to_string(around.rows.size()) + " relations\n";
  for (const SelectedRelation& row : around.rows) text += row_sentence(question, row) + "\n";
  return text;
}

Exit run_ego(const Call& call) {
  const Question question = ask(call);
  const EntityId centre = question.entity(call.arguments[0]);
  const auto depth = call.hops("--depth").value_or(1);
  const Surroundings found = around(question, centre, depth);
  return print(
      {.json =
           [&] {
             return JsonObject()
                 .add("center", json_quoted(question.graph.id(centre)))
                 .add("relations", rows_json(question, found.rows))
                 .add("entities", entities_json(question, found));
           },
       .table = [&](Answer::Reader reader) { return rows_table(question, found.rows, reader); },
       .text = [&] { return text_of(question, centre, found); },
       .facts = [&] { return facts_of(question, found.rows, {centre}); },
       .counts = counts_of(found.rows),
       .nothing = found.rows.empty() ? "nothing selected is tied to " + question.name(centre) : ""},
      call, question);
}

}  // namespace

Verb ego_verb() {
  Verb verb;
  verb.name = "ego";
  verb.summary = "the sub-graph around an entity: its neighbours and all ties among them";
  verb.arguments = {{"E"}};
  verb.options = {{"--depth", "N", "as far as N hops away (1)"}};
  verb.formats = fact_formats();
  verb.examples = {"entente ego data/japan-nato 岸田文雄 --format dot",
                   "entente ego data/japan-nato japan-nato-itpp-2023 --depth 2 --format graph"};
  verb.run = run_ego;
  return verb;
}

}  // namespace entente::tool

#include <entente/algorithm/components.hpp>
#include <entente/algorithm/cuts.hpp>

#include "allow_one_of.hpp"
#include "answer.hpp"
#include "groups_answer.hpp"
#include "rows.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// Strong components are of directed relations: without a direction asked for, as they run.
Question ask_with_direction(const Call& call) {
  Question question = ask(call);
  if (call.has("--strong") && !call.has("--direction"))
    question.selection.direction = Direction::out;
  return question;
}

/// Each bridge shows the first of the relations merged into it; with --multi it has no other.
Exit print_bridges(const Call& call, const Question& question, const Network& network) {
  const SelectedFacts facts = question.graph.facts(question.selection);
  RelationRows rows;
  for (const EdgeIndex edge : bridges(network, question.run))
    rows.push_back(selected(facts, network.relations(edge).front()));
  return print({.json = [&] { return JsonObject().add("bridges", rows_json(question, rows)); },
                .table = [&](Answer::Reader reader) { return rows_table(question, rows, reader); },
                .text = [&] { return sentences(question, rows); },
                .facts = [&] { return facts_of(question, rows, {}); },
                .counts = network.counts(),
                .nothing = rows.empty() ? "no relation is a bridge" : ""},
               call, question);
}

Exit print_cut_vertices(const Call& call, const Question& question, const Network& network) {
  const std::vector<EntityId> entities = cut_vertices(network, question.run);
  return print(
      {.json = [&] { return JsonObject().add("cut_vertices", quoted_ids(question, entities)); },
       .table = [&](Answer::Reader) { return entities_table(question, entities); },
       .facts = [&] { return facts_of(question, {}, entities); },
       .counts = network.counts(),
       .nothing = entities.empty() ? "no entity is a cut vertex" : ""},
      call, question);
}

Groups groups_of(const Call& call, const Question& question, const Network& network) {
  if (call.has("--biconnected")) return biconnected_components(network, question.run);
  return components(network, call.has("--strong") ? Connectivity::strong : Connectivity::weak,
                    question.run);
}

Exit run_components(const Call& call) {
  allow_one_of(call, {"--strong", "--biconnected", "--bridges", "--cut-vertices"});
  const Question question = ask_with_direction(call);
  const Network network = question.graph.select(
      question.selection, {.parallels = call.has("--multi") ? Parallels::kept : Parallels::merged});
  if (call.has("--bridges")) return print_bridges(call, question, network);
  if (call.has("--cut-vertices")) return print_cut_vertices(call, question, network);
  const Groups groups = groups_of(call, question, network);
  return print_groups(call, question, groups, network.counts(), {});
}

}  // namespace

Verb components_verb() {
  Verb verb;
  verb.name = "components";
  verb.summary = "the parts that hang together, and what holds them together";
  verb.options = {{"--strong", "", "tied both ways along directed relations"},
                  {"--biconnected", "", "connected whichever one entity is lost"},
                  {"--bridges", "",
                   "ties without which a part would fall in two; of several relations the first"},
                  {"--multi", "", "count relations, so that a tie of several is no bridge"},
                  {"--cut-vertices", "", "entities without which it would"}};
  verb.formats = fact_formats();
  verb.examples = {"entente components data/japan-nato --type met_with",
                   "entente components data/japan-nato --cut-vertices --kind country,agreement"};
  verb.run = run_components;
  return verb;
}

}  // namespace entente::tool

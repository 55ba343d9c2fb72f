#include <entente/algorithm/shortest_path.hpp>
#include <entente/algorithm/simple_paths.hpp>

#include "answer.hpp"
#include "paths.hpp"
#include "say.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

constexpr std::size_t default_limit = 1000;

Projection projection_of(const Call& call) {
  if (!call.has("--weight")) return {};
  return {.weighting = Weighting::attribute, .attribute = call.text("--weight")};
}

std::vector<EntityId> avoided(const Question& question, const Call& call) {
  std::vector<EntityId> entities;
  for (const std::string& name : call.list("--avoid")) entities.push_back(question.entity(name));
  return entities;
}

/// The paths asked for, and how many more there are than are listed.
struct Found {
  std::vector<Path> paths;
  std::uint64_t left_out = 0;
};

Found all_shortest(const Network& network, EntityId from, EntityId to,
                   const PathListOptions& options) {
  PathList list = all_shortest_paths(network, from, to, options);
  const std::uint64_t left_out = list.count - list.paths.size();
  return {std::move(list.paths), left_out};
}

Found find_paths(const Call& call, const Question& question, EntityId from, EntityId to) {
  const Network network = question.graph.select(question.selection, projection_of(call));
  const Cost cost = call.has("--weight") ? Cost::weight : Cost::hops;
  const auto avoid = avoided(question, call);
  if (call.has("--all-shortest"))
    return all_shortest(network, from, to,
                        {.cost = cost,
                         .limit = call.count("--limit", 1).value_or(default_limit),
                         .avoid = avoid,
                         .run = question.run});
  const PathOptions options{.cost = cost, .avoid = avoid, .run = question.run};
  if (const auto count = call.count("--k", 1))
    return {k_shortest_paths(network, from, to, *count, options), 0};
  auto path = shortest_path(network, from, to, options);
  return {path ? std::vector<Path>{std::move(*path)} : std::vector<Path>{}, 0};
}

std::string no_path(const Question& question, EntityId from, EntityId to) {
  return "no path from " + question.name(from) + " to " + question.name(to) +
         " in the selected relations";
}

RelationRows all_steps(const SelectedFacts& facts, const std::vector<Path>& paths) {
  RelationRows rows;
  for (const Path& path : paths)
    for (const SelectedRelation& row : steps_of(facts, path)) rows.push_back(row);
  return rows;
}

Exit run(const Call& call) {
  if (call.has("--k") && call.has("--all-shortest"))
    throw InvalidArgument("usage", "--k and --all-shortest exclude each other");
  const Question question = ask(call);
  const EntityId from = question.entity(call.arguments[0]);
  const EntityId to = question.entity(call.arguments[1]);
  const SelectedFacts facts = question.graph.facts(question.selection);
  const Found found = find_paths(call, question, from, to);
  const Exit exit = print(
      {.json =
           [&] {
             std::vector<std::string> list;
             for (const Path& path : found.paths) list.push_back(path_json(question, facts, path));
             return JsonObject().add("paths", std::move(list));
           },
       .table =
           [&](Answer::Reader reader) { return paths_table(question, facts, found.paths, reader); },
       .text = [&] { return paths_text(question, facts, found.paths); },
       .facts =
           [&] {
             return facts_of(
                 question, all_steps(facts, found.paths),
                 {question.entity(call.arguments[0]), question.entity(call.arguments[1])});
           },
       .counts = facts.counts,
       .nothing = found.paths.empty() ? no_path(question, from, to) : ""},
      call, question);
  if (found.left_out == 0) return exit;
  return say_limit(std::to_string(found.left_out) +
                   " more paths are as short; --limit N lists more of them");
}

}  // namespace

Verb path_verb() {
  return {.name = "path",
          .summary = "how two are connected: the shortest path, hop by hop with dates and sources",
          .arguments = {{"A", "B"}},
          .options = {{"--all-shortest", "", "all paths of the least length"},
                      {"--limit", "N", "list no more than N of them (1000)"},
                      {"--k", "N", "the N shortest paths without a circle"},
                      {"--weight", "ATTRIBUTE", "the least sum of this number on the relations"},
                      {"--avoid", "E,…", "pass none of these", {}, Option::Times::many}},
          .formats = fact_formats(),
          .examples = {"entente path data/japan-nato 尹锡悦 马克龙 --type met_with",
                       "entente path data/japan-nato japan france --all-shortest --format json"},
          .run = run};
}

}  // namespace entente::tool

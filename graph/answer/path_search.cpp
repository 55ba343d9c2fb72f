#include "path_search.hpp"

#include <algorithm>

#include <entente/algorithm/neighborhood.hpp>
#include <entente/algorithm/shortest_path.hpp>
#include <entente/algorithm/simple_paths.hpp>

#include "allow_one_of.hpp"

namespace entente::tool {
namespace {

constexpr std::size_t default_limit = 1000;

std::size_t limit_of(const Call& call) {
  return call.count("--limit", 1).value_or(default_limit);
}

Cost cost_of(const Call& call) {
  return call.has("--weight") ? Cost::weight : Cost::hops;
}

Projection projection_of(const Call& call) {
  if (!call.has("--weight")) return {};
  return {.weighting = Weighting::attribute, .attribute = call.text("--weight")};
}

/// The question without the types to avoid.
Selection selection_of(const Call& call, const Question& question) {
  Selection selection = question.selection;
  const auto avoided = call.list("--avoid-type");
  if (avoided.empty()) return selection;
  // Refuses types that there are not.
  static_cast<void>(question.graph.facts({.types = avoided}));
  if (selection.types.empty())
    for (const RelationType& type : question.graph.vocabulary().types())
      selection.types.push_back(type.id);
  std::erase_if(selection.types, [&avoided](const std::string& type) {
    return std::ranges::find(avoided, type) != avoided.end();
  });
  if (selection.types.empty())
    throw InvalidArgument("usage", "--avoid-type leaves no type of relations to walk along");
  return selection;
}

std::vector<EntityId> avoided(const Call& call, const Question& question) {
  std::vector<EntityId> entities;
  for (const std::string& name : call.list("--avoid")) entities.push_back(question.entity(name));
  return entities;
}

FoundPaths listed(PathList list, const std::string& what) {
  FoundPaths found{std::move(list.paths)};
  if (list.completeness == Completeness::limited)
    found.left_out = "there are more paths " + what + " than the " +
                     std::to_string(found.paths.size()) + " listed; --limit N lists more";
  return found;
}

}  // namespace

std::vector<Option> path_options() {
  return {{"--all-shortest", "", "all paths of the least length"},
          {"--k", "N", "the N shortest paths without a circle"},
          {"--max-hops", "N", "all paths without a circle of at most N hops"},
          {"--limit", "N", "list no more than N of them (1000)"},
          {"--weight", "ATTRIBUTE", "the least sum of this number on the relations"},
          {"--avoid", "E,…", "pass none of these", {}, Option::Times::many},
          {"--avoid-type", "T,…", "walk along no relation of these types", {}, Option::Times::many},
          {"--bounds", "", "the distance in what certainly and in what possibly holds"}};
}

FoundPaths find_paths(const Call& call, const Question& question, EntityId from, EntityId to) {
  allow_one_of(call, {"--all-shortest", "--k", "--max-hops"});
  const Network network = question.graph.select(selection_of(call, question), projection_of(call));
  const auto avoid = avoided(call, question);
  if (call.has("--all-shortest"))
    return listed(
        all_shortest_paths(
            network, from, to,
            {.cost = cost_of(call), .limit = limit_of(call), .avoid = avoid, .run = question.run}),
        "as short");
  if (const auto hops = call.hops("--max-hops"))
    return listed(simple_paths(network, from, to, *hops,
                               {.limit = limit_of(call), .avoid = avoid, .run = question.run}),
                  "of so many hops");
  const PathOptions options{.cost = cost_of(call), .avoid = avoid, .run = question.run};
  if (const auto count = call.count("--k", 1))
    return {k_shortest_paths(network, from, to, *count, options)};
  auto path = shortest_path(network, from, to, options);
  return {path ? std::vector<Path>{std::move(*path)} : std::vector<Path>{}};
}

PathBounds path_bounds(const Call& call, const Question& question, EntityId from, EntityId to) {
  const auto distance = [&](Keep keep) -> std::optional<double> {
    Selection selection = selection_of(call, question);
    selection.keep = keep;
    const Network network = question.graph.select(selection, projection_of(call));
    const auto path = shortest_path(
        network, from, to,
        {.cost = cost_of(call), .avoid = avoided(call, question), .run = question.run});
    return path ? std::optional(path->cost) : std::nullopt;
  };
  return {distance(Keep::certain_only), distance(Keep::certain_and_possible)};
}

}  // namespace entente::tool

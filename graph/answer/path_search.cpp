#include "answer/path_search.hpp"

#include <algorithm>
#include <utility>

#include <entente/algorithm/shortest_path.hpp>
#include <entente/algorithm/simple_paths.hpp>
#include <entente/error.hpp>
#include <entente/network/network.hpp>
#include <entente/query/common_span.hpp>

namespace entente::answers {
namespace {

Cost cost_of(const PathParameters& parameters) {
  return parameters.weight.empty() ? Cost::hops : Cost::weight;
}

Projection projection_of(const PathParameters& parameters) {
  if (parameters.weight.empty()) return {};
  return {.weighting = Weighting::attribute,
          .attribute = parameters.weight,
          .missing_weight = parameters.missing_weight,
          .weight_if_missing = parameters.weight_if_missing};
}

/// The question's selection without the types to avoid.
Selection selection_of(const Question& question, const std::vector<std::string>& avoided) {
  Selection selection = question.selection;
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

void list(PathAnswer& answer, PathList found, const std::string& what) {
  answer.paths = std::move(found.paths);
  if (found.completeness == Completeness::limited)
    answer.left_out = "there are more paths " + what + " than the " +
                      std::to_string(answer.paths.size()) + " listed; --limit N lists more";
}

void find_paths(PathAnswer& answer, const Network& network, const PathParameters& parameters) {
  const Question& question = answer.question;
  const PathOptions options{.cost = cost_of(parameters),
                            .avoid = question.entities(parameters.avoid),
                            .run = question.run};
  switch (parameters.routes) {
    case Routes::all_shortest:
      return list(answer,
                  all_shortest_paths(network, answer.from, answer.to,
                                     {.cost = options.cost,
                                      .limit = parameters.limit,
                                      .avoid = options.avoid,
                                      .run = options.run}),
                  "as short");
    case Routes::within_hops:
      return list(
          answer,
          simple_paths(network, answer.from, answer.to, parameters.max_hops,
                       {.limit = parameters.limit, .avoid = options.avoid, .run = options.run}),
          "of so many hops");
    case Routes::k_shortest:
      answer.paths = k_shortest_paths(network, answer.from, answer.to, parameters.count, options);
      return;
    case Routes::shortest:
      if (auto path = shortest_path(network, answer.from, answer.to, options))
        answer.paths.push_back(std::move(*path));
  }
}

}  // namespace

void search_paths(PathAnswer& answer, const PathParameters& parameters) {
  const Question& question = answer.question;
  const Network network = question.graph.select(selection_of(question, parameters.avoid_types),
                                                projection_of(parameters));
  find_paths(answer, network, parameters);
  for (SpannedPath& one : spanned(question.graph, network, std::exchange(answer.paths, {}),
                                  answer.selected, question.selection)) {
    answer.paths.push_back(std::move(one.path));
    answer.shared.push_back({std::move(one.span), one.apart});
  }
}

PathBounds bounds_of(const PathAnswer& answer, const PathParameters& parameters) {
  const Question& question = answer.question;
  const auto distance = [&](Keep keep) -> std::optional<double> {
    Selection selection = selection_of(question, parameters.avoid_types);
    selection.keep = keep;
    const Network network = question.graph.select(selection, projection_of(parameters));
    const auto path = shortest_path(network, answer.from, answer.to,
                                    {.cost = cost_of(parameters),
                                     .avoid = question.entities(parameters.avoid),
                                     .run = question.run});
    return path ? std::optional(path->cost) : std::nullopt;
  };
  return {distance(Keep::certain_only), distance(Keep::certain_and_possible)};
}

}  // namespace entente::answers

#include "answer/paths/path_search.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <entente/algorithm/shortest_path.hpp>
#include <entente/algorithm/simple_paths.hpp>
#include <entente/error.hpp>
#include <entente/facts/local_facts.hpp>
#include <entente/network/network.hpp>
#include <entente/query/common_span.hpp>

#include "answer/notes/notes.hpp"
#include "answer/paths/local_paths.hpp"
#include "words/note_words.hpp"

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

constexpr std::size_t most_paths = 1000;

std::size_t limit_of(const PathParameters& parameters) {
  return parameters.limit.value_or(most_paths);
}

/// Keeps the paths listed, and says if there are more of them.
void keep(PathAnswer& answer, PathList found, const PathParameters& parameters, NoteWord more) {
  answer.paths = std::move(found.paths);
  const std::size_t listed = answer.paths.size();
  if (found.completeness == Completeness::complete) return;
  leave_out(answer,
            std::max<std::uint64_t>(1, found.count - std::min(found.count, std::uint64_t{listed})),
            note_text(more, answer.question.languages, {std::to_string(listed)}),
            parameters.limit ? Cut::asked_for : Cut::by_default);
}

void find_paths(PathAnswer& answer, const Network& network, const PathParameters& parameters) {
  const Question& question = answer.question;
  const PathOptions options{.cost = cost_of(parameters),
                            .avoid = question.entities(parameters.avoid),
                            .run = question.run};
  switch (parameters.routes) {
    case Routes::all_shortest:
      return keep(answer,
                  all_shortest_paths(network, answer.from, answer.to,
                                     {.cost = options.cost,
                                      .limit = limit_of(parameters),
                                      .avoid = options.avoid,
                                      .run = options.run}),
                  parameters, NoteWord::paths_as_short_left_out);
    case Routes::within_hops:
      return keep(
          answer,
          simple_paths(network, answer.from, answer.to, parameters.max_hops,
                       {.limit = limit_of(parameters), .avoid = options.avoid, .run = options.run}),
          parameters, NoteWord::paths_of_hops_left_out);
    case Routes::k_shortest:
      answer.paths = k_shortest_paths(network, answer.from, answer.to, parameters.count, options);
      return;
    case Routes::shortest:
      if (auto path = shortest_path(network, answer.from, answer.to, options))
        answer.paths.push_back(std::move(*path));
  }
}

/// That paths have no span because of clock times alone.
void note_clocks(PathAnswer& answer) {
  Note note;
  note.code = "same-day-different-times";
  for (const SharedTime& shared : answer.shared)
    if (!shared.span && shared.apart == Apart::by_clocks) ++note.count;
  note.text = counted_note(NoteWord::one_at_different_times, note.count, answer.question.languages);
  add_note(answer, std::move(note));
}

}  // namespace

namespace {

/// The shortest paths by hops lie where levels from both ends meet: the rest is not looked at.
bool are_local(const PathAnswer& answer, const PathParameters& parameters) {
  const bool are_shortest =
      parameters.routes == Routes::shortest || parameters.routes == Routes::all_shortest;
  return are_shortest && parameters.weight.empty() && parameters.distances == Distances::omitted &&
         answer.from != answer.to;
}

/// What lies between the two, as a network of its own; sets what could be walked along there.
Network network_between(PathAnswer& answer, const PathParameters& parameters) {
  const Question& question = answer.question;
  const Graph& graph = question.graph;
  const Selection walked = selection_of(question, parameters.avoid_types);
  const std::vector<EntityId> between = on_shortest_paths(question, walked, answer.from, answer.to,
                                                          question.entities(parameters.avoid));
  answer.selected = facts_at(graph, question.selection, between);
  return graph.network_of(facts_at(graph, walked, between).among(graph, between),
                          projection_of(parameters), walked.direction);
}

Network network_for(PathAnswer& answer, const PathParameters& parameters) {
  const Question& question = answer.question;
  if (are_local(answer, parameters)) return network_between(answer, parameters);
  answer.selected = question.graph.facts(question.selection);
  return question.graph.select(selection_of(question, parameters.avoid_types),
                               projection_of(parameters));
}

}  // namespace

void search_paths(PathAnswer& answer, const PathParameters& parameters) {
  const Question& question = answer.question;
  const Network network = network_for(answer, parameters);
  find_paths(answer, network, parameters);
  for (SpannedPath& one : spanned(question.graph, network, std::exchange(answer.paths, {}),
                                  answer.selected, question.selection)) {
    answer.paths.push_back(std::move(one.path));
    answer.shared.push_back({std::move(one.span), one.apart});
  }
  note_clocks(answer);
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

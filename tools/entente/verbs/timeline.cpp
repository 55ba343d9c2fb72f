#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include <entente/answer/timeline.hpp>
#include <entente/query/common.hpp>
#include <entente/query/timeline.hpp>
#include <entente/render/timeline_chart.hpp>

#include "dossier_arguments.hpp"
#include "picture.hpp"
#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// What a picture of several entities shows: what ties them, and their ties to the agreements and
/// events that all of them share.
std::vector<SelectedRelation> drawn_rows(const answers::TimelineAnswer& answer) {
  const Graph& graph = answer.question.graph;
  std::vector<SelectedRelation> rows = answer.rows;
  if (answer.entities.size() < 2) return rows;
  std::set<RelationId> known;
  for (const SelectedRelation& row : rows) known.insert(row.relation);
  for (const Shared& shared : common(graph, answer.entities, answer.selection())) {
    const std::string_view kind = graph.kind(shared.entity);
    if (!graph.vocabulary().is_a(kind, "agreement") && !graph.vocabulary().is_a(kind, "event"))
      continue;
    for (const SelectedRelation& row : shared.relations)
      if (known.insert(row.relation).second) rows.push_back(row);
  }
  return in_order_of_time(graph, rows);
}

Exit run_timeline(const Call& call, const Question& question) {
  const answers::TimelineAnswer answer = answers::timeline(question, {.entities = call.arguments});
  return print(answer, call, [&] {
    return timeline_svg(answer.question.graph, drawn_rows(answer), answer.entities,
                        answer.selection(), diagram_options(call, question));
  });
}

/// Dossiers alone ask for the history of everything in them.
Arguments arguments_by_count(const Call&, const std::vector<std::string>& positionals) {
  const bool only_inputs = std::ranges::all_of(positionals, is_input);
  return {only_inputs ? std::vector<std::string_view>{} : std::vector<std::string_view>{"E"},
          Arguments::Last::repeats};
}

}  // namespace

Verb timeline_verb() {
  Verb verb;
  verb.name = "timeline";
  verb.summary = "the history of everything, of one entity, or of what happened among several";
  verb.arguments = {{"[E]"}, Arguments::Last::repeats};
  verb.arguments_for = arguments_by_count;
  verb.formats = with_pictures(fact_formats());
  verb.examples = {"entente timeline data/japan-nato 岸田文雄",
                   "entente timeline data/japan-nato japan nato --output history.svg",
                   "entente timeline data/japan-nato --type signed,met_with"};
  verb.run = run_timeline;
  return verb;
}

}  // namespace entente::tool

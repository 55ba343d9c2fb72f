#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <entente/answer/timeline.hpp>
#include <entente/render/timeline_chart.hpp>

#include "dossier_arguments.hpp"
#include "picture.hpp"
#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Exit run_timeline(const Call& call, const Question& question) {
  answers::TimelineAnswer answer = answers::timeline(question, {.entities = call.arguments});
  const bool drawn = is_picture(call.output.format);
  const answers::RelationRows rows = drawn ? answer.drawn() : answers::RelationRows();
  // Those without a direct tie may share much.
  if (!rows.empty()) answer.nothing.clear();
  return print_pages(answer, call, [&] {
    return to_svg_pages(timeline_chart(answer.question.graph, rows, answer.entities,
                                       answer.selection(), chart_options(call, question)));
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

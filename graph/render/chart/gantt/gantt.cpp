#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <entente/error.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/render/gantt.hpp>

#include "render/chart/gantt/gantt_rows.hpp"
#include "render/diagram/build_diagram.hpp"
#include "render/diagram/facts_among.hpp"
#include "render/diagram/wording.hpp"

namespace entente {
namespace {

constexpr std::size_t most_rows = 800;

/// The facts among the entities of a diagram.
SelectedFacts facts_within(const Graph& graph, const SelectedFacts& facts, const Diagram& diagram) {
  std::set<EntityId> kept;
  for (const DiagramNode& node : diagram.nodes) kept.insert(graph.entity(node.id).value());
  return facts_among(graph, facts, {kept.begin(), kept.end()});
}

/// Who is highlighted, and the numbers that the diagram gives to sources.
void mark_rows(GanttChart& content, const Graph& graph, const Viewpoint& viewpoint,
               const Diagram& diagram) {
  std::map<std::string_view, std::size_t> numbers;
  for (const PageNote& note : diagram.page.notes) numbers.emplace(note.source, note.number);
  std::set<std::string_view> strong;
  for (const DiagramNode& node : diagram.nodes)
    if (node.emphasis == Emphasis::strong) strong.insert(node.id);
  for (GanttGroup& group : content.groups) {
    if (strong.contains(group.id)) group.emphasis = Emphasis::strong;
    for (GanttRow& row : group.rows) {
      if (row.relation.empty()) continue;
      const RelationId relation = graph.relation(row.relation).value();
      if (strong.contains(graph.id(graph.from(relation)))) row.emphasis = Emphasis::strong;
      std::set<std::size_t> notes;
      for (const std::string& record : row.records)
        for (const Evidence& evidence : viewpoint.evidence(graph.relation(record).value()))
          if (const auto found = numbers.find(evidence.source); found != numbers.end())
            notes.insert(found->second);
      row.notes.assign(notes.begin(), notes.end());
    }
  }
}

/// Takes away the relations that no axis can show; returns how many of them miss a date.
std::size_t drop_undated(const Graph& graph, const Viewpoint& viewpoint, SelectedFacts& facts) {
  std::size_t missing = 0;
  std::erase_if(facts.relations, [&](const SelectedRelation& row) {
    const std::optional<When> when = viewpoint.when(row.relation);
    const bool undated = !when || !has_place(*when, graph.type(row.relation).reading);
    if (undated) facts.counts.remove(row.verdict);
    const bool is_timeless = graph.vocabulary().is_timeless(graph.type(row.relation),
                                                            graph.kind(graph.from(row.relation)));
    if (undated && (when || !is_timeless)) ++missing;
    return undated;
  });
  return missing;
}

void refuse_too_many(const GanttChart& content) {
  std::size_t rows = 0;
  for (const GanttGroup& group : content.groups) rows += group.rows.size();
  if (rows > most_rows)
    throw LimitReached("too-many-rows",
                       "a picture of " + std::to_string(rows) +
                           " bars would be unreadable (the limit is 800); select less (--type, "
                           "--kind, --during) or draw fewer entities (--max-entities)");
}

}  // namespace

GanttChart gantt_chart(const Graph& graph, const Selection& selection,
                       const DiagramOptions& options) {
  SelectedFacts facts = graph.facts(selection);
  const Viewpoint viewpoint(graph, selection);
  facts.counts.undated += drop_undated(graph, viewpoint, facts);
  Diagram diagram = build_diagram(graph, facts, selection, options, {});
  const SelectedFacts within = facts_within(graph, facts, diagram);
  const LanguagePreference languages = LanguagePreference::parse(options.languages);
  GanttChart content = gantt_content(graph, within, selection, languages);
  refuse_too_many(content);
  mark_rows(content, graph, viewpoint, diagram);
  content.left_out = diagram.left_out;
  content.page = std::move(diagram.page);
  content.page.legend = gantt_legend(content, graph.vocabulary(), content.page.style, languages);
  return content;
}

GanttPicture gantt_picture(const Graph& graph, const Selection& selection,
                           const DiagramOptions& options) {
  const GanttChart chart = gantt_chart(graph, selection, options);
  std::vector<std::string> pages = to_svg_pages(chart);
  GanttPicture picture{.svg = std::move(pages.front()), .left_out = chart.left_out};
  picture.further_pages.assign(std::make_move_iterator(pages.begin() + 1),
                               std::make_move_iterator(pages.end()));
  return picture;
}

}  // namespace entente

#include <map>
#include <set>
#include <string>

#include <entente/error.hpp>
#include <entente/render/gantt.hpp>

#include "render/chart/gantt/gantt_drawer.hpp"
#include "render/diagram/build_diagram.hpp"
#include "render/diagram/wording.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

constexpr std::size_t most_rows = 800;

/// The facts among the entities of a diagram.
SelectedFacts facts_within(const Graph& graph, const SelectedFacts& facts, const Diagram& diagram) {
  std::set<EntityId> kept;
  for (const DiagramNode& node : diagram.nodes) kept.insert(graph.entity(node.id).value());
  SelectedFacts within;
  within.entities.assign(kept.begin(), kept.end());
  for (const SelectedRelation& row : facts.relations) {
    if (!kept.contains(graph.from(row.relation)) || !kept.contains(graph.to(row.relation)))
      continue;
    within.relations.push_back(row);
    ++(row.verdict == Verdict::yes ? within.counts.certain : within.counts.possible);
  }
  return within;
}

/// Who is highlighted, and the numbers that the diagram gives to sources.
void mark_rows(GanttMatter& matter, const Graph& graph, const Diagram& diagram) {
  std::map<std::string_view, std::size_t> numbers;
  for (const PageNote& note : diagram.page.notes) numbers.emplace(note.source, note.number);
  std::set<std::string_view> strong;
  for (const DiagramNode& node : diagram.nodes)
    if (node.emphasis == Emphasis::strong) strong.insert(node.id);
  for (GanttGroup& group : matter.groups) {
    if (strong.contains(group.id)) group.emphasis = Emphasis::strong;
    for (GanttRow& row : group.rows) {
      const RelationId relation = graph.relation(row.relation).value();
      if (strong.contains(graph.id(graph.from(relation)))) row.emphasis = Emphasis::strong;
      std::set<std::size_t> notes;
      for (const Evidence& evidence : graph.evidence(relation))
        if (const auto found = numbers.find(evidence.source); found != numbers.end())
          notes.insert(found->second);
      row.notes.assign(notes.begin(), notes.end());
    }
  }
}

}  // namespace

GanttPicture gantt_picture(const Graph& graph, const Selection& selection,
                           const DiagramOptions& options) {
  const SelectedFacts facts = graph.facts(selection);
  Diagram diagram = build_diagram(graph, facts, selection, options, {});
  const SelectedFacts within = facts_within(graph, facts, diagram);
  if (within.relations.size() > most_rows)
    throw LimitReached("too-many-rows",
                       "a picture of " + std::to_string(within.relations.size()) +
                           " bars would be unreadable (the limit is 800); select less (--type, "
                           "--kind, --during) or draw fewer entities (--max-entities)");
  const LanguagePreference languages = LanguagePreference::parse(options.languages);
  GanttMatter matter = gantt_matter(graph, within, selection, languages);
  mark_rows(matter, graph, diagram);
  diagram.page.legend = gantt_legend(matter, graph.vocabulary(), diagram.page.style, languages);
  if (matter.undated > 0)
    diagram.page.subtitle.text +=
        " \u00B7 " + worded(Word::undated, languages, std::to_string(matter.undated));
  return {draw_gantt(diagram.page, matter), diagram.left_out};
}

}  // namespace entente

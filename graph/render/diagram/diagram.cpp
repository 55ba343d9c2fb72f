#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <entente/render/diagram.hpp>

#include "facts/given_facts.hpp"
#include "render/diagram/build_diagram.hpp"
#include "render/diagram/diagram_parts.hpp"
#include "render/diagram/drawn_entities.hpp"
#include "render/diagram/drawn_values.hpp"
#include "render/diagram/encode.hpp"
#include "render/diagram/facts_among.hpp"
#include "render/diagram/fitting.hpp"
#include "render/diagram/fold/fold.hpp"
#include "render/diagram/page_for.hpp"
#include "render/diagram/regions.hpp"
#include "render/diagram/wording.hpp"
#include "render/label/label.hpp"
#include "render/mark/marks_of.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

/// The facts between the entities drawn, out of all that are selected.
SelectedFacts drawn_facts(const Graph& graph, const SelectedFacts& facts,
                          const std::vector<EntityId>& kept) {
  if (kept.size() == facts.entities.size()) return facts;
  SelectedFacts drawn = facts_among(graph, facts, kept);
  drawn.undated = facts.undated;
  drawn.inferred_ended = facts.inferred_ended;
  drawn.counts.undated = facts.counts.undated;
  return drawn;
}

/// On so many lines words would hide lines.
void leave_words_out(std::vector<DiagramEdge>& edges) {
  for (DiagramEdge& edge : edges) {
    if (edge.emphasis == Emphasis::strong) continue;
    edge.dates.clear();
    edge.mark.text.clear();
  }
}

/// Those that are no surroundings, which say nothing.
std::size_t lines_in_front(const Diagram& diagram) {
  return static_cast<std::size_t>(std::ranges::count_if(
      diagram.edges, [](const DiagramEdge& edge) { return edge.emphasis != Emphasis::faded; }));
}

/// What somebody wants it called, else what the view calls it, else what is drawn.
Phrase title_of(const PartsContext& context, const SelectedFacts& facts,
                const Selection& selection) {
  if (!context.options.title.empty())
    return {drawable(context.options.title), context.languages.tags().front()};
  if (!context.accent.title.text.empty()) return context.accent.title;
  return title_of_ties(context.graph, selection, facts, context.languages);
}

PeriodSaid period_said(const PartsContext& context) {
  return context.options.title.empty() && context.accent.title.text.empty()
             ? PeriodSaid::in_title
             : PeriodSaid::below_title;
}

Page page_of(const PartsContext& context, Phrase title) {
  Page page = page_for(context.options, context.languages, std::move(title));
  page.style = context.style;
  page.lettering = context.options.lettering;
  return page;
}

std::vector<EntityId> ascending(std::vector<EntityId> entities) {
  std::sort(entities.begin(), entities.end());
  return entities;
}

std::size_t count_of(const std::map<std::string, std::size_t>& kinds) {
  std::size_t count = 0;
  for (const auto& [kind, members] : kinds) count += members;
  return count;
}

/// Their ids, ascending.
std::vector<std::string> hubs_of(const Graph& graph, const DrawnEntities& drawn) {
  std::vector<std::string> hubs;
  for (const EntityId entity : drawn.hubs) hubs.emplace_back(graph.id(entity));
  std::sort(hubs.begin(), hubs.end());
  return hubs;
}

/// Whether the picture may be drawn in regions: nobody said where anything stands.
bool may_have_regions(const DiagramOptions& options, const Accent& accent) {
  return accent.density == Density::in_regions && options.folding == Folding::of_large &&
         options.arrangement == Arrangement::by_ties && options.positions.empty() &&
         options.among.empty();
}

/// What sizes, colours and words tell of an entity: no box stands for two that differ in it.
ValueDrawn value_drawn_by(const PartsContext& context, const SelectedFacts& facts) {
  return [&graph = context.graph,
          values = values_drawn(context.graph, facts, context.options)](const DiagramNode& node) {
    const auto entity = graph.entity(node.id);
    const auto found = entity ? values.find(*entity) : values.end();
    return found == values.end() ? std::string() : found->second;
  };
}

/// Folds what is large; what is too much even so is drawn in regions.
void make_legible(Diagram& diagram, const PartsContext& context, const DrawnEntities& kept,
                  const SelectedFacts& facts) {
  const DiagramOptions& options = context.options;
  const Vocabulary& vocabulary = context.graph.vocabulary();
  const bool regions = may_have_regions(options, context.accent);
  const bool folds = options.folding == Folding::of_large &&
                     context.accent.kinds == DrawnKinds::main &&
                     diagram.nodes.size() + diagram.left_out > folded_above;
  std::optional<Diagram> whole;
  if (regions && folds) whole = diagram;
  if (folds)
    fold(diagram, hubs_of(context.graph, kept), vocabulary, context.languages,
         value_drawn_by(context, facts));
  else if (context.accent.plans == Plans::with_reports)
    fold_plans(diagram, context.languages);
  if (!regions || !is_crowded(diagram, options.most_boxes)) return;
  if (whole) {
    diagram = std::move(*whole);
    fold_lines(diagram, vocabulary, context.languages);
  }
  draw_in_regions(diagram, context.graph, options.most_boxes, context.languages);
  const std::string words = regions_in_words(diagram, context.languages);
  diagram.page.subtitle.text += " \u00B7 " + words;
}

/// The dossier's title, where the picture's is another.
std::string dossier_title(const PartsContext& context, const Phrase& title) {
  const std::string own = best_label(context.graph.titles(), context.languages).text;
  return own == title.text ? std::string() : own;
}

/// The relations that a picture of changes is about; none if it is no such picture.
std::function<bool(RelationId)> changed_in(const Accent& accent) {
  if (accent.changes.empty()) return {};
  return [&accent](RelationId relation) {
    const auto change = accent.changes.find(relation);
    return change != accent.changes.end() && change->second != Change::persisted;
  };
}

/// Entities are as certain as the best of their relations. Between two dates lines say it.
void set_certainty(Diagram& diagram, const PartsContext& context) {
  if (!context.accent.changes.empty()) return;
  std::vector<Verdict> best(diagram.nodes.size(), Verdict::no);
  for (const DiagramEdge& edge : diagram.edges)
    for (const std::size_t end : {edge.from, edge.to}) best[end] = best[end] | edge.certainty;
  for (std::size_t i = 0; i < best.size(); ++i)
    if (best[i] == Verdict::maybe && diagram.nodes[i].emphasis != Emphasis::strong)
      diagram.nodes[i].certainty = Verdict::maybe;
}

}  // namespace

Diagram build_diagram(const Graph& graph, const SelectedFacts& facts, const Selection& selection,
                      const DiagramOptions& options, const Accent& accent) {
  require_entities(graph, options.highlight, "DiagramOptions::highlight");
  require_entities(graph, options.among, "DiagramOptions::among");
  if (options.page) require_page(*options.page);
  const PartsContext context{graph,
                             options,
                             accent,
                             LanguagePreference::parse(options.languages),
                             options.style.value_or(style(options.theme)),
                             TieDates(graph, facts, selection)};
  const DrawnEntities kept =
      drawn_entities(graph, facts,
                     {.must_stay =
                          [&](EntityId entity) {
                            return accent.kept.contains(entity) || is_stressed(context, entity);
                          },
                      .isolated = selection.isolated,
                      .most = options.max_entities,
                      .kinds = accent.kinds,
                      .among = ascending(options.among),
                      .is_about = changed_in(accent)});
  const SelectedFacts drawn = drawn_facts(graph, facts, kept.entities);
  Diagram result{.page = page_of(context, title_of(context, drawn, selection)),
                 .counts = drawn.counts,
                 .left_out = count_of(kept.least_important),
                 .left_out_kinds = kept.least_important,
                 .only_cited = kept.only_cited,
                 .other_kinds = kept.other_kinds,
                 .arrangement = options.arrangement};
  result.page.dossier = dossier_title(context, result.page.title);
  if (period_said(context) == PeriodSaid::in_title)
    result.page.period = period_of(selection, drawn, context.ties.viewpoint(), context.languages);
  const SubtitleContent content{.graph = graph,
                                .selection = selection,
                                .facts = drawn,
                                .viewpoint = context.ties.viewpoint(),
                                .period = accent.period,
                                .period_said = period_said(context),
                                .left_out = result.left_out_kinds,
                                .only_cited = result.only_cited,
                                .other_kinds = result.other_kinds};
  result.page.subtitle = subtitle_of(content, context.languages);
  result.page.left_aside = what_is_left_aside(content, context.languages);
  for (const EntityId entity : kept.entities) result.nodes.push_back(node_of(context, entity));
  std::optional<SourceNotes> sources;
  if (options.sources == Sources::numbered)
    sources.emplace(context.ties.viewpoint(), drawn.relations);
  result.edges = edges_of(context, drawn, sources ? &*sources : nullptr);
  set_certainty(result, context);
  make_legible(result, context, kept, drawn);
  if (lines_in_front(result) > options.most_worded_lines) leave_words_out(result.edges);
  if (sources) result.page.notes = sources->notes(graph, context.languages);
  result.page.sources =
      sources_line(graph, context.ties.viewpoint(), drawn.relations, context.languages);
  if (!options.color_by.empty() && options.color_by != "kind") {
    neutral_kinds(result.page.style);
    if (result.page.dark) neutral_kinds(*result.page.dark);
  }
  result.page.legend = legend_of(result, graph.vocabulary(), context.languages);
  encode(result, graph, drawn, options, context.languages);
  return result;
}

Diagram diagram(const Graph& graph, const Selection& selection, const DiagramOptions& options) {
  const bool unasked =
      selection.kinds.empty() && selection.types.empty() && selection.isolated != Isolated::always;
  return build_diagram(
      graph, graph.facts(selection), selection, options,
      {.kinds = unasked ? DrawnKinds::main : DrawnKinds::all, .density = Density::in_regions});
}

Diagram diagram(const Graph& graph, const SelectedFacts& facts, const Selection& selection,
                const DiagramOptions& options) {
  require_facts(graph, facts, "diagram");
  return build_diagram(graph, facts, selection, options, {});
}

}  // namespace entente

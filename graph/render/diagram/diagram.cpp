#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include <entente/render/diagram.hpp>
#include <entente/text/width.hpp>
#include <entente/words/sentence.hpp>

#include "facts/given_facts.hpp"
#include "render/diagram/build_diagram.hpp"
#include "render/diagram/drawn_entities.hpp"
#include "render/diagram/drawn_values.hpp"
#include "render/diagram/encode.hpp"
#include "render/diagram/facts_among.hpp"
#include "render/diagram/fitting.hpp"
#include "render/diagram/fold.hpp"
#include "render/diagram/regions.hpp"
#include "render/diagram/tie_dates.hpp"
#include "render/diagram/wording.hpp"
#include "render/diagram/written_dates.hpp"
#include "render/label/label.hpp"
#include "render/mark/marks_of.hpp"
#include "words/picture_words.hpp"
#include "words/plans.hpp"
#include "words/short_dates.hpp"

namespace entente {
namespace {

/// What every step below needs.
struct Context {
  const Graph& graph;
  const DiagramOptions& options;
  const Accent& accent;
  LanguagePreference languages;
  Style style;
  TieDates ties;
};

template <typename Key>
Emphasis emphasis_of(const std::map<Key, Emphasis>& known, Key key, Emphasis other) {
  const auto found = known.find(key);
  return found == known.end() ? other : found->second;
}

bool is_stressed(const Context& context, EntityId entity) {
  const auto& wanted = context.options.highlight;
  return std::find(wanted.begin(), wanted.end(), entity) != wanted.end() ||
         emphasis_of(context.accent.entities, entity, Emphasis::normal) == Emphasis::strong;
}

std::string drawing_class_of_kind(const Vocabulary& vocabulary, std::string_view kind) {
  const Kind* found = vocabulary.find_kind(kind);
  return found && !found->drawing_class.empty() ? found->drawing_class : std::string(kind);
}

std::string link_of(const Entity& entity) {
  const AttributeValue* value = find_attribute(entity.attributes, "url");
  const Scalar* scalar = value ? std::get_if<Scalar>(value) : nullptr;
  const std::string* text = scalar ? std::get_if<std::string>(scalar) : nullptr;
  return text ? safe_link(*text) : std::string();
}

bool shows(const DiagramOptions& options, LabelPart part) {
  return std::find(options.labels.begin(), options.labels.end(), part) != options.labels.end();
}

/// Leaves of an entity's label what the options ask for.
void choose_label(DiagramNode& node, const DiagramOptions& options, const Phrase& kind) {
  std::vector<Phrase> lines;
  if (shows(options, LabelPart::name)) lines = node.names;
  if (shows(options, LabelPart::id)) lines.push_back({drawable(node.id), "en"});
  if (shows(options, LabelPart::kind))
    lines.push_back(kind.text.empty() ? Phrase{drawable(node.kind), "en"} : kind);
  if (!lines.empty()) node.names = std::move(lines);
  if (!shows(options, LabelPart::year)) node.year.clear();
}

DiagramNode node_of(const Context& context, EntityId id) {
  const Entity entity = context.graph.record(id);
  DiagramNode node{
      .id = entity.id,
      .kind = entity.kind,
      .drawing_class = drawing_class_of_kind(context.graph.vocabulary(), entity.kind),
      .names = names_of(entity, context.languages),
      .year = entity.when ? short_date_beside_name(*entity.when, context.languages) : std::string(),
      .year_language = std::string(language_of_dates(context.languages)),
      .url = link_of(entity)};
  const Kind* kind = context.graph.vocabulary().find_kind(entity.kind);
  const Phrase kind_label = kind ? best_label(kind->labels, context.languages) : Phrase{};
  node.tooltip =
      node.names.front().text + " (" + (kind_label.text.empty() ? entity.kind : kind_label.text);
  if (entity.when)
    node.tooltip += ", " + short_date(*entity.when, DateDetail::full, context.languages);
  node.tooltip += ')';
  node.text_size = node_style(context.style, node.drawing_class).text_size;
  choose_label(node, context.options, kind_label);
  if (const auto pin = context.options.positions.find(entity.id);
      pin != context.options.positions.end())
    node.pinned = pin->second;
  node.emphasis = is_stressed(context, id)
                      ? Emphasis::strong
                      : emphasis_of(context.accent.entities, id, context.accent.other_entities);
  return node;
}

/// What relations must share to be drawn as one edge.
struct EdgeKey {
  EntityId from = {};
  EntityId to = {};
  std::string type = {};
  Modality modality = Modality::fact;
  Change change = Change::none;
  Emphasis emphasis = Emphasis::normal;

  friend auto operator<=>(const EdgeKey&, const EdgeKey&) = default;
};

EdgeKey key_of(const Context& context, RelationId relation) {
  const Graph& graph = context.graph;
  const RelationType& type = graph.type(relation);
  EntityId from = graph.from(relation);
  EntityId to = graph.to(relation);
  if (type.symmetry == Symmetry::symmetric && to < from) std::swap(from, to);
  const auto change = context.accent.changes.find(relation);
  return {from,
          to,
          type.id,
          graph.modality(relation),
          change == context.accent.changes.end() ? Change::none : change->second,
          emphasis_of(context.accent.relations, relation, context.accent.other_relations)};
}

DiagramEdge edge_of(const Context& context, const std::vector<SelectedRelation>& merged,
                    const SourceNotes* sources, Change change) {
  const RelationType& type = context.graph.type(merged.front().relation);
  DiagramEdge edge{.type = type.id,
                   .drawing_class = type.drawing_class,
                   .dates_language = std::string(language_of_dates(context.languages)),
                   .ends = type.symmetry == Symmetry::symmetric ? Ends::both_ways : Ends::one_way,
                   .certainty = Verdict::no,
                   .modality = context.graph.modality(merged.front().relation)};
  edge.mark = modality_mark(edge.modality, context.languages);
  WrittenDates dates;
  std::set<std::string> substances;  // each once
  std::set<std::size_t> notes;
  for (const SelectedRelation& selected : merged) {
    const std::optional<When> when = context.ties.when(selected.relation);
    edge.relations.emplace_back(context.graph.id(selected.relation));
    edge.certainty = edge.certainty | selected.verdict;
    edge.doubt = std::max(edge.doubt, doubt_of(selected));
    const bool detailed = context.accent.detailed.contains(selected.relation);
    if (detailed || shows(context.options, LabelPart::type)) {
      const Phrase words = best_label(type.forward, context.languages);
      const auto plan = as_plan(words.text, words.language, edge.modality);
      edge.label = plan.value_or(words.text);
      edge.label_language = words.language;
      if (plan) edge.mark.text.clear();  // the words say so
    }
    if (when)
      dates.add(*when, context.ties.in_words(selected.relation,
                                             detailed ? DateDetail::full : DateDetail::years,
                                             change, context.languages));
    if (sources)
      for (const std::size_t number :
           sources->numbers(context.ties.viewpoint().evidence(selected.relation)))
        notes.insert(number);
    if (!edge.tooltip.empty()) edge.tooltip += '\n';
    edge.tooltip += describe(context.graph, selected.relation, context.ties.viewpoint(),
                             context.options.languages);
    const std::string substance =
        drawable(substance_of(context.graph, selected.relation, context.languages));
    if (substance.empty()) continue;
    edge.tooltip += " \u2014 " + substance;
    constexpr std::size_t longest_on_line = 24;  // in cells of a terminal
    if (detailed && display_width(substance) <= longest_on_line) substances.insert(substance);
  }
  for (const std::string& substance : substances)
    edge.label += (substance == *substances.begin() ? ": " : "; ") + substance;
  if (shows(context.options, LabelPart::dates)) edge.dates = dates.joined(edge.dates_language);
  edge.first_day = dates.first_day();
  edge.notes.assign(notes.begin(), notes.end());
  if (edge.certainty == Verdict::yes) edge.doubt = Why::none;
  return edge;
}

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

/// One edge for all relations of a key. The ends of all relations are among the facts' entities.
std::vector<DiagramEdge> edges_of(const Context& context, const SelectedFacts& facts,
                                  const SourceNotes* sources) {
  std::map<EdgeKey, std::vector<SelectedRelation>> groups;
  for (const SelectedRelation& selected : facts.relations)
    groups[key_of(context, selected.relation)].push_back(selected);
  const auto place_of = [&](EntityId entity) {
    return static_cast<std::size_t>(
        std::lower_bound(facts.entities.begin(), facts.entities.end(), entity) -
        facts.entities.begin());
  };
  std::vector<DiagramEdge> edges;
  for (const auto& [key, merged] : groups) {
    DiagramEdge edge = edge_of(context, merged, sources, key.change);
    edge.change = key.change;
    edge.emphasis = key.emphasis;
    edge.from = place_of(key.from);
    edge.to = place_of(key.to);
    edges.push_back(std::move(edge));
  }
  return edges;
}

/// On so many lines words would hide lines.
void leave_words_out(std::vector<DiagramEdge>& edges) {
  for (DiagramEdge& edge : edges) {
    if (edge.emphasis == Emphasis::strong) continue;
    edge.dates.clear();
    edge.mark.text.clear();
  }
}

/// What somebody wants it called, else what the view calls it, else what is drawn.
Phrase title_of(const Context& context, const SelectedFacts& facts, const Selection& selection) {
  if (!context.options.title.empty())
    return {drawable(context.options.title), context.languages.tags().front()};
  if (!context.accent.title.text.empty()) return context.accent.title;
  return title_of_ties(context.graph, selection, facts, context.languages);
}

PeriodSaid period_said(const Context& context) {
  return context.options.title.empty() && context.accent.title.text.empty()
             ? PeriodSaid::in_title
             : PeriodSaid::below_title;
}

Page page_of(const Context& context, Phrase title) {
  return {.title = std::move(title),
          .credit = {drawable(context.options.credit), context.languages.tags().front()},
          .languages = context.options.languages,
          .style = context.style,
          .dark = dark_style(context.options.theme),
          .size = context.options.page,
          .height = context.options.page_height,
          .lettering = context.options.lettering};
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

/// Folds what is large; what is too much even so is drawn in regions.
void make_legible(Diagram& diagram, const Context& context, const DrawnEntities& kept) {
  const DiagramOptions& options = context.options;
  const Vocabulary& vocabulary = context.graph.vocabulary();
  const bool regions = may_have_regions(options, context.accent);
  const bool folds = options.folding == Folding::of_large &&
                     context.accent.kinds == DrawnKinds::main &&
                     diagram.nodes.size() + diagram.left_out > folded_above;
  std::optional<Diagram> whole;
  if (regions && folds) whole = diagram;
  if (folds)
    fold(diagram, hubs_of(context.graph, kept), vocabulary, context.languages);
  else if (!context.accent.changes.empty())
    fold_plans(diagram, vocabulary, context.languages);
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
std::string dossier_title(const Context& context, const Phrase& title) {
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

}  // namespace

Diagram build_diagram(const Graph& graph, const SelectedFacts& facts, const Selection& selection,
                      const DiagramOptions& options, const Accent& accent) {
  require_entities(graph, options.highlight, "DiagramOptions::highlight");
  require_entities(graph, options.among, "DiagramOptions::among");
  if (options.page) require_page(*options.page);
  const Context context{graph,
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
  make_legible(result, context, kept);
  if (result.edges.size() > options.most_worded_lines) leave_words_out(result.edges);
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

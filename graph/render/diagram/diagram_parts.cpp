#include "render/diagram/diagram_parts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include <entente/text/width.hpp>

#include "base/run_scope.hpp"
#include "render/diagram/drawn_values.hpp"
#include "render/diagram/wording.hpp"
#include "render/diagram/written_dates.hpp"
#include "render/label/label.hpp"
#include "render/mark/marks_of.hpp"
#include "words/picture_words.hpp"
#include "words/plans.hpp"
#include "words/sentence_of.hpp"
#include "words/short_dates.hpp"

namespace entente {
namespace {

template <typename Key>
Emphasis emphasis_of(const std::map<Key, Emphasis>& known, Key key, Emphasis other) {
  const auto found = known.find(key);
  return found == known.end() ? other : found->second;
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

EdgeKey key_of(const PartsContext& context, RelationId relation) {
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

DiagramEdge edge_of(const PartsContext& context, const std::vector<SelectedRelation>& merged,
                    const SourceNotes* sources, Change change) {
  const RelationType& type = context.graph.type(merged.front().relation);
  DiagramEdge edge{.type = type.id,
                   .drawing_class = type.drawing_class,
                   .dates_language = std::string(language_of_dates(context.languages)),
                   .ends = type.symmetry == Symmetry::symmetric ? Ends::both_ways : Ends::one_way,
                   .certainty = Verdict::no,
                   .modality = context.graph.modality(merged.front().relation)};
  edge.mark = modality_mark(edge.modality, context.languages);
  bool is_sure = false;  // by one record at least
  WrittenDates dates;
  std::set<std::string> substances;  // each once
  std::set<std::size_t> notes;
  for (const SelectedRelation& selected : merged) {
    const std::optional<When> when = context.ties.when(selected.relation);
    edge.relations.emplace_back(context.graph.id(selected.relation));
    edge.certainty = edge.certainty | selected.verdict;
    const Why doubt = doubt_of(context.graph, selected, when);
    is_sure = is_sure || doubt == Why::none;
    edge.doubt = std::max(edge.doubt, doubt);
    const bool detailed = context.accent.detailed.contains(selected.relation);
    if (detailed || shows(context.options, LabelPart::type)) {
      const bool is_backwards = context.accent.backwards.contains(selected.relation);
      const Phrase words = best_label(
          is_backwards && !type.inverse.empty() ? type.inverse : type.forward, context.languages);
      const auto plan = as_plan(words.text, words.language, edge.modality);
      edge.label = plan.value_or(words.text);
      edge.label_language = words.language;
      if (plan) edge.telling = Telling::as_plan;
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
    edge.tooltip += describe_with_worded_dates(context.graph, selected.relation,
                                               context.ties.viewpoint(), context.options.languages);
    const std::string substance =
        drawable(substance_of(context.graph, selected.relation, context.languages));
    if (substance.empty()) continue;
    edge.tooltip += " \u2014 " + substance;
    constexpr std::size_t longest_on_line = 24;  // in cells of a terminal
    if (detailed && display_width(substance) <= longest_on_line) substances.insert(substance);
  }
  const bool in_han = is_written_in_han(edge.label_language);
  for (const std::string& substance : substances) {
    const bool is_first = substance == *substances.begin();
    edge.label += is_first ? (in_han ? "\uFF1A" : ": ") : (in_han ? "\uFF1B" : "; ");
    edge.label += substance;
  }
  if (shows(context.options, LabelPart::dates)) edge.dates = dates.joined(edge.dates_language);
  edge.first_day = dates.first_day();
  edge.notes.assign(notes.begin(), notes.end());
  if (is_sure) edge.doubt = Why::none;
  return edge;
}

}  // namespace

bool is_stressed(const PartsContext& context, EntityId entity) {
  const auto& wanted = context.options.highlight;
  return std::find(wanted.begin(), wanted.end(), entity) != wanted.end() ||
         emphasis_of(context.accent.entities, entity, Emphasis::normal) == Emphasis::strong;
}

DiagramNode node_of(const PartsContext& context, EntityId id) {
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

std::vector<DiagramEdge> edges_of(const PartsContext& context, const SelectedFacts& facts,
                                  const SourceNotes* sources) {
  std::map<EdgeKey, std::vector<SelectedRelation>> groups;
  Looks looks;
  for (const SelectedRelation& selected : facts.relations) {
    looks.step();
    groups[key_of(context, selected.relation)].push_back(selected);
  }
  const auto place_of = [&](EntityId entity) {
    return static_cast<std::size_t>(
        std::lower_bound(facts.entities.begin(), facts.entities.end(), entity) -
        facts.entities.begin());
  };
  std::vector<DiagramEdge> edges;
  for (const auto& [key, merged] : groups) {
    check_run();
    DiagramEdge edge = edge_of(context, merged, sources, key.change);
    edge.change = key.change;
    edge.emphasis = key.emphasis;
    edge.from = place_of(key.from);
    edge.to = place_of(key.to);
    edges.push_back(std::move(edge));
  }
  return edges;
}

}  // namespace entente

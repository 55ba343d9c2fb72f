#include "render/mark/marks_of.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "render/diagram/wording.hpp"
#include "render/mark/legend.hpp"
#include "render/mark/node_shape.hpp"
#include "words/picture_words.hpp"

namespace entente {

bool is_doubted(const When& when) {
  const auto doubts = [](std::string_view text) {
    return text.find_first_of("?%") != std::string_view::npos;
  };
  return doubts(when.text()) || doubts(when.start_text()) || doubts(when.end_text());
}

namespace {

bool says_possible(const Graph& graph, RelationId relation) {
  const auto value = graph.attribute(relation, "certainty");
  const Scalar* scalar = value ? std::get_if<Scalar>(&*value) : nullptr;
  const std::string* text = scalar ? std::get_if<std::string>(scalar) : nullptr;
  return text && *text == "possible";
}

/// What a doubt about the date itself comes before.
bool is_about_ends(Why why) {
  return why == Why::none || why == Why::no_start_reported || why == Why::no_end_reported;
}

}  // namespace

Why doubt_of(const Graph& graph, const SelectedRelation& selected,
             const std::optional<When>& when) {
  const bool is_sure = selected.verdict == Verdict::yes;
  const Why known = is_sure ? Why::none : selected.why;
  if (is_about_ends(known) &&
      ((when && is_doubted(*when)) || says_possible(graph, selected.relation)))
    return Why::imprecise;
  return !is_sure && known == Why::none ? Why::imprecise : known;
}

NodeMark mark_of(const DiagramNode& node) {
  return {.drawing_class = node.drawing_class, .certainty = node.certainty};
}

LineMark mark_of(const DiagramEdge& edge) {
  return {.drawing_class = edge.drawing_class,
          .ends = edge.ends,
          .modality = edge.modality,
          .doubt = edge.doubt,
          .change = edge.change,
          .width = edge.width,
          .sureness = edge.sureness};
}

namespace {

/// A line between two parties stands for what they share: the agreement or the event of the two.
bool is_folded(const DiagramEdge& edge, const Vocabulary& vocabulary) {
  const RelationType* type = vocabulary.find_type(edge.type);
  return edge.ends == Ends::both_ways && type != nullptr && type->symmetry == Symmetry::directed;
}

/// "agreement between the two: is party to, signed", of all that are drawn alike.
Phrase words_of_folded(std::string_view drawing_class, const std::set<std::string>& types,
                       const Vocabulary& vocabulary, const LanguagePreference& languages) {
  const Kind* kind = vocabulary.find_kind(drawing_class == "treaty" ? "agreement" : "event");
  const Phrase name = kind ? best_label(kind->labels, languages) : Phrase{};
  Phrase verbs;
  for (const std::string& id : types)
    if (const RelationType* type = vocabulary.find_type(id))
      verbs = listed(std::move(verbs), best_label(type->forward, languages));
  const Phrase of_two = word(Word::of_two, languages);
  const std::string_view colon = is_written_in_han(of_two.language) ? "\uFF1A" : ": ";
  return {worded(Word::of_two, languages, name.text) + std::string(colon) + verbs.text,
          of_two.language};
}

/// The types of the lines that look so and stand for what two parties share.
using FoldedTypes = std::map<LineMark, std::set<std::string>>;

void explain(Legend& legend, FoldedTypes& folded, const DiagramEdge& edge,
             const Vocabulary& vocabulary) {
  if (!is_folded(edge, vocabulary)) {
    legend.add_relation(edge.type, mark_of(edge));
    for (const std::string& type : edge.further_types) legend.add_relation(type, mark_of(edge));
    return;
  }
  LineMark rest = mark_of(edge);
  std::set<std::string>& types = folded[LineMark{rest.drawing_class, rest.ends}];
  types.insert(edge.type);
  types.insert(edge.further_types.begin(), edge.further_types.end());
  rest.drawing_class.clear();
  legend.add(rest);
}

}  // namespace

std::vector<LegendEntry> legend_of(const Diagram& diagram, const Vocabulary& vocabulary,
                                   const LanguagePreference& languages) {
  Legend legend(vocabulary, diagram.page.style, languages);
  for (const DiagramNode& node : diagram.nodes) {
    if (node.emphasis == Emphasis::faded) continue;
    legend.add_entity(node.kind, mark_of(node));
  }
  FoldedTypes folded;
  for (const DiagramEdge& edge : diagram.edges) {
    if (edge.emphasis == Emphasis::faded) continue;
    explain(legend, folded, edge, vocabulary);
  }
  for (const auto& [mark, types] : folded)
    legend.add(mark, words_of_folded(mark.drawing_class, types, vocabulary, languages));
  if (std::ranges::any_of(diagram.nodes, [](const DiagramNode& node) {
        return node.emphasis == Emphasis::faded && node.change != Change::persisted;
      }))
    legend.add(ContextMark{});
  if (!diagram.regions.empty()) legend.add(RegionMark{});
  if (!diagram.bundles.empty()) legend.add(BundleMark{});
  return legend.entries();
}

}  // namespace entente

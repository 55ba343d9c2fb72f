#include "render/mark/marks_of.hpp"

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

Why doubt_of(const SelectedRelation& selected) {
  if (selected.verdict == Verdict::yes) return Why::none;
  return selected.why == Why::none ? Why::imprecise : selected.why;
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
          .width = edge.width};
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
  if (!diagram.regions.empty()) legend.add(RegionMark{});
  if (!diagram.bundles.empty()) legend.add(BundleMark{});
  return legend.entries();
}

}  // namespace entente

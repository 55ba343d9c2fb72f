#include "render/mark/marks_of.hpp"

#include "render/mark/legend.hpp"
#include "render/mark/node_shape.hpp"

namespace entente {

Why doubt_of(const SelectedRelation& selected) {
  if (selected.verdict == Verdict::yes) return Why::none;
  return selected.why == Why::none ? Why::imprecise : selected.why;
}

NodeMark mark_of(const DiagramNode& node) {
  return {.drawing_class = node.drawing_class};
}

LineMark mark_of(const DiagramEdge& edge) {
  return {.drawing_class = edge.drawing_class,
          .ends = edge.ends,
          .modality = edge.modality,
          .doubt = edge.doubt,
          .change = edge.change};
}

std::vector<LegendEntry> legend_of(const Diagram& diagram, const Vocabulary& vocabulary,
                                   const LanguagePreference& languages) {
  Legend legend(vocabulary, diagram.page.style, languages);
  for (const DiagramNode& node : diagram.nodes) {
    if (node.emphasis == Emphasis::faded) continue;
    legend.add_entity(node.kind, mark_of(node));
  }
  for (const DiagramEdge& edge : diagram.edges) {
    if (edge.emphasis == Emphasis::faded) continue;
    legend.add_relation(edge.type, mark_of(edge));
    for (const std::string& type : edge.further_types) legend.add_relation(type, mark_of(edge));
  }
  return legend.entries();
}

}  // namespace entente

#include "ask/weighed.hpp"

#include <entente/answer/measured.hpp>

namespace entente::bindings {

Network network_of(const Graph& graph, const Selection& selection, const char* attribute) {
  if (attribute == nullptr) return graph.select(selection);
  const Projection projection{.weighting = Weighting::attribute, .attribute = attribute};
  const answers::Question question{.graph = graph, .selection = selection};
  static_cast<void>(answers::relations_without_weight(question, projection.attribute));
  return graph.select(selection, projection);
}

}  // namespace entente::bindings

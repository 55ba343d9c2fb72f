#include <entente/algorithm/path.hpp>
#include <entente/facts/graph.hpp>
#include <entente/words/sentence.hpp>

namespace entente {

std::string describe(const Graph& graph, const Step& step, std::string_view languages) {
  if (step.relations.empty()) {
    // A network of plain edges has no facts to describe.
    return std::string(graph.name(step.from, languages)) + " – " +
           std::string(graph.name(step.to, languages));
  }
  const RelationId shown = step.relations.front();
  const bool backward = graph.from(shown) != step.from && graph.to(shown) == step.from;
  return describe(graph, shown, languages, backward ? Orientation::inverse : Orientation::forward);
}

}  // namespace entente

// An entity comes from a graph, not out of the air.
// expect: EntityId
#include <entente/facts/graph.hpp>

std::string_view answer(const entente::Graph& graph) {
#ifdef MISTAKE
  return graph.kind(3);
#else
  return graph.kind(graph.find("Japan").value());
#endif
}

// A relation's number is no entity's, though both count from 0.
// expect: EntityId
#include <entente/facts/graph.hpp>

std::string_view answer(const entente::Graph& graph, entente::RelationId relation) {
#ifdef MISTAKE
  return graph.name(relation);
#else
  return graph.name(graph.from(relation));
#endif
}

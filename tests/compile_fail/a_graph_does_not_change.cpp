// What a graph hands out is a copy or read-only.
// expect: assignment of read-only|discards qualifiers|no viable overloaded|cannot assign|not
// assignable|passing
#include <entente/facts/graph.hpp>

void answer(const entente::Graph& graph, entente::EntityId entity) {
#ifdef MISTAKE
  graph.relations(entity)[0] = entente::RelationId{7};
#else
  entente::Entity record = graph.record(entity);
  record.names.clear();
#endif
}

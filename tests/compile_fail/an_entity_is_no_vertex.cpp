// An entity of the graph is no vertex of a network, whose numbers differ.
// expect: RecordNumber|EntityId|EntityNumber
#include <entente/network/network.hpp>

auto answer(const entente::Network& network, entente::EntityId entity) {
#ifdef MISTAKE
  return network.out(entity);
#else
  return network.out(network.vertex(entity).value());
#endif
}

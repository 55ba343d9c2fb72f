// Vertices number one network, entities the graph: the way between them is spelled out.
// expect: EntityId
#include <entente/algorithm/shortest_path.hpp>

auto answer(const entente::Network& network, entente::Vertex from, entente::Vertex to) {
#ifdef MISTAKE
  return entente::shortest_path(network, from, to);
#else
  return entente::shortest_path(network, network.entity(from), network.entity(to));
#endif
}

// Vertices and edges of a network both count from 0, and neither stands for the other.
// expect: EdgeIndex|EdgeNumber
#include <entente/network/network.hpp>

double answer(const entente::Network& network, entente::Vertex from) {
#ifdef MISTAKE
  return network.weight(from);
#else
  return network.weight(network.out_edges(from).front());
#endif
}

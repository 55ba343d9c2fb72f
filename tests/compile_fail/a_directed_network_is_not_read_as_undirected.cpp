// Reading a network as undirected is a decision.
// expect: could not convert|no known conversion|no viable conversion|invalid initialization
#include <entente/network/boost_undirected.hpp>

std::uint32_t count(const entente::UndirectedNetwork& network) {
  return network.edge_count();
}

std::uint32_t answer(const entente::Network& network) {
#ifdef MISTAKE
  return count(network);
#else
  return count(entente::UndirectedNetwork(network));
#endif
}

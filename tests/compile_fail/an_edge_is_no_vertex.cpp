// An edge has two vertices: which of them is meant is said.
// expect: cannot convert|could not convert|no viable conversion|no known conversion
#include <entente/network/network.hpp>

auto answer(const entente::Network& network, entente::EdgeIndex edge) {
#ifdef MISTAKE
  return network.entity(edge);
#else
  return network.entity(network.from(edge));
#endif
}

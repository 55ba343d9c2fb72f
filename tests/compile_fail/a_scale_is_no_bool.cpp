// Options are words, not flags.
// expect: Scale|BetweennessOptions
#include <entente/algorithm/betweenness.hpp>

auto answer(const entente::Network& network) {
#ifdef MISTAKE
  return entente::betweenness(network, {.scale = false});
#else
  return entente::betweenness(network, {.scale = entente::Scale::raw});
#endif
}

#pragma once

// Random networks with parallel edges and loops, and what they are made of.

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <entente/network/network.hpp>

#include "support/network_of.hpp"

namespace entente::test {

struct Drawn {
  std::uint32_t entities = 0;
  std::vector<PlainEdge> edges;
  Network g;
};

inline Drawn draw(std::uint32_t seed, Directedness directedness) {
  std::mt19937 chance(seed);
  const std::uint32_t entities = 2 + seed % 6;
  auto edges = random_edges(chance, entities, 2 + seed % 13);
  const Projection projection{.parallels = seed % 2 == 0 ? Parallels::kept : Parallels::merged,
                              .self_loops = seed % 3 == 0 ? SelfLoops::kept : SelfLoops::dropped,
                              .fold = Fold::sum};
  Network g(entities, edges, directedness, projection);
  return {entities, std::move(edges), std::move(g)};
}

template <class Check>
void for_all_drawn(Check check) {
  for (const auto directedness : {Directedness::undirected, Directedness::directed})
    for (std::uint32_t seed = 0; seed < 120; ++seed) {
      SCOPED_TRACE((directedness == Directedness::directed ? "directed, seed " : "seed ") +
                   std::to_string(seed));
      check(draw(seed, directedness));
      if (testing::Test::HasFailure()) return;
    }
}

}  // namespace entente::test

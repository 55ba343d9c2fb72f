#pragma once

// Made-up dossiers of many entities and ties, some of them in groups.

#include <string>
#include <vector>

#include "support/seed.hpp"

namespace entente::test {

// The lines of a dossier in JSON Lines; the first is its head, the others may stand in any order.
struct RandomTies {
  std::vector<std::string> lines;
  std::vector<std::string> entities;  // ids of those that an overview draws unasked
  std::size_t relations = 0;          // between any two of these

  [[nodiscard]] std::string text() const;
};

RandomTies random_ties(testing_support::Chance& chance, int entities);

}  // namespace entente::test

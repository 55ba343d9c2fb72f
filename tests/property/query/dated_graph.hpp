#pragma once

/// Random dossiers with uncertain dates, periods to ask about, and the rows of an answer.

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/query/pattern.hpp>

#include "support/seed.hpp"

namespace entente::verify {

/// Four countries and a few ties, some of them told by documents of different years.
[[nodiscard]] Graph random_dated_graph(testing_support::Chance& chance);

/// As a clause, and as a selection.
struct Period {
  std::string clause;
  Selection selection;
};

[[nodiscard]] Period random_period(testing_support::Chance& chance);

/// Texts, and whether a row with them is certain.
using Rows = std::multiset<std::pair<std::vector<std::string>, bool>>;

/// Of an answer whose columns are texts.
[[nodiscard]] Rows rows_of(const query::Result& result);

}  // namespace entente::verify

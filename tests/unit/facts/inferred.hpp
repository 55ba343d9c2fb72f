#pragma once

// What the ends of relations are inferred from.

#include <string>
#include <string_view>

#include <entente/facts/graph.hpp>
#include <entente/time/day.hpp>

#include "support/graph_of.hpp"

namespace entente::test {

/// "r05 2018-12-31": what closed a relation's end and when at the latest, or "".
inline std::string closed(const Graph& graph, std::string_view id) {
  const RelationId relation = graph.relation(id).value();
  const auto by = graph.inferred_from(relation);
  if (!by) return "";
  return std::string(graph.id(*by)) + " " + format_day(graph.bounds(relation).end_max);
}

/// A party to an agreement and to the one that supersedes it.
inline Graph moving(const std::string& joined, const std::string& supersession = "when=2000") {
  return graph_of(R"(
    country a
    agreement old
    agreement new
    r1: a party_to old when=1990/
    r2: a party_to new )" +
                  joined + "\n s1: new supersedes old " + supersession);
}

}  // namespace entente::test

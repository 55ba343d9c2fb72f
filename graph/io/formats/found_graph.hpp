#pragma once

/// Records out of a graph that somebody else's program wrote.

#include "io/formats/property_graph.hpp"

namespace entente {

/// Adds an entity for each node and a relation for each edge, and a vocabulary of the kinds and
/// types found.
///
/// A node's kind is its text property `kind`, `type`, `category` or `class`, whichever most nodes
/// have; else it is a `node`. An edge's type is `type`, `kind`, `relation`, `relationship` or
/// `interaction`; else it is an `edge`. Edges without direction have types without; where a type
/// has both, `T-undirected` is the one without. Labels become names of no known language, EDTF
/// texts `when` or `start` and `end` the date; all else is kept as attributes. Edges without an id
/// of their own are called e1, e2, ….
void add_found_graph(ForeignReading& reading, FoundLists nodes, FoundLists edges, Nodes rule);

}  // namespace entente

#pragma once

/// The arrays behind a Network.

#include <cstdint>
#include <vector>

#include <entente/network/network.hpp>

namespace entente {

struct Network::Store {
  struct Slots {
    std::vector<std::uint32_t> offsets;
    std::vector<Vertex> neighbours;
    std::vector<EdgeIndex> listed;  ///< see Rows
  };

  Direction direction = Direction::both;
  Projection projection;
  Counts counts;
  std::vector<ApartPair> apart;
  Slots out;
  Slots in;                            ///< empty when undirected
  std::vector<std::uint32_t> forward;  ///< edges numbered before each row; the total at the end;
                                       ///< empty when directed: those are out.offsets
  std::vector<double> weights;         ///< by edge; empty when all are 1
  std::vector<Verdict> verdicts;       ///< by edge; empty when all are certain
  std::vector<std::uint32_t> members;  ///< by edge, into relations; empty when one an edge
  std::vector<RelationId> relations;   ///< empty without a dossier
  std::vector<EntityId> entities;      ///< by vertex
  std::vector<Vertex> vertices;        ///< by entity; absent_vertex if it is not in the network
};

inline constexpr Vertex absent_vertex = 0xffffffff;

}  // namespace entente

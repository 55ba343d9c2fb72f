#pragma once

/// Places for the vertices of a graph: neighbours near, others far apart, labels apart.
///
/// Stress, the sum over pairs of how far they are drawn from their distance along edges, is made
/// small by stochastic gradient descent over all pairs of small graphs, by majorization against
/// random samples in larger ones; then labels are pushed apart. The same input gives the same
/// places.
/// @see J. X. Zheng, S. Pawar, D. F. M. Goodman, "Graph drawing by stochastic gradient descent",
/// IEEE TVCG 25 (2019) 2738.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <entente/export.hpp>
#include <entente/network/network.hpp>
#include <entente/render/geometry.hpp>

namespace ENTENTE_API entente {

/// A vertex to place.
struct LayoutVertex {
  Size size = {};                    ///< of its label, in points
  std::optional<Point> pinned = {};  ///< where it must stand
  std::optional<Point> start = {};   ///< where it stood before; a layout nearby is looked for
};

/// An edge, whichever way it points.
struct LayoutEdge {
  std::uint32_t from = 0;  ///< index of a vertex
  std::uint32_t to = 0;    ///< index of a vertex
  double room = 36;        ///< points wanted between the two outlines, for the edge's own label
};

/// Whether all edges should be equally long, or longer where they lead to a vertex with many others
/// around it, so that these find room.
enum class EdgeLengths : std::uint8_t { alike, by_degree };

/// How components stand: in rows, the highest first; or each where it finds room highest up, also
/// below and beside larger ones.
enum class Packing : std::uint8_t { rows, nested };

/// How places are sought.
struct LayoutOptions {
  std::uint64_t seed = 1;    ///< the same seed, the same answer
  double edge_length = 110;  ///< points between the centres of neighbours, before overlap removal
  EdgeLengths lengths = EdgeLengths::alike;  ///< heeded up to the limit of all pairs
  double stretch = 1.25;                     ///< how much wider than high, for labels are
  double gap = 14;                           ///< points kept free between labels
  /// How many overlaps of two labels, a label, the drawing is shrunk to before they are moved
  /// apart: the more, the denser it is and the less it shows of distances.
  double crowding = 0.35;
  Packing packing = Packing::rows;  ///< of components
  /// Wanted width by height: components are packed so, and the main axis of each lies along the
  /// longer side.
  double aspect = 1.5;
  std::size_t rounds = 60;            ///< times that every vertex is moved
  std::size_t all_pairs_limit = 800;  ///< vertices up to which all distances are weighed up
};

/// Centres of the vertices; components side by side, from (0, 0) on unless something is pinned.
/// Cost: O(rounds n²) time and O(n²) memory up to the limit of all pairs, then O(rounds (n + m)).
/// @throws InvalidArgument `out-of-range` for an edge whose end is no vertex; `bad-layout` for
/// sizes, places and options that are not finite, below zero, or 0 where they divide.
[[nodiscard]] std::vector<Point> layout(std::span<const LayoutVertex> vertices,
                                        std::span<const LayoutEdge> edges,
                                        const LayoutOptions& options = {});

/// The same for a network's vertices, all of one size.
[[nodiscard]] std::vector<Point> layout(const Network& network, Size size = {},
                                        const LayoutOptions& options = {});

/// Normalized stress of a drawing: the mean over pairs of connected vertices of
/// (distance drawn / distance in edges − 1)², for the scale of the drawing that makes it smallest.
/// Cost: O(n m). @throws InvalidArgument `out-of-range` for an edge whose end has no place.
[[nodiscard]] double stress(std::span<const Point> places, std::span<const LayoutEdge> edges);

}  // namespace entente

#pragma once

/// Entities in columns by kind, edges between the columns.

#include <string>
#include <vector>

#include <entente/render/diagram.hpp>

#include "render/layout/box.hpp"
#include "render/route/route.hpp"

namespace entente {

/// A column's heading; its colour is that of the drawing class.
struct ColumnHead {
  std::string drawing_class = {};
  double centre = 0;
};

struct ColumnPlan {
  std::vector<Point> centres = {};     ///< of the nodes
  std::vector<Spline> splines = {};    ///< of the edges, from inside one outline to inside another
  std::vector<ColumnHead> heads = {};  ///< from left to right
};

/// Organisations, countries, agreements, events and texts, people, as far as they occur. Agreements
/// and events stand in order of year, the others near what they are tied to. Edges that pass a
/// column have a place of their own in it, so that they cross no label. Cost: O(sweeps · e log e),
/// where edges count once for each column they pass.
/// @see K. Sugiyama, S. Tagawa, M. Toda, IEEE Trans. SMC 11 (1981) 109.
[[nodiscard]] ColumnPlan plan_columns(const Diagram& diagram, const std::vector<Size>& sizes);

}  // namespace entente

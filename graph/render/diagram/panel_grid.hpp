#pragma once

/// How panels of one size stand beside and below one another on a page.

#include <cstddef>

#include <entente/render/geometry.hpp>

namespace entente {

struct PanelGrid {
  std::size_t columns = 1;
  std::size_t rows = 1;
  double aspect = 1;  ///< of a panel, its width by its height

  /// Cells that no panel takes, at the end of the last row.
  [[nodiscard]] std::size_t spare(std::size_t panels) const { return columns * rows - panels; }
};

/// The grid that fills a page of that width by its height best, for panels that can be drawn in any
/// reasonable shape. A single spare cell does no harm: it holds the legend.
[[nodiscard]] PanelGrid grid_for_any(std::size_t panels, double page_aspect);

/// The same for panels that have a shape already.
[[nodiscard]] PanelGrid grid_for(std::size_t panels, double panel_aspect, double page_aspect);

}  // namespace entente

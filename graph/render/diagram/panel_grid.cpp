#include "render/diagram/panel_grid.hpp"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

// Labels are wider than high: a drawing squeezed further grows instead of changing its shape.
constexpr double narrowest_panel = 0.8;
constexpr double widest_panel = 2.4;

/// How far a grid is from filling the page, in e-folds of its shape, cells left empty included.
double badness(const PanelGrid& grid, std::size_t panels, double page_aspect) {
  constexpr double for_one = 0.6;
  constexpr double for_more = 0.4;  // each
  const double shape = grid.aspect * static_cast<double>(grid.columns) /
                       (static_cast<double>(grid.rows) * page_aspect);
  const std::size_t spare = grid.spare(panels);
  const double unused = spare == 0 ? 0 : for_one + for_more * (static_cast<double>(spare) - 1);
  return std::abs(std::log(shape)) + unused;
}

template <typename AspectOf>
PanelGrid best_grid(std::size_t panels, double page_aspect, const AspectOf& aspect_of) {
  PanelGrid best;
  double least = INFINITY;
  for (std::size_t columns = 1; columns <= panels; ++columns) {
    PanelGrid grid{columns, (panels + columns - 1) / columns, 1};
    grid.aspect = aspect_of(grid);
    const double bad = badness(grid, panels, page_aspect);
    if (bad >= least) continue;
    least = bad;
    best = grid;
  }
  return best;
}

}  // namespace

PanelGrid grid_for_any(std::size_t panels, double page_aspect) {
  return best_grid(panels, page_aspect, [&](const PanelGrid& grid) {
    const double wanted =
        page_aspect * static_cast<double>(grid.rows) / static_cast<double>(grid.columns);
    return std::clamp(wanted, narrowest_panel, widest_panel);
  });
}

PanelGrid grid_for(std::size_t panels, double panel_aspect, double page_aspect) {
  return best_grid(panels, page_aspect, [&](const PanelGrid&) { return panel_aspect; });
}

}  // namespace entente

#include "render/diagram/places/ego_ladder.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <entente/render/legible.hpp>

#include "render/diagram/drawing.hpp"
#include "render/diagram/places/ego_order.hpp"

namespace entente {
namespace {

constexpr double between_rungs = 9;
constexpr double between_groups = 20;
constexpr double least_beside_centre = 34;
constexpr double most_beside_centre = 118;  // for what is said on lines

/// The room between the centre and the others that the page leaves if all is to be read.
double beside_centre(const Page& page, const std::vector<PlacedNode>& sizes, std::size_t centre) {
  constexpr double smallest_text = 8;
  if (!page.size) return most_beside_centre;
  double widest = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i)
    if (i != centre) widest = std::max(widest, sizes[i].box.width());
  const double width =
      inner_width_of(page, std::floor(page.size->width * smallest_text / least_readable));
  return std::clamp(width - widest - sizes[centre].box.width(), least_beside_centre,
                    most_beside_centre);
}

}  // namespace

void pin_ladder(Diagram& diagram, std::string_view centre, const Vocabulary& vocabulary) {
  const std::vector<std::size_t> around = around_in_order(diagram, centre, vocabulary);
  const auto is_pinned = [](const DiagramNode& node) { return node.pinned.has_value(); };
  if (around.empty() || std::ranges::any_of(diagram.nodes, is_pinned)) return;
  const std::vector<PlacedNode> sizes = sized_nodes(diagram);
  const auto middle = static_cast<std::size_t>(
      std::ranges::find(diagram.nodes, centre, &DiagramNode::id) - diagram.nodes.begin());
  const double left = beside_centre(diagram.page, sizes, middle);
  double bottom = 0;
  for (std::size_t i = 0; i < around.size(); ++i) {
    const Box& box = sizes[around[i]].box;
    if (i > 0) {
      const bool same = diagram.nodes[around[i]].kind == diagram.nodes[around[i - 1]].kind;
      bottom += same ? between_rungs : between_groups;
    }
    diagram.nodes[around[i]].pinned = Point{left + box.width() / 2, bottom + box.height() / 2};
    bottom += box.height();
  }
  diagram.nodes[middle].pinned = Point{-sizes[middle].box.width() / 2, bottom / 2};
}

}  // namespace entente

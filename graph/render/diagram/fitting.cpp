#include "render/diagram/fitting.hpp"

#include <cmath>
#include <string>
#include <vector>

#include <entente/error.hpp>

namespace entente {
namespace {

void require(bool holds, const std::string& otherwise) {
  if (!holds) throw InvalidArgument("bad-chart", otherwise);
}

/// In points: longer than any sheet, and short enough for sums and squares of many.
constexpr double longest_side = 1e6;

bool is_length(double value) {
  return value >= 0 && value <= longest_side;
}

bool is_place(double value) {
  return std::abs(value) <= longest_side;
}

void require_nodes(const Diagram& diagram) {
  for (const DiagramNode& node : diagram.nodes) {
    require(is_length(node.text_size), "a node has a text size that is no length");
    require(!node.pinned || (is_place(node.pinned->x) && is_place(node.pinned->y)),
            "a node is pinned to no place");
  }
}

void require_edges(const Diagram& diagram) {
  for (const DiagramEdge& edge : diagram.edges) {
    require(edge.from < diagram.nodes.size() && edge.to < diagram.nodes.size(),
            "an edge has an end beyond the last node");
    require(is_length(edge.width) && is_length(edge.text_size),
            "an edge has a width or a text size that is no length");
  }
}

void require_regions(const Diagram& diagram) {
  std::vector<bool> placed(diagram.nodes.size());
  for (const DiagramRegion& region : diagram.regions)
    for (const std::size_t member : region.members) {
      require(member < diagram.nodes.size(), "a region has a member beyond the last node");
      require(!placed[member], "a node is a member of two regions");
      placed[member] = true;
    }
  for (const bool is_placed : placed)
    require(is_placed || diagram.regions.empty(), "a node is a member of no region");
  for (const DiagramBundle& bundle : diagram.bundles)
    require(bundle.from < diagram.regions.size() && bundle.to < diagram.regions.size(),
            "a bundle has an end beyond the last region");
}

}  // namespace

void require_page(Size page) {
  const auto is_side = [](double side) { return std::isfinite(side) && side > 0; };
  if (!is_side(page.width) || !is_side(page.height))
    throw InvalidArgument("bad-page", "a page has a width and a height above 0");
}

void require_fitting(const Diagram& diagram) {
  if (diagram.page.size) require_page(*diagram.page.size);
  require(is_length(diagram.page.highest), "the page has a greatest height that is no length");
  require_nodes(diagram);
  require_edges(diagram);
  require_regions(diagram);
}

}  // namespace entente

#pragma once

/// Where a page draws entities: no layout runs in a browser, so that the picture is the same for
/// everyone.

#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/render/geometry.hpp>

namespace entente {

/// An entity as a page draws it.
struct PagePlace {
  Point centre = {};     ///< points
  Size box = {};         ///< of its name, in points; a dot where it stands aside
  bool is_main = false;  ///< one of those an overview draws unasked
  int region = -1;       ///< of those that are tied among themselves more than to others; -1: none
  int rank = 0;          ///< how early it is named when there is little room: 0 first
};

/// Places by entity of the list. Cost: that of layout().
[[nodiscard]] std::vector<PagePlace> page_places(const Graph& graph,
                                                 const std::vector<EntityId>& entities,
                                                 const std::vector<RelationId>& relations,
                                                 const LanguagePreference& languages);

}  // namespace entente

#pragma once

/// Which kinds an overview draws unasked.

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <entente/facts/graph.hpp>

namespace entente {

/// Who acts and what ties them, apart from what is said, written and talked about.
struct MainKinds {
  std::vector<EntityId> entities = {};             ///< ascending
  std::map<std::string, std::size_t> others = {};  ///< how many of which kind are not among them
};

/// Whether an entity is none of those that act and tie, by what its kind is drawn as.
[[nodiscard]] bool stands_aside(const Graph& graph, EntityId entity);

/// Takes statements, documents, topics, places and publishers out, by what kinds are drawn as,
/// unless they must stay; everything where nothing else is. Cost: linear.
[[nodiscard]] MainKinds main_kinds(const Graph& graph, const std::vector<EntityId>& entities,
                                   const std::function<bool(EntityId)>& must_stay);

}  // namespace entente

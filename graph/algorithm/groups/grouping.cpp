#include <map>
#include <string_view>

#include <entente/algorithm/grouping.hpp>
#include <entente/facts/graph.hpp>

#include "algorithm/groups/group_check.hpp"

namespace entente {

Grouping group_by_kind(const Graph& graph) {
  std::map<std::string_view, std::uint32_t> numbers;
  Grouping grouping;
  for (std::uint32_t i = 0; i < graph.entity_count(); ++i) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    grouping.push_back(numbers.try_emplace(graph.kind(EntityId(i)), next).first->second);
  }
  return grouping;
}

namespace kernel {

void check_grouping(const Network& g, const Grouping& grouping) {
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    if (index(g.entity(v)) < grouping.size()) continue;
    throw InvalidArgument("short-grouping",
                          "the grouping has no group for some entities of the network; give one "
                          "number for every entity");
  }
}

}  // namespace kernel
}  // namespace entente

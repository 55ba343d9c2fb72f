#include "algorithm/groups/label_groups.hpp"

#include <algorithm>

namespace entente::kernel {

Groups groups_of(const Network& g, std::span<const std::uint32_t> labels) {
  const auto highest = std::max_element(labels.begin(), labels.end());
  Groups groups(highest == labels.end() ? 0 : *highest + std::size_t{1});
  for (Vertex v = 0; v < g.vertex_count(); ++v) groups[labels[v]].push_back(g.entity(v));
  std::erase_if(groups, [](const auto& members) { return members.empty(); });
  for (auto& members : groups) std::sort(members.begin(), members.end());
  std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
    return a.size() > b.size() || (a.size() == b.size() && a.front() < b.front());
  });
  return groups;
}

}  // namespace entente::kernel

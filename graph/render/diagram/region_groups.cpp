#include "render/diagram/region_groups.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <entente/algorithm/communities.hpp>
#include <entente/network/network.hpp>

namespace entente {
namespace {

constexpr std::size_t smallest_group = 4;

using Pairs = std::map<std::pair<std::size_t, std::size_t>, double>;  // the lower number first

/// How much any two nodes are tied.
Pairs tied_pairs(const Diagram& diagram) {
  Pairs pairs;
  for (const DiagramEdge& edge : diagram.edges)
    if (edge.from != edge.to)
      pairs[std::minmax(edge.from, edge.to)] += static_cast<double>(edge.relations.size());
  return pairs;
}

using NodeGroups = std::vector<std::vector<std::size_t>>;

NodeGroups communities_of(std::size_t nodes, const Pairs& pairs) {
  std::vector<PlainEdge> edges;
  for (const auto& [ends, weight] : pairs)
    edges.push_back({EntityId(ends.first), EntityId(ends.second), weight});
  const Network network(nodes, edges, Directedness::undirected);
  NodeGroups result;
  for (const std::vector<EntityId>& group : leiden(network, {.weights = Weights::used}).groups) {
    result.emplace_back();
    for (const EntityId member : group) result.back().push_back(index(member));
  }
  return result;
}

/// Groups while they join one another; a group that went has no members.
class Joining {
 public:
  Joining(NodeGroups groups, const Pairs& pairs, std::size_t nodes) : groups_(std::move(groups)) {
    std::vector<std::size_t> group_of(nodes);
    for (std::size_t i = 0; i < groups_.size(); ++i)
      for (const std::size_t member : groups_[i]) group_of[member] = i;
    ties_.resize(groups_.size());
    for (const auto& [ends, weight] : pairs) {
      const std::size_t a = group_of[ends.first];
      const std::size_t b = group_of[ends.second];
      if (a == b) continue;
      ties_[a][b] += weight;
      ties_[b][a] += weight;
    }
  }

  /// The smallest group that is tied to another; of equals the last.
  [[nodiscard]] std::optional<std::size_t> smallest_tied() const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < groups_.size(); ++i)
      if (!ties_[i].empty() && (!found || groups_[i].size() <= groups_[*found].size())) found = i;
    return found;
  }

  /// How many groups are tied to others, and how many large ones are tied to none.
  [[nodiscard]] std::pair<std::size_t, std::size_t> count() const {
    std::pair<std::size_t, std::size_t> counts;
    for (std::size_t i = 0; i < groups_.size(); ++i)
      if (!ties_[i].empty())
        ++counts.first;
      else if (groups_[i].size() >= smallest_group)
        ++counts.second;
    return counts;
  }
  [[nodiscard]] std::size_t size(std::size_t group) const { return groups_[group].size(); }

  /// Puts a group into the one that it is tied to most, of equals the first.
  void join(std::size_t group) {
    const auto into =
        std::max_element(ties_[group].begin(), ties_[group].end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    groups_[into].insert(groups_[into].end(), groups_[group].begin(), groups_[group].end());
    groups_[group].clear();
    for (const auto& [other, weight] : std::exchange(ties_[group], {})) {
      ties_[other].erase(group);
      if (other == into) continue;
      ties_[other][into] += weight;
      ties_[into][other] += weight;
    }
  }

  [[nodiscard]] NodeGroups take() { return std::move(groups_); }

 private:
  NodeGroups groups_;
  std::vector<std::map<std::size_t, double>> ties_;
};

}  // namespace

RegionGroups region_groups(const Diagram& diagram, std::size_t most) {
  const Pairs pairs = tied_pairs(diagram);
  Joining joining(communities_of(diagram.nodes.size(), pairs), pairs, diagram.nodes.size());
  while (const auto smallest = joining.smallest_tied()) {
    const auto [tied, untied] = joining.count();
    const bool few = tied + std::min(untied, most / 4) <= most;
    if (few && joining.size(*smallest) >= smallest_group) break;
    joining.join(*smallest);
  }
  RegionGroups result;
  for (std::vector<std::size_t>& group : joining.take()) {
    std::sort(group.begin(), group.end());
    if (group.size() >= smallest_group)
      result.groups.push_back(std::move(group));
    else
      result.apart.insert(result.apart.end(), group.begin(), group.end());
  }
  const auto larger = [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  };
  std::sort(result.groups.begin(), result.groups.end(), larger);
  while (result.groups.size() > most) {
    result.apart.insert(result.apart.end(), result.groups.back().begin(),
                        result.groups.back().end());
    result.groups.pop_back();
  }
  std::sort(result.apart.begin(), result.apart.end());
  return result;
}

}  // namespace entente

#include "render/chart/matrix/matrix_order.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <tuple>

#include <entente/algorithm/communities.hpp>
#include <entente/network/network.hpp>

namespace entente {
namespace {

using DyadCounts = std::map<Dyad, std::size_t>;

std::vector<std::ptrdiff_t> ties_of(const Diagram& diagram, const DyadCounts& counts) {
  std::vector<std::ptrdiff_t> ties(diagram.nodes.size(), 0);
  for (const auto& [dyad, count] : counts)
    for (const std::size_t node : {dyad.first, dyad.second})
      ties[node] += static_cast<std::ptrdiff_t>(count);
  return ties;
}

/// The two kinds that all dyads lead between, if they do and there are no others.
std::vector<std::string> two_kinds(const Diagram& diagram, const DyadCounts& counts) {
  std::set<std::string> kinds;
  for (const DiagramNode& node : diagram.nodes) kinds.insert(node.kind);
  if (kinds.size() != 2 || counts.empty()) return {};
  for (const auto& [dyad, count] : counts)
    if (diagram.nodes[dyad.first].kind == diagram.nodes[dyad.second].kind) return {};
  return {kinds.begin(), kinds.end()};
}

std::vector<std::size_t> of_kind(const Diagram& diagram, const std::string& kind) {
  std::vector<std::size_t> nodes;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
    if (diagram.nodes[i].kind == kind) nodes.push_back(i);
  return nodes;
}

/// Moves each node to the middle of those it is tied to; what is tied to none comes last.
void by_middles(std::vector<std::size_t>& moved, const std::vector<std::size_t>& fixed,
                const DyadCounts& counts) {
  std::map<std::size_t, double> place;
  for (std::size_t i = 0; i < fixed.size(); ++i) place[fixed[i]] = static_cast<double>(i);
  std::map<std::size_t, std::pair<double, double>> sums;
  for (const auto& [dyad, count] : counts)
    for (const auto& [own, other] :
         {std::pair(dyad.first, dyad.second), std::pair(dyad.second, dyad.first)}) {
      const auto at = place.find(other);
      if (at == place.end()) continue;
      sums[own].first += at->second * static_cast<double>(count);
      sums[own].second += static_cast<double>(count);
    }
  const auto middle = [&](std::size_t node) {
    const auto found = sums.find(node);
    return found == sums.end() ? 1e9 : found->second.first / found->second.second;
  };
  std::stable_sort(moved.begin(), moved.end(),
                   [&](std::size_t a, std::size_t b) { return middle(a) < middle(b); });
}

TableOrder rectangle(const Diagram& diagram, const DyadCounts& counts,
                     const std::vector<std::string>& kinds) {
  TableOrder order{TableForm::rectangle, of_kind(diagram, kinds[0]), of_kind(diagram, kinds[1])};
  if (order.rows.size() < order.columns.size()) std::swap(order.rows, order.columns);
  const std::vector<std::ptrdiff_t> ties = ties_of(diagram, counts);
  for (auto* side : {&order.rows, &order.columns})
    std::stable_sort(side->begin(), side->end(),
                     [&](std::size_t a, std::size_t b) { return ties[a] > ties[b]; });
  constexpr int rounds = 12;
  for (int i = 0; i < rounds; ++i) {
    by_middles(order.rows, order.columns, counts);
    by_middles(order.columns, order.rows, counts);
  }
  return order;
}

/// The number of each node's community, the largest first.
std::vector<std::size_t> communities_of(const Diagram& diagram, const DyadCounts& counts) {
  std::vector<PlainEdge> edges;
  for (const auto& [dyad, count] : counts)
    if (dyad.first != dyad.second)
      edges.push_back({static_cast<EntityId>(dyad.first), static_cast<EntityId>(dyad.second),
                       static_cast<double>(count)});
  const Network network(diagram.nodes.size(), edges, Directedness::undirected);
  std::vector<std::size_t> community(diagram.nodes.size(), 0);
  std::size_t number = 0;
  for (const auto& group : leiden(network).groups) {
    for (const EntityId member : group) community[index(member)] = number;
    ++number;
  }
  return community;
}

/// Stretches of rows of one community; of fewer than three none is seen as a block, and what is
/// tied to nothing forms none.
std::vector<RowBlock> blocks_of(const std::vector<std::size_t>& rows,
                                const std::vector<std::size_t>& community,
                                const std::vector<std::ptrdiff_t>& ties) {
  constexpr std::size_t fewest = 3;
  std::vector<RowBlock> blocks;
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin + 1;
    while (end < rows.size() && community[rows[end]] == community[rows[begin]] &&
           ties[rows[end]] > 0)
      ++end;
    if (end - begin >= fewest) blocks.push_back({begin, end});
    begin = end;
  }
  return blocks.size() > 1 ? blocks : std::vector<RowBlock>{};
}

}  // namespace

TableOrder order_of_table(const Diagram& diagram, const std::map<Dyad, std::size_t>& counts) {
  if (const auto kinds = two_kinds(diagram, counts); !kinds.empty())
    return rectangle(diagram, counts, kinds);
  const std::vector<std::size_t> community = communities_of(diagram, counts);
  const std::vector<std::ptrdiff_t> ties = ties_of(diagram, counts);
  TableOrder order;
  order.rows.resize(diagram.nodes.size());
  std::iota(order.rows.begin(), order.rows.end(), std::size_t{0});
  std::sort(order.rows.begin(), order.rows.end(), [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t node) {
      return std::tuple(ties[node] == 0, community[node], -ties[node], node);
    };
    return key(a) < key(b);
  });
  order.columns = order.rows;
  order.blocks = blocks_of(order.rows, community, ties);
  return order;
}

}  // namespace entente

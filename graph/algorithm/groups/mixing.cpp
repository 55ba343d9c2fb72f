#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

#include <entente/algorithm/mixing.hpp>

#include "algorithm/groups/group_check.hpp"
#include "algorithm/structure/simple_rows.hpp"

namespace entente {

namespace {

/// Calls `visit(v, w)` for every edge, once for each direction it runs.
template <typename Visit>
void for_each_arc(const kernel::SimpleRows& rows, Visit visit) {
  for (Vertex v = 0; v < rows.vertex_count(); ++v) {
    for (const Vertex w : rows.out().neighbours_of(v)) visit(v, w);
  }
}

/// The group of each vertex, numbered from 0 without gaps in the order of their numbers.
std::vector<std::uint32_t> dense_groups(const Network& g, const Grouping& grouping) {
  std::vector<std::uint32_t> numbers;
  for (Vertex v = 0; v < g.vertex_count(); ++v) numbers.push_back(grouping[index(g.entity(v))]);
  std::vector<std::uint32_t> all = numbers;
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  for (std::uint32_t& number : numbers)
    number =
        static_cast<std::uint32_t>(std::lower_bound(all.begin(), all.end(), number) - all.begin());
  return numbers;
}

}  // namespace

double density(const Network& g) {
  const double n = g.vertex_count();
  if (n < 2) return 0;
  const kernel::SimpleRows rows(g);
  return static_cast<double>(rows.out().neighbours.size()) / (n * (n - 1));
}

double reciprocity(const Network& g) {
  const kernel::SimpleRows rows(g);
  if (rows.out().neighbours.empty()) return 0;
  double returned = 0;
  for_each_arc(rows, [&rows, &returned](Vertex v, Vertex w) {
    const auto back = rows.out().neighbours_of(w);
    if (std::binary_search(back.begin(), back.end(), v)) ++returned;
  });
  return returned / static_cast<double>(rows.out().neighbours.size());
}

std::optional<double> assortativity(const Network& g, const Grouping& grouping) {
  kernel::check_grouping(g, grouping);
  const kernel::SimpleRows rows(g);
  const auto arcs = static_cast<double>(rows.out().neighbours.size());
  if (arcs == 0) return std::nullopt;
  const std::vector<std::uint32_t> group = dense_groups(g, grouping);
  const std::size_t groups = *std::max_element(group.begin(), group.end()) + std::size_t{1};
  std::vector<double> begin(groups, 0);
  std::vector<double> end(groups, 0);
  double inside = 0;
  for_each_arc(rows, [&](Vertex v, Vertex w) {
    const std::uint32_t from = group[v];
    const std::uint32_t to = group[w];
    ++begin[from];
    ++end[to];
    if (from == to) ++inside;
  });
  const double by_chance =
      std::inner_product(begin.begin(), begin.end(), end.begin(), 0.0) / (arcs * arcs);
  if (by_chance >= 1) return std::nullopt;
  return (inside / arcs - by_chance) / (1 - by_chance);
}

std::vector<GroupTies> ties_between_groups(const Network& g, const Grouping& grouping) {
  kernel::check_grouping(g, grouping);
  const bool undirected = g.directedness() == Directedness::undirected;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> counts;
  for_each_arc(kernel::SimpleRows(g), [&](Vertex v, Vertex w) {
    if (undirected && w < v) return;  // counted from the other end
    std::uint32_t from = grouping[index(g.entity(v))];
    std::uint32_t to = grouping[index(g.entity(w))];
    if (undirected && to < from) std::swap(from, to);
    ++counts[{from, to}];
  });
  std::vector<GroupTies> pairs;
  for (const auto& [groups, ties] : counts) pairs.push_back({groups.first, groups.second, ties});
  return pairs;
}

}  // namespace entente

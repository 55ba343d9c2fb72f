#include "render/diagram/places/ego_order.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include <entente/time/day.hpp>

namespace entente {
namespace {

/// The first day on which each node is tied to anything; the last for those without one.
std::vector<Day> first_days(const Diagram& diagram) {
  std::vector<Day> days(diagram.nodes.size(), day_max);
  for (const DiagramEdge& edge : diagram.edges)
    if (edge.first_day && edge.emphasis != Emphasis::faded)
      for (const std::size_t node : {edge.from, edge.to})
        days[node] = std::min(days[node], *edge.first_day);
  return days;
}

}  // namespace

std::vector<std::size_t> around_in_order(const Diagram& diagram, std::string_view centre,
                                         const Vocabulary& vocabulary) {
  std::map<std::string, std::size_t, std::less<>> rank;
  for (const Kind& kind : vocabulary.kinds()) rank.emplace(kind.id, rank.size());
  const std::vector<Day> days = first_days(diagram);
  std::vector<std::size_t> around;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
    if (diagram.nodes[i].id != centre && diagram.nodes[i].emphasis != Emphasis::faded)
      around.push_back(i);
  std::sort(around.begin(), around.end(), [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t i) {
      const auto kind = rank.find(diagram.nodes[i].kind);
      return std::tuple(kind == rank.end() ? rank.size() : kind->second, days[i], i);
    };
    return key(a) < key(b);
  });
  return around;
}

}  // namespace entente

#include "render/diagram/fold/twins.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "render/diagram/fold/join_edges.hpp"

namespace entente {
namespace {

constexpr std::size_t most_twins_named = 6;

/// All of an entity that its twins share.
std::string shared_of(const Diagram& diagram, std::size_t node,
                      const std::vector<std::size_t>& edges, const ValueDrawn& value_drawn) {
  std::vector<std::string> parts;
  for (const std::size_t i : edges) {
    const DiagramEdge& edge = diagram.edges[i];
    const std::size_t other = edge.from == node ? edge.to : edge.from;
    parts.push_back(std::to_string(other) + (edge.from == node ? ">" : "<") + edge.type + "," +
                    std::to_string(static_cast<int>(edge.modality)) +
                    std::to_string(static_cast<int>(edge.doubt)) + edge.label);
  }
  for (const Phrase& line : diagram.nodes[node].detail_lines) parts.push_back("=" + line.text);
  std::sort(parts.begin(), parts.end());
  std::string key = diagram.nodes[node].kind + "\n" + value_drawn(diagram.nodes[node]);
  for (const std::string& part : parts) key += "\n" + part;
  return key;
}

/// The edge of `first` that is as the edge of its twin.
DiagramEdge& edge_like(Diagram& diagram, const std::vector<std::size_t>& own,
                       const DiagramEdge& edge, std::size_t first, std::size_t twin) {
  const auto seen = [](const DiagramEdge& it, std::size_t from) {
    return std::tuple(it.from == from, it.from == from ? it.to : it.from, it.type, it.modality,
                      it.doubt, it.label);
  };
  for (const std::size_t i : own)
    if (seen(diagram.edges[i], first) == seen(edge, twin)) return diagram.edges[i];
  return diagram.edges[own.front()];
}

}  // namespace

std::size_t join_twins(Diagram& diagram, GoingNodes& going, const ValueDrawn& value_drawn) {
  const auto edges = incident_edges(diagram);
  std::map<std::string, std::vector<std::size_t>> alike;
  for (std::size_t node = 0; node < diagram.nodes.size(); ++node)
    if (going.may_go(node))
      alike[shared_of(diagram, node, edges[node], value_drawn)].push_back(node);
  std::size_t joined = 0;
  std::vector<char> is_folded(diagram.edges.size(), 0);
  for (const auto& [key, nodes] : alike) {
    if (nodes.size() < 2) continue;
    DiagramNode& first = diagram.nodes[nodes.front()];
    for (const std::size_t node : nodes) {
      const DiagramNode& twin = diagram.nodes[node];
      if (first.twins.size() < most_twins_named) first.twins.push_back(twin.names.front());
      if (node == nodes.front()) continue;
      add_line(first.tooltip, twin.tooltip);
      going.stand_for(first.stands_for, node);
      append_all(first.relations, twin.relations);
      for (std::size_t k = 0; k < edges[node].size(); ++k) {
        is_folded[edges[node][k]] = 1;
        DiagramEdge& stays = edge_like(diagram, edges[nodes.front()], diagram.edges[edges[node][k]],
                                       nodes.front(), node);
        join(stays, diagram.edges[edges[node][k]]);
        stays.ties += diagram.edges[edges[node][k]].ties;
      }
      going.go(node);
      ++joined;
    }
    first.year.clear();
    if (nodes.size() > most_twins_named)
      first.twins.push_back({"+ " + std::to_string(nodes.size() - most_twins_named), "en"});
  }
  erase_edges(diagram.edges, is_folded);
  return joined;
}

}  // namespace entente

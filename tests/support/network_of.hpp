#pragma once

/// Small networks drawn as text, for tests.

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <entente/network/network.hpp>

namespace entente::test {

/// A network whose entities are called by the words it was drawn with, numbered in byte order.
struct NamedNetwork {
  std::vector<std::string> names;
  Network g;

  [[nodiscard]] EntityId entity(std::string_view name) const {
    const auto found = std::lower_bound(names.begin(), names.end(), name);
    if (found == names.end() || *found != name) throw std::out_of_range(std::string(name));
    return static_cast<EntityId>(static_cast<std::uint32_t>(found - names.begin()));
  }
  [[nodiscard]] Vertex operator[](std::string_view name) const {
    return g.vertex(entity(name)).value();
  }
  [[nodiscard]] std::string name(Vertex v) const { return names[index(g.entity(v))]; }
  /// Names of vertices, in the order given.
  template <class Vertices>
  [[nodiscard]] std::vector<std::string> names_of(const Vertices& vertices) const {
    std::vector<std::string> found;
    for (const Vertex v : vertices) found.push_back(name(v));
    return found;
  }
};

/// A word of a drawing: `a-b` an edge, `a>b` an arc, `a-b:2.5` one with a weight, `a` an entity.
struct DrawnWord {
  std::string from;
  std::string to;  ///< empty for a lone entity
  bool arc = false;
  double weight = 1.0;
};

inline DrawnWord read_word(const std::string& word) {
  const std::size_t mark = word.find_first_of("->");
  if (mark == std::string::npos) return {word, {}};
  const std::size_t colon = word.find(':', mark);
  const double weight = colon == std::string::npos ? 1.0 : std::stod(word.substr(colon + 1));
  const std::size_t length = colon == std::string::npos ? colon : colon - mark - 1;
  return {word.substr(0, mark), word.substr(mark + 1, length), word[mark] == '>', weight};
}

/// `network_of("a-b b-c:2 d")`: undirected, unless there is an arc in it; then `a-b` is two arcs.
inline NamedNetwork network_of(std::string_view drawing, const Projection& projection = {}) {
  std::istringstream words{std::string(drawing)};
  std::vector<DrawnWord> drawn;
  for (std::string word; words >> word;) drawn.push_back(read_word(word));
  std::vector<std::string> names;
  for (const DrawnWord& word : drawn) {
    names.push_back(word.from);
    if (!word.to.empty()) names.push_back(word.to);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const auto number = [&](const std::string& name) {
    const auto found = std::lower_bound(names.begin(), names.end(), name);
    return static_cast<EntityId>(static_cast<std::uint32_t>(found - names.begin()));
  };
  const bool directed =
      std::any_of(drawn.begin(), drawn.end(), [](const DrawnWord& word) { return word.arc; });
  std::vector<PlainEdge> edges;
  for (const DrawnWord& word : drawn) {
    if (word.to.empty()) continue;
    edges.push_back({number(word.from), number(word.to), word.weight});
    if (directed && !word.arc) edges.push_back({number(word.to), number(word.from), word.weight});
  }
  const auto directedness = directed ? Directedness::directed : Directedness::undirected;
  Network g(names.size(), edges, directedness, projection);
  return {std::move(names), std::move(g)};
}

/// Edges of a random multigraph on entities 0 … entities-1: parallels and loops occur.
inline std::vector<PlainEdge> random_edges(std::mt19937& chance, std::uint32_t entities,
                                           std::size_t count) {
  std::uniform_int_distribution<std::uint32_t> end(0, entities - 1);
  std::uniform_int_distribution<int> weight(1, 5);
  std::vector<PlainEdge> edges;
  for (std::size_t i = 0; i < count && entities > 0; ++i)
    edges.push_back({static_cast<EntityId>(end(chance)), static_cast<EntityId>(end(chance)),
                     static_cast<double>(weight(chance))});
  return edges;
}

}  // namespace entente::test

#pragma once

/// What a graph has that queries can name, and the functions of the language: for those who help
/// people write queries.

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <entente/export.hpp>
#include <entente/query/pattern.hpp>

namespace ENTENTE_API entente {
namespace query {

/// Words of a graph, each list in order.
struct Schema {
  std::vector<std::pair<std::string, std::size_t>> labels = {};  ///< with the nodes that have them
  std::vector<std::pair<std::string, std::size_t>> types = {};   ///< with the edges of that type
  /// Names of properties of the first hundred thousand nodes and edges.
  std::vector<std::string> properties = {};
};

/// Cost: O(nodes + edges).
[[nodiscard]] Schema schema_of(const Source& source);

/// The names of all functions and aggregates, in order.
[[nodiscard]] std::vector<std::string> function_names();

}  // namespace query
}  // namespace entente

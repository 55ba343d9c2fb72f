#pragma once

/// The names of properties that a graph has: whether a name that a query reads is one of them, and
/// which was perhaps meant.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/pattern/store.hpp"

namespace entente::query {

class PropertyWords {
 public:
  enum class Of : std::uint8_t { nodes, edges };

  explicit PropertyWords(const Store& store) : store_(store) {}

  /// Whether a node (an edge) may have a property of that name: one of those it always may have, or
  /// one that another has. Cost: O(1) for the former; else up to the first that has it, a hundred
  /// thousand looked at at most, and once for each name.
  [[nodiscard]] bool may_have(Of of, std::string_view name);
  /// The name that was perhaps meant, of those that the first hundred thousand have.
  [[nodiscard]] std::optional<std::string> meant(Of of, std::string_view name);
  /// Whether all nodes (edges) were looked at, so that none has a name that was not found.
  [[nodiscard]] bool looks_at_all(Of of) const { return count(of) <= most_looked_at; }

  static constexpr std::uint32_t most_looked_at = 100'000;

 private:
  [[nodiscard]] std::uint32_t count(Of of) const {
    return of == Of::nodes ? store_.node_count() : store_.edge_count();
  }
  [[nodiscard]] bool some_has(Of of, std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& all(Of of);

  const Store& store_;
  std::map<std::pair<Of, std::string>, bool> asked_;
  std::array<std::vector<std::string>, 2> all_;  // gathered where something is to be suggested
};

/// What every node (edge) of a dossier may have, whatever its record says.
[[nodiscard]] const std::vector<std::string>& own_properties(PropertyWords::Of of);

}  // namespace entente::query

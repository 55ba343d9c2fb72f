#pragma once

/// Patterns of relations and attributes as claims write them.

#include <initializer_list>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <entente/facts/graph.hpp>

namespace entente::test {

/// @throws std::invalid_argument if the object has a member besides these.
void allow_only(const nlohmann::json& object, std::initializer_list<std::string_view> members);

/// @throws std::invalid_argument if the graph has no such entity.
void require_entity(const Graph& graph, std::string_view id);

/// Whether each attribute named is there with that value.
[[nodiscard]] bool has_attributes(const Attributes& attributes, const nlohmann::json& expected);

/// The relations that match, by id.
/// @throws std::invalid_argument as `objection`.
[[nodiscard]] std::vector<Relation> matching(const Graph& graph, const nlohmann::json& pattern);

}  // namespace entente::test

#pragma once

/// Strong numbers for records of a graph. Both follow the order of the ids' text, so that comparing
/// numbers breaks ties by id.

#include <cstdint>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// An entity of one Graph: 0 … entity_count()-1 in the byte order of the ids.
enum class EntityId : std::uint32_t {};
/// A relation of one Graph: 0 … relation_count()-1 in the byte order of the ids.
enum class RelationId : std::uint32_t {};

/// Its number, for tables by record.
[[nodiscard]] constexpr std::uint32_t index(EntityId id) {
  return static_cast<std::uint32_t>(id);
}
/// Its number, for tables by record.
[[nodiscard]] constexpr std::uint32_t index(RelationId id) {
  return static_cast<std::uint32_t>(id);
}

}  // namespace entente

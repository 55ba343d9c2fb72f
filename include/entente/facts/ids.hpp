#pragma once

/// Strong numbers for records of a graph. Both follow the order of the ids' text, so that comparing
/// numbers breaks ties by id. By default they stand for no record, and calls refuse them.

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// @cond
namespace detail {

/// A number of which no two kinds mix.
template <class Record>
class RecordNumber {
 public:
  constexpr RecordNumber() = default;
  /// What it counts is 0 … 2^32 - 2.
  template <std::integral Number>
  constexpr explicit RecordNumber(Number number) : number_(static_cast<std::uint32_t>(number)) {}
  constexpr explicit operator std::uint32_t() const { return number_; }
  friend constexpr auto operator<=>(const RecordNumber&, const RecordNumber&) = default;

 private:
  std::uint32_t number_ = std::numeric_limits<std::uint32_t>::max();
};

}  // namespace detail
/// @endcond

/// An entity of one Graph: 0 … entity_count()-1 in the byte order of the ids; `EntityId{}` is none.
using EntityId = detail::RecordNumber<struct EntityNumber>;
/// A relation of one Graph: 0 … relation_count()-1 in the byte order of the ids; `RelationId{}` is
/// none.
using RelationId = detail::RecordNumber<struct RelationNumber>;

/// Its number, for tables by record.
[[nodiscard]] constexpr std::uint32_t index(EntityId id) {
  return static_cast<std::uint32_t>(id);
}
/// Its number, for tables by record.
[[nodiscard]] constexpr std::uint32_t index(RelationId id) {
  return static_cast<std::uint32_t>(id);
}
/// Whether it stands for a record of some graph: whether it is no default.
[[nodiscard]] constexpr bool is_valid(EntityId id) {
  return id != EntityId();
}
/// Whether it stands for a record of some graph.
[[nodiscard]] constexpr bool is_valid(RelationId id) {
  return id != RelationId();
}

}  // namespace entente

/// Ids of records as keys of unordered containers.
template <class Record>
struct std::hash<entente::detail::RecordNumber<Record>> {
  /// As of its number.
  std::size_t operator()(entente::detail::RecordNumber<Record> number) const noexcept {
    return std::hash<std::uint32_t>()(static_cast<std::uint32_t>(number));
  }
};

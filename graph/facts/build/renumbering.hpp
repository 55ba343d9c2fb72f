#pragma once

/// How the numbers of relations follow from those of the graph before.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <entente/facts/ids.hpp>

namespace entente {

/// Numbers from one on move by the same distance up to where the next ones move by another.
class Renumbering {
 public:
  /// The numbers from `first` on move by `distance`, down if it is negative. In ascending order.
  void add(std::uint32_t first, std::int64_t distance);

  /// Whether nothing moves.
  [[nodiscard]] bool is_identity() const { return firsts_.empty(); }
  /// The new number of a relation that is still there. Cost: O(log changes).
  [[nodiscard]] RelationId operator()(RelationId before) const;
  /// Renumbers many; `count` relations there were before. Cost: O(numbers), and O(count) once if
  /// more than a few changed.
  void apply(std::span<RelationId> numbers, std::size_t count);

 private:
  void move_few(std::span<RelationId> numbers) const;
  void fill_table(std::size_t count);

  std::vector<std::uint32_t> firsts_;
  std::vector<std::uint32_t> distances_;  // modulo 2^32
  std::vector<std::uint32_t> table_;      // the new number of each, once it is wanted
};

}  // namespace entente

#pragma once

/// The result of a measure: a score for every entity of a network.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <entente/base/hardened.hpp>
#include <entente/export.hpp>
#include <entente/facts/ids.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// Which scores tie: those that differ by what may be rounding, or equal ones alone.
enum class TieRule : std::uint8_t { within_rounding, equal };

/// Entities with their scores, highest first, and their ranks: entities that tie share one, and the
/// next rank counts them.
///
/// Two whole numbers up to 2^53, or whatever `TieRule::equal` says is exact, tie only if they are
/// equal. Others tie with the highest of their group if they differ from it by no more than one
/// part in 10^12, which is rounding. Ties stand by entity id; each row keeps its own score.
class Ranking {
 public:
  /// An entity and its score.
  using Row = std::pair<EntityId, double>;

  /// Sorts the rows. Cost: O(n log n), and memory for as many as the largest number of an entity
  /// or, where fewer than one in 256 of millions is ranked, for the rows alone.
  /// @throws InvalidArgument `out-of-range` for `EntityId{}`.
  Ranking(std::string measure, std::vector<Row> rows, TieRule ties = TieRule::within_rounding);

  /// Its name.
  [[nodiscard]] const std::string& measure() const& ENTENTE_LIFETIMEBOUND { return measure_; }
  /// The same of a temporary, handed over.
  [[nodiscard]] std::string measure() && { return std::move(measure_); }
  /// Highest first.
  [[nodiscard]] const std::vector<Row>& rows() const& { return rows_; }
  /// The same of a temporary, handed over, so that a loop may run over them.
  [[nodiscard]] std::vector<Row> rows() && { return std::move(rows_); }
  /// The rank of each row, from 1.
  [[nodiscard]] const std::vector<std::size_t>& ranks() const& ENTENTE_LIFETIMEBOUND {
    return ranks_;
  }
  /// The same of a temporary, handed over, so that a loop may run over them.
  [[nodiscard]] std::vector<std::size_t> ranks() && { return std::move(ranks_); }
  /// The first `count` rows, or all if there are fewer.
  [[nodiscard]] std::vector<Row> top(std::size_t count) const;
  /// The score of one entity; none if it is not in the network. Cost: O(1), or O(log n)
  /// where few of many numbers are ranked.
  [[nodiscard]] std::optional<double> score(EntityId entity) const;
  /// The row of one entity, 0 for the highest; none if it is not in the network. Cost: O(1), or
  /// O(log n) where few of many numbers are ranked.
  [[nodiscard]] std::optional<std::size_t> place(EntityId entity) const;

  /// @name A range of rows, highest first
  /// @{
  /// The highest row.
  [[nodiscard]] std::vector<Row>::const_iterator begin() const ENTENTE_LIFETIMEBOUND {
    return rows_.begin();
  }
  /// Behind the lowest.
  [[nodiscard]] std::vector<Row>::const_iterator end() const ENTENTE_LIFETIMEBOUND {
    return rows_.end();
  }
  /// How many entities are ranked.
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// Whether nothing is ranked.
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// That row, 0 the highest.
  [[nodiscard]] const Row& operator[](std::size_t row) const ENTENTE_LIFETIMEBOUND {
    detail::harden("Ranking::operator[]", row, rows_.size());
    return rows_[row];
  }
  /// @}

 private:
  std::string measure_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> places_;  // by index of the entity, from 1; 0: not in the network
  // By entity, where ids lie far apart.
  std::vector<std::pair<EntityId, std::uint32_t>> far_places_;
  std::vector<std::size_t> ranks_;
};

/// An edge of a network with its score.
struct EdgeScore {
  EntityId from = {};   ///< one end
  EntityId to = {};     ///< the other end
  EdgeIndex edge = {};  ///< of the network
  double score = 0;     ///< of the measure
};

/// Edges with their scores, highest first, and their ranks, as in Ranking; ties stand by the ids of
/// their ends and then by edge. An undirected edge runs from the smaller id.
class EdgeRanking {
 public:
  /// Sorts the rows. Cost: O(m log m).
  EdgeRanking(std::string measure, std::vector<EdgeScore> rows);

  /// Its name.
  [[nodiscard]] const std::string& measure() const& ENTENTE_LIFETIMEBOUND { return measure_; }
  /// The same of a temporary, handed over.
  [[nodiscard]] std::string measure() && { return std::move(measure_); }
  /// Highest first.
  [[nodiscard]] const std::vector<EdgeScore>& rows() const& { return rows_; }
  /// The same of a temporary, handed over, so that a loop may run over them.
  [[nodiscard]] std::vector<EdgeScore> rows() && { return std::move(rows_); }
  /// The rank of each row, from 1.
  [[nodiscard]] const std::vector<std::size_t>& ranks() const& ENTENTE_LIFETIMEBOUND {
    return ranks_;
  }
  /// The same of a temporary, handed over, so that a loop may run over them.
  [[nodiscard]] std::vector<std::size_t> ranks() && { return std::move(ranks_); }
  /// The first `count` rows, or all if there are fewer.
  [[nodiscard]] std::vector<EdgeScore> top(std::size_t count) const;

 private:
  std::string measure_;
  std::vector<EdgeScore> rows_;
  std::vector<std::size_t> ranks_;
};

}  // namespace entente

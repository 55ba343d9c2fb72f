#pragma once

/// The facts of one period after another, swept once: what appears, what ends, how many there are.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <entente/network/graph.hpp>
#include <entente/time/window.hpp>

namespace entente {

/// A relation whose verdict is another than in the period before.
struct FactChange {
  RelationId relation = {};      ///< whose verdict changes
  Verdict before = Verdict::no;  ///< *no* before the first period
  Verdict after = Verdict::no;   ///< its verdict from then on

  /// The same value.
  friend bool operator==(const FactChange&, const FactChange&) = default;
};

/// What a selection keeps in each of many periods. A relation is in a period as with
/// Selection::during; the selection's own periods must hold too.
class FactSeries {
 public:
  /// The periods begin and end in order; they may overlap. Cost: a few snapshots for the sweep,
  /// whatever the number of periods, and O(changes); relations whose dates have gaps, sets or
  /// doubts cost a question for each period.
  /// @throws InvalidArgument as Graph::facts, and `unordered-periods`.
  FactSeries(const Graph& graph, const Selection& selection, std::vector<Window> periods);

  /// How many periods there are.
  [[nodiscard]] std::size_t size() const { return periods_.size(); }
  /// What changes with the i-th.
  [[nodiscard]] const Window& period(std::size_t i) const { return periods_[i]; }
  /// The relations kept in a period.
  [[nodiscard]] const Counts& counts(std::size_t i) const { return counts_[i]; }
  /// What differs from the period before, by relation.
  [[nodiscard]] std::span<const FactChange> changes(std::size_t i) const { return changes_[i]; }

 private:
  std::vector<Window> periods_;
  std::vector<Counts> counts_;
  std::vector<std::vector<FactChange>> changes_;
};

}  // namespace entente

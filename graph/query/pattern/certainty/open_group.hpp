#pragma once

/// What the aggregates of a group can be, of whose rows some are only possible: those rows are in
/// it or not, each by itself.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "query/pattern/aggregate.hpp"
#include "query/pattern/row.hpp"

namespace entente::query {

/// What either can be. @pre They are of the same places.
[[nodiscard]] std::shared_ptr<const Alternatives> united(
    const std::shared_ptr<const Alternatives>& a, const std::shared_ptr<const Alternatives>& b);

using Aggregates = std::vector<std::unique_ptr<Aggregate>>;
/// What the aggregates of a body read of a row, one after another.
using ArgumentLists = std::vector<std::vector<Value>>;

/// Gives a row to each aggregate, so often; what is null counts for nothing.
void add_row(Aggregates& aggregates, const ArgumentLists& row, std::int64_t times);

class OpenGroup {
 public:
  /// Begins with the first row that is only possible. `so_far`: of the rows before it, which are
  /// certain.
  OpenGroup(const std::vector<Expr*>& calls, const Aggregates& so_far, bool has_certain_rows,
            bool has_keys);

  /// Gives how many bytes it takes more.
  std::int64_t add(const ArgumentLists& row, std::int64_t times, bool is_possible);
  /// Something else may change what is in it.
  void doubt_all() { is_known_ = false; }
  /// Of the calls' results; `all`: those of all rows.
  [[nodiscard]] Alternatives alternatives(const std::vector<Value>& all) const;

 private:
  struct Logged {
    ArgumentLists row;
    bool is_possible = false;
  };

  void give_up_rows();
  [[nodiscard]] bool is_only_count() const;
  void add_subsets(Alternatives& known) const;
  void add_counts(Alternatives& known) const;

  std::vector<const Expr*> calls_;
  Aggregates certain_;       // of what is not logged
  std::vector<Logged> log_;  // from the first possible row on, while they are few
  std::size_t possible_ = 0;
  bool is_logged_ = true;
  bool is_known_ = true;
  bool has_certain_rows_;
  bool has_keys_;
};

}  // namespace entente::query

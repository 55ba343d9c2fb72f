#pragma once

/// WITH and RETURN: items, groups, DISTINCT, ORDER BY, SKIP, LIMIT.

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "query/pattern/aggregate.hpp"
#include "query/pattern/certainty/open_group.hpp"
#include "query/pattern/evaluator.hpp"
#include "query/pattern/row.hpp"
#include "query/pattern/work.hpp"

namespace entente::query {

class Projection {
 public:
  /// Whether further clauses may ask about what comes out.
  enum class Followed : std::uint8_t { no, yes };
  /// Gets each row that comes out; returns whether to go on.
  using Take = std::function<bool(Row&)>;

  /// `where` stands behind WITH, or is null.
  Projection(const Evaluator& evaluator, Work& work, const Body& body, const Expr* where,
             Followed followed, Take take);

  /// A further row, that often; false if no more are wanted. More than once only what is aggregated
  /// by counts, by the least and the greatest, or distinct.
  bool add(Row& row, std::int64_t times = 1);
  /// No further rows come. `discarded`: what was passed over before because it only may hold.
  void finish(Row& row, const Doubt& discarded);
  /// Whether rows that were left out might have changed which rows came out.
  [[nodiscard]] const Doubt& lacks() const { return lacks_; }
  /// Whether LIMIT ended the rows before all had come.
  [[nodiscard]] bool is_cut() const { return is_cut_; }
  /// How many it left out; 0 where further rows were not looked for.
  [[nodiscard]] std::size_t left_out() const { return left_out_; }

 private:
  struct Held {
    std::vector<Value> values;  ///< of the items, or all of the row
    std::vector<Value> keys;    ///< to sort by
    Doubt doubt;
    std::vector<std::shared_ptr<const Alternatives>> open;
    std::int64_t bytes = 0;  ///< counted for it
  };
  struct Group {
    std::vector<Value> row;
    Aggregates aggregates;
    Doubt doubt;
    std::unique_ptr<OpenGroup> open;  ///< if some of its rows are only possible
  };

  [[nodiscard]] std::optional<std::size_t> bound(const ExprPtr& expr, std::string_view what) const;
  void add_to_group(Row& row, std::int64_t times);
  void close_groups(Row& row, const Doubt& discarded);
  [[nodiscard]] std::vector<Value> key_of(Row& row, Doubt& doubt) const;
  void add_left_out(Row& row);
  void give_left_out(Row& row);
  void give_rest_left_out(Row& row);
  void doubt_groups();
  [[nodiscard]] Aggregates new_aggregates() const;
  void note_open_row(Group& group, const Row& row, const ArgumentLists& arguments,
                     std::int64_t times, const Doubt& own, bool is_first);
  bool project(Row& row);
  void note_alternatives(Row& row);
  using Open = std::vector<std::shared_ptr<const Alternatives>>;
  bool is_repeated(Row& row);
  void unite_open(Open& held, const Open& more) const;
  void hold(Row& row);
  void cut();
  void sort_held();
  bool give(Row& row);
  void note_cut(std::size_t rest);

  const Evaluator& evaluator_;
  Work& work_;
  const Body& body_;
  const Expr* where_;
  bool is_asked_about_;  // what comes out, by a condition or what follows
  Take take_;
  bool has_keys_ = false;                                 // of groups
  std::vector<std::pair<Slot, const Expr*>> open_items_;  // values of queries, with their places
  std::size_t skip_ = 0;
  std::optional<std::size_t> limit_;
  bool holds_ = false;      // rows wait until all are there
  bool keeps_row_ = false;  // they keep what stood before, too
  std::size_t given_ = 0;
  std::size_t skipped_ = 0;
  std::size_t dropped_ = 0;  // of those held
  bool are_all_there_ = false;
  bool is_cut_ = false;
  std::size_t left_out_ = 0;
  std::deque<Held> held_;  // grows without a copy
  Claim claim_;            // for all that waits here
  std::deque<Group> groups_;
  std::unordered_map<std::vector<Value>, std::size_t, ValueHash, ValueSame> group_of_;
  std::unordered_map<std::vector<Value>, std::size_t, ValueHash, ValueSame> seen_;
  /// Of groups, or of rows that are to differ, those that rows left out would be in.
  std::unordered_map<std::vector<Value>, Doubt, ValueHash, ValueSame> left_out_of_;
  Doubt lacks_ = {};
};

}  // namespace entente::query

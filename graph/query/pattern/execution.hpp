#pragma once

/// One run of a query.

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "query/pattern/evaluator.hpp"
#include "query/pattern/match/matcher.hpp"
#include "query/pattern/plan.hpp"
#include "query/pattern/projection.hpp"
#include "query/pattern/tally.hpp"
#include "query/pattern/work.hpp"

namespace entente::query {

class Execution : public Subqueries {
 public:
  Execution(const Plan& plan, const Parameters& parameters, const RunOptions& options);

  Result run(const TakeRow& take);
  /// Counts a row of the answer that is kept. @throws LimitReached
  void keep(const std::vector<Value>& row);

  void each_row(const Single& query, Row& row, const Take& take) override;
  void tick(const Expr& expr, std::size_t items) override;
  Judged judge(Edge edge, PeriodKind kind, const std::string& period, const Expr& expr) override;
  [[nodiscard]] const Viewpoint* viewpoint(const Knowledge& seen) override;
  [[nodiscard]] Selection selection(const Knowledge& seen) override;

 private:
  /// Clauses up to a WITH or RETURN, and that.
  struct Stage {
    std::size_t first = 0;
    std::size_t last = 0;
    const Body* body = nullptr;
    const Expr* where = nullptr;
    std::unique_ptr<Projection> projection = {};
    bool is_counted = false;  ///< by aggregates, here or further on
    Doubt discarded = {};
  };
  using Stages = std::vector<Stage>;

  void single(const Single& query, Row& row, const Take& take);
  bool feed(const Single& query, Stages& stages, std::size_t stage, std::size_t clause, Row& row,
            const Take& take);
  bool match(const Match& match, Stage& stage, Row& row, const Take& next);
  /// Counts the first clauses instead of running them; false if that cannot be.
  [[nodiscard]] bool count_first(const Single& query, Stage& stage, Row& row);
  bool unwind(const Unwind& unwind, Row& row, const Take& next);
  void count(const Matcher& matcher, const Mask* mask);
  [[nodiscard]] Matcher& matcher(const Match& match);

  // Periods.
  [[nodiscard]] MatchRun match_run(const Match& match, Row& row);
  [[nodiscard]] const Mask* mask_for(const Selections& all);
  /// That of the period that a MATCH is under, which the answer then tells of.
  [[nodiscard]] const Mask* told_mask_for(const Selections& all);

  const Plan& plan_;
  const RunOptions& options_;
  Work work_;
  Tallies tallies_;
  Evaluator evaluator_;
  Selections default_selections_;  // that all hold where a clause has no period
  /// By clause, null for the query's own; none where all is seen.
  std::map<const PeriodClause*, std::optional<Viewpoint>> viewpoints_;
  bool default_certainly_ = false;
  std::map<std::string, std::shared_ptr<const Mask>> masks_;  // those that this run uses
  std::map<const Match*, std::unique_ptr<Matcher>> matchers_;
  std::size_t level_ = 0;  // of subqueries
  Result result_;
  std::vector<std::uint8_t> seen_edges_;
  std::vector<std::uint8_t> seen_nodes_;
  std::set<const Mask*> period_masks_;  // what their lists hold is put in order
};

}  // namespace entente::query

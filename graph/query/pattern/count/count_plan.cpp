// Leaves first: of the nodes that nobody reads and that hang on one edge, those with most behind
// them. The rest is enumerated, closing what can be closed, then along the edges that branch least.

#include "query/pattern/count/count_plan.hpp"

#include <algorithm>

#include "query/pattern/count/count_planner.hpp"
#include "query/pattern/match/match_conditions.hpp"
#include "query/pattern/match/match_plan.hpp"
#include "query/pattern/syntax/walk_syntax.hpp"

namespace entente::query {
namespace {

/// Whether a subquery has a period of its own.
bool has_period(const Expr& condition) {
  class Periods : public SyntaxVisitor {
   public:
    void visit(Match& match) override { found = found || match.period.is_given(); }
    using SyntaxVisitor::visit;
    bool found = false;
  };
  Periods periods;
  walk_expression(condition, periods);
  return periods.found;
}

}  // namespace

bool may_be_one(const EdgePattern& a, const EdgePattern& b) {
  if (a.types.empty() || b.types.empty()) return true;
  return std::ranges::any_of(a.type_numbers, [&](std::uint32_t type) {
    return std::ranges::find(b.type_numbers, type) != b.type_numbers.end();
  });
}

std::unique_ptr<CountPlan> CountPlanner::all(std::size_t clauses) {
  plan_.has_joins = std::ranges::any_of(patterns_.tests,
                                        [](const PairTest& test) { return test.edge != nullptr; });
  choose_leaves();
  enumerate();
  if (plan_.steps.empty() && !patterns_.conditions.empty()) return nullptr;
  plan_.clauses = clauses;
  for (CountLeaf& leaf : plan_.leaves) complete(leaf);
  join_steps();
  plan_.nodes = std::move(patterns_.nodes);
  plan_.edges = std::move(patterns_.edges);
  return std::make_unique<CountPlan>(std::move(plan_));
}

std::vector<std::size_t> CountPlanner::edges_at(std::size_t node) const {
  std::vector<std::size_t> found;
  for (std::size_t e = 0; e < patterns_.edges.size(); ++e)
    if (patterns_.edges[e].left == node || patterns_.edges[e].right == node) found.push_back(e);
  return found;
}

std::size_t CountPlanner::candidates_of(std::size_t node) const {
  std::size_t least = store_.node_count();
  for (const NodePattern* pattern : patterns_.nodes[node].patterns) {
    least = std::min(least, candidates(*pattern, store_));
    if (pattern->map)
      for (const std::string& name : pattern->map->names)
        if (name == "name" || name == "id") least = std::min<std::size_t>(least, 1);
  }
  return least;
}

/// How many nodes an edge leads to from one of its ends, on average.
double CountPlanner::branching(const CountedEdge& edge, std::size_t from) const {
  const EdgePattern& pattern = *edge.pattern;
  double count = pattern.types.empty() ? store_.edge_count() : 0;
  for (const std::uint32_t type : pattern.type_numbers) count += store_.edges_of_type(type);
  if (pattern.direction == Direction::either) count *= 2;
  return count / static_cast<double>(std::max<std::size_t>(candidates_of(from), 1));
}

bool CountPlanner::are_rivals(std::size_t a, std::size_t b) const {
  return patterns_.edges[a].clause == patterns_.edges[b].clause &&
         may_be_one(*patterns_.edges[a].pattern, *patterns_.edges[b].pattern);
}

void CountPlanner::enumerate() {
  for (;;) {
    const bool goes_on = close() || expand() || scan();
    if (!goes_on) return;
    set_rivals();
    place();
  }
}

void CountPlanner::set_rivals() {
  CountStep& step = plan_.steps.back();
  if (step.kind == CountStep::Kind::scan) return;
  for (std::size_t i = 0; i + 1 < plan_.steps.size(); ++i)
    if (plan_.steps[i].kind != CountStep::Kind::scan && are_rivals(plan_.steps[i].edge, step.edge))
      step.rivals.push_back(plan_.steps[i].edge);
}

bool CountPlanner::close() {
  for (std::size_t e = 0; e < patterns_.edges.size(); ++e) {
    const CountedEdge& edge = patterns_.edges[e];
    if (is_done_[e] != 0 || is_known_[edge.left] == 0 || is_known_[edge.right] == 0) continue;
    is_done_[e] = 1;
    plan_.steps.push_back({.kind = CountStep::Kind::close, .node = edge.right, .edge = e});
    return true;
  }
  return false;
}

bool CountPlanner::expand() {
  std::size_t best = patterns_.edges.size();
  double least = 0;
  for (std::size_t e = 0; e < patterns_.edges.size(); ++e) {
    const CountedEdge& edge = patterns_.edges[e];
    if (is_done_[e] != 0 || (is_known_[edge.left] == 0 && is_known_[edge.right] == 0)) continue;
    const double here = branching(edge, is_known_[edge.left] != 0 ? edge.left : edge.right);
    if (best != patterns_.edges.size() && here >= least) continue;
    best = e;
    least = here;
  }
  if (best == patterns_.edges.size()) return false;
  const CountedEdge& edge = patterns_.edges[best];
  const bool reversed = is_known_[edge.left] == 0;
  is_done_[best] = 1;
  const std::size_t node = reversed ? edge.left : edge.right;
  is_known_[node] = 1;
  plan_.steps.push_back(
      {.kind = CountStep::Kind::expand, .node = node, .edge = best, .reversed = reversed});
  return true;
}

bool CountPlanner::scan() {
  std::size_t best = patterns_.nodes.size();
  std::size_t least = 0;
  for (std::size_t node = 0; node < patterns_.nodes.size(); ++node) {
    if (is_known_[node] != 0 || is_leaf_[node] != 0) continue;
    const std::size_t here = candidates_of(node);
    if (best != patterns_.nodes.size() && here >= least) continue;
    best = node;
    least = here;
  }
  if (best == patterns_.nodes.size()) return false;
  is_known_[best] = 1;
  plan_.steps.push_back({.kind = CountStep::Kind::scan, .node = best});
  return true;
}

/// What can be asked now is asked at the last step.
void CountPlanner::place() {
  CountStep& step = plan_.steps.back();
  std::erase_if(patterns_.conditions, [&](const CountCondition& condition) {
    const bool is_ready =
        std::ranges::all_of(condition.nodes, [&](auto node) { return is_known_[node] != 0; }) &&
        std::ranges::all_of(condition.edges, [&](auto edge) { return is_done_[edge] != 0; });
    if (is_ready) step.conditions.push_back(condition.expr);
    return is_ready;
  });
  std::erase_if(patterns_.tests, [&](const PairTest& test) {
    const bool is_ready = is_known_[test.a] != 0 && is_known_[test.b] != 0;
    if (is_ready) step.tests.push_back(test);
    return is_ready;
  });
}

/// Two steps over a node that nothing reads become one where they start again and again from the
/// same node: what they reach is found once.
void CountPlanner::join_steps() {
  std::vector<CountStep> joined;
  std::vector<std::size_t> known_since(patterns_.nodes.size(), 0);
  for (CountStep& step : plan_.steps) {
    if (!joined.empty() && continues(joined, step, known_since)) {
      const CountStep& first = joined.back();
      step.through = {first.edge, first.node, first.reversed};
      joined.back() = std::move(step);
    } else {
      joined.push_back(std::move(step));
    }
    if (joined.back().kind != CountStep::Kind::close)
      known_since[joined.back().node] = joined.size() - 1;
  }
  plan_.steps = std::move(joined);
}

bool CountPlanner::continues(const std::vector<CountStep>& before, const CountStep& step,
                             const std::vector<std::size_t>& known_since) const {
  const CountStep& first = before.back();
  const auto is_bare = [](const CountStep& each) {
    return each.kind == CountStep::Kind::expand && !each.through && each.rivals.empty();
  };
  if (!is_bare(first) || !is_bare(step) || !first.conditions.empty() || !first.tests.empty())
    return false;
  if (patterns_.nodes[first.node].is_read || patterns_.edges[first.edge].is_read) return false;
  if (origin(step) != first.node) return false;
  return known_since[origin(first)] + 2 < before.size();
}

std::size_t CountPlanner::origin(const CountStep& step) const {
  const CountedEdge& edge = patterns_.edges[step.edge];
  return step.reversed ? edge.right : edge.left;
}

std::unique_ptr<CountPlan> plan_count(const Single& query, const Store& store) {
  std::size_t clauses = 0;
  while (clauses < query.clauses.size() && query.clauses[clauses].match) ++clauses;
  if (clauses == 0) return nullptr;
  const bool is_all = clauses == query.clauses.size();
  if (!is_all && !query.clauses[clauses].with) return nullptr;
  if (is_all && !query.body) return nullptr;
  const Body& body = is_all ? *query.body : query.clauses[clauses].with->body;
  CountPatterns patterns;
  if (!patterns.gather(query, clauses, body)) return nullptr;
  bool has_subqueries = false;
  for (const CountCondition& condition : patterns.conditions) {
    if (!has_subquery(*condition.expr)) continue;
    if (has_period(*condition.expr)) return nullptr;
    has_subqueries = true;
  }
  auto plan = CountPlanner(std::move(patterns), store).all(clauses);
  if (plan) plan->has_subqueries = has_subqueries;
  return plan;
}

}  // namespace entente::query

#include "query/pattern/count/count_patterns.hpp"

#include <algorithm>

#include "query/pattern/functions/functions.hpp"
#include "query/pattern/match/match_conditions.hpp"

namespace entente::query {
namespace {

using SlotSet = std::unordered_set<Slot>;

SlotSet slots_of(const Expr& expr) {
  SlotSet slots;
  collect_slots(expr, slots);
  return slots;
}

/// Whether it makes no difference to an aggregate to receive many rows at once.
bool counts_many(const Expr& call) {
  if (call.kind == ExprKind::count_all || call.distinct) return true;
  const std::string_view name = call.function->name;
  return name == "count" || name == "min" || name == "max";
}

bool is_plain_edge(const EdgePattern& edge) {
  return edge.name.empty() && !edge.is_variable && !edge.map && !edge.where;
}

bool is_plain_node(const NodePattern& node) {
  return !node.name.empty() && node.name.is_bound && node.labels.empty() && !node.map &&
         !node.where;
}

}  // namespace

bool CountPatterns::gather(const Single& query, std::size_t clauses, const Body& body) {
  if (!body.aggregates || !std::ranges::all_of(body.aggregate_calls,
                                               [](const Expr* call) { return counts_many(*call); }))
    return false;
  for (std::size_t i = 0; i < clauses; ++i)
    if (!gather(*query.clauses[i].match, i)) return false;
  for (std::size_t i = 0; i < clauses; ++i) {
    const ExprPtr& where = query.clauses[i].match->where;
    if (!where) continue;
    if (where->kind != ExprKind::logical_and) {
      if (!condition(*where)) return false;
      continue;
    }
    for (const ExprPtr& kid : where->kids)
      if (!condition(*kid)) return false;
  }
  return reads(body);
}

bool CountPatterns::gather(const Match& match, std::size_t clause) {
  if (match.optional) return false;
  for (const PeriodTerm& term : match.period.terms)
    if (!slots_of(*term.date).empty()) return false;
  for (const PathPattern& path : match.paths) {
    if (!path.name.empty() || path.search != Search::all) return false;
    for (const Link& link : path.chain.links)
      if (!link.edge || link.edge->is_variable || link.edge->name.is_bound) return false;
    std::vector<std::size_t> places;
    for (const NodePattern& pattern : path.chain.nodes) {
      const auto place = node(pattern);
      if (!place) return false;
      places.push_back(*place);
    }
    for (std::size_t i = 0; i < path.chain.links.size(); ++i) {
      const EdgePattern& edge = *path.chain.links[i].edge;
      if (edge.name.slot != no_slot) edge_of_slot_[edge.name.slot] = edges.size();
      edges.push_back({&edge, places[i], places[i + 1], clause, false});
    }
  }
  // What stands inside brackets may read what is introduced behind it.
  for (const PathPattern& path : match.paths) {
    for (const NodePattern& pattern : path.chain.nodes)
      if (!own_conditions(*node(pattern), pattern)) return false;
    for (const Link& link : path.chain.links)
      for (const ExprPtr* own : {&link.edge->map, &link.edge->where}) {
        if (!*own) continue;
        for (const Slot slot : slots_of(**own))
          if (slot != link.edge->name.slot) return false;
        if (has_subquery(**own)) return false;
      }
  }
  return true;
}

/// A node without a name is one of its own each time: its pattern identifies it.
std::optional<std::size_t> CountPatterns::node(const NodePattern& pattern) {
  const Slot slot = pattern.name.slot;
  if (slot == no_slot) {
    for (std::size_t i = 0; i < nodes.size(); ++i)
      if (nodes[i].patterns[0] == &pattern) return i;
    nodes.push_back({no_slot, {&pattern}, false, false});
    return nodes.size() - 1;
  }
  const auto [place, is_new] = node_of_slot_.emplace(slot, nodes.size());
  if (is_new) {
    if (pattern.name.is_bound) return std::nullopt;  // by an outer query
    nodes.push_back({slot, {}, false, false});
  }
  auto& patterns = nodes[place->second].patterns;
  if (std::ranges::find(patterns, &pattern) == patterns.end()) patterns.push_back(&pattern);
  return place->second;
}

bool CountPatterns::own_conditions(std::size_t number, const NodePattern& pattern) {
  for (const ExprPtr* own : {&pattern.map, &pattern.where}) {
    if (!*own) continue;
    for (const Slot slot : slots_of(**own))
      if (slot != pattern.name.slot) return false;
    if (has_subquery(**own)) return false;
    nodes[number].has_filters = true;
  }
  return true;
}

std::optional<std::size_t> CountPatterns::node_of(const Expr& expr) const {
  const bool is_id = expr.kind == ExprKind::call && expr.function && expr.function->name == "id" &&
                     expr.kids.size() == 1;
  const Expr& inner = is_id ? *expr.kids[0] : expr;
  if (inner.kind != ExprKind::variable) return std::nullopt;
  const auto found = node_of_slot_.find(inner.name.slot);
  if (found == node_of_slot_.end()) return std::nullopt;
  return found->second;
}

std::optional<PairTest> CountPatterns::pair_test(const Expr& expr, bool negated) const {
  if (expr.kind == ExprKind::logical_not) return pair_test(*expr.kids[0], !negated);
  if (expr.kind == ExprKind::pattern_test || expr.kind == ExprKind::exists)
    return joined(expr, negated);
  if (expr.kind != ExprKind::comparison || expr.operators.size() != 1) return std::nullopt;
  const Operator wanted = negated ? Operator::equal : Operator::unequal;
  if (expr.operators[0] != wanted || expr.kids[0]->kind != expr.kids[1]->kind) return std::nullopt;
  const auto a = node_of(*expr.kids[0]);
  const auto b = node_of(*expr.kids[1]);
  if (!a || !b || *a == *b) return std::nullopt;
  return PairTest{*a, *b, nullptr, false};
}

/// `(a)-[:T]-(b)` between two nodes that are known.
std::optional<PairTest> CountPatterns::joined(const Expr& expr, bool negated) const {
  const Single& inner = *expr.query;
  if (inner.clauses.size() != 1 || inner.body || !inner.clauses[0].match) return std::nullopt;
  const Match& match = *inner.clauses[0].match;
  if (match.optional || match.where || match.period.is_given() || match.paths.size() != 1)
    return std::nullopt;
  const PathPattern& path = match.paths[0];
  if (!path.name.empty() || path.search != Search::all || path.chain.links.size() != 1 ||
      !path.chain.links[0].edge)
    return std::nullopt;
  const NodePattern& left = path.chain.nodes[0];
  const NodePattern& right = path.chain.nodes[1];
  const EdgePattern& edge = *path.chain.links[0].edge;
  if (!is_plain_edge(edge) || !is_plain_node(left) || !is_plain_node(right)) return std::nullopt;
  const auto a = node_of_slot_.find(left.name.slot);
  const auto b = node_of_slot_.find(right.name.slot);
  if (a == node_of_slot_.end() || b == node_of_slot_.end() || a->second == b->second)
    return std::nullopt;
  return PairTest{a->second, b->second, &edge, negated};
}

bool CountPatterns::condition(const Expr& expr) {
  if (const auto test = pair_test(expr, false)) {
    tests.push_back(*test);
    return true;
  }
  CountCondition known{&expr, {}, {}};
  for (const Slot slot : slots_of(expr)) {
    if (const auto node = node_of_slot_.find(slot); node != node_of_slot_.end())
      known.nodes.push_back(node->second);
    else if (const auto edge = edge_of_slot_.find(slot); edge != edge_of_slot_.end())
      known.edges.push_back(edge->second);
  }
  for (const std::size_t node : known.nodes) nodes[node].is_read = true;
  for (const std::size_t edge : known.edges) edges[edge].is_read = true;
  conditions.push_back(std::move(known));
  return true;
}

/// What the columns read must be enumerated.
bool CountPatterns::reads(const Body& body) {
  const auto read = [&](const Expr& expr) {
    for (const Slot slot : slots_of(expr)) {
      if (const auto node = node_of_slot_.find(slot); node != node_of_slot_.end())
        nodes[node->second].is_read = true;
      if (const auto edge = edge_of_slot_.find(slot); edge != edge_of_slot_.end())
        edges[edge->second].is_read = true;
    }
  };
  for (const Item& item : body.items) {
    // A node or an edge is never null here: to count it is to count rows.
    const Expr& value = *item.value;
    const bool counts_element = value.kind == ExprKind::call && value.function->name == "count" &&
                                !value.distinct && value.kids[0]->kind == ExprKind::variable;
    if (!counts_element) read(value);
  }
  for (const SortItem& sort : body.order) read(*sort.value);
  return true;
}

}  // namespace entente::query

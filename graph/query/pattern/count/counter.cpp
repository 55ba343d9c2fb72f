// The enumerated part, step by step; behind it the leaves are multiplied.

#include "query/pattern/count/counter.hpp"

#include "query/pattern/count/count_arcs.hpp"

namespace entente::query {

Counter::Counter(const Evaluator& evaluator, Work& work, Tallies& tallies, const CountPlan& plan,
                 const Mask* mask, const Mark* mark)
    : evaluator_(evaluator),
      store_(evaluator.store()),
      work_(work),
      plan_(plan),
      mask_(mask),
      mark_(mark),
      node_(plan.nodes.size(), 0),
      edge_(plan.edges.size(), unknown_edge),
      leaves_(plan.leaves.size()),
      step_fences_(plan.steps.size()),
      guards_(plan.steps.size()),
      chains_(plan.steps.size()),
      leaf_fences_(plan.leaves.size()) {
  for (std::size_t i = 0; i < plan.leaves.size(); ++i)
    leaf_fences_[i].resize(plan.leaves[i].tests.size());
  for (const CountStep& each : plan.steps) tallies_.push_back(tallies.of(&each));
  for (const CountLeaf& each : plan.leaves) tallies_.push_back(tallies.of(&each));
}

bool Counter::run(Row& row, Take take) {
  row_ = &row;
  take_ = &take;
  // Of what nothing reads columns ask only whether it is there.
  for (const CountedNode& node : plan_.nodes)
    if (node.slot != no_slot) row.values[node.slot] = Value(Node{0});
  for (const CountedEdge& edge : plan_.edges)
    if (edge.pattern->name.slot != no_slot) row.values[edge.pattern->name.slot] = Value(Edge{0});
  const Doubt before = row.doubt;
  const bool goes_on = step(0);
  row.doubt = before;
  return goes_on;
}

bool Counter::step(std::size_t index) {
  if (index == plan_.steps.size()) return finish();
  const CountStep& here = plan_.steps[index];
  if (here.kind == CountStep::Kind::scan) return scan(index);
  return here.through ? walk_two(index) : walk(index);
}

bool Counter::scan(std::size_t index) {
  const std::size_t number = plan_.steps[index].node;
  const CountedNode& wanted = plan_.nodes[number];
  std::span<const std::uint32_t> few;
  bool has_few = false;
  for (const NodePattern* pattern : wanted.patterns) {
    if (pattern->labels.empty()) continue;
    if (pattern->label_numbers.empty()) return true;
    if (pattern->label_numbers.size() != 1) continue;
    for (const std::uint32_t label : pattern->label_numbers[0]) {
      const auto nodes = store_.nodes_with(label);
      if (has_few && nodes.size() >= few.size()) continue;
      few = nodes;
      has_few = true;
    }
  }
  const auto visit = [&](std::uint32_t node) {
    work_.tick();
    return !accepts(number, node) || enter_node(index, node);
  };
  if (has_few) {
    for (const std::uint32_t node : few)
      if (!visit(node)) return false;
    return true;
  }
  for (std::uint32_t node = 0; node < store_.node_count(); ++node)
    if (!visit(node)) return false;
  return true;
}

/// Conditions, and all further steps.
bool Counter::enter_node(std::size_t index, std::uint32_t node) {
  const CountStep& here = plan_.steps[index];
  node_[here.node] = node;
  const Doubt before = row_->doubt;
  bool goes_on = true;
  if (passes(here, row_->doubt)) {
    if (tallies_[index]) ++tallies_[index]->rows;
    goes_on = step(index + 1);
  }
  row_->doubt = before;
  return goes_on;
}

const Counter::Fence& Counter::fence(Fence& kept, const EdgePattern& edge, bool reversed,
                                     std::uint32_t around) {
  if (kept.around == around) return kept;
  if (kept.nodes.empty()) {
    work_.hold(static_cast<std::int64_t>(store_.node_count() * sizeof(Fence::Inside)));
    kept.nodes.resize(store_.node_count());
  }
  ++kept.round;
  kept.around = around;
  kept.from_right = reversed;
  each_arc(edge, reversed, around, std::nullopt, [&](std::uint32_t number, std::uint32_t other) {
    work_.tick();
    Fence::Inside& inside = kept.nodes[other];
    inside = {kept.round, inside.round == kept.round ? unknown_edge : number};
    return true;
  });
  return kept;
}

bool Counter::walk(std::size_t index) {
  const CountStep& here = plan_.steps[index];
  const CountedEdge& edge = plan_.edges[here.edge];
  const bool closes = here.kind == CountStep::Kind::close;
  const std::uint32_t at = node_[here.reversed ? edge.right : edge.left];
  const Slot slot = edge.pattern->name.slot;
  guards_[index].clear();
  const auto visit = [&](std::uint32_t number, std::uint32_t other) {
    work_.step();
    if (tallies_[index]) ++tallies_[index]->edges;
    if (is_guarded(index, other)) return true;
    if (is_used(here, number) || (!closes && !accepts(here.node, other))) return true;
    const Judged judged = judge(edge, number);
    if (judged.verdict == Verdict::no) return true;
    const Doubt before = row_->doubt;
    if (judged.verdict == Verdict::maybe) row_->doubt.add(judged.why);
    if (slot != no_slot) row_->values[slot] = Value(Edge{number});
    edge_[here.edge] = number;
    const bool more = enter_node(index, closes ? node_[here.node] : other);
    edge_[here.edge] = unknown_edge;
    row_->doubt = before;
    return more;
  };
  const auto along = [&](std::optional<std::uint32_t> to) {
    return each_arc(*edge.pattern, here.reversed, at, to, visit);
  };
  if (closes) {
    const Fence& fence = step_fences_[index];
    const std::size_t known = fence.from_right ? edge.right : edge.left;
    if (fence.nodes.empty() || fence.around != node_[known]) return along(node_[edge.right]);
    const std::uint32_t other = node_[fence.from_right ? edge.left : edge.right];
    if (!fence.holds(other)) return true;
    const std::uint32_t only = fence.nodes[other].edge;
    return only == unknown_edge ? along(node_[edge.right]) : visit(only, node_[edge.right]);
  }
  if (index + 1 == plan_.steps.size() || plan_.steps[index + 1].kind != CountStep::Kind::close)
    return along(std::nullopt);
  // Where the next step closes a circle, only what lies on it is looked at.
  const CountedEdge& closing = plan_.edges[plan_.steps[index + 1].edge];
  const bool from_right = closing.left == here.node;
  const std::size_t known = from_right ? closing.right : closing.left;
  if (known == here.node) return along(std::nullopt);
  const std::uint32_t far = node_[known];
  if (4 * degree(far) < degree(at) && is_one_run(*closing.pattern)) {
    std::optional<std::uint32_t> last;
    return each_arc(*closing.pattern, from_right, far, std::nullopt,
                    [&](std::uint32_t, std::uint32_t other) {
                      work_.step();
                      if (last == other) return true;
                      last = other;
                      return along(other);
                    });
  }
  set_guards(index, degree(at));
  return along(std::nullopt);
}

void Counter::set_guards(std::size_t index, std::size_t candidates) {
  const CountStep& here = plan_.steps[index];
  std::vector<const Fence*>& guards = guards_[index];
  guards.clear();
  for (std::size_t i = index + 1;
       i < plan_.steps.size() && plan_.steps[i].kind == CountStep::Kind::close; ++i) {
    const CountedEdge& closing = plan_.edges[plan_.steps[i].edge];
    const bool from_right = closing.left == here.node;
    const std::size_t known = from_right ? closing.right : closing.left;
    if ((!from_right && closing.right != here.node) || known == here.node ||
        (here.through && known == here.through->node))
      continue;
    const std::uint32_t around = node_[known];
    const bool pays =
        step_fences_[i].around == around || guards.empty() || degree(around) <= 8 * candidates + 64;
    if (pays) guards.push_back(&fence(step_fences_[i], *closing.pattern, from_right, around));
  }
}

/// Whether the arcs of a pattern at a node stand in the order of their other ends.
bool Counter::is_one_run(const EdgePattern& edge) const {
  return edge.direction != Direction::either && edge.type_numbers.size() == 1 &&
         !store_.is_symmetric(edge.type_numbers[0]);
}

bool Counter::passes(const CountStep& step, Doubt& doubt) {
  for (const PairTest& test : step.tests)
    if (!holds(test, node_[test.a], node_[test.b])) return false;
  for (const Expr* condition : step.conditions) {
    const Kept kept = evaluator_.keeps(*condition, *row_);
    if (!kept.keeps) return false;
    if (kept.doubt.possible) doubt.add(kept.doubt.why);
  }
  return true;
}

bool Counter::holds(const PairTest& test, std::uint32_t a, std::uint32_t b) const {
  if (!test.edge) return a != b;
  // From the end with fewer arcs.
  const bool turned = store_.out(Node{b}).size() + store_.in(Node{b}).size() <
                      store_.out(Node{a}).size() + store_.in(Node{a}).size();
  const bool none = each_arc(*test.edge, turned, turned ? b : a, turned ? a : b,
                             [](std::uint32_t, std::uint32_t) { return false; });
  return none == test.negated;
}

bool Counter::accepts(std::size_t number, std::uint32_t node) {
  const CountedNode& wanted = plan_.nodes[number];
  if (mask_ && !mask_->keeps(Node{node})) return false;
  if (wanted.slot != no_slot && (wanted.is_read || wanted.has_filters))
    row_->values[wanted.slot] = Value(Node{node});
  for (const NodePattern* pattern : wanted.patterns) {
    if (!pattern->labels.empty() &&
        std::ranges::none_of(pattern->label_numbers, [&](const auto& all) {
          return std::ranges::all_of(
              all, [&](std::uint32_t label) { return store_.has_label(Node{node}, label); });
        }))
      return false;
    if (pattern->map && !evaluator_.fits(*pattern->map, Value(Node{node}), *row_)) return false;
    if (pattern->where && evaluator_.truth(*pattern->where, *row_) != true) return false;
  }
  return true;
}

Judged Counter::judge(const CountedEdge& edge, std::uint32_t number) {
  const EdgePattern& pattern = *edge.pattern;
  if (pattern.map && !evaluator_.fits(*pattern.map, Value(Edge{number}), *row_))
    return {Verdict::no, Why::none};
  if (pattern.where) {
    if (pattern.name.slot != no_slot) row_->values[pattern.name.slot] = Value(Edge{number});
    if (evaluator_.truth(*pattern.where, *row_) != true) return {Verdict::no, Why::none};
  }
  return mask_ ? mask_->edge(Edge{number}) : Judged{};
}

bool Counter::finish() {
  std::int64_t times = 1;
  Doubt doubt = row_->doubt;
  for (std::size_t i = 0; i < plan_.leaves.size(); ++i) {
    work_.tick();
    const std::int64_t here = leaf_count(i, doubt);
    if (here == 0) return true;
    const CountLeaf& leaf = plan_.leaves[i];
    bool is_too_many = __builtin_mul_overflow(times, here, &times);
    if (leaf.twin) {
      // `times` has the twin's count in it already: take off the pairs of one edge with itself.
      const std::int64_t twin = leaves_[*leaf.twin].totals[node_[leaf.at]].count;
      const std::int64_t others = times / here / twin;
      is_too_many |= __builtin_mul_overflow(here, twin, &times);
      is_too_many |=
          __builtin_mul_overflow(times - shared_with_twin(i, node_[leaf.at]), others, &times);
      if (times == 0) return true;
    }
    if (is_too_many)
      throw LimitReached("query-count", "there are more rows than 64 bits can count");
    if (Tally* const tally = tallies_[plan_.steps.size() + i])
      tally->rows += static_cast<std::uint64_t>(here);
  }
  if (mark_) mark_all();
  const Doubt before = std::exchange(row_->doubt, doubt);
  const bool goes_on = (*take_)(*row_, times);
  row_->doubt = before;
  return goes_on;
}

void Counter::mark_all() {
  for (const CountStep& step : plan_.steps) {
    if (step.through) (*mark_)(edge_[step.through->edge], node_[step.through->node]);
    (*mark_)(step.kind == CountStep::Kind::scan ? unknown_edge : edge_[step.edge],
             node_[step.node]);
  }
  for (std::size_t i = 0; i < plan_.leaves.size(); ++i) mark_leaf(i);
}

}  // namespace entente::query

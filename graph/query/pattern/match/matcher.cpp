// Steps of a plan: nodes are found, links walked, conditions asked, matches given.

#include <algorithm>

#include "query/pattern/match/group_run.hpp"

namespace entente::query {
namespace {

constexpr ElementPlan nothing_known = {};

}  // namespace

Matcher::Matcher(const Evaluator& evaluator, Work& work, Tallies& tallies, const MatchPlan& plan)
    : evaluator_(evaluator), store_(evaluator.store()), work_(work), plan_(plan) {
  for (const PathPattern& path : plan.match->paths) {
    PathState& state = state_.emplace_back();
    state.nodes.resize(path.chain.nodes.size());
    state.traces.resize(path.chain.links.size());
  }
  for (const Step& each : plan.steps) tallies_.push_back(tallies.of(&each));
}

bool Matcher::run(Row& row, const MatchRun& run, Take take) {
  if (used_.empty()) claim_.add(store_.edge_count());
  used_.resize(store_.edge_count(), 0);
  row_ = &row;
  run_ = run;
  take_ = &take;
  if (!has_its_values()) return true;
  // Which way is the shortest of those that are certain shows only if the others are not walked.
  const bool searches = std::ranges::any_of(
      plan_.steps, [](const Step& each) { return each.kind == Step::Kind::search; });
  passes_over_ = run.certainly && (searches || !run.carries);
  around_ = row.doubt;
  assumed_.clear();
  doubted_.clear();
  if (run.certainly) row.doubt = {};
  const bool goes_on = step(0);
  row.doubt = around_;
  return goes_on;
}

bool Matcher::step(std::size_t index) {
  if (index == plan_.steps.size()) return give_row();
  const Step& here = plan_.steps[index];
  work_.begin_walk(path(here).span);
  Tally* const outer = std::exchange(tally_, tallies_[index]);
  const bool goes_on = here.kind == Step::Kind::node   ? find_node(index)
                       : here.kind == Step::Kind::link ? walk_link(index)
                                                       : search(index);
  tally_ = outer;
  return goes_on;
}

/// What is asked once the step's elements are known, and all further steps.
bool Matcher::after(std::size_t index) {
  const Step& here = plan_.steps[index];
  const Doubt before = row_->doubt;
  const std::size_t doubted = doubted_.size();
  if (here.completes && path(here).name.slot != no_slot)
    row_->values[path(here).name.slot] = path_value(here.path);
  const bool fits = fits_step(index);
  if (fits && tallies_[index]) ++tallies_[index]->rows;
  const bool goes_on = !fits || step(index + 1);
  doubted_.resize(doubted);
  row_->doubt = before;
  return goes_on;
}

bool Matcher::accepts(const NodePattern& pattern, const ElementPlan& plan, Node node) {
  if (!pattern.labels.empty() && std::ranges::none_of(pattern.label_numbers, [&](const auto& all) {
        return std::ranges::all_of(
            all, [&](std::uint32_t label) { return store_.has_label(node, label); });
      }))
    return false;
  if (run_.mask && !run_.mask->keeps(node)) return false;
  if (run_.mask && pattern.is_alone &&
      !admits(run_.mask->lifespan(node),
              {run_.mask, UncertainFact::Of::node, static_cast<std::uint32_t>(node)}))
    return false;
  const Slot slot = pattern.name.slot;
  if (slot != no_slot) {
    Value& value = row_->values[slot];
    if (plan.is_known) {
      if (!value.node() || *value.node() != node) return false;
    } else {
      value = Value(node);
    }
  }
  if (pattern.map && plan.map_now && !evaluator_.fits(*pattern.map, Value(node), *row_))
    return false;
  return !pattern.where || !plan.where_now || passes(*pattern.where);
}

/// The value of a node's variable, if it has one already.
std::optional<Node> Matcher::known_node(const NodePattern& pattern, const ElementPlan& plan) const {
  if (!plan.is_known) return std::nullopt;
  return *row_->values[pattern.name.slot].node();
}

/// The entity of an id, or nobody; nothing if the value is no text.
std::optional<std::vector<Node>> Matcher::with_id(const Expr& wanted) {
  const Value text = evaluator_.value(wanted, *row_);
  if (!text.text()) return std::nullopt;
  const auto entity = store_.dossier()->entity(*text.text());
  return entity ? std::vector{Node{index(*entity)}} : std::vector<Node>{};
}

/// The few nodes that a name or an id leaves, if the pattern or a condition has one that is known.
std::optional<std::vector<Node>> Matcher::looked_up(const NodePattern& pattern) {
  if (!store_.dossier()) return std::nullopt;
  if (const auto asked = plan_.ids.find(pattern.name.slot);
      asked != plan_.ids.end() && pattern.name.slot != no_slot)
    if (auto found = with_id(*asked->second)) return found;
  if (!pattern.map) return std::nullopt;
  for (std::size_t i = 0; i < pattern.map->kids.size(); ++i) {
    const Expr& wanted = *pattern.map->kids[i];
    const bool is_name = pattern.map->names[i] == "name";
    if ((!is_name && pattern.map->names[i] != "id") ||
        (wanted.kind != ExprKind::literal && wanted.kind != ExprKind::parameter))
      continue;
    if (!is_name) {
      if (auto found = with_id(wanted)) return found;
      continue;
    }
    const Value text = evaluator_.value(wanted, *row_);
    if (text.text()) return store_.named(*text.text());
  }
  return std::nullopt;
}

bool Matcher::each_candidate(const NodePattern& pattern, const std::function<bool(Node)>& visit) {
  if (const auto few = looked_up(pattern)) {
    for (const Node node : *few)
      if (!visit(node)) return false;
    return true;
  }
  if (pattern.label_numbers.size() == 1 && !pattern.label_numbers[0].empty()) {
    std::uint32_t rarest = pattern.label_numbers[0][0];
    for (const std::uint32_t label : pattern.label_numbers[0])
      if (store_.nodes_with(label).size() < store_.nodes_with(rarest).size()) rarest = label;
    for (const std::uint32_t node : store_.nodes_with(rarest))
      if (!visit(Node{node})) return false;
    return true;
  }
  if (!pattern.labels.empty() && pattern.label_numbers.empty()) return true;
  for (std::uint32_t node = 0; node < store_.node_count(); ++node)
    if (!visit(Node{node})) return false;
  return true;
}

bool Matcher::find_node(std::size_t index) {
  const Step& here = plan_.steps[index];
  const NodePattern& pattern = path(here).chain.nodes[here.index];
  const ElementPlan& plan = plan_.paths[here.path].nodes[here.index];
  is_acyclic_ = path(here).search == Search::acyclic;
  const auto visit = [&](Node node) {
    work_.tick();
    const Doubt before = row_->doubt;
    bool goes_on = true;
    if (accepts(pattern, plan, node)) {
      state_[here.path].nodes[here.index] = node;
      const std::vector<Node> outer = std::exchange(acyclic_, {node});
      goes_on = after(index);
      acyclic_ = outer;
    }
    row_->doubt = before;
    return goes_on;
  };
  const auto known = known_node(pattern, plan);
  return known ? visit(*known) : each_candidate(pattern, visit);
}

bool Matcher::walk_link(std::size_t index) {
  const Step& here = plan_.steps[index];
  const PathPattern& pattern = path(here);
  PathState& state = state_[here.path];
  const std::size_t far = here.reversed ? here.index : here.index + 1;
  const Node at = state.nodes[here.reversed ? here.index + 1 : here.index];
  const ElementPlan& far_plan = plan_.paths[here.path].nodes[far];
  const auto target = known_node(pattern.chain.nodes[far], far_plan);
  is_acyclic_ = pattern.search == Search::acyclic;
  Trace& trace = state.traces[here.index];
  trace = {};
  trace.reversed = here.reversed;
  const auto next = [&](Node end) {
    const Doubt before = row_->doubt;
    state.nodes[far] = end;
    const bool is_acyclic = is_acyclic_;
    bool goes_on = true;
    if (accepts(pattern.chain.nodes[far], far_plan, end)) goes_on = after(index);
    is_acyclic_ = is_acyclic;
    row_->doubt = before;
    return goes_on;
  };
  const Link& link = pattern.chain.links[here.index];
  if (link.edge && !link.edge->is_variable)
    return single(*link.edge, plan_.paths[here.path].links[here.index], at, here.reversed, target,
                  trace, next);
  return walk(link, at, here.reversed, target, trace, next);
}

bool Matcher::walk(const Link& link, Node at, bool reversed, std::optional<Node> target,
                   Trace& trace, Next next) {
  if (link.group) {
    static_cast<void>(target);
    GroupRun group{*link.group, reversed, trace, next, {}, {}};
    group.lists.resize(link.group->names.size());
    return iterate(group, 0, at);
  }
  if (link.edge->is_variable) return repeated(*link.edge, at, reversed, target, trace, next);
  return single(*link.edge, nothing_known, at, reversed, target, trace, next);
}

Value Matcher::path_value(std::size_t path) const {
  const PathState& state = state_[path];
  Walk walk;
  walk.nodes.push_back(state.nodes[0]);
  for (std::size_t l = 0; l < state.traces.size(); ++l) {
    const Trace& trace = state.traces[l];
    const std::size_t count = trace.edges.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (!trace.reversed) {
        walk.edges.push_back(trace.edges[i]);
        walk.nodes.push_back(trace.nodes[i]);
      } else {
        const std::size_t j = count - 1 - i;
        walk.edges.push_back(trace.edges[j]);
        walk.nodes.push_back(j == 0 ? state.nodes[l + 1] : trace.nodes[j - 1]);
      }
    }
  }
  return Value(std::move(walk));
}

bool Matcher::enter(std::uint32_t edge, Node other) {
  if ((*trail_)[edge] != 0) return false;
  if (cap_) {
    const std::size_t left = distance_.empty() ? 0 : distance_[static_cast<std::uint32_t>(other)];
    if (left == 0xFFFFFFFF) return false;
    if (length_ + 1 + left > *cap_) {
      cut_ = true;
      return false;
    }
  }
  if (is_acyclic_ && std::ranges::find(acyclic_, other) != acyclic_.end()) return false;
  if (run_.mask && !admits(run_.mask->edge(Edge{edge}), fact(Edge{edge}))) return false;
  assume(Edge{edge});
  (*trail_)[edge] = 1;
  ++length_;
  if (is_acyclic_) acyclic_.push_back(other);
  return true;
}

void Matcher::leave(std::uint32_t edge) {
  forget(Edge{edge});
  (*trail_)[edge] = 0;
  --length_;
  if (is_acyclic_) acyclic_.pop_back();
}

}  // namespace entente::query

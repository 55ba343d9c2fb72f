// Greedy: begin where fewest nodes fit, go on from what is known, ask each condition as early as
// all it reads is there.

#include "query/pattern/match/match_plan.hpp"

#include <algorithm>

#include "query/pattern/match/match_conditions.hpp"

namespace entente::query {
namespace {

using Slots = std::unordered_set<Slot>;

// More than any number of nodes: such a walk is begun only where there is no other.
constexpr std::size_t not_walkable = std::size_t{1} << 40;

class MatchPlanner {
 public:
  MatchPlanner(const Match& match, const Store& store, std::string_view text)
      : match_(match), store_(store), text_(text) {}

  MatchPlan all() {
    plan_.match = &match_;
    collect_own();
    waiting_ = conjuncts(match_.where);
    note_ids(match_.where, plan_.ids);
    for (const PathPattern& path : match_.paths)
      for (const NodePattern& node : path.chain.nodes) note_ids(node.where, plan_.ids);
    for (const PathPattern& path : match_.paths) {
      PathPlan& path_plan = plan_.paths.emplace_back();
      path_plan.nodes.resize(path.chain.nodes.size());
      path_plan.links.resize(path.chain.links.size());
    }
    std::vector<bool> done(match_.paths.size(), false);
    for (std::size_t i = 0; i < done.size(); ++i) next_path(done);
    return std::move(plan_);
  }

 private:
  void own(Slot slot) {
    if (slot != no_slot && own_.insert(slot).second) plan_.introduced.push_back(slot);
  }

  void collect_own() {
    for (const PathPattern& path : match_.paths) {
      own(path.name.slot);
      for (const NodePattern& node : path.chain.nodes)
        if (!node.name.is_bound) own(node.name.slot);
      for (const Link& link : path.chain.links) {
        if (link.edge && !link.edge->name.is_bound) own(link.edge->name.slot);
        if (link.group)
          for (const GroupName& name : link.group->names) own(name.outside);
      }
    }
  }

  [[nodiscard]] bool is_known(Slot slot) const {
    return slot != no_slot && (!own_.contains(slot) || bound_.contains(slot));
  }

  [[nodiscard]] bool is_ready(const Expr& expr) const {
    Slots slots;
    collect_slots(expr, slots);
    return std::ranges::all_of(
        slots, [this](Slot slot) { return !own_.contains(slot) || bound_.contains(slot); });
  }

  [[nodiscard]] std::size_t cost(const NodePattern& node) const {
    if (is_known(node.name.slot)) return 0;
    if (plan_.ids.contains(node.name.slot)) return 1;
    if (node.map)
      for (std::size_t i = 0; i < node.map->kids.size(); ++i)
        if (node.map->names[i] == "name" || node.map->names[i] == "id") return 1;
    return candidates(node, store_) + 2;
  }

  /// The unfinished path with the best place to begin; those that search come last.
  void next_path(std::vector<bool>& done) {
    std::size_t best_path = done.size();
    std::size_t best_node = 0;
    std::size_t best_cost = 0;
    for (const bool selective : {false, true}) {
      for (std::size_t p = 0; p < done.size(); ++p) {
        const PathPattern& path = match_.paths[p];
        if (done[p] || path.is_selective() != selective) continue;
        for (std::size_t n = 0; n < path.chain.nodes.size(); ++n) {
          std::size_t here = cost(path.chain.nodes[n]);
          if (!is_walkable(path, n)) here += not_walkable;
          if (best_path != done.size() && here >= best_cost) continue;
          best_path = p;
          best_node = n;
          best_cost = here;
        }
      }
      if (best_path != done.size()) break;
    }
    done[best_path] = true;
    if (match_.paths[best_path].is_selective())
      search(best_path);
    else
      walk(best_path, best_node);
  }

  void walk(std::size_t path, std::size_t anchor) {
    const Chain& chain = match_.paths[path].chain;
    node_known(path, anchor);
    add({.kind = Step::Kind::node,
         .path = path,
         .index = anchor,
         .completes = chain.links.empty()});
    for (std::size_t i = anchor; i < chain.links.size(); ++i)
      link(path, i, false, i + 1 == chain.links.size() && anchor == 0);
    for (std::size_t i = anchor; i-- > 0;) link(path, i, true, i == 0);
  }

  void node_known(std::size_t path, std::size_t index) {
    const NodePattern& node = match_.paths[path].chain.nodes[index];
    ElementPlan& plan = plan_.paths[path].nodes[index];
    plan.is_known = is_known(node.name.slot);
    if (node.name.slot != no_slot) bound_.insert(node.name.slot);
    plan.map_now = !node.map || is_ready(*node.map);
    plan.where_now = !node.where || is_ready(*node.where);
    if (!plan.map_now) late_.push_back({path, index, true, node.map.get(), true});
    if (!plan.where_now) late_.push_back({path, index, true, node.where.get(), false});
  }

  void link(std::size_t path, std::size_t index, bool reversed, bool completes) {
    const Link& link = match_.paths[path].chain.links[index];
    ElementPlan& plan = plan_.paths[path].links[index];
    if (link.edge && !link.edge->is_variable)
      single_edge(*link.edge, plan, path, index);
    else
      repeated(link);
    if (link.edge && link.edge->name.slot != no_slot) bound_.insert(link.edge->name.slot);
    if (link.group)
      for (const GroupName& name : link.group->names) bound_.insert(name.outside);
    node_known(path, reversed ? index : index + 1);
    add({.kind = Step::Kind::link,
         .path = path,
         .index = index,
         .reversed = reversed,
         .completes = completes});
  }

  void single_edge(const EdgePattern& edge, ElementPlan& plan, std::size_t path,
                   std::size_t index) {
    if (edge.name.slot != no_slot) bound_.insert(edge.name.slot);
    plan.map_now = !edge.map || is_ready(*edge.map);
    plan.where_now = !edge.where || is_ready(*edge.where);
    if (!plan.map_now) late_.push_back({path, index, false, edge.map.get(), true});
    if (!plan.where_now) late_.push_back({path, index, false, edge.where.get(), false});
  }

  /// The conditions of what is repeated, which are checked as it is walked.
  static std::vector<const Expr*> repeated_conditions(const Link& link) {
    std::vector<const Expr*> all;
    const auto add = [&all](const ExprPtr& expr) {
      if (expr) all.push_back(expr.get());
    };
    if (link.edge) {
      if (!link.edge->is_variable) return {};
      add(link.edge->map);
      add(link.edge->where);
      return all;
    }
    add(link.group->where);
    for (const NodePattern& node : link.group->chain->nodes) {
      add(node.map);
      add(node.where);
    }
    for (const Link& inner : link.group->chain->links) {
      add(inner.edge->map);
      add(inner.edge->where);
    }
    return all;
  }

  void repeated(const Link& link) {
    for (const Expr* expr : repeated_conditions(link))
      if (!is_ready(*expr))
        refuse_syntax(
            text_, "UnsupportedFeature", expr->span,
            "a condition of a repeated part that reads a variable found later is not part "
            "of these queries",
            "write that other pattern in a MATCH before this one");
  }

  /// Whether what a path repeats finds what its conditions read, if the walk begins at that node.
  [[nodiscard]] bool is_walkable(const PathPattern& path, std::size_t anchor) const {
    const Chain& chain = path.chain;
    Slots known = bound_;
    const auto meet = [&known](Slot slot) {
      if (slot != no_slot) known.insert(slot);
    };
    const auto walks = [&](std::size_t index, std::size_t end) {
      const Link& link = chain.links[index];
      for (const Expr* expr : repeated_conditions(link)) {
        Slots slots;
        collect_slots(*expr, slots);
        for (const Slot slot : slots)
          if (own_.contains(slot) && !known.contains(slot)) return false;
      }
      if (link.edge) meet(link.edge->name.slot);
      if (link.group)
        for (const GroupName& name : link.group->names) meet(name.outside);
      meet(chain.nodes[end].name.slot);
      return true;
    };
    if (path.is_selective())
      for (const NodePattern& node : chain.nodes) meet(node.name.slot);
    else
      meet(chain.nodes[anchor].name.slot);
    for (std::size_t i = path.is_selective() ? 0 : anchor; i < chain.links.size(); ++i)
      if (!walks(i, i + 1)) return false;
    for (std::size_t i = path.is_selective() ? 0 : anchor; i-- > 0;)
      if (!walks(i, i)) return false;
    return true;
  }

  void search(std::size_t path) {
    const Chain& chain = match_.paths[path].chain;
    for (std::size_t n = 0; n < chain.nodes.size(); ++n) {
      const Name& name = chain.nodes[n].name;
      const bool is_end = n == 0 || n + 1 == chain.nodes.size();
      if (!is_end && name.slot != no_slot && own_.contains(name.slot) && bound_.contains(name.slot))
        refuse_syntax(text_, "UnsupportedFeature", name.where,
                      "an inner node of a shortest path that another pattern of the same MATCH "
                      "names is not part of these queries",
                      "write the other pattern in a MATCH of its own");
    }
    for (std::size_t n = 0; n < chain.nodes.size(); ++n) node_known(path, n);
    for (std::size_t l = 0; l < chain.links.size(); ++l) {
      const Link& link = chain.links[l];
      if (link.edge && !link.edge->is_variable)
        single_edge(*link.edge, plan_.paths[path].links[l], path, l);
      else
        repeated(link);
      if (link.edge && link.edge->name.slot != no_slot) bound_.insert(link.edge->name.slot);
      if (link.group)
        for (const GroupName& name : link.group->names) bound_.insert(name.outside);
    }
    add({.kind = Step::Kind::search, .path = path, .completes = true});
  }

  void add(Step step) {
    if (step.completes && match_.paths[step.path].name.slot != no_slot)
      bound_.insert(match_.paths[step.path].name.slot);
    std::erase_if(late_, [&](const LateCheck& check) {
      if (!is_ready(*check.expr)) return false;
      step.late.push_back(check);
      return true;
    });
    std::erase_if(waiting_, [&](const Expr* expr) {
      if (!is_ready(*expr)) return false;
      step.conditions.push_back(expr);
      return true;
    });
    const PathPattern& path = match_.paths[step.path];
    if (step.kind == Step::Kind::search && path.searches_by_where)
      for (const Expr* expr : step.conditions)
        if (reads_way(*expr, path)) step.of_way.push_back(expr);
    plan_.steps.push_back(std::move(step));
  }

  /// Whether a condition is about the way that a path takes, not only about its ends.
  static bool reads_way(const Expr& expr, const PathPattern& path) {
    Slots slots;
    collect_slots(expr, slots);
    const auto is_read = [&](Slot slot) { return slot != no_slot && slots.contains(slot); };
    return is_read(path.name.slot) || is_read(path.chain.links[0].edge->name.slot);
  }

  const Match& match_;
  const Store& store_;
  std::string_view text_;
  MatchPlan plan_;
  Slots own_;
  Slots bound_;
  std::vector<const Expr*> waiting_;
  std::vector<LateCheck> late_;
};

}  // namespace

MatchPlan plan_match(const Match& match, const Store& store, std::string_view text) {
  return MatchPlanner(match, store, text).all();
}

}  // namespace entente::query

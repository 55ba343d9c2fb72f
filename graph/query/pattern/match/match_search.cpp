// Paths that ask for the shortest between their ends. One edge walked any number of times is
// searched in breadth, anything else by walking ever longer.

#include "query/pattern/match/group_run.hpp"

namespace entente::query {
namespace {

constexpr std::uint32_t unreached = 0xFFFFFFFF;

bool is_plain_repetition(const PathPattern& path, const Step& step) {
  return step.of_way.empty() && path.chain.links.size() == 1 && path.chain.links[0].edge &&
         path.chain.links[0].edge->repeats.least <= 1 && path.search != Search::shortest_k &&
         !path.chain.links[0].edge->name.is_bound;
}

}  // namespace

bool Matcher::search(std::size_t index) {
  const Step& here = plan_.steps[index];
  const PathPattern& pattern = path(here);
  const PathPlan& plan = plan_.paths[here.path];
  const std::size_t last = pattern.chain.nodes.size() - 1;
  auto start = known_node(pattern.chain.nodes[0], plan.nodes[0]);
  // The right end may be the left one again.
  const bool closes = last > 0 && pattern.chain.nodes[last].name.slot != no_slot &&
                      pattern.chain.nodes[last].name.slot == pattern.chain.nodes[0].name.slot;
  // Or a node on the way, which is known only once the way is walked.
  bool is_on_way = false;
  for (std::size_t i = 1; i < last; ++i)
    is_on_way |= pattern.chain.nodes[i].name.slot != no_slot && !plan.nodes[i].is_known &&
                 pattern.chain.nodes[i].name.slot == pattern.chain.nodes[last].name.slot;
  auto end = closes      ? start
             : is_on_way ? std::optional<Node>()
                         : known_node(pattern.chain.nodes[last], plan.nodes[last]);
  if (!start) {
    // Between two ends that are known a search looks at what lies between them alone.
    const auto few = looked_up(pattern.chain.nodes[0]);
    if (few && few->size() == 1) start = few->front();
  }
  if (start && !end && !closes && !is_on_way) {
    const auto few = looked_up(pattern.chain.nodes[last]);
    if (few && few->empty()) return true;
    if (few && few->size() == 1) end = few->front();
  }
  is_acyclic_ = false;
  const auto visit = [&](Node node) {
    const Doubt before = row_->doubt;
    bool goes_on = true;
    if (accepts(pattern.chain.nodes[0], plan.nodes[0], node)) {
      state_[here.path].nodes[0] = node;
      if (last == 0) {
        state_[here.path].traces.clear();
        goes_on = after(index);
      } else {
        goes_on = search_from(index, node, closes ? std::optional(node) : end);
      }
    }
    row_->doubt = before;
    return goes_on;
  };
  if (start) return visit(*start);
  if (end && is_plain_repetition(pattern, here) && !closes) {
    // Begin at the end that is known, and walk against the arrows.
    const Doubt before = row_->doubt;
    bool goes_on = true;
    if (accepts(pattern.chain.nodes[last], plan.nodes[last], *end)) {
      state_[here.path].nodes[last] = *end;
      goes_on = breadth_first(index, *end, true, std::nullopt);
    }
    row_->doubt = before;
    return goes_on;
  }
  return each_candidate(pattern.chain.nodes[0], visit);
}

bool Matcher::search_from(std::size_t index, Node start, std::optional<Node> end) {
  const Step& here = plan_.steps[index];
  if (!is_plain_repetition(path(here), here)) return deepen(index, start, end);
  return breadth_first(index, start, false, end);
}

bool Matcher::breadth_first(std::size_t index, Node start, bool reversed,
                            std::optional<Node> target) {
  const Step& here = plan_.steps[index];
  const EdgePattern& edge = *path(here).chain.links[0].edge;
  const auto number = [](Node node) { return static_cast<std::uint32_t>(node); };
  const bool all = path(here).search == Search::all_shortest;
  const std::size_t far = reversed ? 0 : 1;
  if (target && *target != start && !reversed)
    meet(edge, start, *target, edge.repeats.most);
  else
    flood(edge, start, reversed, target == start ? std::nullopt : target, edge.repeats.most, {});
  std::vector<Node> ends = reached_;
  if (target) {
    ends.clear();
    if (level_[number(*target)] != unreached) ends.push_back(*target);
  }
  struct End {
    Node node;
    std::vector<std::vector<Edge>> ways;
  };
  std::vector<End> answers;
  const std::int64_t bytes_before = ways_.bytes();
  bool closes = false;
  for (const Node end : ends) {
    const Doubt before = row_->doubt;
    if (accepts(path(here).chain.nodes[far], plan_.paths[here.path].nodes[far], end)) {
      if (end != start || edge.repeats.least == 0)
        answers.push_back({end, sequences(start, end, reversed, all)});
      else
        closes = true;
    }
    row_->doubt = before;
  }
  if (closes) answers.push_back({start, closed_walks(edge, start, all)});
  bool goes_on = true;
  for (const End& end : answers) {
    const Doubt before = row_->doubt;
    if (accepts(path(here).chain.nodes[far], plan_.paths[here.path].nodes[far], end.node)) {
      state_[here.path].nodes[far] = end.node;
      for (const std::vector<Edge>& way : end.ways)
        if (goes_on) goes_on = give_sequence(index, way);
    }
    row_->doubt = before;
    if (!goes_on) break;
  }
  ways_.release_to(bytes_before);
  return goes_on;
}

/// Gives a walk of the only link, whose ends are in the state.
bool Matcher::give_sequence(std::size_t index, const std::vector<Edge>& sequence) {
  const Step& here = plan_.steps[index];
  const EdgePattern& edge = *path(here).chain.links[0].edge;
  Found found;
  found.state = state_[here.path];
  found.edges = sequence;
  Trace& trace = found.state.traces[0];
  trace = {};
  Node at = found.state.nodes[0];
  for (const Edge each : sequence) {
    at = store_.from(each) == at ? store_.to(each) : store_.from(each);
    trace.edges.push_back(each);
    trace.nodes.push_back(at);
    if (is_open(each) && (run_.certainly || !evaluator_.world()))
      found.doubt.add(run_.mask->edge(each).why);
  }
  if (edge.name.slot != no_slot) {
    List list;
    for (const Edge each : sequence) list.emplace_back(each);
    found.values.emplace_back(edge.name.slot,
                              edge.is_variable ? Value(std::move(list)) : Value(sequence[0]));
  }
  return give(index, found);
}

/// Puts a way into the row, unless another path of the MATCH walks one of its edges.
bool Matcher::give(std::size_t index, Found& found) {
  const Step& here = plan_.steps[index];
  for (const Edge edge : found.edges)
    if (used_[static_cast<std::uint32_t>(edge)] != 0) return true;
  PathState outer = std::exchange(state_[here.path], found.state);
  const Doubt before = row_->doubt;
  if (found.doubt.possible) row_->doubt.add(found.doubt.why);
  for (const auto& [slot, value] : found.values) row_->values[slot] = value;
  for (const Edge edge : found.edges) {
    assume(edge);
    used_[static_cast<std::uint32_t>(edge)] = 1;
  }
  std::vector<std::uint8_t>* const trail = std::exchange(trail_, &used_);
  const auto cap = std::exchange(cap_, std::nullopt);
  const bool goes_on = after(index);
  cap_ = cap;
  trail_ = trail;
  for (const Edge edge : found.edges) {
    forget(edge);
    used_[static_cast<std::uint32_t>(edge)] = 0;
  }
  row_->doubt = before;
  state_[here.path] = std::move(outer);
  return goes_on;
}

Matcher::Found Matcher::found_now(std::size_t path) const {
  Found found;
  found.state = state_[path];
  const auto keep = [&](Slot slot) {
    if (slot != no_slot) found.values.emplace_back(slot, row_->values[slot]);
  };
  const Chain& chain = plan_.match->paths[path].chain;
  for (const NodePattern& node : chain.nodes) keep(node.name.slot);
  for (const Link& link : chain.links) {
    if (link.edge) keep(link.edge->name.slot);
    if (link.group)
      for (const GroupName& name : link.group->names) keep(name.outside);
  }
  for (const Trace& trace : found.state.traces)
    found.edges.insert(found.edges.end(), trace.edges.begin(), trace.edges.end());
  found.doubt = row_->doubt;
  return found;
}

/// With a list that grows for each of its ends.
std::int64_t Matcher::bytes_of(const Found& found) {
  std::int64_t bytes = static_cast<std::int64_t>(2 * sizeof(Found)) +
                       chunk_of(found.edges.size() * sizeof(Edge)) +
                       chunk_of(found.state.nodes.size() * sizeof(Node)) +
                       chunk_of(found.state.traces.size() * sizeof(Trace)) +
                       chunk_of(found.values.size() * sizeof(found.values[0]));
  for (const Trace& trace : found.state.traces)
    bytes +=
        chunk_of(trace.edges.size() * sizeof(Edge)) + chunk_of(trace.nodes.size() * sizeof(Node));
  return bytes;
}

}  // namespace entente::query

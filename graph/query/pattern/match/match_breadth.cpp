// One edge walked any number of times, in breadth: levels from the start, and the walks of the
// least length read off backwards.

#include <algorithm>
#include <limits>
#include <map>

#include "query/pattern/match/group_run.hpp"

namespace entente::query {
namespace {

constexpr std::uint32_t not_reached = 0xFFFFFFFF;

}  // namespace

/// Levels from the start on, and what leads to each node from the level before. One edge may be
/// left out.
void Matcher::flood(const EdgePattern& edge, Node start, bool reversed, std::optional<Node> target,
                    std::int64_t most, std::optional<Edge> without) {
  const auto number = [](Node node) { return static_cast<std::uint32_t>(node); };
  if (level_.empty()) claim_.add(static_cast<std::int64_t>(store_.node_count()) * 28);
  level_.resize(store_.node_count(), not_reached);
  before_.resize(store_.node_count());
  for (const Node node : reached_) {
    level_[number(node)] = not_reached;
    before_[number(node)].clear();
  }
  reached_ = {start};
  level_[number(start)] = 0;
  const Doubt doubt = row_->doubt;
  for (std::size_t i = 0; i < reached_.size(); ++i) {
    const Node at = reached_[i];
    const std::uint32_t level = level_[number(at)];
    if (static_cast<std::int64_t>(level) >= most) break;
    if (target && level_[number(*target)] <= level) break;
    const auto take = [&](std::uint32_t arc, Node other) {
      if (level_[number(other)] <= level || (without && *without == Edge{arc}) ||
          !holds(edge, Edge{arc}))
        return true;
      if (level_[number(other)] == not_reached) {
        level_[number(other)] = level + 1;
        reached_.push_back(other);
      }
      lead(at, Edge{arc}, other);
      return true;
    };
    each_arc(edge, at, reversed, std::nullopt, take);
    row_->doubt = doubt;
  }
}

/// Notes an edge by which a node is reached.
void Matcher::lead(Node before, Edge edge, Node to) {
  auto& edges = before_[static_cast<std::uint32_t>(to)];
  const std::size_t room = edges.capacity();
  edges.emplace_back(before, edge);
  if (edges.capacity() != room)
    claim_.add(chunk_of(edges.capacity() * sizeof(edges[0])) - chunk_of(room * sizeof(edges[0])));
}

/// Whether an edge holds in the period and is as the pattern wants it, without taking it.
bool Matcher::holds(const EdgePattern& edge, Edge number) {
  if (run_.mask) {
    const Judged judged = run_.mask->edge(number);
    if (judged.verdict == Verdict::no) return false;
    if (judged.verdict == Verdict::maybe && run_.certainly) {
      discarded_.add(judged.why);
      return false;
    }
    if (judged.verdict == Verdict::maybe && !admits(judged, fact(number))) return false;
  }
  const Slot slot = edge.is_variable ? edge.each_slot : edge.name.slot;
  return fits(edge, number, slot, true, true);
}

/// All walks of the least length from the start of the last flood to a node, or the first of them,
/// by their edges from left to right.
std::vector<std::vector<Edge>> Matcher::sequences(Node start, Node end, bool reversed, bool all) {
  struct Branch {
    Node at;
    std::size_t next = 0;
  };
  const auto number = [](Node node) { return static_cast<std::uint32_t>(node); };
  std::vector<std::vector<Edge>> found;
  if (!all) return {first_sequence(start, end, reversed)};
  std::vector<Branch> branches = {{end}};
  std::vector<Edge> edges;
  while (!branches.empty()) {
    Branch& branch = branches.back();
    const auto& choices = before_[number(branch.at)];
    if (branch.at == start) {
      found.push_back(edges);
      if (!reversed) std::reverse(found.back().begin(), found.back().end());
      ways_.add(chunk_of(edges.size() * sizeof(Edge)) + 2 * 24);
    }
    if (branch.at == start || branch.next == choices.size()) {
      branches.pop_back();
      if (!edges.empty()) edges.pop_back();
      continue;
    }
    const auto [before, edge] = choices[branch.next++];
    edges.push_back(edge);
    branches.push_back({before});
    work_.step();
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// Greedily from the left, along what leads on to the right end.
std::vector<Edge> Matcher::first_sequence(Node start, Node end, bool reversed) {
  const auto number = [](Node node) { return static_cast<std::uint32_t>(node); };
  const auto least = [](const auto& choices) {
    return std::ranges::min_element(choices, {}, [](const auto& choice) { return choice.second; });
  };
  std::vector<Edge> edges;
  if (reversed) {
    // Walked from the right: what came before is what follows on the right.
    for (Node at = end; at != start;) {
      const auto best = least(before_[number(at)]);
      edges.push_back(best->second);
      at = best->first;
    }
    return edges;
  }
  std::map<Node, std::vector<std::pair<Node, Edge>>> onward;
  std::vector<Node> layer = {end};
  while (!layer.empty() && layer[0] != start) {
    std::vector<Node> earlier;
    for (const Node node : layer)
      for (const auto& [before, edge] : before_[number(node)]) {
        auto& list = onward[before];
        if (list.empty()) earlier.push_back(before);
        list.emplace_back(node, edge);
        work_.step();
      }
    layer = std::move(earlier);
  }
  for (Node at = start; at != end;) {
    const auto best = least(onward[at]);
    edges.push_back(best->second);
    at = best->first;
  }
  return edges;
}

/// The shortest trails back to where they began: an edge, and the shortest way back without it.
std::vector<std::vector<Edge>> Matcher::closed_walks(const EdgePattern& edge, Node start,
                                                     bool all) {
  std::vector<std::pair<Edge, Node>> first;
  const auto take = [&](std::uint32_t arc, Node other) {
    if (holds(edge, Edge{arc})) first.emplace_back(Edge{arc}, other);
    return true;
  };
  const Doubt doubt = row_->doubt;
  each_arc(edge, start, false, std::nullopt, take);
  row_->doubt = doubt;
  std::vector<std::vector<Edge>> found;
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (const auto& [arc, other] : first) {
    std::vector<std::vector<Edge>> ways = {{}};
    if (other != start) {
      flood(edge, other, false, start, edge.repeats.most - 1, arc);
      if (level_[static_cast<std::uint32_t>(start)] == not_reached) continue;
      ways = sequences(other, start, false, all);
    }
    for (std::vector<Edge>& way : ways) {
      way.insert(way.begin(), arc);
      if (way.size() > least) continue;
      if (way.size() < least) found.clear();
      least = way.size();
      found.push_back(std::move(way));
    }
  }
  std::sort(found.begin(), found.end());
  if (!all && found.size() > 1) found.resize(1);
  return found;
}

}  // namespace entente::query

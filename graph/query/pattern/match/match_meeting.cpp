// Between two known ends: levels grow from both, always the smaller one, until they meet (I. Pohl,
// Machine Intelligence 6, 1971). What is left behind are the ways of the least length, as a search
// from one end leaves them.

#include <algorithm>

#include "query/pattern/match/group_run.hpp"

namespace entente::query {
namespace {

constexpr std::uint32_t not_met = 0xFFFFFFFF;

std::uint32_t place(Node node) {
  return static_cast<std::uint32_t>(node);
}

}  // namespace

/// A level further from one side. Returns those of it that the other side has reached.
std::vector<Node> Matcher::grow(const EdgePattern& edge, bool reversed, Frontier& side,
                                const Frontier& other) {
  std::vector<Node> next;
  std::vector<Node> met;
  ++side.depth;
  const auto take = [&](std::uint32_t arc, Node to) {
    if (side.level[place(to)] != not_met || !holds(edge, Edge{arc})) return true;
    side.level[place(to)] = side.depth;
    next.push_back(to);
    if (other.level[place(to)] != not_met) met.push_back(to);
    return true;
  };
  const Doubt doubt = row_->doubt;
  for (const Node node : side.nodes) each_arc(edge, node, reversed, std::nullopt, take);
  row_->doubt = doubt;
  side.touched.insert(side.touched.end(), next.begin(), next.end());
  side.nodes = std::move(next);
  return met;
}

/// Notes the edges of all shortest ways that lead to a node from one level nearer, on either side
/// of where the sides met.
void Matcher::note_ways(const EdgePattern& edge, bool reversed, const Frontier& side,
                        std::vector<Node> nodes, std::uint32_t length) {
  std::vector<std::uint8_t>& is_noted = reversed ? noted_right_ : noted_left_;
  is_noted.resize(store_.node_count(), 0);
  std::vector<Node> all = nodes;
  for (const Node node : nodes) is_noted[place(node)] = 1;
  const Doubt doubt = row_->doubt;
  for (std::uint32_t depth = side.level[place(nodes.front())]; depth > 0; --depth) {
    std::vector<Node> nearer;
    for (const Node node : nodes) {
      const auto take = [&](std::uint32_t arc, Node to) {
        if (side.level[place(to)] != depth - 1 || !holds(edge, Edge{arc})) return true;
        // From left to right, whichever side is looked at.
        const Node left = reversed ? node : to;
        const Node right = reversed ? to : node;
        lead(left, Edge{arc}, right);
        level_[place(right)] = reversed ? length - (depth - 1) : depth;
        reached_.push_back(right);
        if (is_noted[place(to)] == 0) {
          is_noted[place(to)] = 1;
          nearer.push_back(to);
        }
        return true;
      };
      each_arc(edge, node, !reversed, std::nullopt, take);
    }
    all.insert(all.end(), nearer.begin(), nearer.end());
    nodes = std::move(nearer);
  }
  row_->doubt = doubt;
  for (const Node node : all) is_noted[place(node)] = 0;
}

/// As flood() leaves levels and what leads to each node, but only of the shortest ways from start
/// to target.
void Matcher::meet(const EdgePattern& edge, Node start, Node target, std::int64_t most) {
  if (level_.empty()) claim_.add(static_cast<std::int64_t>(store_.node_count()) * 40);
  level_.resize(store_.node_count(), not_met);
  before_.resize(store_.node_count());
  for (const Node node : reached_) {
    level_[place(node)] = not_met;
    before_[place(node)].clear();
  }
  reached_ = {start};
  level_[place(start)] = 0;
  for (Frontier* side : {&left_, &right_}) {
    side->level.resize(store_.node_count(), not_met);
    for (const Node node : side->touched) side->level[place(node)] = not_met;
    const Node first = side == &left_ ? start : target;
    side->nodes = {first};
    side->touched = {first};
    side->depth = 0;
    side->level[place(first)] = 0;
  }
  std::vector<Node> met;
  while (met.empty() && !left_.nodes.empty() && !right_.nodes.empty()) {
    if (static_cast<std::int64_t>(left_.depth) + right_.depth >= most) return;
    const bool grows_left = left_.nodes.size() <= right_.nodes.size();
    met = grows_left ? grow(edge, false, left_, right_) : grow(edge, true, right_, left_);
  }
  if (met.empty()) return;
  const std::uint32_t length = left_.depth + right_.depth;
  note_ways(edge, false, left_, met, length);
  note_ways(edge, true, right_, met, length);
}

}  // namespace entente::query

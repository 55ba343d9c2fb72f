// Levels grow from both ends, always the smaller one, until they meet; from there back along what
// lies one level nearer to either end.

#include "answer/paths/local_paths.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <entente/facts/local_facts.hpp>

#include "algorithm/run_guard.hpp"

namespace entente::answers {
namespace {

using Levels = std::unordered_map<EntityId, std::uint32_t>;

class Meeting {
 public:
  Meeting(const Question& question, const Selection& selection, const std::vector<EntityId>& avoid)
      : graph_(question.graph), selection_(selection), guard_(question.run), avoid_(avoid) {}

  std::vector<EntityId> between(EntityId from, EntityId to) {
    Side left{.forward = true};
    Side right{.forward = false};
    begin(left, from);
    begin(right, to);
    std::vector<EntityId> met;
    while (met.empty() && !left.last.empty() && !right.last.empty())
      met = left.last.size() <= right.last.size() ? grow(left, right) : grow(right, left);
    std::vector<EntityId> found = {from, to};
    for (const Side* side : {&left, &right})
      if (!met.empty()) trace(*side, met, found);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  /// What is reached from one end.
  struct Side {
    bool forward = true;  ///< along the relations, or against them
    Levels level = {};
    std::vector<EntityId> last = {};
    std::uint32_t depth = 0;
  };

  static void begin(Side& side, EntityId entity) {
    side.level.emplace(entity, 0);
    side.last = {entity};
  }

  [[nodiscard]] bool may_walk(RelationId relation, EntityId start) const {
    if (selection_.direction == Direction::both ||
        graph_.type(relation).symmetry == Symmetry::symmetric)
      return true;
    return (selection_.direction == Direction::out ? graph_.from(relation) : graph_.to(relation)) ==
           start;
  }

  /// Those one hop from the entities, walked forward or against.
  template <typename Visit>
  void each_step(const std::vector<EntityId>& entities, bool forward, Visit visit) {
    std::vector<EntityId> sorted = entities;
    std::sort(sorted.begin(), sorted.end());
    for (const SelectedRelation& row : facts_at(graph_, selection_, sorted).relations) {
      guard_.work(1);
      const EntityId a = graph_.from(row.relation);
      const EntityId b = graph_.to(row.relation);
      for (const auto& [start, other] : {std::pair(a, b), std::pair(b, a)})
        if (std::ranges::binary_search(sorted, start) &&
            may_walk(row.relation, forward ? start : other))
          visit(start, other);
    }
  }

  /// A level further; returns those of it that the other side has reached.
  std::vector<EntityId> grow(Side& side, const Side& other) {
    std::vector<EntityId> next;
    std::vector<EntityId> met;
    ++side.depth;
    each_step(side.last, side.forward, [&](EntityId, EntityId entity) {
      if (std::ranges::find(avoid_, entity) != avoid_.end()) return;
      if (!side.level.emplace(entity, side.depth).second) return;
      next.push_back(entity);
      if (other.level.contains(entity)) met.push_back(entity);
    });
    side.last = std::move(next);
    return met;
  }

  /// From where the sides met back to an end.
  void trace(const Side& side, std::vector<EntityId> level, std::vector<EntityId>& found) {
    for (std::uint32_t depth = side.level.at(level.front()); depth > 0; --depth) {
      found.insert(found.end(), level.begin(), level.end());
      std::vector<EntityId> nearer;
      each_step(level, !side.forward, [&](EntityId, EntityId entity) {
        const auto known = side.level.find(entity);
        if (known != side.level.end() && known->second == depth - 1) nearer.push_back(entity);
      });
      std::sort(nearer.begin(), nearer.end());
      nearer.erase(std::unique(nearer.begin(), nearer.end()), nearer.end());
      level = std::move(nearer);
    }
  }

  const Graph& graph_;
  const Selection& selection_;
  kernel::RunGuard guard_;
  const std::vector<EntityId>& avoid_;
};

}  // namespace

std::vector<EntityId> on_shortest_paths(const Question& question, const Selection& selection,
                                        EntityId from, EntityId to,
                                        const std::vector<EntityId>& avoid) {
  return Meeting(question, selection, avoid).between(from, to);
}

}  // namespace entente::answers

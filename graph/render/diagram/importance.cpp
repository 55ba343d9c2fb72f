#include "render/diagram/importance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>

namespace entente {
namespace {

/// How much a kind weighs, by what it is drawn as.
double weight_of(std::string_view drawing_class) {
  constexpr std::array<std::pair<std::string_view, double>, 7> weights = {{{"country", 1.5},
                                                                           {"organisation", 1.3},
                                                                           {"agreement", 1.2},
                                                                           {"person", 1.2},
                                                                           {"event", 1.0},
                                                                           {"body", 0.9},
                                                                           {"post", 0.7}}};
  for (const auto& [name, weight] : weights)
    if (name == drawing_class) return weight;
  return 0.5;
}

/// How many of the ties lead apart: their number less the mean number of ties among their ends.
double effective_size(const Neighbours& neighbours, const std::set<EntityId>& own) {
  constexpr std::size_t too_many = 500;
  const auto count = static_cast<double>(own.size());
  if (own.size() < 2 || own.size() > too_many) return count;
  double among = 0;
  for (const EntityId one : own) {
    const std::set<EntityId>& others = neighbours.at(one);
    for (const EntityId other : own) among += one < other && others.contains(other) ? 1 : 0;
  }
  return count - 2 * among / count;
}

/// Entities by kind, the first to go first.
class Standing {
 public:
  Standing(const Graph& graph, Neighbours neighbours,
           const std::function<bool(EntityId)>& must_stay)
      : neighbours_(std::move(neighbours)) {
    for (const auto& [entity, matters] : importance(graph, neighbours_))
      members_.emplace(entity, Member{graph.kind(entity), must_stay(entity), matters});
    for (const auto& [entity, member] : members_) {
      queues_[member.kind].emplace(key_of(entity));
      ++all_[member.kind];
    }
  }

  [[nodiscard]] std::size_t size() const { return members_.size(); }

  /// Takes the least important one out of the kind that is furthest above its share, or, where no
  /// kind has more than one left, the least important of all; whoever is tied to nobody else goes
  /// before all others.
  void drop() {
    const auto above = [&](std::string_view kind) {
      const auto left = static_cast<double>(queues_.at(kind).size());
      const bool can_go = left > 0 && !std::get<0>(*queues_.at(kind).begin());
      const bool is_alone = can_go && !std::get<1>(*queues_.at(kind).begin());
      const double share = left / std::sqrt(static_cast<double>(all_.at(kind)));
      const double matters = can_go ? std::get<2>(*queues_.at(kind).begin()).first : 0;
      return std::tuple(can_go, is_alone, left > 1 ? share : 0, -matters);
    };
    const auto kind = std::max_element(
        queues_.begin(), queues_.end(),
        [&](const auto& a, const auto& b) { return above(a.first) < above(b.first); });
    const EntityId gone = std::get<3>(*kind->second.begin());
    kind->second.erase(kind->second.begin());
    members_.erase(gone);
    for (const EntityId other : neighbours_.at(gone)) {
      auto& queue = queues_.at(members_.at(other).kind);
      queue.erase(key_of(other));
      neighbours_.at(other).erase(gone);
      queue.insert(key_of(other));
    }
    neighbours_.erase(gone);
  }

  [[nodiscard]] std::vector<EntityId> entities() const {
    std::vector<EntityId> result;
    for (const auto& [entity, member] : members_) result.push_back(entity);
    return result;
  }

 private:
  struct Member {
    std::string_view kind = {};
    bool stays = false;
    double importance = 0;
  };
  /// Who must stay last, who is tied to nobody first; of equals the later record first.
  using Key = std::tuple<bool, bool, std::pair<double, std::ptrdiff_t>, EntityId>;

  [[nodiscard]] Key key_of(EntityId entity) const {
    const Member& member = members_.at(entity);
    return {member.stays,
            !neighbours_.at(entity).empty(),
            {member.importance, -static_cast<std::ptrdiff_t>(index(entity))},
            entity};
  }

  Neighbours neighbours_;
  std::map<EntityId, Member> members_;
  std::map<std::string_view, std::set<Key>> queues_;
  std::map<std::string_view, std::size_t> all_;
};

}  // namespace

std::map<EntityId, double> importance(const Graph& graph, const Neighbours& neighbours) {
  std::map<EntityId, double> result;
  for (const auto& [entity, own] : neighbours) {
    const std::string_view id = graph.kind(entity);
    const Kind* kind = graph.vocabulary().find_kind(id);
    const double weight = weight_of(kind ? std::string_view(kind->drawing_class) : id);
    result.emplace(entity, weight * std::log2(1 + effective_size(neighbours, own)));
  }
  return result;
}

std::vector<EntityId> most_important(const Graph& graph, Neighbours neighbours,
                                     const std::function<bool(EntityId)>& must_stay,
                                     std::size_t most) {
  Standing standing(graph, std::move(neighbours), must_stay);
  while (standing.size() > most) standing.drop();
  return standing.entities();
}

}  // namespace entente

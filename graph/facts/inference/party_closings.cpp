// Seen from an agreement, those that came after it lie on chains of supersessions. A chain has
// passed on the last day of its latest step, so a search in the order of these days (a bottleneck
// shortest path: Pollack, Operations Research 8 (1960) 733) meets every later agreement first on
// the day that counts; again only by way of a first step of a smaller id. It ends where every
// party's ties are closed by earlier days.

#include "facts/inference/party_closings.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "facts/attribute_code.hpp"

namespace entente {

namespace {

/// A dated supersession.
struct Step {
  EntityId older = {};
  RelationId by = {};
  EntityId newer = {};
  Day last = {};  ///< the last day it can have happened
  bool qualified = false;
  bool for_all = false;  ///< it ended the older agreement for everybody
};

/// A party that joined an agreement.
struct Joined {
  EntityId party = {};
  Beginning begun;
};

/// Where a search stands: a later agreement, reached on that day by way of that first step.
struct Reached {
  Day day = {};
  RelationId by = {};
  bool qualified = false;
  EntityId agreement = {};
  friend bool operator>(const Reached& a, const Reached& b) {
    return std::tie(a.day, a.by, a.qualified, a.agreement) >
           std::tie(b.day, b.by, b.qualified, b.agreement);
  }
};

/// A day by which ties of a party have ended.
struct Ending {
  Day day = {};
  RelationId by = {};
  bool qualified = false;
  friend bool operator<(const Ending& a, const Ending& b) {
    return std::tie(a.day, a.by, a.qualified) < std::tie(b.day, b.by, b.qualified);
  }
};

/// A party's ties to the agreement that can be closed.
struct Bound {
  std::vector<std::pair<RelationId, Day>> ties = {};  ///< each with the first day it can end on
  Day last_least = day_min;                           ///< the last of these days
  std::vector<Ending> endings = {};
  bool open = true;  ///< later days may still close one of them
};

bool says_for_all(const Graph::Store& store, RelationId relation) {
  const std::span<const char> code = store.relations.attribute_code(index(relation));
  if (code.empty()) return false;
  const Attributes attributes = decode(code);
  const AttributeValue* value = find_attribute(attributes, "closes");
  return value != nullptr && *value == AttributeValue(Scalar(std::string("all")));
}

class Parties {
 public:
  explicit Parties(const InferenceEvidence& evidence) : evidence_(evidence) {
    for (const RelationId relation : evidence_.closers(Closes::parties_of_object)) add(relation);
    std::sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) {
      return std::tie(a.older, a.by) < std::tie(b.older, b.by);
    });
    for (const Step& step : steps_) add_parties_of(step.newer);
  }

  std::vector<Closing> run() {
    for (std::size_t i = 0; i < steps_.size();) {
      const std::span<const Step> steps = steps_from(steps_[i].older);
      close_at(steps);
      i += steps.size();
    }
    return std::move(closings_);
  }

 private:
  using Parts = std::unordered_map<EntityId, Bound>;

  void add(RelationId relation) {
    const Graph::Store& store = evidence_.store();
    const auto passed = evidence_.passing(relation);
    if (!passed || store.relations.from[index(relation)] == store.relations.to[index(relation)])
      return;
    steps_.push_back({.older = store.relations.to[index(relation)],
                      .by = relation,
                      .newer = store.relations.from[index(relation)],
                      .last = passed->last,
                      .qualified = passed->qualified,
                      .for_all = says_for_all(store, relation)});
  }

  [[nodiscard]] bool is_party(RelationId tie) const {
    return evidence_.store().type_of(tie).id == party_type;
  }
  [[nodiscard]] EntityId party(RelationId tie) const {
    return evidence_.store().relations.from[index(tie)];
  }

  void add_parties_of(EntityId agreement) {
    const auto [joined, first] = joined_.try_emplace(agreement);
    if (!first) return;
    for (const RelationId tie : evidence_.ties_to(agreement)) {
      if (!is_party(tie)) continue;
      const auto begun = evidence_.beginning(tie);
      if (!begun) continue;
      joined->second.push_back({party(tie), *begun});
      if (joined->second.size() == 1 || (joined->second.end() - 2)->party != party(tie))
        where_.emplace(party(tie), agreement);
    }
  }

  /// Whether it joined an agreement other than this.
  [[nodiscard]] bool joined_another(EntityId party, EntityId agreement) const {
    const auto [begin, end] = where_.equal_range(party);
    return std::any_of(begin, end, [&](const auto& one) { return one.second != agreement; });
  }

  [[nodiscard]] std::span<const Step> steps_from(EntityId older) const {
    const auto [begin, end] =
        std::equal_range(steps_.begin(), steps_.end(), Step{.older = older},
                         [](const Step& a, const Step& b) { return a.older < b.older; });
    return {begin, end};
  }

  void close_at(std::span<const Step> steps) {
    Parts parts;
    for (const RelationId tie : evidence_.ties_to(steps.front().older)) {
      if (!is_party(tie)) continue;
      const auto closable = evidence_.closable(tie);
      if (!closable) continue;
      Bound& bound = parts[party(tie)];
      bound.ties.emplace_back(tie, closable->least);
      bound.last_least = std::max(bound.last_least, closable->least);
    }
    if (parts.empty()) return;
    for (const Step& step : steps)
      if (step.for_all)
        for (auto& [party, bound] : parts)
          bound.endings.push_back({step.last, step.by, step.qualified});
    follow(steps, parts);
    for (auto& [party, bound] : parts) close(bound);
  }

  /// Each tie by the earliest ending that does not contradict what is known of it.
  void close(Bound& bound) {
    std::sort(bound.endings.begin(), bound.endings.end());
    for (const auto& [tie, least] : bound.ties) {
      const auto ending =
          std::lower_bound(bound.endings.begin(), bound.endings.end(), least,
                           [](const Ending& one, Day day) { return one.day < day; });
      if (ending != bound.endings.end() && ending->day <= evidence_.last_day_of_ends(tie))
        closings_.push_back({tie, ending->by, ending->day, ending->qualified});
    }
  }

  /// Gathers the endings that later agreements give.
  void follow(std::span<const Step> steps, Parts& parts) const {
    std::size_t open = 0;
    for (auto& [party, bound] : parts) {
      bound.open = joined_another(party, steps.front().older);
      open += bound.open ? 1 : 0;
    }
    std::priority_queue<std::pair<Day, EntityId>, std::vector<std::pair<Day, EntityId>>,
                        std::greater<>>
        closing;  // by the day on which the last of a party's ties has ended
    std::unordered_map<EntityId, RelationId> best;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
    for (const Step& step : steps) queue.push({step.last, step.by, step.qualified, step.newer});
    while (!queue.empty() && open > 0) {
      const Reached at = queue.top();
      queue.pop();
      for (; !closing.empty() && closing.top().first < at.day; closing.pop())
        if (std::exchange(parts.at(closing.top().second).open, false)) --open;
      const auto [known, first] = best.try_emplace(at.agreement, at.by);
      if (!first && known->second <= at.by) continue;
      known->second = at.by;
      meet(at, parts, closing);
      for (const Step& step : steps_from(at.agreement))
        queue.push(
            {std::max(at.day, step.last), at.by, at.qualified || step.qualified, step.newer});
    }
  }

  template <class Queue>
  void meet(const Reached& at, Parts& parts, Queue& closing) const {
    const auto joined = joined_.find(at.agreement);
    if (joined == joined_.end()) return;
    for (const auto& [party, begun] : joined->second) {
      const auto part = parts.find(party);
      const Day day = std::max(at.day, begun.last);
      if (part == parts.end() || !part->second.open || begun.end_max < day) continue;
      part->second.endings.push_back({day, at.by, at.qualified || begun.qualified});
      if (day >= part->second.last_least) closing.push({day, party});
    }
  }

  const InferenceEvidence& evidence_;
  std::vector<Step> steps_;                                   // by the older agreement, then by id
  std::unordered_map<EntityId, std::vector<Joined>> joined_;  // by agreement that superseded
  std::unordered_multimap<EntityId, EntityId> where_;         // a party joined
  std::vector<Closing> closings_;
};

}  // namespace

std::vector<Closing> close_parties(const InferenceEvidence& evidence) {
  return Parties(evidence).run();
}

}  // namespace entente

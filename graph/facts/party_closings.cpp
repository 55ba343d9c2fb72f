// Seen from an agreement, those that came after it lie on chains of supersessions. A chain has
// passed on the last day of its latest step, so a search in the order of these days (a bottleneck
// shortest path: Pollack, Operations Research 8 (1960) 733) meets every later agreement first on
// the day that counts.

#include "facts/party_closings.hpp"

#include <algorithm>
#include <map>
#include <queue>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <variant>

#include "facts/attribute_code.hpp"

namespace entente {

namespace {

constexpr std::string_view party_type = "party_to";

/// A dated supersession.
struct Step {
  EntityId older = {};
  RelationId by = {};
  EntityId newer = {};
  Day last = 0;  ///< the last day it can have happened
  bool qualified = false;
  bool for_all = false;  ///< it ended the older agreement for everybody
};

/// A party that joined an agreement.
struct Joined {
  EntityId party = {};
  Beginning begun;
};

/// Where a search stands: a later agreement, reached on that day.
struct Reached {
  Day day = 0;
  bool qualified = false;
  EntityId agreement = {};
  friend bool operator>(const Reached& a, const Reached& b) {
    return std::tie(a.day, a.qualified, a.agreement) > std::tie(b.day, b.qualified, b.agreement);
  }
};

bool says_for_all(const Graph::Store& store, RelationId relation) {
  const auto& rows = store.relations.attributes;
  const std::uint32_t i = index(relation);
  if (rows[i] == rows[i + 1]) return false;
  const Attributes attributes = decode(store.relations.attribute_bytes.part(rows[i], rows[i + 1]));
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
      joiners_.insert(party(tie));
    }
  }

  [[nodiscard]] std::span<const Step> steps_from(EntityId older) const {
    const auto [begin, end] =
        std::equal_range(steps_.begin(), steps_.end(), Step{.older = older},
                         [](const Step& a, const Step& b) { return a.older < b.older; });
    return {begin, end};
  }

  /// What ends each party's ties to one agreement, as far as it is known.
  struct Ending {
    Day day = day_max;
    RelationId by = {};
    bool qualified = false;
    [[nodiscard]] bool comes_before(const Ending& other) const {
      return std::tie(day, by) < std::tie(other.day, other.by);
    }
  };
  using Ties = std::unordered_map<EntityId, std::vector<RelationId>>;

  void close_at(std::span<const Step> steps) {
    Ties ties;
    for (const RelationId tie : evidence_.ties_to(steps.front().older))
      if (is_party(tie) && evidence_.is_closable(tie)) ties[party(tie)].push_back(tie);
    if (ties.empty()) return;
    std::map<RelationId, Ending> endings;
    for (const Step& step : steps) {
      if (step.for_all)
        for (const auto& [party, theirs] : ties)
          offer(theirs, {step.last, step.by, step.qualified}, endings);
      follow(step, ties, endings);
    }
    for (const auto& [tie, ending] : endings)
      closings_.push_back({tie, ending.by, ending.day, ending.qualified});
  }

  void offer(const std::vector<RelationId>& ties, const Ending& ending,
             std::map<RelationId, Ending>& endings) const {
    for (const RelationId tie : ties) {
      if (!evidence_.can_end_by(tie, ending.day)) continue;
      const auto [known, first] = endings.try_emplace(tie, ending);
      if (!first && ending.comes_before(known->second)) known->second = ending;
    }
  }

  /// Offers what the agreements reached by way of the step say of the ties.
  void follow(const Step& first, const Ties& ties, std::map<RelationId, Ending>& endings) const {
    std::unordered_set<EntityId> open;  // parties that may be found further on
    for (const auto& [party, theirs] : ties)
      if (joiners_.contains(party)) open.insert(party);
    std::unordered_set<EntityId> seen;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
    queue.push({first.last, first.qualified, first.newer});
    while (!queue.empty() && !open.empty()) {
      const Reached at = queue.top();
      queue.pop();
      if (!seen.insert(at.agreement).second) continue;
      meet(at, first, ties, open, endings);
      for (const Step& step : steps_from(at.agreement))
        queue.push({std::max(at.day, step.last), at.qualified || step.qualified, step.newer});
    }
  }

  /// A party whose tie here ends by the day reached is not looked for any further: later days
  /// follow.
  void meet(const Reached& at, const Step& first, const Ties& ties,
            std::unordered_set<EntityId>& open, std::map<RelationId, Ending>& endings) const {
    const auto joined = joined_.find(at.agreement);
    if (joined == joined_.end()) return;
    for (const auto& [party, begun] : joined->second) {
      const auto theirs = ties.find(party);
      const Day day = std::max(at.day, begun.last);
      if (theirs == ties.end() || begun.end_max < day) continue;
      offer(theirs->second, {day, first.by, at.qualified || begun.qualified}, endings);
      const auto is_closed = [&](RelationId tie) {
        const auto ending = endings.find(tie);
        return ending != endings.end() &&
               (ending->second.day < at.day ||
                (ending->second.day == at.day && ending->second.by == first.by));
      };
      if (std::all_of(theirs->second.begin(), theirs->second.end(), is_closed)) open.erase(party);
    }
  }

  const InferenceEvidence& evidence_;
  std::vector<Step> steps_;                                   // by the older agreement, then by id
  std::unordered_map<EntityId, std::vector<Joined>> joined_;  // by agreement that superseded
  std::unordered_set<EntityId> joiners_;
  std::vector<Closing> closings_;
};

}  // namespace

std::vector<Closing> close_parties(const InferenceEvidence& evidence) {
  return Parties(evidence).run();
}

}  // namespace entente

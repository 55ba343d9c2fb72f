// Newman 2001: authors share papers; here entities share agreements, bodies or events.
// M. E. J. Newman, Scientific collaboration networks II, Phys. Rev. E 64, 016132.

#include "network/one_mode.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/error.hpp>
#include <entente/network/network.hpp>

#include "facts/criteria.hpp"
#include "facts/folding.hpp"
#include "facts/graph_store.hpp"
#include "facts/precedence.hpp"
#include "network/network_builder.hpp"

namespace entente {

namespace {

constexpr std::size_t most_rows = 200'000'000;  // two a pair, at least

/// A selected relation between a hub and one of its members.
struct Tie {
  EntityId hub = {};
  std::uint32_t type = 0;  ///< 0 unless types are kept apart
  EntityId member = {};
  FoldedLeg leg = {};
};

/// A member of one hub with its ties there.
struct Member {
  EntityId entity = {};
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A relation that a folded tie rests on, and how certain the tie is by it.
struct Grounds {
  RelationId relation = {};
  Verdict verdict = Verdict::no;
};

class OneMode {
 public:
  OneMode(const Graph& graph, const SelectedFacts& facts, const Projection& projection,
          const Criteria& criteria)
      : graph_(graph),
        facts_(facts),
        projection_(projection),
        answers_(graph.store(), criteria),
        folds_(graph, answers_),
        least_(criteria.least),
        hub_kinds_(kinds_of(graph.vocabulary(), projection.over)) {}

  Network run() {
    gather_ties();
    gather_undated();
    for (std::size_t begin = 0, end = 0; begin < ties_.size(); begin = end) {
      end = begin;
      while (end < ties_.size() && same_group(ties_[begin], ties_[end])) ++end;
      project(members(begin, end));
    }
    if (!doubted_) columns_.verdict.clear();
    return build_network(vertices(), columns_, plan());
  }

 private:
  [[nodiscard]] bool is_hub(EntityId entity) const {
    return hub_kinds_[graph_.store().entities.kind[index(entity)]] != 0;
  }

  static bool same_group(const Tie& a, const Tie& b) { return a.hub == b.hub && a.type == b.type; }

  void gather_ties() {
    for (const SelectedRelation& selected : facts_.relations) {
      const EntityId from = graph_.from(selected.relation);
      const EntityId to = graph_.to(selected.relation);
      if (is_hub(from) == is_hub(to)) continue;
      const bool by_type = projection_.parallels == Parallels::merged_by_type;
      const std::uint32_t type =
          by_type ? graph_.store().relations.type[index(selected.relation)] : 0U;
      ties_.push_back(
          {is_hub(from) ? from : to, type, is_hub(from) ? to : from, folds_.leg(selected)});
      counts_.add(selected.verdict);
    }
    // Types come first, since builders want their groups ascending.
    const auto key = [](const Tie& t) {
      return std::tuple(t.type, t.hub, t.member, t.leg.relation);
    };
    std::sort(ties_.begin(), ties_.end(),
              [&](const Tie& a, const Tie& b) { return key(a) < key(b); });
  }

  void gather_undated() {
    for (const RelationId relation : facts_.undated) {
      const EntityId from = graph_.from(relation);
      const EntityId to = graph_.to(relation);
      if (is_hub(from) != is_hub(to))
        undated_.push_back(is_hub(from) ? std::pair(from, to) : std::pair(to, from));
    }
    std::sort(undated_.begin(), undated_.end());
  }

  [[nodiscard]] bool is_tied_undated(const Member& member) const {
    return std::binary_search(undated_.begin(), undated_.end(),
                              std::pair(ties_[member.begin].hub, member.entity));
  }

  void join(const Member& member) {
    if (member.end - member.begin == 1 && ties_[member.begin].leg.plain) return;
    std::vector<FoldedLeg> legs;
    for (std::size_t i = member.begin; i < member.end; ++i) legs.push_back(ties_[i].leg);
    folds_.join(legs);
    for (std::size_t i = 0; i < legs.size(); ++i) ties_[member.begin + i].leg = legs[i];
  }

  [[nodiscard]] std::vector<Member> members(std::size_t begin, std::size_t end) {
    std::vector<Member> list;
    for (std::size_t i = begin; i < end; ++i) {
      if (list.empty() || list.back().entity != ties_[i].member)
        list.push_back({ties_[i].member, i, i});
      list.back().end = i + 1;
    }
    for (const Member& member : list) join(member);
    return list;
  }

  void project(const std::vector<Member>& members) {
    const double share = projection_.weighting == Weighting::newman && members.size() > 1
                             ? 1.0 / static_cast<double>(members.size() - 1)
                             : 1.0;
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = i + 1; j < members.size(); ++j) add_pair(members[i], members[j], share);
    ++group_;
  }

  // What a tie of two members rests on: relations that hold together with one of the other's.
  [[nodiscard]] std::vector<Grounds> grounds(const Member& a, const Member& b) const {
    std::vector<Grounds> found;
    const auto add = [&](const Member& member, const Member& other) {
      for (std::size_t i = member.begin; i < member.end; ++i) {
        Verdict best = Verdict::no;
        for (std::size_t j = other.begin; j < other.end; ++j)
          best = best | folds_.fold(ties_[i].leg, ties_[j].leg, ties_[i].hub);
        if (best >= least_) found.push_back({ties_[i].leg.relation, best});
      }
    };
    add(a, b);
    add(b, a);
    return found;
  }

  // A pair is a row for each of the relations it rests on; the first row carries the weight.
  void add_pair(const Member& a, const Member& b, double share) {
    if (columns_.from.size() + apart_.size() >= most_rows)
      throw LimitReached("projection-size",
                         "more than 100 million pairs share a hub; select fewer relations");
    double weight = share;
    const std::vector<Grounds> found = grounds(a, b);
    if (found.empty()) note_apart(a, b);
    for (const Grounds& one : found) {
      columns_.from.push_back(a.entity);
      columns_.to.push_back(b.entity);
      columns_.relation.push_back(one.relation);
      columns_.precedence.push_back(precedence(graph_.store(), {one.relation, one.verdict}));
      if (projection_.weighting != Weighting::unit)
        columns_.weight.push_back(std::exchange(weight, 0.0));
      columns_.verdict.push_back(one.verdict);
      doubted_ = doubted_ || one.verdict != Verdict::yes;
      if (projection_.parallels != Parallels::merged)
        columns_.group.push_back(projection_.parallels == Parallels::kept ? group_
                                                                          : ties_[a.begin].type);
    }
  }

  // What has no date may hold with all that has.
  void note_apart(const Member& a, const Member& b) {
    if (is_tied_undated(a) || is_tied_undated(b)) return;
    apart_.push_back(
        {a.entity, b.entity, ties_[a.begin].leg.relation, ties_[b.begin].leg.relation});
  }

  // Those that nothing else ties. Members stand by entity, so that pairs do, too.
  [[nodiscard]] std::vector<ApartPair> never_tied() {
    if (apart_.empty()) return {};
    std::vector<std::pair<EntityId, EntityId>> tied;
    for (std::size_t i = 0; i < columns_.from.size(); ++i)
      tied.emplace_back(columns_.from[i], columns_.to[i]);
    std::sort(tied.begin(), tied.end());
    const auto pair = [](const ApartPair& p) { return std::pair(p.a, p.b); };
    std::erase_if(apart_, [&](const ApartPair& p) {
      return std::binary_search(tied.begin(), tied.end(), pair(p));
    });
    std::stable_sort(apart_.begin(), apart_.end(),
                     [&](const ApartPair& p, const ApartPair& q) { return pair(p) < pair(q); });
    apart_.erase(
        std::unique(apart_.begin(), apart_.end(),
                    [&](const ApartPair& p, const ApartPair& q) { return pair(p) == pair(q); }),
        apart_.end());
    return std::move(apart_);
  }

  [[nodiscard]] std::vector<EntityId> vertices() const {
    std::vector<EntityId> kept;
    for (const EntityId entity : facts_.entities)
      if (!is_hub(entity)) kept.push_back(entity);
    return kept;
  }

  // Rows of one pair and hub always merge: kept apart are the hubs, by group.
  [[nodiscard]] NetworkPlan plan() {
    return {Direction::both, Parallels::merged, SelfLoops::dropped, WeightFold::sum,
            projection_,     counts_,           never_tied()};
  }

  const Graph& graph_;
  const SelectedFacts& facts_;
  const Projection& projection_;
  const Answers answers_;
  Folds folds_;
  const Verdict least_;
  const std::vector<std::uint8_t> hub_kinds_;
  std::vector<Tie> ties_;
  std::vector<std::pair<EntityId, EntityId>> undated_;  // hubs and members
  Counts counts_;
  std::uint32_t group_ = 0;
  bool doubted_ = false;
  EdgeColumns columns_;
  std::vector<ApartPair> apart_;
};

}  // namespace

Network one_mode(const Graph& graph, const SelectedFacts& facts, const Projection& projection,
                 const Criteria& criteria) {
  if (projection.weighting == Weighting::attribute)
    throw InvalidArgument("bad-projection",
                          "a one-mode network is weighed by count or after Newman, not by an "
                          "attribute of its relations");
  return OneMode(graph, facts, projection, criteria).run();
}

}  // namespace entente

#include "facts/spells.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include <entente/facts/local_facts.hpp>
#include <entente/query/spells.hpp>

#include "base/run_scope.hpp"
#include "facts/always.hpp"
#include "facts/criteria.hpp"

namespace entente {
namespace {

/// One end of an account, as written.
struct WrittenEnd {
  EndState state = EndState::unknown;
  Day low = day_min;
  Day high = day_max;
  std::string text = {};
};

/// The ends of all accounts of a spell.
struct WrittenEnds {
  std::vector<WrittenEnd> starts = {};
  std::vector<WrittenEnd> ends = {};

  /// A witness reports neither start nor end.
  void add(const When& when, const Bounds& b) {
    if (!when.is_interval()) return;
    const Endpoint start = when.start(Reading::interval);
    const Endpoint end = when.end(Reading::interval);
    starts.push_back({start.state(), b.start_min, b.start_max, std::string(start.text())});
    ends.push_back({end.state(), b.end_min, b.end_max, std::string(end.text())});
  }
};

/// A start that nothing is known of may lie before all others: then nothing is known of the
/// spell's.
bool is_unknown(const WrittenEnd& end) {
  return end.state == EndState::unknown;
}

std::string start_text(const std::vector<WrittenEnd>& starts) {
  const auto first = std::ranges::min_element(starts, {}, [](const WrittenEnd& end) {
    return std::tuple(end.high, -std::int64_t{end.low.count()}, end.text);
  });
  const bool earlier = std::ranges::any_of(
      starts, [&](const WrittenEnd& end) { return is_unknown(end) && first->low > end.low; });
  return earlier ? "" : first->text;
}

std::string end_text(const std::vector<WrittenEnd>& ends) {
  const auto last = std::ranges::min_element(ends, {}, [](const WrittenEnd& end) {
    return std::tuple(-std::int64_t{end.low.count()}, end.high, end.text);
  });
  const bool later = std::ranges::any_of(
      ends, [&](const WrittenEnd& end) { return is_unknown(end) && last->high < end.high; });
  return later ? "" : last->text;
}

class Writing {
 public:
  Writing(const Graph& graph, const Answers& answers) : graph_(graph), answers_(answers) {}

  [[nodiscard]] Spell spell(TieSpell tie) const {
    Spell spell{
        std::move(tie.relations), {}, {}, tie.accounts_differ ? Accounts::differ : Accounts::agree};
    if (tie.stretches.empty() || spell.relations.size() == 1) {
      spell.when = graph_.when(spell.relations.front());
      if (tie.stretches.empty())
        spell.bounds = graph_.bounds(spell.relations.front());
      else
        spell.bounds = hull(tie.stretches);
      return spell;
    }
    WrittenEnds ends;
    for (const RelationId relation : spell.relations)
      for (const auto& [when, dating] : accounts_of(relation))
        ends.add(when, held_in(dating, answers_.context(relation)));
    spell.bounds = hull(tie.stretches);
    spell.when = ends.starts.empty() ? graph_.when(spell.relations.front())
                                     : When::between(start_text(ends.starts), end_text(ends.ends));
    return spell;
  }

 private:
  /// What needs no date counts as always.
  [[nodiscard]] std::vector<DatedAccount> accounts_of(RelationId relation) const {
    std::vector<DatedAccount> accounts = answers_.accounts(relation);
    if (accounts.empty()) accounts.push_back({always_when(), always_dating()});
    return accounts;
  }

  static Bounds hull(const std::vector<Stretch>& stretches) {
    Bounds hull = stretches.front().bounds;
    for (const Stretch& stretch : stretches) {
      hull.start_min = std::min(hull.start_min, stretch.bounds.start_min);
      hull.start_max = std::min(hull.start_max, stretch.bounds.start_max);
      hull.end_min = std::max(hull.end_min, stretch.bounds.end_min);
      hull.end_max = std::max(hull.end_max, stretch.bounds.end_max);
    }
    return hull;
  }

  const Graph& graph_;
  const Answers& answers_;
};

/// Which relations may share their tie with another: all that do, and a few by chance.
class SeveralRecords {
 public:
  explicit SeveralRecords(const Graph::Store& store, std::size_t relations)
      : store_(store), once_(std::bit_ceil(8 * relations + 1)), twice_(once_.size()) {
    for (std::size_t i = 0; i < relations; ++i) {
      const std::size_t place = place_of(relation_of(i));
      if (once_[place]) twice_[place] = true;
      once_[place] = true;
    }
  }

  [[nodiscard]] bool contain(RelationId relation) const {
    return twice_[place_of(relation)] && !store_.has(relation, Trait::instant);
  }

 private:
  static RelationId relation_of(std::size_t i) {
    return static_cast<RelationId>(static_cast<std::uint32_t>(i));
  }
  [[nodiscard]] std::size_t place_of(RelationId relation) const {
    const TieKey key = tie_key(store_, relation);
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;
    std::uint64_t hash = (std::uint64_t{index(key.a)} << 32U | index(key.b)) * odd;
    hash ^=
        (std::uint64_t{key.type} << 8U | static_cast<std::uint64_t>(key.modality)) + (hash >> 29U);
    return (hash * odd >> 20U) & (once_.size() - 1);
  }

  const Graph::Store& store_;
  std::vector<bool> once_;
  std::vector<bool> twice_;
};

/// Of each relation asked about the end with fewer relations; none if these are more together than
/// the graph has.
std::optional<std::vector<EntityId>> nearer_ends(const Graph& graph,
                                                 std::span<const RelationId> relations) {
  std::vector<EntityId> ends;
  std::vector<bool> is_known(graph.entity_count());
  std::size_t touched = 0;
  for (const RelationId relation : relations) {
    if (graph.store().has(relation, Trait::instant)) continue;
    const EntityId from = graph.from(relation);
    const EntityId to = graph.to(relation);
    const EntityId end = graph.relations(to).size() < graph.relations(from).size() ? to : from;
    if (is_known[index(end)]) continue;
    is_known[index(end)] = true;
    ends.push_back(end);
    touched += graph.relations(end).size();
    if (touched > graph.relation_count()) return std::nullopt;
  }
  return ends;
}

using TieKeys = std::set<TieKey>;

/// The ties of several records among those of the relations.
TieKeys ties_of_several(const Graph::Store& store, std::vector<RelationId> relations) {
  std::sort(relations.begin(), relations.end());
  relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
  std::vector<TieKey> keys;
  for (const RelationId relation : relations)
    if (!store.has(relation, Trait::instant)) keys.push_back(tie_key(store, relation));
  std::sort(keys.begin(), keys.end());
  TieKeys several;
  for (std::size_t i = 1; i < keys.size(); ++i)
    if (keys[i] == keys[i - 1]) several.insert(keys[i]);
  return several;
}

/// Whether some of these are among the relations that a period keeps, and others are not. What is
/// asked throughout a period a tie may answer by all its records.
bool are_divided(const std::vector<RelationId>& spell, const std::set<RelationId>& kept,
                 const Selection& selection) {
  const auto count =
      std::ranges::count_if(spell, [&](RelationId one) { return kept.contains(one); });
  const bool all = static_cast<std::size_t>(count) == spell.size();
  return count > 0 && (!all || !selection.throughout.empty());
}

/// What keeps the same relations whenever they hold.
Selection at_any_time(Selection selection) {
  selection.as_of.clear();
  selection.during.clear();
  selection.throughout.clear();
  selection.attested_within.clear();
  selection.keep = Keep::certain_and_possible;
  return selection;
}

/// The records, whenever they hold, of ties of several records that these relations belong to.
class Records {
 public:
  Records(const Graph& graph, std::span<const RelationId> relations, const Selection& selection)
      : graph_(graph), relations_(relations), selection_(at_any_time(selection)) {}

  [[nodiscard]] std::vector<RelationId> all() {
    if (const auto ends = nearer_ends(graph_, relations_)) return near(*ends);
    const SeveralRecords several(graph_.store(), graph_.relation_count());
    const auto may_share = [&](RelationId relation) { return several.contain(relation); };
    note_asked(may_share);
    return keys_.empty() ? std::vector<RelationId>{}
                         : of(graph_.facts(selection_).relations, may_share);
  }
  /// Of the relations asked about those that belong to one.
  [[nodiscard]] const std::set<RelationId>& asked() const { return asked_; }

 private:
  /// Looking only at what the ends of the relations touch.
  std::vector<RelationId> near(const std::vector<EntityId>& ends) {
    std::vector<RelationId> touched;
    for (const EntityId end : ends)
      for (const RelationId relation : graph_.relations(end)) touched.push_back(relation);
    const TieKeys several = ties_of_several(graph_.store(), std::move(touched));
    const auto may_share = [&](RelationId relation) {
      return several.contains(tie_key(graph_.store(), relation));
    };
    note_asked(may_share);
    if (keys_.empty()) return {};
    std::vector<EntityId> with_several;
    for (const EntityId end : ends)
      if (std::ranges::any_of(keys_, [end](const TieKey& k) { return k.a == end || k.b == end; }))
        with_several.push_back(end);
    return of(facts_at(graph_, selection_, with_several).relations, may_share);
  }

  template <typename MayShare>
  void note_asked(MayShare may_share) {
    for (const RelationId relation : relations_) {
      if (graph_.store().has(relation, Trait::instant) || !may_share(relation)) continue;
      asked_.insert(relation);
      keys_.insert(tie_key(graph_.store(), relation));
    }
  }

  template <typename MayShare>
  [[nodiscard]] std::vector<RelationId> of(const std::vector<SelectedRelation>& rows,
                                           MayShare may_share) const {
    std::vector<RelationId> records;
    for (const SelectedRelation& row : rows)
      if (may_share(row.relation) && keys_.contains(tie_key(graph_.store(), row.relation)))
        records.push_back(row.relation);
    return records;
  }

  const Graph& graph_;
  std::span<const RelationId> relations_;
  Selection selection_;
  TieKeys keys_;
  std::set<RelationId> asked_;
};

}  // namespace

std::vector<RelationId> differing_accounts(const Graph& graph,
                                           std::span<const RelationId> relations,
                                           const Selection& selection) {
  for (const RelationId relation : relations)
    relation_in(graph.store(), relation, "differing_accounts");
  Records records(graph, relations, selection);
  const std::vector<RelationId> all = records.all();
  if (all.empty()) return {};
  std::vector<RelationId> differing;
  for (const Spell& spell : spells(graph, all, selection))
    if (spell.accounts == Accounts::differ &&
        are_divided(spell.relations, records.asked(), selection))
      differing.insert(differing.end(), spell.relations.begin(), spell.relations.end());
  std::ranges::sort(differing);
  return differing;
}

std::vector<Spell> spells(const Graph& graph, std::span<const RelationId> relations,
                          const Selection& selection) {
  for (const RelationId relation : relations) relation_in(graph.store(), relation, "spells");
  const Criteria criteria = read_selection(graph, selection);
  const Answers answers(graph.store(), criteria);
  const Writing writing(graph, answers);
  std::vector<Spell> list;
  Looks looks;
  for (TieSpell& tie : spells_of(graph.store(), answers, {relations.begin(), relations.end()})) {
    looks.step();
    list.push_back(writing.spell(std::move(tie)));
  }
  return list;
}

}  // namespace entente

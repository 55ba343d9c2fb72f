#include "facts/throughout.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "facts/spells.hpp"

namespace entente {

namespace {

bool is_about_every_day(const Condition& condition) {
  return condition.coverage == Coverage::every_day && !condition.window.is_one_day();
}

/// The same question about some day of every period.
Criteria of_some_day(Criteria criteria) {
  for (Condition& condition : criteria.conditions) condition.coverage = Coverage::some_day;
  criteria.least = Verdict::maybe;
  return criteria;
}

/// The relations of the ties that are present, whenever they held.
std::vector<RelationId> of_the_same_ties(const Graph::Store& store, Criteria criteria,
                                         const std::vector<SelectedRelation>& present) {
  criteria.conditions.clear();
  const Answers answers(store, criteria);
  std::set<TieKey> keys;
  for (const SelectedRelation& row : present) keys.insert(tie_key(store, row.relation));
  std::vector<RelationId> relations;
  for (const SelectedRelation& row : judge(store, criteria, answers).kept)
    if (keys.contains(tie_key(store, row.relation))) relations.push_back(row.relation);
  return relations;
}

/// Why a stretch may fill a window, or not.
Why why_of(const Bounds& b, const Window& window) {
  Why why = Why::none;
  if (b.start_max > window.first)
    why = b.start_min == day_min ? Why::no_start_reported : Why::imprecise;
  if (b.end_min < window.last)
    why = graver(why, b.end_max == day_max ? Why::no_end_reported : Why::imprecise);
  return why;
}

/// What a tie says of a period, and why it may be.
struct TieAnswer {
  Answer answer;
  Why why = Why::none;
};

/// Notes the better of the answers that a tie gives to each of its relations that hold some day.
class Raising {
 public:
  explicit Raising(const std::vector<SelectedRelation>& present) {
    for (const SelectedRelation& row : present)
      some_day_.emplace(row.relation, TieAnswer{{row.verdict, row.qualified}, row.why});
  }

  void add(const std::vector<Account>& accounts, const TieAnswer& tie) {
    for (const Account& account : accounts)
      if (const auto row = some_day_.find(account.relation); row != some_day_.end()) {
        const TieAnswer both{tie.answer & row->second.answer, graver(tie.why, row->second.why)};
        TieAnswer& best = found.try_emplace(account.relation, both).first->second;
        if (both.answer.verdict > best.answer.verdict) best = both;
      }
  }

  std::map<RelationId, TieAnswer> found;

 private:
  std::map<RelationId, TieAnswer> some_day_;
};

/// Stretches of one tie between which there may be no gap: in one world each begins as early and
/// ends as late as it can.
struct Chain {
  TieKey key = {};
  std::vector<const Stretch*> stretches = {};
  Bounds bounds = {};  ///< of all together

  [[nodiscard]] bool takes(const TieKey& other, const Stretch& stretch) const {
    return key == other && possibly_touch(bounds, stretch.bounds);
  }
  void add(const Stretch& stretch) {
    const Bounds& b = stretch.bounds;
    bounds = {std::min(bounds.start_min, b.start_min), std::min(bounds.start_max, b.start_max),
              std::max(bounds.end_min, b.end_min), std::max(bounds.end_max, b.end_max)};
    stretches.push_back(&stretch);
  }
  /// Why there may be a gap all the same.
  [[nodiscard]] Why why() const {
    const bool no_end = std::any_of(stretches.begin(), stretches.end(), [](const Stretch* one) {
      return one->bounds.end_max == day_max && one->bounds.end_min != day_max;
    });
    return no_end ? Why::no_end_reported : Why::imprecise;
  }
};

std::vector<Chain> chains_of(const Graph::Store& store, const std::vector<TieSpell>& spells) {
  std::vector<std::pair<TieKey, const Stretch*>> all;
  for (const TieSpell& spell : spells)
    for (const Stretch& stretch : spell.stretches)
      all.emplace_back(tie_key(store, spell.relations.front()), &stretch);
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first, a.second->bounds.start_min) <
           std::pair(b.first, b.second->bounds.start_min);
  });
  std::vector<Chain> chains;
  for (const auto& [key, stretch] : all) {
    if (chains.empty() || !chains.back().takes(key, *stretch))
      chains.push_back({key, {}, stretch->bounds});
    chains.back().add(*stretch);
  }
  return chains;
}

/// What a chain says of periods: perhaps.
TieAnswer perhaps(const Chain& chain, const Criteria& criteria) {
  const Bounds longest{chain.bounds.start_min, chain.bounds.start_min, chain.bounds.end_max,
                       chain.bounds.end_max};
  TieAnswer tie{{Verdict::maybe}, chain.why()};
  for (const Condition& condition : criteria.conditions)
    if (is_about_every_day(condition)) {
      tie.answer = tie.answer & covers(longest, condition.window);
      tie.why = graver(tie.why, why_of(chain.bounds, condition.window));
    }
  return tie;
}

/// The relations of ties that are several records, by what the tie adds to them.
std::map<RelationId, TieAnswer> raised(const Graph::Store& store, const Criteria& criteria,
                                       const Answers& answers,
                                       const std::vector<SelectedRelation>& present) {
  Raising raising(present);
  std::vector<RelationId> relations = of_the_same_ties(store, of_some_day(criteria), present);
  const std::vector<TieSpell> spells = spells_of(store, answers, std::move(relations));
  for (const TieSpell& spell : spells)
    for (const Stretch& stretch : spell.stretches) {
      if (stretch.accounts.size() < 2) continue;
      TieAnswer tie{{Verdict::yes}};
      for (const Condition& condition : criteria.conditions)
        if (is_about_every_day(condition)) {
          tie.answer = tie.answer & covers(stretch.bounds, condition.window);
          tie.why = graver(tie.why, why_of(stretch.bounds, condition.window));
        }
      raising.add(stretch.accounts, tie);
    }
  for (const Chain& chain : chains_of(store, spells)) {
    if (chain.stretches.size() < 2) continue;
    const TieAnswer tie = perhaps(chain, criteria);
    for (const Stretch* stretch : chain.stretches) raising.add(stretch->accounts, tie);
  }
  return std::move(raising.found);
}

}  // namespace

bool asks_about_every_day(const Criteria& criteria) {
  return std::any_of(criteria.conditions.begin(), criteria.conditions.end(), is_about_every_day);
}

void keep_lasting_ties(const Graph::Store& store, const Criteria& criteria, const Answers& answers,
                       JudgedRelations& judged) {
  if (!asks_about_every_day(criteria)) return;
  const Criteria some_day = of_some_day(criteria);
  const Answers some_day_answers(store, some_day);
  const auto present = judge(store, some_day, some_day_answers).kept;
  std::map<RelationId, SelectedRelation> rows;
  for (const SelectedRelation& row : judged.kept) rows.emplace(row.relation, row);
  for (const auto& [relation, tie] : raised(store, criteria, answers, present)) {
    const Answer& answer = tie.answer;
    if (answer.verdict < criteria.least || answer.verdict == Verdict::no) continue;
    const auto known = rows.find(relation);
    if (known != rows.end() && known->second.verdict >= answer.verdict) continue;
    rows[relation] = {relation, answer.verdict, answer.qualified,
                      answer.verdict == Verdict::maybe ? tie.why : Why::none};
  }
  std::erase_if(judged.inferred_ended,
                [&](RelationId relation) { return rows.contains(relation); });
  judged.kept.clear();
  judged.counts.certain = judged.counts.possible = 0;
  for (const auto& [relation, row] : rows) {
    judged.kept.push_back(row);
    judged.counts.add(row.verdict);
  }
}

}  // namespace entente

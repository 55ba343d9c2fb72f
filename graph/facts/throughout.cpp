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

/// The same criteria about some day of every period.
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

/// What ties say of their relations.
using TieAnswers = std::map<RelationId, Judgement>;

void add(const std::vector<Account>& accounts, const Judgement& tie, TieAnswers& found) {
  for (const Account& account : accounts) {
    Judgement& best = found.try_emplace(account.relation, tie).first->second;
    if (tie.verdict > best.verdict) best = tie;
  }
}

/// Stretches of one tie between which there may be no gap: in one world each begins as early and
/// ends as late as it can.
struct Chain {
  TieKey key = {};
  std::vector<const Stretch*> stretches = {};
  Stretch whole = {};

  [[nodiscard]] bool takes(const TieKey& other, const Stretch& stretch) const {
    return key == other && possibly_touch(whole.bounds, stretch.bounds);
  }
  void add(const Stretch& stretch) {
    Bounds& all = whole.bounds;
    const Bounds& b = stretch.bounds;
    all = {std::min(all.start_min, b.start_min), std::min(all.start_max, b.start_max),
           std::max(all.end_min, b.end_min), std::max(all.end_max, b.end_max)};
    whole.accounts.insert(whole.accounts.end(), stretch.accounts.begin(), stretch.accounts.end());
    stretches.push_back(&stretch);
  }
  /// Why there may be a gap all the same.
  [[nodiscard]] Why why() const {
    const bool no_end = std::any_of(stretches.begin(), stretches.end(), [](const Stretch* one) {
      return one->bounds.end_max == day_max && one->bounds.end_min != day_max;
    });
    const bool inferred = std::any_of(stretches.begin(), stretches.end(), [&](const Stretch* one) {
      return one->ends().end == HeldEnd::inferred && one->bounds.end_max < whole.bounds.end_max;
    });
    return inferred ? Why::inferred : no_end ? Why::no_end_reported : Why::imprecise;
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
      chains.push_back({key, {}, {stretch->bounds, {}}});
    chains.back().add(*stretch);
  }
  return chains;
}

/// What a stretch of bounds says of periods, its reasons those of the ends of a whole.
Judgement judge_stretch(const Bounds& bounds, const Stretch& whole, const Criteria& criteria) {
  Judgement tie{.verdict = Verdict::yes};
  for (const Condition& condition : criteria.conditions)
    if (is_about_every_day(condition)) {
      const Verdict verdict = covers(bounds, condition.window).verdict;
      tie.verdict = tie.verdict & verdict;
      if (covers(whole.bounds, condition.window).verdict == Verdict::maybe)
        tie.why = graver(tie.why, why_of(whole.bounds, whole.ends(), condition));
    }
  tie.qualified = whole.is_doubted();
  return tie;
}

/// What a chain says of periods: perhaps.
Judgement judge_chain(const Chain& chain, const Criteria& criteria) {
  const Bounds& all = chain.whole.bounds;
  Judgement tie = judge_stretch({all.start_min, all.start_min, all.end_max, all.end_max},
                                chain.whole, criteria);
  tie.verdict = tie.verdict & Verdict::maybe;
  tie.why = graver(tie.why, chain.why());
  return tie;
}

/// Whether a record alone is of interest: what it says itself is known.
enum class Alone : std::uint8_t { counts, is_known };

/// Asks the ties of some relations on different grounds.
class Ties {
 public:
  Ties(const Graph::Store& store, const Criteria& criteria, const Answers& answers,
       std::vector<RelationId> relations)
      : store_(store),
        criteria_(criteria),
        answers_(answers),
        relations_(std::move(relations)),
        found_(on({}, Alone::is_known)) {}

  /// What ties of several records say, all that hangs on their grounds weighed.
  [[nodiscard]] TieAnswers weighed() const {
    TieAnswers all = found_;
    weigh_doubts(all);
    if (criteria_.lasting == Lasting::presumed) weigh_presumption(all);
    if (answers_.sight().is_uncertain()) weigh_knowledge(all);
    return all;
  }

  /// Of relations whose ends are inferred those of ties that would last without.
  [[nodiscard]] std::vector<RelationId> ended_by_inference() const {
    const std::vector<RelationId> closed = answers_.closed();
    const auto is_closed = [&](RelationId relation) {
      return std::binary_search(closed.begin(), closed.end(), relation);
    };
    std::vector<RelationId> ended;
    if (std::none_of(relations_.begin(), relations_.end(), is_closed)) return ended;
    const TieAnswers without = on({.inferred = false}, Alone::counts);
    for (const auto& [relation, tie] : without)
      if (is_closed(relation) && tie.verdict != Verdict::no &&
          verdict_in(found_, relation) == Verdict::no)
        ended.push_back(relation);
    return ended;
  }

 private:
  [[nodiscard]] TieAnswers on(const Grounds& grounds, Alone alone) const {
    TieAnswers found;
    const std::vector<TieSpell> spells = spells_of(store_, answers_, relations_, grounds);
    for (const TieSpell& spell : spells)
      for (const Stretch& stretch : spell.stretches)
        if (alone == Alone::counts || stretch.accounts.size() > 1)
          add(stretch.accounts, judge_stretch(stretch.bounds, stretch, criteria_), found);
    for (const Chain& chain : chains_of(store_, spells))
      if (chain.stretches.size() > 1)
        add(chain.whole.accounts, judge_chain(chain, criteria_), found);
    return found;
  }

  [[nodiscard]] static Verdict verdict_in(const TieAnswers& found, RelationId relation) {
    const auto row = found.find(relation);
    return row == found.end() ? Verdict::no : row->second.verdict;
  }

  // A maybe might always have been settled by what is in doubt.
  void weigh_doubts(TieAnswers& all) const {
    const auto is_in_doubt = [](const auto& row) { return row.second.qualified; };
    if (std::none_of(all.begin(), all.end(), is_in_doubt)) return;
    const TieAnswers loose = on({.doubted = false}, Alone::counts);
    for (auto& [relation, tie] : all)
      tie.qualified = tie.qualified &&
                      (tie.verdict == Verdict::maybe || verdict_in(loose, relation) != tie.verdict);
  }

  void weigh_presumption(TieAnswers& all) const {
    const TieAnswers reported = on({.presumed = false}, Alone::counts);
    for (auto& [relation, tie] : all)
      tie.presumed = tie.verdict == Verdict::yes && verdict_in(reported, relation) != Verdict::yes;
  }

  // As of single records: a maybe where it depends on whether a document was out.
  void weigh_knowledge(TieAnswers& all) const {
    for (const Seen dates : {Seen::most, Seen::least})
      for (const Seen ends : {Seen::most, Seen::least}) {
        const TieAnswers seen = on({.dates = dates, .ends = ends}, Alone::counts);
        for (auto& [relation, tie] : all) {
          if (verdict_in(seen, relation) == verdict_in(found_, relation)) continue;
          tie.verdict = Verdict::maybe;
          tie.presumed = false;
          tie.why = Why::published;
        }
      }
  }

  const Graph::Store& store_;
  const Criteria& criteria_;
  const Answers& answers_;
  const std::vector<RelationId> relations_;
  const TieAnswers found_;
};

SelectedRelation row_of(RelationId relation, const Judgement& judged) {
  return {relation, judged.verdict, judged.qualified,
          judged.verdict == Verdict::maybe ? judged.why : Why::none, judged.presumed};
}

Judgement judgement_of(const SelectedRelation& row) {
  return {row.verdict, row.qualified, row.why, row.presumed};
}

void unite(std::vector<RelationId>& all, const std::vector<RelationId>& more) {
  all.insert(all.end(), more.begin(), more.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
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
  const Ties ties(store, criteria, answers, of_the_same_ties(store, some_day, present));
  std::map<RelationId, SelectedRelation> rows;
  for (const SelectedRelation& row : judged.kept) rows.emplace(row.relation, row);
  const TieAnswers raised = ties.weighed();
  for (const SelectedRelation& row : present) {
    const auto tie = raised.find(row.relation);
    if (tie == raised.end()) continue;
    const Judgement both = tie->second & judgement_of(row);
    if (both.verdict < criteria.least || both.verdict == Verdict::no) continue;
    const auto known = rows.find(row.relation);
    if (known != rows.end() && known->second.verdict >= both.verdict) continue;
    rows[row.relation] = row_of(row.relation, both);
  }
  if (criteria.least <= Verdict::maybe) unite(judged.inferred_ended, ties.ended_by_inference());
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

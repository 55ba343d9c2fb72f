#include "facts/folding.hpp"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "facts/criteria.hpp"
#include "facts/dating.hpp"
#include "facts/spells.hpp"

namespace entente {

namespace {

const std::vector<std::string> gathering_kinds = {"event", "agreement", "document", "statement"};

std::vector<std::string> known_kinds(const Vocabulary& vocabulary) {
  std::vector<std::string> kinds;
  for (const std::string& kind : gathering_kinds)
    if (vocabulary.find_kind(kind) != nullptr) kinds.push_back(kind);
  return kinds;
}

/// Why a day between these bounds is not known.
Why why_unknown(Day low, Day high, HeldEnd end, Why if_unreported) {
  if (low == high) return Why::none;
  switch (end) {
    case HeldEnd::inferred:
      return Why::inferred;
    case HeldEnd::attested:
      return Why::witness;
    case HeldEnd::unreported:
      return if_unreported;
    case HeldEnd::reported:
      break;
  }
  return Why::imprecise;
}

/// Why the second may begin after the first ended: for the end that alone could settle it, or both.
Why why_later(const Bounds& a, const HeldEnds& a_ends, const Bounds& b, const HeldEnds& b_ends) {
  if (b.start_max <= a.end_min) return Why::none;
  const Why of_end = why_unknown(a.end_min, a.end_max, a_ends.end, Why::no_end_reported);
  const Why of_start = why_unknown(b.start_min, b.start_max, b_ends.start, Why::no_start_reported);
  const bool end_settles = b.start_max <= a.end_max;
  const bool start_settles = b.start_min <= a.end_min;
  if (end_settles == start_settles) return graver(of_end, of_start);
  return end_settles ? of_end : of_start;
}

HeldEnds ends_in(const Dating& dating, const TimeContext& context) {
  return dating.reading == Reading::instant ? HeldEnds{} : ends_of(dating, context);
}

}  // namespace

Folds::Folds(const Graph& graph, const Answers& answers)
    : graph_(graph),
      answers_(answers),
      gathers_(kinds_of(graph.vocabulary(), known_kinds(graph.vocabulary()))) {}

FoldedLeg Folds::leg(const SelectedRelation& selected) const {
  const RelationId relation = selected.relation;
  FoldedLeg leg{.relation = relation,
                .verdict = selected.verdict,
                .is_act = graph_.store().has(relation, Trait::instant),
                .plain = answers_.is_plain(relation)};
  if (!leg.plain) {
    leg.dated = !answers_.dates(relation).empty();
    return leg;
  }
  const Dating dating = plain_dating(graph_.store(), relation);
  leg.dated = true;
  leg.bounds = held_in(dating, granted(dating, answers_.context(relation)));
  return leg;
}

bool Folds::gathers_acts(EntityId shared) const {
  return !gathers_.empty() && gathers_[graph_.store().entities.kind[index(shared)]] != 0;
}

Verdict Folds::fold(const FoldedLeg& a, const FoldedLeg& b, EntityId shared) const {
  const Verdict selected = a.verdict & b.verdict;
  if (a.is_act && b.is_act && gathers_acts(shared)) return selected;
  return selected & together(a, b);
}

// Acts of one day, or of two days that clocks may make one, are asked for their clock times.
Verdict Folds::together(const FoldedLeg& a, const FoldedLeg& b) const {
  if (!a.dated || !b.dated) return unless_never_alive(a, b);
  const bool compares_clocks = a.is_act && b.is_act && a.bounds.start_min <= b.bounds.end_max + 1 &&
                               b.bounds.start_min <= a.bounds.end_max + 1;
  if (a.plain && b.plain && !compares_clocks) {
    const Verdict verdict = overlaps(a.bounds, b.bounds).verdict;
    if (verdict == Verdict::yes || (a.tie == 0 && b.tie == 0)) return verdict;
  }
  return by_every_date(a, b);
}

std::vector<Dating> Folds::datings(const FoldedLeg& leg) const {
  if (leg.plain) return {plain_dating(graph_.store(), leg.relation)};
  return answers_.datings(leg.relation);
}

// Two acts, or dates with gaps, that may miss each other are not precise.
Why Folds::why_together(const FoldedLeg& a, const FoldedLeg& b) const {
  Why why = Why::none;
  for (const Dating& one : datings(a))
    for (const Dating& other : datings(b)) {
      const TimeContext of_one = granted(one, answers_.context(a.relation));
      const TimeContext of_other = granted(other, answers_.context(b.relation));
      const Bounds x = held_in(one, of_one);
      const Bounds y = held_in(other, of_other);
      if (overlaps(x, y).verdict != Verdict::maybe) continue;
      why = graver(why, why_later(x, ends_in(one, of_one), y, ends_in(other, of_other)));
      why = graver(why, why_later(y, ends_in(other, of_other), x, ends_in(one, of_one)));
    }
  return why == Why::none ? Why::imprecise : why;
}

// What is undated holds at most while both its ends are there.
Verdict Folds::unless_never_alive(const FoldedLeg& a, const FoldedLeg& b) const {
  const auto bounds = [this](const FoldedLeg& leg) {
    if (!leg.dated) return answers_.context(leg.relation).lifetime;
    return leg.plain ? leg.bounds : all_time;
  };
  return overlaps(bounds(a), bounds(b)).verdict == Verdict::no ? Verdict::no : Verdict::yes;
}

// A common day outside the selection's period is none.
Verdict Folds::by_every_date(const FoldedLeg& a, const FoldedLeg& b) const {
  return meet(stretches(a), stretches(b), answers_.criteria().conditions);
}

std::vector<DatedStretch> Folds::stretches(const FoldedLeg& leg) const {
  const Reading reading = graph_.type(leg.relation).reading;
  const TimeContext context = answers_.context(leg.relation);
  std::vector<DatedStretch> found;
  for (const auto& [when, dating] : answers_.accounts(leg.relation)) {
    const TimeContext own = granted(dating, context);
    if (dating.alongside != Bounds{})
      found.push_back(stretch_within(held_in(dating, own)));
    else
      for (DatedStretch& one : stretches_of(when, reading, own)) found.push_back(std::move(one));
  }
  if (leg.tie > 0) found.insert(found.end(), ties_[leg.tie - 1].begin(), ties_[leg.tie - 1].end());
  return found;
}

void Folds::join(std::span<FoldedLeg> legs) {
  if (legs.size() == 1 && legs.front().plain) return;
  std::map<TieKey, std::vector<FoldedLeg*>> ties;
  for (FoldedLeg& leg : legs)
    if (leg.dated && !leg.is_act) ties[tie_key(graph_.store(), leg.relation)].push_back(&leg);
  for (auto& [key, tie] : ties)
    if (tie.size() > 1 || !tie.front()->plain) join_tie(tie);
}

void Folds::join_tie(std::span<FoldedLeg*> legs) {
  std::vector<RelationId> relations;
  for (const FoldedLeg* leg : legs) relations.push_back(leg->relation);
  std::vector<DatedStretch> joined;
  // What may not have been known makes nothing certain.
  const Grounds known{.dates = Seen::least};
  for (const TieSpell& spell : spells_of(graph_.store(), answers_, std::move(relations), known))
    for (const Stretch& stretch : spell.stretches)
      if (stretch.accounts.size() > 1) joined.push_back(stretch_within(stretch.bounds));
  if (joined.empty()) return;
  ties_.push_back(std::move(joined));
  for (FoldedLeg* leg : legs) leg->tie = ties_.size();
}

}  // namespace entente

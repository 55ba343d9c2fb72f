#include "facts/folding.hpp"

#include <cstdint>
#include <optional>
#include <vector>

#include <entente/time/date_set.hpp>

#include "facts/criteria.hpp"
#include "facts/dating.hpp"
#include "time/clock_point.hpp"

namespace entente {

namespace {

const std::vector<std::string> gathering_kinds = {"event", "agreement", "document", "statement"};

std::vector<std::string> known_kinds(const Vocabulary& vocabulary) {
  std::vector<std::string> kinds;
  for (const std::string& kind : gathering_kinds)
    if (vocabulary.find_kind(kind) != nullptr) kinds.push_back(kind);
  return kinds;
}

std::optional<ClockPoint> clock_of_act(const When& when, Reading reading) {
  return reading == Reading::instant && !when.is_interval() ? start_clock(when) : std::nullopt;
}

/// Whether two dates have a common day, and where both are acts, whether their clocks agree.
Verdict meet(const ReadWhen& a, const ReadWhen& b) {
  const Verdict days = overlaps(a, b).verdict;
  const auto clock_a = clock_of_act(a.when, a.reading);
  const auto clock_b = clock_of_act(b.when, b.reading);
  const bool both_acts = a.reading == Reading::instant && b.reading == Reading::instant;
  if (!both_acts || (!clock_a && !clock_b)) return days;
  if (!clock_a || !clock_b || clock_a->is_instant != clock_b->is_instant)
    return days & Verdict::maybe;
  return clock_a->seconds == clock_b->seconds ? Verdict::yes : Verdict::no;
}

/// A set of dates that all happened, date by date; anything else as it is.
std::vector<When> events_of(const When& when, Reading reading) {
  if (reading == Reading::interval || when.text().front() != '{') return {when};
  const DateSet set = DateSet::parse(when.text());
  std::vector<When> events;
  for (std::size_t i = 0; i < set.elements().size(); ++i) {
    if (set.elements()[i].is_range) return {when};
    events.push_back(When::parse(set.element_text(i)));
  }
  return events;
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
  const bool clocks_matter = a.is_act && b.is_act && a.bounds.start_min <= b.bounds.end_max + 1 &&
                             b.bounds.start_min <= a.bounds.end_max + 1;
  if (a.plain && b.plain && !clocks_matter) return overlaps(a.bounds, b.bounds).verdict;
  return by_every_date(a, b);
}

// What is undated holds at most while both its ends are there.
Verdict Folds::unless_never_alive(const FoldedLeg& a, const FoldedLeg& b) const {
  const auto bounds = [this](const FoldedLeg& leg) {
    if (!leg.dated) return answers_.context(leg.relation).lifetime;
    return leg.plain ? leg.bounds : all_time;
  };
  return overlaps(bounds(a), bounds(b)).verdict == Verdict::no ? Verdict::no : Verdict::yes;
}

// A common day outside the selection's period is none. Where two stretches and a window meet pair
// by pair they have a common day; so what is looked at is one stretch after another.
Verdict Folds::by_every_date(const FoldedLeg& a, const FoldedLeg& b) const {
  const std::vector<DatedStretch> stretches_a = stretches_of(a.relation);
  const std::vector<DatedStretch> stretches_b = stretches_of(b.relation);
  Verdict any = Verdict::no;
  for (const DatedStretch& one : stretches_a)
    for (const DatedStretch& other : stretches_b)
      any = any | (meet({one.when, one.reading, one.context},
                        {other.when, other.reading, other.context}) &
                   within_period(one) & within_period(other));
  return any;
}

// Of a set of events each is a date of its own.
std::vector<DatedStretch> Folds::stretches_of(RelationId relation) const {
  const Reading reading = graph_.type(relation).reading;
  const TimeContext context = answers_.context(relation);
  std::vector<DatedStretch> found;
  for (const When& when : answers_.dates(relation))
    for (const When& one : events_of(when, reading))
      found.push_back({one, reading, granted(dating_of(one, reading), context)});
  return found;
}

Verdict Folds::within_period(const DatedStretch& one) const {
  Verdict all = Verdict::yes;
  for (const Condition& condition : answers_.criteria().conditions)
    all = all & judge_date(dating_of(one.when, one.reading), condition, one.context).verdict;
  return all;
}

}  // namespace entente

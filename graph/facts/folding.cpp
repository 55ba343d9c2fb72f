#include "facts/folding.hpp"

#include <cstdint>
#include <optional>
#include <vector>

#include "facts/dating.hpp"
#include "facts/question.hpp"
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
  if (!a.dated || !b.dated) return Verdict::yes;
  const bool clocks_matter = a.is_act && b.is_act && a.bounds.start_min <= b.bounds.end_max + 1 &&
                             b.bounds.start_min <= a.bounds.end_max + 1;
  if (a.plain && b.plain && !clocks_matter) return overlaps(a.bounds, b.bounds).verdict;
  return by_every_date(a, b);
}

Verdict Folds::by_every_date(const FoldedLeg& a, const FoldedLeg& b) const {
  const auto dates_a = answers_.dates(a.relation);
  const auto dates_b = answers_.dates(b.relation);
  const TimeContext context_a = answers_.context(a.relation);
  const TimeContext context_b = answers_.context(b.relation);
  const Reading reading_a = graph_.type(a.relation).reading;
  const Reading reading_b = graph_.type(b.relation).reading;
  Verdict any = Verdict::no;
  for (const When& one : dates_a)
    for (const When& other : dates_b)
      any = any | meet({one, reading_a, granted(dating_of(one, reading_a), context_a)},
                       {other, reading_b, granted(dating_of(other, reading_b), context_b)});
  return any;
}

}  // namespace entente

// A choice certainly holds together if every two of its pieces certainly overlap; days in one
// dimension then have a common day in every case (Helly). So the certain spans are the stretches
// between last possible starts and first possible ends, the possible ones those between first
// possible starts and last possible ends, and the longest stretch is found by one sweep.

#include "query/span_search.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <entente/network/network.hpp>

#include "query/longest_stretch.hpp"
#include "query/span_pieces.hpp"
#include "query/span_writing.hpp"

namespace entente {
namespace {

using Pieces = std::vector<Piece>;
using Legs = std::vector<Pieces>;
using Chosen = std::vector<const Piece*>;

Reach certain_reach(const Piece& piece) {
  return {piece.bounds.start_max, piece.bounds.end_min};
}
Reach possible_reach(const Piece& piece) {
  return {piece.bounds.start_min, piece.bounds.end_max};
}

/// A choice of one piece a leg and how good it is.
struct Choice {
  std::int64_t certain_days = 0;
  std::int64_t possible_days = 0;
  Day start = day_max;
  Chosen pieces = {};

  [[nodiscard]] std::vector<RelationId> relations() const {
    std::vector<RelationId> ids;
    for (const Piece* piece : pieces) ids.push_back(piece->relation);
    return ids;
  }
  [[nodiscard]] std::ptrdiff_t doubts() const {
    return std::ranges::count_if(pieces, &Piece::is_doubted);
  }
  [[nodiscard]] bool better_than(const Choice& other) const {
    if (other.pieces.empty()) return !pieces.empty();
    if (pieces.empty()) return false;
    const auto key = [](const Choice& c) {
      return std::tuple(-c.certain_days, -c.possible_days, c.start, c.doubts(), c.relations());
    };
    return key(*this) < key(other);
  }
};

void take_better(Choice& best, Choice other) {
  if (other.better_than(best)) best = std::move(other);
}

/// Of equal pieces one record comes before several, one without doubts before others.
std::tuple<bool, bool, RelationId> worth(const Piece& piece) {
  return {piece.is_joined, piece.is_doubted, piece.relation};
}

using Admitted = std::vector<Chosen>;

/// The pieces of each leg that fulfil a condition.
template <class Condition>
Admitted admitted(const Legs& legs, Condition condition) {
  Admitted lists(legs.size());
  for (std::size_t leg = 0; leg < legs.size(); ++leg)
    for (const Piece& piece : legs[leg])
      if (condition(leg, piece)) lists[leg].push_back(&piece);
  return lists;
}

template <class Reaching>
std::vector<std::vector<Reach>> reaches(const Admitted& lists, Reaching reach) {
  std::vector<std::vector<Reach>> legs(lists.size());
  for (std::size_t leg = 0; leg < lists.size(); ++leg)
    for (const Piece* piece : lists[leg]) legs[leg].push_back(reach(*piece));
  return legs;
}

/// Of each leg the smallest relation, one without doubts before others, among the pieces whose
/// possible days cover the longest possible stretch, of one record if there is such; nothing if
/// there is no such stretch.
Choice of_longest_possible(const Admitted& lists, std::int64_t certain_days) {
  const Stretches stretches = longest_stretches(reaches(lists, possible_reach));
  if (stretches.days == 0) return {};
  const Day start = stretches.starts.front();
  Choice choice{certain_days, stretches.days, start, {}};
  for (const Chosen& list : lists) {
    const Piece* best = nullptr;
    for (const Piece* piece : list)
      if (stretches.covered(start, possible_reach(*piece)) &&
          (best == nullptr || worth(*piece) < worth(*best)))
        best = piece;
    choice.pieces.push_back(best);
  }
  return choice;
}

bool may_vouch(const Piece& piece, Vouches except) {
  return piece.vouches != except;
}

/// The best choices whose pieces certainly cover common days.
Choice covering_common_days(const Legs& legs) {
  const Admitted all = admitted(legs, [](std::size_t, const Piece& piece) {
    return may_vouch(piece, Vouches::for_possible) &&
           piece.bounds.start_max <= piece.bounds.end_min;
  });
  const Stretches stretches = longest_stretches(reaches(all, certain_reach));
  Choice best;
  for (const Day start : stretches.starts) {
    Admitted covering(all.size());
    for (std::size_t leg = 0; leg < all.size(); ++leg)
      for (const Piece* piece : all[leg])
        if (stretches.covered(start, certain_reach(*piece))) covering[leg].push_back(piece);
    take_better(best, of_longest_possible(covering, stretches.days));
  }
  return best;
}

/// The best choice around a piece of which no day is certain, such as an act in 2014: it lies on
/// some day on which the others hold, if these cover all days it may lie on.
Choice around_an_unknown_day(const Legs& legs) {
  Choice best;
  for (std::size_t fixed = 0; fixed < legs.size(); ++fixed)
    for (const Piece& act : legs[fixed]) {
      const Reach days{act.bounds.end_min, act.bounds.start_max};
      if (!act.dated || !may_vouch(act, Vouches::for_possible) || days.from >= days.to) continue;
      const Admitted around = admitted(legs, [&](std::size_t leg, const Piece& piece) {
        if (leg == fixed) return &piece == &act;
        return may_vouch(piece, Vouches::for_possible) && piece.bounds.start_max <= days.from &&
               piece.bounds.end_min >= days.to;
      });
      take_better(best, of_longest_possible(around, 1));
    }
  return best;
}

/// Whether stretches that follow each other without a gap cover the days.
bool cover(const std::vector<Reach>& sorted, const DayRange& days) {
  Day next = days.lo;
  for (const Reach& reach : sorted)
    if (reach.from <= next && reach.to >= next) {
      if (reach.to >= days.hi) return true;
      next = reach.to + 1;
    }
  return false;
}

/// The smallest relation of a leg that certainly holds on all these days, by one of its dates or
/// another; none if there is no such.
const Piece* holding_on_all(const Pieces& leg, const std::vector<DayRange>& days) {
  std::map<RelationId, std::vector<Reach>> certain;
  for (const Piece& piece : leg)
    if (may_vouch(piece, Vouches::for_possible) && piece.bounds.start_max <= piece.bounds.end_min)
      certain[piece.relation].push_back(certain_reach(piece));
  for (auto& [relation, reaches] : certain) {
    std::ranges::sort(reaches, {}, &Reach::from);
    const bool all = std::ranges::all_of(
        days, [&, &stretches = reaches](const DayRange& one) { return cover(stretches, one); });
    if (all) return &*std::ranges::find(leg, relation, &Piece::relation);
  }
  return nullptr;
}

/// The best choice around an act of which it is not known on which of some days it was, where each
/// other relation has a date for each of them: one of two days is met by both.
Choice around_each_day(const Legs& legs) {
  Choice best;
  for (std::size_t fixed = 0; fixed < legs.size(); ++fixed)
    for (const Piece& act : legs[fixed]) {
      if (!act.is_act || !act.dated || !may_vouch(act, Vouches::for_possible)) continue;
      const std::vector<DayRange> days =
          act.days.empty() ? std::vector{DayRange{act.bounds.start_min, act.bounds.end_max}}
                           : act.days;
      if (days.front().lo == day_min || days.back().hi == day_max) continue;
      Choice choice{1, 1, act.bounds.start_min, {}};
      for (std::size_t leg = 0; leg < legs.size(); ++leg) {
        const Piece* const held = leg == fixed ? &act : holding_on_all(legs[leg], days);
        if (held != nullptr) choice.pieces.push_back(held);
      }
      if (choice.pieces.size() == legs.size()) take_better(best, std::move(choice));
    }
  return best;
}

Choice best_certain(const Legs& legs) {
  Choice best = covering_common_days(legs);
  if (best.certain_days <= 1) take_better(best, around_an_unknown_day(legs));
  if (best.pieces.empty()) best = around_each_day(legs);
  return best;
}

Choice best_possible(const Legs& legs) {
  return of_longest_possible(
      admitted(legs, [](std::size_t,
                        const Piece& piece) { return may_vouch(piece, Vouches::for_certain); }),
      0);
}

/// The pieces that may be chosen beside an act at one time of one day: whatever holds that day but
/// acts at another time. The act's own pieces all lie on that day, whatever their offsets say, and
/// are written as the first of them.
Legs beside(const Legs& legs, const ClockPoint& time, Day day, Verdict least) {
  Legs kept(legs.size());
  std::optional<SpanEnd> written;
  for (std::size_t leg = 0; leg < legs.size(); ++leg)
    for (const Piece& piece : legs[leg]) {
      const bool same_time = piece.clock == time;
      if (!same_time && (piece.bounds.start_min > day || piece.bounds.end_max < day)) continue;
      const bool other_time = piece.clock && !same_time;
      const bool same_kind = other_time && piece.clock->is_instant == time.is_instant;
      const bool unclocked_act = piece.is_act && piece.dated && !piece.clock;
      if (same_kind || (least == Verdict::yes && (other_time || unclocked_act))) continue;
      Piece& copy = kept[leg].emplace_back(piece);
      if (!same_time) continue;
      if (!written) written = SpanEnd{EndState::known, day, day, piece.start.text, true};
      copy.bounds = {day, day, day, day};
      copy.start = copy.end = *written;
    }
  return kept;
}

Legs without_clocks(const Legs& legs) {
  Legs kept(legs.size());
  for (std::size_t leg = 0; leg < legs.size(); ++leg)
    for (const Piece& piece : legs[leg])
      if (!piece.clock) kept[leg].push_back(piece);
  return kept;
}

std::set<std::pair<ClockPoint, Day>> clock_times(const Legs& legs) {
  std::set<std::pair<ClockPoint, Day>> times;
  for (const Pieces& leg : legs)
    for (const Piece& piece : leg)
      if (piece.clock) times.emplace(*piece.clock, piece.bounds.start_min);
  return times;
}

std::vector<RelationId> first_of_each(std::span<const std::vector<RelationId>> relations) {
  std::vector<RelationId> first;
  for (const auto& leg : relations)
    if (!leg.empty()) first.push_back(leg.front());
  return first;
}

bool choose(const Legs& legs, Verdict verdict, BestChoice& answer) {
  const auto search = verdict == Verdict::yes ? best_certain : best_possible;
  std::vector<Legs> variants = {without_clocks(legs)};
  for (const auto& [time, day] : clock_times(legs))
    variants.push_back(beside(legs, time, day, verdict));
  Choice best;
  const Legs* chosen_from = nullptr;
  for (const Legs& variant : variants) {
    Choice choice = search(variant);
    if (!choice.better_than(best)) continue;
    best = std::move(choice);
    chosen_from = &variant;
  }
  if (chosen_from == nullptr) return false;
  answer.relations = best.relations();
  answer.span = written_span(*chosen_from, best.pieces, verdict);
  return true;
}

}  // namespace

SpanSearch::SpanSearch(const Graph& graph, const Selection& selection)
    : graph_(graph),
      criteria_(read_selection(graph, selection)),
      answers_(graph.store(), criteria_) {}

BestChoice SpanSearch::best(Relations relations) const {
  BestChoice best = best_of(relations, Dates::in_period);
  return best.span || criteria_.conditions.empty() ? best : best_of(relations, Dates::all);
}

BestChoice SpanSearch::best_of(Relations relations, Dates dates) const {
  BestChoice best{first_of_each(relations), std::nullopt, Apart::by_days};
  if (relations.empty()) return best;
  Legs legs = legs_of(relations, dates, std::nullopt);
  const bool of_any_year = std::ranges::any_of(legs, [](const Pieces& leg) {
    return std::ranges::any_of(leg, [](const Piece& piece) { return piece.is_of_any_year; });
  });
  if (of_any_year)
    if (const auto years = years_to_compare(legs)) legs = legs_of(relations, dates, years);
  for (const Verdict verdict : {Verdict::yes, Verdict::maybe})
    if (choose(legs, verdict, best)) return best;
  const bool meet_on_a_day = !best_possible(legs).pieces.empty();
  if (meet_on_a_day) best.apart = Apart::by_clocks;
  return best;
}

}  // namespace entente

#pragma once

/// One date of a relation, and what it says of one condition.

#include <optional>

#include <entente/time/when.hpp>
#include <entente/time/why.hpp>

#include "facts/criteria.hpp"
#include "time/ends.hpp"

namespace entente {

/// A date as its relation's type reads it.
struct Dating {
  Bounds bounds;     ///< before anything is taken for granted
  EndStates states;  ///< what is said of the ends
  Reading reading = Reading::interval;
  bool witness = false;           ///< a single date of a state
  std::optional<When> when = {};  ///< where the bounds do not decide
  Bounds alongside = {};          ///< what other dates of the record say, nothing against it
  /// What is left of that if doubts about it are justified; none: there are no doubts.
  std::optional<Bounds> loose_alongside = {};
};

/// What two accounts of one state leave of it; requires that they do not contradict each other.
[[nodiscard]] Bounds narrowed(const Bounds& a, const Bounds& b);

/// That date of a relation of that type.
[[nodiscard]] Dating dating_of(const When& when, Reading reading);

/// The one date of a relation whose bounds in the columns are those of its `when`.
[[nodiscard]] Dating plain_dating(const Graph::Store& store, RelationId relation);

/// What a date takes for granted: only what certainly has begun is presumed to last.
[[nodiscard]] TimeContext granted(const Dating& dating, TimeContext context);

/// Its bounds with what other dates say and what is taken for granted.
[[nodiscard]] Bounds held_in(const Dating& dating, const TimeContext& context);

/// The same if doubts about its own dates and about what is taken for granted are justified.
[[nodiscard]] Bounds loosely_held_in(const Dating& dating, const TimeContext& context);

/// Whether there are such doubts.
[[nodiscard]] bool is_doubted(const Dating& dating, const TimeContext& context);

/// What is known of an end of a state in its context.
enum class HeldEnd : std::uint8_t { reported, unreported, inferred, attested };

/// What is known of both.
struct HeldEnds {
  HeldEnd start = HeldEnd::reported;
  HeldEnd end = HeldEnd::reported;
  /// Of an open end the first day on which a lifespan may end it: up to then nothing reports an
  /// end.
  Day open_until = day_min;
};

/// What is known of the ends of a state, with what is taken for granted.
[[nodiscard]] HeldEnds ends_of(const Dating& dating, const TimeContext& context);

/// Why a state of these bounds and ends may fulfil a condition that its bounds do not decide.
[[nodiscard]] Why why_of(const Bounds& held, const HeldEnds& ends, const Condition& condition);

/// Bounds with an open end certain only as far as it was observed.
[[nodiscard]] Bounds observed(Bounds bounds, const TimeContext& context);

/// What a relation or one of its dates answers to a question.
struct Judgement {
  Verdict verdict = Verdict::no;
  bool qualified = false;
  Why why = Why::none;    ///< the reason for a *maybe*
  bool presumed = false;  ///< *yes* only because it is presumed to last
  bool undated = false;   ///< no date counts

  /// The same value.
  friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// Both hold.
[[nodiscard]] Judgement operator&(const Judgement& a, const Judgement& b);
/// One of them holds, or both.
[[nodiscard]] Judgement operator|(const Judgement& a, const Judgement& b);

/// Whether the date fulfils the condition.
[[nodiscard]] Judgement judge_date(const Dating& dating, const Condition& condition,
                                   const TimeContext& context);

/// Whether a single date of a state lies within the distance of the window, or may.
[[nodiscard]] bool is_near(const Dating& witness, const Window& window, const Distance& distance);

}  // namespace entente

#pragma once

/// What is known of an interval's ends, in four numbers, and the three-valued questions that
/// these answer. Everything here is a handful of comparisons, made for scans over columns.

#include <algorithm>
#include <cstdint>
#include <optional>

#include <entente/export.hpp>
#include <entente/time/day.hpp>
#include <entente/time/verdict.hpp>
#include <entente/time/window.hpp>

namespace ENTENTE_API entente {

/// How the dates of a relation type are read.
enum class Reading : std::uint8_t {
  interval,  ///< a state that lasts: a single date is a witness, its start and end are unknown
  instant,   ///< an event: it happened on one unknown day of its date
};

/// An interval whose start lies in [start_min, start_max] and whose end lies in
/// [end_min, end_max], both ends included in the interval. By default nothing is known.
///
/// *Tightened* bounds leave out starts after every end and ends before every start. The
/// predicates below expect tightened bounds; all functions of the library return them.
struct Bounds {
  Day start_min = day_min;  ///< the first possible start
  Day start_max = day_max;  ///< the last possible start
  Day end_min = day_min;    ///< the first possible end
  Day end_max = day_max;    ///< the last possible end

  /// Whether some start lies at or before some end.
  [[nodiscard]] constexpr bool consistent() const noexcept {
    return start_min <= start_max && end_min <= end_max && start_min <= end_max;
  }

  /// The same four days.
  friend constexpr bool operator==(const Bounds&, const Bounds&) = default;
};

/// The same interval without starts after every end and ends before every start.
[[nodiscard]] constexpr Bounds tightened(const Bounds& b) noexcept {
  return {b.start_min, std::min(b.start_max, b.end_max), std::max(b.end_min, b.start_min),
          b.end_max};
}

/// The bounds of an interval that ended on `last` or before; unchanged if it cannot have, because
/// it began or is known to have gone on later.
[[nodiscard]] constexpr Bounds closed_by(const Bounds& b, Day last) noexcept {
  if (last < b.start_min || last < b.end_min || last >= b.end_max) return b;
  return tightened({b.start_min, b.start_max, b.end_min, last});
}

/// Without a beginning or an end.
inline constexpr Bounds all_time = {day_min, day_min, day_max, day_max};

/// What a question takes for granted beside the record. By default nothing.
struct TimeContext {
  /// The last day up to which an open end (`..`) has been observed; beyond it *maybe*.
  std::optional<Day> observed_through = std::nullopt;
  /// An inferred last possible day of an unknown end, see `closed_by`.
  std::optional<Day> ends_by = std::nullopt;
  /// The day that a state of unknown end is presumed to have lasted to, unless `ends_by` says more.
  std::optional<Day> lasts_until = std::nullopt;
  /// When there was what it ties. Bounds those ends alone that the dates leave unknown or open, and
  /// nothing where it contradicts the dates.
  Bounds lifetime = all_time;
  /// Whether `ends_by` rests on dates marked `?` or `~`.
  bool ends_by_qualified = false;
  /// What is left of `lifetime` if doubts about it are justified; none: there are no doubts.
  std::optional<Bounds> loose_lifetime = std::nullopt;

  /// What is left if its doubts are justified.
  [[nodiscard]] TimeContext loosened() const {
    TimeContext loose = *this;
    if (ends_by_qualified) loose.ends_by.reset();
    loose.lifetime = loose_lifetime.value_or(lifetime);
    return loose;
  }
};

/// @cond
namespace detail {
[[nodiscard]] constexpr QualifiedVerdict answer(bool yes, bool no) noexcept {
  return {static_cast<Verdict>(1 + static_cast<int>(yes) - static_cast<int>(no)), false};
}
constexpr void check_order(const Window& w) {
  if (w.first > w.last) [[unlikely]]
    require_order(w);
}
}  // namespace detail
/// @endcond

/// Does it hold on some day of the window? Never qualified: bounds know of no doubts.
/// @throws InvalidArgument `period`, as the next two, if the window ends before it starts.
[[nodiscard]] constexpr QualifiedVerdict overlaps(const Bounds& i, const Window& w) {
  detail::check_order(w);
  return detail::answer((i.start_max <= w.last) & (i.end_min >= w.first),
                        (i.start_min > w.last) | (i.end_max < w.first));
}

/// Does it hold on every day of the window?
[[nodiscard]] constexpr QualifiedVerdict covers(const Bounds& i, const Window& w) {
  detail::check_order(w);
  return detail::answer((i.start_max <= w.first) & (i.end_min >= w.last),
                        (i.start_min > w.first) | (i.end_max < w.last));
}

/// Does it lie inside the window, from its start to its end?
[[nodiscard]] constexpr QualifiedVerdict within(const Bounds& i, const Window& w) {
  detail::check_order(w);
  return detail::answer((i.start_min >= w.first) & (i.end_max <= w.last),
                        (i.start_max < w.first) | (i.end_min > w.last));
}

/// Do the two hold on a common day?
[[nodiscard]] constexpr QualifiedVerdict overlaps(const Bounds& i, const Bounds& j) noexcept {
  return detail::answer((i.start_max <= j.end_min) & (j.start_max <= i.end_min),
                        (i.start_min > j.end_max) | (j.start_min > i.end_max));
}

/// Does the first end on a day before the second starts?
[[nodiscard]] constexpr QualifiedVerdict before(const Bounds& i, const Bounds& j) noexcept {
  return detail::answer(i.end_max < j.start_min, i.end_min >= j.start_max);
}

/// A number of days; none where there is no limit.
struct Duration {
  std::optional<std::int64_t> least = std::nullopt;  ///< none: it never ends or never began
  std::optional<std::int64_t> most = std::nullopt;   ///< none: nothing limits it

  /// The same two numbers.
  friend constexpr bool operator==(const Duration&, const Duration&) = default;
};

/// How many days it lasts, the first and the last counted: at least 1.
[[nodiscard]] Duration duration(const Bounds& bounds) noexcept;

}  // namespace entente

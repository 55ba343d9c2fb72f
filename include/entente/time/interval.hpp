#pragma once

/// Intervals of uncertain dates: `2014-05/2016`, `2014-05/..`, `/2016`.

#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/time/bounds.hpp>
#include <entente/time/date.hpp>
#include <entente/time/endpoint.hpp>
#include <entente/time/verdict.hpp>
#include <entente/time/window.hpp>

namespace ENTENTE_API entente {

/// *Began sometime in A and ended sometime in B*; both days are part of it.
class Interval {
 public:
  /// An interval between two ends.
  /// @throws DateError if every start lies after every end.
  Interval(Endpoint start, Endpoint end);
  /// Parses `A/B`, where each is a date, `..` (open) or blank (unknown).
  /// @throws DateError if it is no interval, or if it ends before it starts.
  [[nodiscard]] static Interval parse(std::string_view text);

  /// Its start as written.
  [[nodiscard]] const Endpoint& start() const& noexcept ENTENTE_LIFETIMEBOUND { return start_; }
  /// The same of a temporary, handed over.
  [[nodiscard]] Endpoint start() && noexcept { return std::move(start_); }
  /// Its end as written.
  [[nodiscard]] const Endpoint& end() const& noexcept ENTENTE_LIFETIMEBOUND { return end_; }
  /// The same of a temporary, handed over.
  [[nodiscard]] Endpoint end() && noexcept { return std::move(end_); }
  /// `A/B`; parsing it again gives the same interval, unless an end is a set.
  [[nodiscard]] std::string text() const;
  /// The tightened bounds.
  [[nodiscard]] Bounds bounds(const TimeContext& context = {}) const noexcept;
  /// The doubts about both ends together.
  [[nodiscard]] Qualifier qualifier() const noexcept;
  /// The same interval with the qualified parts of its ends unknown.
  [[nodiscard]] Interval loosened() const;

  /// Between the same ends.
  friend bool operator==(const Interval&, const Interval&) = default;

 private:
  Endpoint start_;
  Endpoint end_;
  Bounds bounds_;
};

/// Does it hold on some day of the window?
[[nodiscard]] QualifiedVerdict overlaps(const Interval& i, const Window& w,
                                        const TimeContext& context = {});
/// Does it hold on every day of the window?
[[nodiscard]] QualifiedVerdict covers(const Interval& i, const Window& w,
                                      const TimeContext& context = {});
/// Does it lie inside the window?
[[nodiscard]] QualifiedVerdict within(const Interval& i, const Window& w,
                                      const TimeContext& context = {});
/// Do the two hold on a common day?
[[nodiscard]] QualifiedVerdict overlaps(const Interval& i, const Interval& j,
                                        const TimeContext& context = {});
/// Does the first end before the second starts?
[[nodiscard]] QualifiedVerdict before(const Interval& i, const Interval& j,
                                      const TimeContext& context = {});
/// Is the day of the first before the day of the second?
[[nodiscard]] QualifiedVerdict before(const Date& d, const Date& e);
/// How many days it lasts, the first and the last counted.
[[nodiscard]] Duration duration(const Interval& i, const TimeContext& context = {});

}  // namespace entente

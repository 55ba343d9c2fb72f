#pragma once

/// Whether two dates have a common day, to the day: a date with gaps is only on the days it admits.

#include <optional>
#include <span>
#include <vector>

#include <entente/time/endpoint.hpp>
#include <entente/time/verdict.hpp>
#include <entente/time/when.hpp>
#include <entente/time/window.hpp>

#include "facts/dating.hpp"
#include "time/clock_point.hpp"

namespace entente {

/// One date of a relation, or one event of a set of them.
struct DatedStretch {
  When when;
  Reading reading = Reading::interval;
  TimeContext context = {};
  Bounds bounds = {};                    ///< in that context
  std::optional<Endpoint> days = {};     ///< of one act: the days it admits
  std::optional<ClockPoint> clock = {};  ///< of an act
};

/// The stretches of one date: of a set of events each is one.
[[nodiscard]] std::vector<DatedStretch> stretches_of(const When& when, Reading reading,
                                                     const TimeContext& context);

/// What several accounts of one state make together.
[[nodiscard]] DatedStretch stretch_within(const Bounds& bounds);

/// Whether two relations that these stretches vouch for hold on a common day of each window; acts
/// at clock times that differ do not coincide. Cost: the pairs of stretches, and of two dates with
/// gaps their days.
[[nodiscard]] Verdict meet(const std::vector<DatedStretch>& a, const std::vector<DatedStretch>& b,
                           std::span<const Condition> conditions);

}  // namespace entente

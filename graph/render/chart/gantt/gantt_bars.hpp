#pragma once

/// How the bar of a date begins and ends.

#include <optional>

#include <entente/time/when.hpp>

#include "render/chart/gantt/gantt_rows.hpp"
#include "render/mark/bar_mark.hpp"
#include "render/mark/line_mark.hpp"

namespace entente {

/// The bar of a state with that date, drawn as its line is.
[[nodiscard]] BarMark bar_of(const LineMark& line, const When& when, const Bounds& bounds);

/// The days of one of which it is known, and nothing else.
[[nodiscard]] std::optional<AttestedDays> attestation_of(const BarMark& bar, const Bounds& bounds);

}  // namespace entente

#include "render/chart/gantt/gantt_bars.hpp"

namespace entente {
namespace {

BarEnd start_of(const When& when, const Bounds& bounds, Reading reading) {
  const EndState state = when.start_state(reading);
  if (state == EndState::open) return BarEnd::open;
  if (bounds.start_min == day_min) return BarEnd::unreported;
  return bounds.start_min < bounds.start_max ? BarEnd::coarse : BarEnd::sharp;
}

BarEnd end_of(const When& when, const Bounds& bounds, Reading reading) {
  const EndState state = when.end_state(reading);
  if (state == EndState::open) return BarEnd::open;
  if (bounds.end_max == day_max) return BarEnd::unreported;
  if (state == EndState::unknown) return BarEnd::inferred;
  return bounds.end_min < bounds.end_max ? BarEnd::coarse : BarEnd::sharp;
}

}  // namespace

BarMark bar_of(const LineMark& line, const When& when, const Bounds& bounds) {
  constexpr Reading state = Reading::interval;
  BarMark bar{.drawing_class = line.drawing_class,
              .modality = line.modality,
              .doubt = line.doubt,
              .start = start_of(when, bounds, state),
              .end = end_of(when, bounds, state)};
  const bool single = bar.start == BarEnd::unreported && bar.end == BarEnd::unreported;
  if (single && bar.doubt == Why::none) bar.doubt = Why::witness;
  return bar;
}

std::optional<AttestedDays> attestation_of(const BarMark& bar, const Bounds& bounds) {
  const bool is_single = bar.start == BarEnd::unreported && bar.end == BarEnd::unreported;
  if (!is_single || !is_calendar_day(bounds.end_min) || !is_calendar_day(bounds.start_max))
    return std::nullopt;
  return AttestedDays{bounds.end_min, bounds.start_max};
}

}  // namespace entente

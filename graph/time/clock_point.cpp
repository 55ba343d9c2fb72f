#include "time/clock_point.hpp"

#include <string_view>

namespace entente {

std::optional<ClockPoint> clock_point(const Date& date) {
  const auto& clock = date.clock();
  if (!clock) return std::nullopt;
  const std::int64_t shown = std::int64_t{date.lo().count()} * 86'400 +
                             (clock->hour * 60 + clock->minute) * 60 + clock->second;
  const std::int64_t offset = clock->utc_offset_minutes.value_or(0);
  return ClockPoint{clock->utc_offset_minutes.has_value(), shown - offset * 60, shown};
}

// Most dates have none, which their text shows at once.
std::optional<ClockPoint> start_clock(const When& when) {
  if (when.start_text().find('T') == std::string_view::npos) return std::nullopt;
  const Endpoint start = when.start(Reading::instant);
  return start.date() == nullptr ? std::nullopt : clock_point(*start.date());
}

}  // namespace entente

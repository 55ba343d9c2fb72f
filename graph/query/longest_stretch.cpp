#include "query/longest_stretch.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace entente {
namespace {

struct Opening {
  Reach reach;
  std::size_t leg = 0;
};

std::vector<Opening> by_first_day(const std::vector<std::vector<Reach>>& legs) {
  std::vector<Opening> openings;
  for (std::size_t leg = 0; leg < legs.size(); ++leg)
    for (const Reach& reach : legs[leg]) openings.push_back({reach, leg});
  std::sort(openings.begin(), openings.end(),
            [](const Opening& a, const Opening& b) { return a.reach.from < b.reach.from; });
  return openings;
}

/// The last day of each leg among the pieces that have begun.
class LastDays {
 public:
  explicit LastDays(std::size_t legs) : of_leg_(legs) {}

  void open(const Opening& opening) {
    auto& last = of_leg_[opening.leg];
    if (last && *last >= opening.reach.to) return;
    if (last) all_.erase(all_.find(*last));
    last = opening.reach.to;
    all_.insert(*last);
  }
  /// The earliest of them, once every leg has one.
  [[nodiscard]] std::optional<Day> earliest() const {
    return all_.size() < of_leg_.size() ? std::nullopt : std::optional(*all_.begin());
  }

 private:
  std::vector<std::optional<Day>> of_leg_;
  std::multiset<Day> all_;
};

}  // namespace

Stretches longest_stretches(const std::vector<std::vector<Reach>>& legs) {
  Stretches longest;
  LastDays last_days(legs.size());
  const std::vector<Opening> openings = by_first_day(legs);
  for (std::size_t i = 0; i < openings.size(); ++i) {
    last_days.open(openings[i]);
    const Day start = openings[i].reach.from;
    if (i + 1 < openings.size() && openings[i + 1].reach.from == start) continue;
    const auto last = last_days.earliest();
    const std::int64_t days = last ? days_between(start, *last) : 0;
    if (days == 0 || days < longest.days) continue;
    if (days > longest.days) longest = {days, {}};
    if (days == unlimited_days && longest.starts.size() == 2) longest.starts.pop_back();
    longest.starts.push_back(start);
  }
  return longest;
}

}  // namespace entente

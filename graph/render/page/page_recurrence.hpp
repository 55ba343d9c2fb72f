#pragma once

/// Dates that come again and again, such as `XXXX-03-25`, in rows of verdicts: near the dossier
/// each of their days stands, far from it the date itself.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "render/page/page_verdicts.hpp"

namespace entente {

/// What is said of stretches of days that lie apart from what is near.
struct FarDays {
  std::map<std::size_t, SelectedRelation> answers;  ///< by number of the stretch: all of its days
  std::vector<Recurrence> recurrences;              ///< where only some are possible: which
};

/// The days between two changes: before the first, from one to the next, from the last on.
[[nodiscard]] Window stretch_at(const std::vector<Day>& days, std::size_t number);

/// Whether all of a stretch lies outside.
[[nodiscard]] bool is_apart(const Window& stretch, const Window& near);

/// What holds far away; none if it is not the dates that come again alone that set days apart
/// there. `days` are all others on which answers change.
/// Cost: a few questions a stretch and date.
[[nodiscard]] std::optional<FarDays> far_days(const ChangeDays& changes,
                                              const std::vector<Day>& days,
                                              const WindowJudge& judge);

/// Adds the windows that are certain though none of `certain` takes them in, however far they
/// reach; false if there are too many of them.
/// Cost: two dozen questions a window.
[[nodiscard]] bool add_far_windows(const WindowJudge& judge, std::vector<DayStretch>& certain);

/// As the page reads them: first day, last day, the date's digits, the reason.
[[nodiscard]] std::string recurrences_json(const std::vector<Recurrence>& recurrences);

}  // namespace entente

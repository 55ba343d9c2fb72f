#pragma once

/// Dates as a picture has room for them.

#include <string>

#include <entente/time/when.hpp>

namespace entente {

/// How much of a date is written; never the time of day.
enum class DateDetail : std::uint8_t { years, full };

/// `2014–2018`; an open end is left blank (`2014–`), an unknown one is `?` (`2014–?`), one of
/// several years is `≥2018`, `≤2018`, `2016–2018?` or `2013 / 2016?`, all of several `2013, 2016`,
/// the earlier first. A single date stands alone; one of which
/// nothing is known is "". Doubts keep their marks: `2014?`, `2014~`.
[[nodiscard]] std::string shown(const When& when, DateDetail detail);

/// The years of something that has a beginning, for beside its name: an unknown end is not
/// mentioned.
[[nodiscard]] std::string shown_beside_name(const When& when);

}  // namespace entente

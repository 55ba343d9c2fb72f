#pragma once

/// Dates as a picture has room for them.

#include <string>

#include <entente/time/when.hpp>

namespace entente {

/// How much of a date is written.
enum class DateDetail : std::uint8_t { years, full };

/// `2014–2018`; an open end is left blank (`2014–`), an unknown one is `?` (`2014–?`). A single
/// date stands alone. Doubts keep their marks: `2014?`, `2014~`.
[[nodiscard]] std::string shown(const When& when, DateDetail detail);

}  // namespace entente

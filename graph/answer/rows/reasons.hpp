#pragma once

/// Why rows only may hold, where it depends on how their dates are written.

#include <optional>
#include <string>

#include <entente/answer/answer.hpp>
#include <entente/time/when.hpp>
#include <entente/time/why.hpp>

namespace entente::answers {

/// As reason_text() of a row with such dates: an end that is written as open is none that nobody
/// reported, but lies behind the day until which was observed.
[[nodiscard]] std::string reason_text(const Question& question, Why why,
                                      const std::optional<When>& when);

}  // namespace entente::answers

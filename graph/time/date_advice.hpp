#pragma once

// What to write instead of an expression that is no date.

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// Where an expression stands: as the date of a record, or as the period of a question.
enum class DateUse : std::uint8_t { record, period };

// "write 1976-02-24" for "24 February 1976"; both readings where there are two; empty where what
// was meant is not clear. Cost: linear, and nothing for texts longer than any date.
[[nodiscard]] std::string date_advice(std::string_view expression, DateUse use);

}  // namespace entente

#pragma once

#include <string_view>

namespace entente {

/// Whether a double holds every digit of the JSON number it was read from: whether the number,
/// written with so many digits, is that number again.
[[nodiscard]] bool keeps_every_digit(std::string_view number, double value);

/// Whether JSON takes a text for a number.
[[nodiscard]] bool is_json_number(std::string_view text);

}  // namespace entente

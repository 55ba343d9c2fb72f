#pragma once

/// Values as text.

#include <string>

#include <entente/query/value.hpp>

namespace entente::query {

/// As `toString` has it: 1, 1.0, true, the text itself.
[[nodiscard]] std::string plain_text(const Value& value);
/// A number in the shortest form that reads back, with a point or an exponent: 1.0, 1e+300.
[[nodiscard]] std::string real_text(double number);

}  // namespace entente::query

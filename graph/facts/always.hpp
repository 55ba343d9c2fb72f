#pragma once

/// The date of a relation that needs none.

#include <entente/time/when.hpp>

#include "facts/dating.hpp"

namespace entente {

/// As it would be written: `../..`.
[[nodiscard]] When always_when();

/// As its relation's type reads it: an interval.
[[nodiscard]] Dating always_dating();

}  // namespace entente

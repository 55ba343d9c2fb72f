#pragma once

/// Words on stderr that go with an exit status.

#include <string_view>

#include <entente/error.hpp>

namespace entente::tool {

/// That there is nothing to answer, and why.
[[nodiscard]] Exit say_nothing(std::string_view why);
/// That a limit left something out of the answer, and how to get it.
[[nodiscard]] Exit say_limit(std::string_view what);

/// Prints a remark on stderr.
void say_remark(std::string_view what);

}  // namespace entente::tool

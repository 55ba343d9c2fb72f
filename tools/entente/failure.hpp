#pragma once

/// From exceptions to messages on stderr and exit statuses.

#include <functional>

#include <entente/error.hpp>

namespace entente::tool {

/// Runs an action; no exception leaves it. What went wrong is said on stderr, safe for a terminal.
[[nodiscard]] Exit guarded(const std::function<Exit()>& action) noexcept;

}  // namespace entente::tool

#pragma once

/// How the lines of a chart look.

#include <cstddef>
#include <string>

#include <entente/render/theme.hpp>

namespace entente {

/// The rules of a style sheet for so many lines; one alone has no name and a stronger band.
[[nodiscard]] std::string series_rules(const Style& style, std::size_t lines);

}  // namespace entente

#pragma once

/// Where the entities of routes stand.

#include <cstdint>
#include <optional>
#include <span>

#include <entente/algorithm/path.hpp>
#include <entente/facts/graph.hpp>
#include <entente/render/diagram.hpp>

namespace entente {

/// Whether a page is too narrow for a route from side to side.
[[nodiscard]] bool runs_downward(const Path& path, const std::optional<Size>& page);

enum class RouteDirection : std::uint8_t { across, downward };

/// Pins routes' entities by steps from where all begin, those of one step beside one another. A
/// single route across is as long as fills the page with what stands beside it.
void pin_routes(Diagram& diagram, const Graph& graph, std::span<const Path> paths,
                RouteDirection direction);

}  // namespace entente

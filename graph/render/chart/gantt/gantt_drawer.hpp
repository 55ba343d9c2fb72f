#pragma once

/// Bars and diamonds along a time axis.

#include <string>
#include <vector>

#include <entente/render/page.hpp>

#include "render/chart/gantt/gantt_rows.hpp"

namespace entente {

/// The rows with the page around them; several pages where one of the size asked for is too small
/// to be read.
[[nodiscard]] std::vector<std::string> draw_gantt(const Page& page, const GanttContent& content);

}  // namespace entente

#pragma once

/// Bars and diamonds along a time axis.

#include <string>

#include <entente/render/page.hpp>

#include "render/chart/gantt/gantt_rows.hpp"

namespace entente {

/// The rows with the page around them.
[[nodiscard]] std::string draw_gantt(const Page& page, const GanttContent& content);

}  // namespace entente

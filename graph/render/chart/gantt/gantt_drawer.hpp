#pragma once

/// Bars and diamonds along a time axis.

#include <string>

#include <entente/render/diagram.hpp>

#include "render/chart/gantt/gantt_rows.hpp"

namespace entente {

/// The page with the diagram's title, legend and notes around the rows.
[[nodiscard]] std::string draw_gantt(const Diagram& diagram, const GanttMatter& matter);

}  // namespace entente

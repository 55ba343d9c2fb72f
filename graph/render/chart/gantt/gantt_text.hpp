#pragma once

/// What stands before and behind the bars of a Gantt picture, and how bars look.

#include <string>
#include <vector>

#include <entente/render/theme.hpp>

#include "render/chart/gantt/gantt_rows.hpp"
#include "render/label/text_row.hpp"

namespace entente {

struct GanttWidths;

/// The name, in two lines if it must be, and below it one in a second language.
[[nodiscard]] std::vector<TextRow> heading_of(const GanttGroup& group, double room);

/// Who, when, and what it is if it is not a fact, as far as there is room.
[[nodiscard]] TextRow note_of(const GanttRow& row, const GanttWidths& widths);

/// The style sheet for what only this chart has.
[[nodiscard]] std::string gantt_rules(const Style& style);

}  // namespace entente

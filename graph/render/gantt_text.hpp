#pragma once

/// What stands before and behind the bars of a Gantt picture.

#include <vector>

#include "render/gantt_rows.hpp"
#include "render/text_row.hpp"

namespace entente {

/// The name, in two lines if it must be, and below it one in a second language.
[[nodiscard]] std::vector<TextRow> heading_of(const GanttGroup& group, double room);

/// Who, when, and what it is if it is not a fact.
[[nodiscard]] TextRow note_of(const GanttRow& row);

}  // namespace entente

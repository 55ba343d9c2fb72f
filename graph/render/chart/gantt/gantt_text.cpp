#include "render/chart/gantt/gantt_text.hpp"

#include <algorithm>

#include "render/chart/gantt/gantt_place.hpp"
#include "render/diagram/colour.hpp"
#include "render/label/label.hpp"
#include "render/svg/svg.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

constexpr double least_name = 60;  // of a note
constexpr Font group_font{10, FontWeight::bold};
constexpr Font note_font{8};

}  // namespace

std::vector<TextRow> heading_of(const GanttGroup& group, double room) {
  std::vector<TextRow> rows;
  const Phrase& name = group.names.front();
  for (const std::string& line : set_in_lines(name.text, group_font, room, 2))
    rows.push_back(text_row(line, name.language, group_font, Ink::text));
  if (group.names.size() > 1)
    rows.push_back(text_row(set_in_lines(group.names[1].text, note_font, room, 1).front(),
                            group.names[1].language, note_font, Ink::secondary));
  return rows;
}

TextRow note_of(const GanttRow& row, const GanttWidths& widths) {
  std::string behind = row.dates.empty() ? "" : " " + row.dates;
  if (!row.report.text.empty() && widths.says_reports)
    behind.append(comma_of(row.report.language)) += row.report.text;
  for (const std::size_t note : row.notes)
    behind += (note == row.notes.front() ? " [" : ",") + std::to_string(note);
  if (!row.notes.empty()) behind += "]";
  const double room =
      std::max(std::min(least_name, widths.note / 2), widths.note - text_width(behind, note_font));
  const std::string who =
      row.who.text.empty() ? "" : set_in_lines(row.who.text, note_font, room, 1).front();
  std::vector<TextSpan> spans;
  if (!who.empty()) spans.push_back({who, row.who.language, note_font, Ink::text});
  if (!behind.empty()) spans.push_back({behind, row.dates_language, note_font, Ink::text});
  return text_row(std::move(spans));
}

std::string gantt_rules(const Style& style) {
  const std::string grid = to_string(style.grid);
  return ".grid{stroke:" + grid + ";stroke-width:.6}.stripe{fill:" + grid +
         ";fill-opacity:.22}.bar.strong text{font-weight:bold;fill:" + to_string(style.accent) +
         "}.bar>rect.cell{fill:" + to_string(mixed(style.background, style.grid, 0.22)) + "}";
}

}  // namespace entente

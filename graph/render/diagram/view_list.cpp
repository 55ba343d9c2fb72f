#include <algorithm>
#include <array>

#include <entente/render/view_list.hpp>

#include "render/diagram/limits.hpp"

namespace entente {
namespace {

constexpr std::array<ViewParameter, 1> one_entity = {{{"E", ViewParameter::Names::entity}}};
constexpr std::array<ViewParameter, 2> two_entities = {
    {{"A", ViewParameter::Names::entity}, {"B", ViewParameter::Names::entity}}};
constexpr std::array<ViewParameter, 2> two_dates = {
    {{"D1", ViewParameter::Names::date}, {"D2", ViewParameter::Names::date}}};
constexpr std::array<ViewParameter, 1> one_measure = {{{"MEASURE", ViewParameter::Names::measure}}};

constexpr std::array<View, 9> every_view = {{
    {"overview",
     {},
     Draws::diagram,
     "everything selected, near what it is tied to",
     most_in_regions},
    {"columns",
     {},
     Draws::diagram,
     "the same in columns by kind, in order of year",
     most_in_columns},
    {"cards",
     {},
     Draws::chart,
     "agreements, bodies and events by date, a card each",
     most_cards,
     "cards"},
    {"ego", one_entity, Draws::diagram, "one entity and what it is tied to", most_drawn_entities},
    {"path", two_entities, Draws::diagram, "how two are connected", most_drawn_entities},
    {"diff", two_dates, Draws::diagram, "what appeared, ended and happened between two dates",
     most_in_diff},
    {"gantt", {}, Draws::chart, "bars of time, a row for each entity's ties", most_drawn_entities},
    {"matrix",
     {},
     Draws::chart,
     "a table of who is tied to whom, and how often",
     most_matrix_entities},
    {"series", one_measure, Draws::chart, "a measure over time", most_drawn_entities, "lines"},
}};

}  // namespace

std::span<const View> views() {
  return every_view;
}

const View* find_view(std::string_view name) {
  const auto* found = std::find_if(every_view.begin(), every_view.end(),
                                   [name](const View& view) { return view.name == name; });
  return found == every_view.end() ? nullptr : found;
}

}  // namespace entente

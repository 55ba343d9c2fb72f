#include "io/formats/tables/csv_columns.hpp"

#include "base/ascii.hpp"
#include "io/formats/found_text.hpp"
#include "io/formats/property_graph.hpp"

namespace entente {
namespace {

bool holds_dates(const CsvHeading& heading) {
  return is_called(heading.name, "when") || is_called(heading.name, "start") ||
         is_called(heading.name, "end");
}

}  // namespace

bool may_lack(const CsvHeading& heading) {
  return heading.role == CsvRole::property && !heading.name.empty() &&
         (holds_dates(heading) || !is_reserved_property(heading.name));
}

bool holds_weights(const CsvTable& table, std::size_t column) {
  const CsvHeading& heading = table.headings[column];
  return table.by == TableBy::others && heading.role == CsvRole::property &&
         heading.name == "weight";
}

bool keeps_numbers(const CsvTable& table, std::size_t column) {
  return holds_weights(table, column) && table.odd_weights.count > 0 &&
         table.number_weights > table.odd_weights.count;
}

CsvNotes name_csv_columns(CsvTable& table, bool is_ours) {
  const auto is_lacking = [&](std::size_t column) {
    const CsvMissing& missing = table.missing[column];
    const CellType type = missing.others.type();
    return !is_ours && missing.notes.count > 0 &&
           (type == CellType::integer || type == CellType::real ||
            holds_dates(table.headings[column]));
  };
  CsvNotes lacking;
  for (std::size_t i = 0; i < table.headings.size(); ++i)
    if (is_lacking(i)) lacking.add(table.missing[i].notes);
  const bool says_directions = table.of_edges && table.any_direction && table.all_directions;
  for (const auto& list : table.lists) {
    std::uint32_t number = FoundElements::first_name;
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
      const CsvHeading& heading = table.headings[i];
      FoundElements::Name& name = list->name_at(number++);
      if (heading.role == CsvRole::timeset) ++number;
      FoundElements::Name* const missing = may_lack(heading) ? &list->name_at(number++) : nullptr;
      if (heading.role == CsvRole::kind && is_ours) name.text = table.of_edges ? "type" : "kind";
      if (heading.role == CsvRole::label) name.text = "label";
      if (heading.role == CsvRole::property && heading.name.empty()) name.dropped = true;
      if (says_directions && ascii_lowered(heading.name) == "type") name.dropped = true;
      const bool is_attribute =
          heading.role == CsvRole::property && !is_reserved_property(heading.name);
      if (is_attribute && keeps_numbers(table, i))
        name.type = CellType::number;
      else if (is_attribute)
        name.type = is_ours         ? own_type(table.guesses[i].type())
                    : is_lacking(i) ? table.missing[i].others.type()
                                    : table.guesses[i].type();
      if (missing != nullptr) *missing = {name.text, name.type, name.dropped || is_lacking(i)};
    }
    if (says_directions) continue;
    for (std::size_t row = 0; row < list->size(); ++row) list->at(row).symmetric = 0;
  }
  return lacking;
}

}  // namespace entente

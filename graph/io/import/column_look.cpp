#include "io/import/column_look.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <entente/base/read_number.hpp>

#include "base/ascii.hpp"
#include "io/import/cell_parts.hpp"
#include "io/import/import_date.hpp"
#include "io/import/missing_words.hpp"
#include "io/import/number_cells.hpp"

namespace entente::import {
namespace {

bool is_plain_number(std::string_view text) {
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = read_number(text.data(), end, number);
  return parsed.ec == std::errc() && parsed.ptr == end && std::isfinite(number);
}

bool is_any_number(std::string_view text) {
  return is_plain_number(text) || has_decimal_comma(text);
}

/// A year is a number that stands for a date.
bool is_year(std::string_view text) {
  return text.size() == 4 && std::all_of(text.begin(), text.end(), is_ascii_digit) &&
         (text.starts_with("1") || text.starts_with("20"));
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

bool most(std::size_t some, std::size_t all) {
  return some > 0 && some * 5 >= all * 4;
}

struct DateCounts {
  std::size_t dates = 0;
  std::size_t years = 0;
  std::size_t day_first = 0;    ///< that can be nothing else
  std::size_t month_first = 0;  ///< that can be nothing else
};

DateCounts count_dates(const std::set<std::string>& values, ColumnLook& look) {
  DateCounts counts;
  for (const std::string& value : values) {
    if (is_plain_number(value) && !is_year(value)) continue;
    counts.years += is_year(value) ? 1 : 0;
    const bool unsaid = edtf_of(value, DateOrder::unsaid).reason.empty();
    const bool day_first = edtf_of(value, DateOrder::day_first).reason.empty();
    const bool month_first = edtf_of(value, DateOrder::month_first).reason.empty();
    counts.dates += unsaid || day_first || month_first ? 1 : 0;
    counts.day_first += day_first && !month_first ? 1 : 0;
    counts.month_first += month_first && !day_first ? 1 : 0;
    if (!unsaid && day_first && month_first) look.two_readings.push_back(value);
  }
  return counts;
}

/// What the exceptions are, which a person should look at.
template <typename Is>
void note_exceptions(const std::set<std::string>& values, ColumnLook& look, const Is& is) {
  constexpr std::size_t enough = 5;
  for (const std::string& value : values)
    if (!is(value) && look.exceptions.size() < enough) look.exceptions.push_back(value);
}

std::string separator_of(const std::set<std::string>& values) {
  for (const std::string_view separator : {";", "|"}) {
    const auto with = static_cast<std::size_t>(std::count_if(
        values.begin(), values.end(),
        [&](const std::string& value) { return value.find(separator) != value.npos; }));
    if (with * 5 >= values.size() && with > 0) return std::string(separator);
  }
  return {};
}

/// With a comma before decimals where some have one and none has a point.
void look_at_numbers(const std::set<std::string>& values, const std::set<std::string>& missing,
                     ColumnLook& look) {
  const auto has_point = [](const std::string& value) {
    return is_plain_number(value) && value.find('.') != value.npos;
  };
  if (std::any_of(values.begin(), values.end(), has_decimal_comma) &&
      std::none_of(values.begin(), values.end(), has_point))
    look.decimal = DecimalSign::comma;
  look.missing.assign(missing.begin(), missing.end());
  note_exceptions(values, look, [&](const std::string& value) {
    return missing.contains(value) || is_plain_number(value) ||
           (look.decimal == DecimalSign::comma && has_decimal_comma(value));
  });
}

}  // namespace

ColumnLook look_at_column(std::string name, std::size_t index,
                          const std::vector<std::string>& cells, const Countries& countries) {
  constexpr std::size_t most_values = 1000;
  constexpr std::size_t shown_values = 12;
  ColumnLook look;
  look.name = std::move(name);
  look.index = index;
  std::set<std::string> values;
  std::set<std::string> missing;
  for (const std::string& cell : cells) {
    if (cell.empty()) continue;
    const auto missing_as = missing_word(cell);
    if (missing_as) missing.insert(cell);
    if (missing_as == MissingCode::unknown) continue;
    ++look.filled;
    if (values.size() < most_values && values.insert(cell).second &&
        look.values.size() < shown_values)
      look.values.push_back(cell);
  }
  look.distinct = values.size();
  if (values.empty()) return look;
  look.separator = separator_of(values);
  if (!look.separator.empty()) {
    std::set<std::string> parts;
    for (const std::string& value : values)
      for (const std::string_view part : parts_of_cell(value, look.separator)) parts.emplace(part);
    values = std::move(parts);
  }
  const auto count = [&](const auto& is) {
    return static_cast<std::size_t>(std::count_if(values.begin(), values.end(), is));
  };
  const auto is_country = [&](const std::string& value) {
    return countries.find(value, CountrySystem::name_or_letters).size() == 1;
  };
  if (most(count(is_address), values.size())) {
    look.looks = Looks::addresses;
    return look;
  }
  // Misspelt names are exceptions, and many in a small table.
  const auto may_be_country = [&](const std::string& value) {
    return !countries.find(value, CountrySystem::name_or_letters).empty();
  };
  if (const std::size_t found = count(may_be_country); found * 3 >= values.size() * 2) {
    look.looks = Looks::countries;
    note_exceptions(values, look, is_country);
    return look;
  }
  const DateCounts dates = count_dates(values, look);
  // "present" beside dates is one of their words, however few dates there are.
  const std::size_t words =
      count([&](const std::string& value) { return missing.contains(value); });
  const std::size_t others = values.size() - words;
  // One cell that is none among three is an exception; a number among years makes numbers of all.
  const bool are_enough =
      most(dates.dates, others) || (dates.dates > 1 && dates.dates * 3 >= others * 2);
  const auto is_other_number = [](const std::string& value) {
    return is_any_number(value) && !is_year(value);
  };
  if (are_enough &&
      (dates.dates > dates.years || most(dates.years, others) || count(is_other_number) == 0)) {
    look.looks = Looks::dates;
    look.missing.assign(missing.begin(), missing.end());
    if (dates.day_first > 0 && dates.month_first == 0) look.order = DateOrder::day_first;
    if (dates.month_first > 0 && dates.day_first == 0) look.order = DateOrder::month_first;
    note_exceptions(values, look, [&](const std::string& value) {
      return missing.contains(value) || edtf_of(value, DateOrder::day_first).reason.empty() ||
             edtf_of(value, DateOrder::month_first).reason.empty();
    });
    return look;
  }
  look.looks = most(count(is_any_number), values.size()) ? Looks::numbers : Looks::names;
  if (look.looks == Looks::numbers) look_at_numbers(values, missing, look);
  return look;
}

}  // namespace entente::import

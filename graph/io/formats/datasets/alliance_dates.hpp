#pragma once

#include <string>
#include <string_view>

namespace entente {

/// A date of three cells as data sets have them: empty, `.`, -9 and other negatives stand for what
/// is not known, and so does 0 of a month or day. Empty if the year is not known.
[[nodiscard]] std::string date_of_cells(std::string_view year, std::string_view month,
                                        std::string_view day);

/// Whether the cells name a month or a day that the date of them does not.
[[nodiscard]] bool names_more(std::string_view date, std::string_view month, std::string_view day);

/// Whether a cell is neither a number nor one of the marks for what is not known, or the year has
/// more than four digits.
[[nodiscard]] bool holds_no_date(std::string_view year, std::string_view month,
                                 std::string_view day);

}  // namespace entente

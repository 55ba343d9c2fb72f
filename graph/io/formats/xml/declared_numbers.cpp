#include "io/formats/xml/declared_numbers.hpp"

#include <string_view>

#include "base/ascii.hpp"

namespace entente {

bool keeps_declared(ForeignReading& reading, ForeignPlace place, CellType declared,
                    const Property& property) {
  const bool is_number =
      declared == CellType::integer || declared == CellType::real || declared == CellType::number;
  if (!is_number || property.form == Property::Form::json) return true;
  const std::string_view text = trimmed(property.value, ascii_blanks);
  if (text.empty()) return true;
  if (ascii_lowered(text) == "nan") {
    reading.lose(place, {"missing-mark", "`NaN` where a number is declared is nothing",
                         "leave out what is not known"});
    return false;
  }
  reading.lose(place, {"unread-number", "what is declared to be a number and is none stays a text",
                       "mend the values, or declare texts"});
  return true;
}

}  // namespace entente

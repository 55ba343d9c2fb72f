#pragma once

/// What classes and properties of Wikidata are to us.

#include <string>
#include <string_view>

#include "io/formats/widened_vocabulary.hpp"

namespace entente {

/// A property whose value is an item.
struct WikidataTie {
  std::string_view property = {};  ///< "P39"
  NeededType type = {};
  bool reversed = false;            ///< our `from` is its value
  std::string_view from_kind = {};  ///< of our `from`, if nothing else says
  std::string_view to_kind = {};    ///< of our `to`
  std::string_view relationship = {};
};

/// The tie that a property stands for, or nullptr.
[[nodiscard]] const WikidataTie* find_wikidata_tie(std::string_view property);
/// The kind of an item that is an instance of that class; empty if the class is not known.
[[nodiscard]] std::string_view kind_of_wikidata(std::string_view item);
/// An EDTF date of a time value, no more precise than it says, in the Gregorian calendar; empty for
/// what EDTF cannot say. Years before 1 are counted there without a year 0.
[[nodiscard]] std::string wikidata_date(std::string_view time, int precision,
                                        std::string_view calendar);

}  // namespace entente

#pragma once

/// Members of Wikidata's items: names, statements, references.

#include <cstddef>
#include <string>
#include <string_view>

#include <entente/model/record.hpp>

#include "io/json/json_tape.hpp"

namespace entente {

/// Takes labels and aliases as names, and the English description.
void add_wikidata_names(Entity& record, JsonValue object);

/// Takes a value that is no item, as a code or an attribute.
void add_wikidata_value(Entity& record, std::string_view property, JsonValue snak);

/// Whether a statement says "unknown" or "none".
[[nodiscard]] bool is_no_value(JsonValue claim);
/// Whether it gives a time that no date of ours holds.
[[nodiscard]] bool is_unread_date(JsonValue claim);
/// Whether a value is a time.
[[nodiscard]] bool is_time(JsonValue snak);

/// What a reference says of the source.
struct WikidataReference {
  std::string stated_in = {};   ///< an item
  std::string address = {};     ///< on the web
  std::string taken_from = {};  ///< another Wikimedia project
  std::string title = {};
  std::string published = {};
  std::string at = {};     ///< the place in the source
  std::size_t others = 0;  ///< how many properties it has beside these
};
[[nodiscard]] WikidataReference reference_of(JsonValue snaks);

}  // namespace entente

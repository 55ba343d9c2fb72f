#pragma once

/// Members of Popolo's objects: dates and codes.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/record.hpp>

#include "io/json/json_tape.hpp"

namespace entente {

/// Whether it is one of a few names.
template <typename Names>
[[nodiscard]] bool is_among(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The text of a member, or its number; empty if there is none.
[[nodiscard]] std::string text_id(JsonValue object, std::string_view name);

/// The state between two members that are dates, and which of them it says.
struct PopoloState {
  std::optional<When> when = {};
  std::vector<std::string_view> said = {};
  bool all_read = true;
};

/// That of an object with these members.
[[nodiscard]] PopoloState popolo_state(JsonValue object, std::string_view start,
                                       std::string_view end);
/// When a person lived, an organization or anything else existed.
[[nodiscard]] PopoloState popolo_lifespan(JsonValue object);

/// Takes the codes of `identifiers`. One without a scheme is an attribute, and so are further ones
/// of a scheme.
void add_popolo_codes(Entity& record, JsonValue object);

}  // namespace entente

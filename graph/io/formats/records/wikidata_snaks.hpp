#pragma once

/// Snaks: what a statement, qualifier or reference of Wikidata says. "Unknown" and "none" are kept
/// apart.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <entente/time/when.hpp>

#include "io/json/json_tape.hpp"

namespace entente {

enum class SnakKind : std::uint8_t { value, unknown, none };

[[nodiscard]] SnakKind kind_of_snak(JsonValue snak);
/// The id of an item; empty for other values.
[[nodiscard]] std::string item_of(JsonValue snak);
/// The date of a time; empty for other values.
[[nodiscard]] std::string date_of_snak(JsonValue snak);
/// A value in words: a text, an amount, a place's coordinates, an item's id.
[[nodiscard]] std::string words_of(JsonValue snak);
/// The words of the first of a property's snaks that has some.
[[nodiscard]] std::string first_words(JsonValue snaks, std::string_view property);

/// One end of a state: what snaks of one property say.
struct SaidEnd {
  bool is_said = false;
  std::string end = {};  ///< a date, `..` for none, empty for unknown

  [[nodiscard]] bool is_date() const { return is_said && !end.empty() && end != ".."; }
};

/// What a list of snaks says.
[[nodiscard]] SaidEnd said_end(std::optional<JsonValue> snaks);
/// The rank of a property's best statements; empty if none counts.
[[nodiscard]] std::string_view best_rank(JsonValue claims, std::string_view property);
/// What the best statements of a property say.
[[nodiscard]] SaidEnd best_end(JsonValue claims, std::string_view property);
/// From one to the other; nothing if neither is said, or they cannot both be.
[[nodiscard]] std::optional<When> when_between(const SaidEnd& start, const SaidEnd& end);

}  // namespace entente

#pragma once

/// Data sets of scholars, as their projects publish them in CSV.

#include <string_view>

#include "io/formats/foreign.hpp"

namespace entente {

/// Alliance Treaty Obligations and Provisions, member level: a row a membership, with the days of
/// entry and exit. Year 0 of the exit means that it was in force when the data ends.
void read_atop(ForeignReading& reading);
[[nodiscard]] bool is_atop(std::string_view text);

/// Correlates of War, Formal Alliances by member.
void read_cow(ForeignReading& reading);
[[nodiscard]] bool is_cow(std::string_view text);

/// ICEWS Coded Event Data: an act a row, under the class of its CAMEO code.
void read_icews(ForeignReading& reading);
[[nodiscard]] bool is_icews(std::string_view text);

/// Events coded after PLOVER, as POLECAT has them; an event without a recipient becomes an entity.
void read_plover(ForeignReading& reading);
[[nodiscard]] bool is_plover(std::string_view text);

}  // namespace entente

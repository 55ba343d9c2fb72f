#pragma once

/// The date of a record.

#include <optional>

#include <entente/time/when.hpp>

#include "io/json/member_reader.hpp"

namespace entente {

/// From a text or from `{"start": …, "end": …}`; none for null and for what is no date, which is
/// reported.
[[nodiscard]] std::optional<When> read_when(MemberReader& read, JsonValue value);

}  // namespace entente

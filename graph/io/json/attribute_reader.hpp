#pragma once

/// The attributes of a record.

#include <entente/model/record.hpp>

#include "io/json/member_reader.hpp"

namespace entente {

/// Texts, numbers, true, false, null and lists of them; reports all else, and numbers that most
/// programs would not keep.
[[nodiscard]] Attributes read_attributes(MemberReader& read, JsonValue value);

}  // namespace entente

#pragma once

/// Attributes as bytes, to be kept in a flat column.

#include <span>
#include <vector>

#include <entente/model/record.hpp>

namespace entente {

/// Appends the code of the attributes; nothing for none. @throws LimitReached past 4 GiB.
void encode(const Attributes& attributes, std::vector<char>& bytes);

/// The attributes of a code. @throws Error `bad-snapshot` if the bytes are none.
[[nodiscard]] Attributes decode(std::span<const char> bytes);

}  // namespace entente

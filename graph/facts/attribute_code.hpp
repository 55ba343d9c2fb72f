#pragma once

/// Attributes as bytes, to be kept in a flat column.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <entente/facts/attribute_view.hpp>
#include <entente/model/record.hpp>

namespace entente {

/// Appends the code of the attributes; nothing for none. @throws LimitReached past 4 GiB.
void encode(const Attributes& attributes, std::vector<char>& bytes);

/// The attributes of a code. @throws Error `bad-snapshot` if the bytes are none.
[[nodiscard]] Attributes decode(std::span<const char> bytes);

/// The attribute of that name, in place. @throws Error `bad-snapshot` as above.
[[nodiscard]] std::optional<AttributeView> attribute_in(std::span<const char> bytes,
                                                        std::string_view name);

}  // namespace entente

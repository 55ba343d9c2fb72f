#pragma once

#include <cstdint>

namespace entente {

/// The first byte of a value in the code of attributes.
enum class AttributeTag : std::uint8_t { null, no, yes, integer, natural, number, text, list };

}  // namespace entente

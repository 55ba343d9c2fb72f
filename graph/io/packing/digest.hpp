#pragma once

/// SHA-256, as reports name the files that they belong to.

#include <string>
#include <string_view>

namespace entente {

/// 64 hexadecimal digits in lower case, as `sha256sum` prints.
/// @see FIPS 180-4.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace entente

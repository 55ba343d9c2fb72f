#pragma once

/// Upper and lower case, whatever the locale. UTF-8 in, UTF-8 out.

#include <string>
#include <string_view>

namespace entente {

/// "STRASSE" for "straße".
[[nodiscard]] std::string upper_case(std::string_view text);
[[nodiscard]] std::string lower_case(std::string_view text);

}  // namespace entente

#pragma once

#include <string>

namespace entente::tool {

/// The manual page entente(1) in roff, made of the same texts as the help.
[[nodiscard]] std::string manual_page();

}  // namespace entente::tool

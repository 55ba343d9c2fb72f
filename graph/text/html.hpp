#pragma once

/// Text inside HTML: shown as it is, giving no command.

#include <string>
#include <string_view>

namespace entente {

/// A text between tags or inside quotes: markup is escaped, invisible characters are made visible
/// (terminal_safe).
[[nodiscard]] std::string html_text(std::string_view text);

}  // namespace entente

#pragma once

/// Text inside Markdown: shown as it is, giving no command.

#include <string>
#include <string_view>

namespace entente {

/// One line of Markdown that shows the text: what Markdown gives a meaning is escaped (also where a
/// table divides its cells), HTML is inert, invisible characters are made visible (terminal_safe).
[[nodiscard]] std::string markdown_line(std::string_view text);

}  // namespace entente

#pragma once

/// Texts as XML 1.0 can hold them.

#include <string>
#include <string_view>

namespace entente {

/// Whether every character is one that XML 1.0 has, and a reader gets back as it is.
[[nodiscard]] bool is_xml_text(std::string_view text);

/// Appends a text, between tags or in quotes; characters that XML has not become U+FFFD. Returns
/// whether there was none.
bool append_xml(std::string& out, std::string_view text);

/// Appends ` name="value"`.
bool append_xml_attribute(std::string& out, std::string_view name, std::string_view value);

/// An id as a name token: the id itself, or `n_` and the id with `_` and two hexadecimal digits for
/// each byte that is not an ASCII letter, a digit or a hyphen. Different ids give different tokens.
[[nodiscard]] std::string name_token(std::string_view id);

}  // namespace entente

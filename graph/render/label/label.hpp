#pragma once

/// Names made fit for a picture: what cannot be drawn is left out, what is too long is wrapped and
/// shortened, what markup would read is escaped.

#include <string>
#include <string_view>

namespace entente {

/// The text without what XML 1.0 forbids, control characters and the marks that reverse text; every
/// white space is a space.
[[nodiscard]] std::string printable(std::string_view text);

/// The same on one line: white space is one space, none at the ends.
[[nodiscard]] std::string drawable(std::string_view text);

/// For HTML-like labels, XML text and quoted XML attributes.
[[nodiscard]] std::string escaped(std::string_view text);

/// The address with everything but plain URL characters percent-encoded if it is http or https,
/// else "".
[[nodiscard]] std::string safe_link(std::string_view address);

/// A name of an element: `prefix`, then the id with every byte but a-z, A-Z, 0-9 and `-` as `_xx`.
/// Different ids give different names.
[[nodiscard]] std::string element_name(std::string_view prefix, std::string_view id);

}  // namespace entente

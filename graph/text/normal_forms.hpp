#pragma once

/// The normal forms that folding and comparing names are made of. UTF-8 in, UTF-8 out; malformed
/// bytes pass through.

#include <string>
#include <string_view>

namespace entente {

[[nodiscard]] std::string nfc(std::string_view text);
[[nodiscard]] std::string nfd(std::string_view text);
[[nodiscard]] std::string nfkc(std::string_view text);
/// NFKC, full case folding, and no default-ignorable characters.
[[nodiscard]] std::string nfkc_casefold(std::string_view text);
[[nodiscard]] std::string case_folded(std::string_view text);

/// NFC, but ideographs stay as they are: their other forms look different to a reader, whose choice
/// of 神 or 神 is part of a name. Two texts that compose to one are the same text.
[[nodiscard]] std::string composed(std::string_view text);
/// Whether the text is in NFC, and so is what it composes to; texts with other ideographs are not.
[[nodiscard]] bool is_composed(std::string_view text);

/// The text without default-ignorable characters.
[[nodiscard]] std::string without_invisible(std::string_view text);
/// White space trimmed, each run of it one space.
[[nodiscard]] std::string squeezed(std::string_view text);

}  // namespace entente

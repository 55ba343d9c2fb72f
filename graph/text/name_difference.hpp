#pragma once

/// What alone distinguishes two names that look alike.

#include <string_view>

namespace entente {

/// In what two names differ, if only the writing does.
enum class NameDifference {
  none,           ///< the same bytes
  normalization,  ///< composed and decomposed characters (NFC, NFD)
  invisible,      ///< zero-width and other characters that do not show
  spacing,        ///< kind and number of spaces
  letter_case,    ///< upper and lower case
  width,          ///< full and half width, and other compatibility forms
  several,        ///< more than one of these
  other,          ///< the names are different
};

/// Compares two names for the lint "names that differ only by …". Names with the same
/// `fold(name, HanVariants::keep)` never differ by `other`, so grouping by that finds all pairs.
[[nodiscard]] NameDifference name_difference(std::string_view a, std::string_view b);

/// "case", "width", "normalization (NFC and NFD)": completes "the names differ only by …".
[[nodiscard]] std::string_view to_string(NameDifference difference) noexcept;

}  // namespace entente

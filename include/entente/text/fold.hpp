#pragma once

/// One form for the many ways a name is written, so that they can be compared.

#include <string>
#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// Whether the Chinese and Japanese variants of a character are brought to one form.
enum class HanVariants { keep, unify };

/// Folds a text for comparison: NFKC with case folding (ICU's NFKC_Casefold, which also drops
/// invisible characters and unifies width), white space trimmed and squeezed to single spaces and,
/// unless kept, variant Chinese and Japanese characters brought to one form (国際 國際 国际 agree,
/// so do 沢 澤 泽) with the dictionaries of OpenCC's `jp2t` and `t2s`.
///
/// Guarantees: `fold(fold(x)) == fold(x)`; texts that NFC, NFD, case or width alone tell apart
/// fold alike, and so do a text and what OpenCC makes of it. The result is for comparing, not for
/// showing. Malformed UTF-8 becomes U+FFFD.
/// Cost: linear; ASCII needs no data, other text ICU's. OpenCC's dictionaries are compiled in.
/// @throws LimitReached `text-too-long` past 512 MiB.
/// @see UAX #15, UTS #30; https://github.com/BYVoid/OpenCC
[[nodiscard]] std::string fold(std::string_view text, HanVariants variants = HanVariants::unify);

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

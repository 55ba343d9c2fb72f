#pragma once

/// How well a text fits an entity's id or name.

#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// The step at which an entity was found, the better the earlier.
enum class MatchKind {
  id,         ///< its id
  code,       ///< one of its codes ("JPN"), as written
  exact,      ///< a name, as written (NFC or NFD)
  folded,     ///< a name or code but for case, width, and simplified or Japanese characters
  accent,     ///< a name but for accents
  variant,    ///< a name in another spelling: apostrophes, hyphens, spaces, kana, variants in names
  reordered,  ///< a person's name with its words in another order
  surname,    ///< a person's surname
  fuzzy,      ///< something like it
};

/// "id", "code", "exact", "folded", "accent", "variant", "reordered", "surname", "fuzzy".
[[nodiscard]] std::string_view to_string(MatchKind kind) noexcept;

}  // namespace entente

#pragma once

/// How well a text fits an entity's id or name.

#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// The step at which a name was found, the better the earlier.
enum class MatchKind { id, exact, folded, fuzzy };

/// "id", "exact", "folded", "fuzzy".
[[nodiscard]] std::string_view to_string(MatchKind kind) noexcept;

}  // namespace entente

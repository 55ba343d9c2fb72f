#pragma once

#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// The JSON Schema (draft 2020-12) of a dossier part, with the kinds and types of `diplomacy`, for
/// editors that complete and check.
[[nodiscard]] std::string_view dossier_schema();

/// The same of a mapping, which says how tables become a dossier.
[[nodiscard]] std::string_view mapping_schema();

}  // namespace entente

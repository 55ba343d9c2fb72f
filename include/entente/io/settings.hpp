#pragma once

/// Small JSON files of settings: looks of pictures, places of entities.

#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/model/setting.hpp>

namespace ENTENTE_API entente {

/// The values of a JSON object, those of objects inside it included, in the order of the file.
/// Objects may lie three deep; what lies deeper is an OtherValue.
/// @throws DossierError with the places of everything that is not JSON, not an object or named
/// twice; IoError `input-missing` (exit 66); LimitReached beyond 16 MiB.
[[nodiscard]] std::vector<Setting> read_settings(const std::string& path);
/// The same from a text; `name` stands in the places.
[[nodiscard]] std::vector<Setting> read_settings_from_text(std::string_view text,
                                                           const std::string& name);

}  // namespace entente

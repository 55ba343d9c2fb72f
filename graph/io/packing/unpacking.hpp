#pragma once

/// Inputs that are packed with gzip or Zstandard, recognized by their first bytes.

#include <cstddef>
#include <optional>
#include <string>

#include "system/whole_file.hpp"

namespace entente {

/// The bytes as they are, or what they hold packed; nothing if that is more than `most`, of which
/// no more is unpacked.
/// @throws DossierError `bad-compression` for packed data that is damaged or cut.
[[nodiscard]] std::optional<InputBytes> unpacked(InputBytes bytes, const std::string& name,
                                                 std::size_t most);

}  // namespace entente

#pragma once

/// Whether a text that a program made is JSON, for rooms below those that read it.

#include <string>
#include <string_view>

namespace entente {

/// What keeps a text from standing as a value in a dossier: "is not JSON on one line", "is nested
/// more than 507 deep"; empty if nothing does. Its encoding is not looked at. Cost: one pass.
[[nodiscard]] std::string json_fault(std::string_view text);

}  // namespace entente

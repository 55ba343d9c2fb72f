#pragma once

/// What the tool says about itself.

#include <string>

#include "verb.hpp"

namespace entente::tool {

/// Ten lines for someone who typed `entente`.
[[nodiscard]] std::string overview();
/// The verbs with a line each.
[[nodiscard]] std::string help();
/// Everything about one verb: usage, options, two examples.
[[nodiscard]] std::string help(const Verb& verb);
/// "entente path DOSSIER… A B [options]".
[[nodiscard]] std::string usage_line(const Verb& verb);
/// What an option does, where that is not everywhere, and how it was called before; `rows` are all
/// of its verb.
[[nodiscard]] std::string explained(const Option& option, const std::vector<Option>& rows);
/// What each exit status says.
[[nodiscard]] std::string_view exit_statuses();
/// "entente 0.1.0".
[[nodiscard]] std::string version();

}  // namespace entente::tool

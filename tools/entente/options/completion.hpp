#pragma once

/// What a shell offers when Tab is pressed.

#include <string>
#include <vector>

namespace entente::tool {

/// The words that may stand where the last of `words` is being typed, all beginning with it: verbs,
/// options, their values, and the names of the entities of the dossier at hand. None where the
/// shell had better offer files. Never throws for what is on the command line.
[[nodiscard]] std::vector<std::string> completions(const std::vector<std::string>& words);

}  // namespace entente::tool

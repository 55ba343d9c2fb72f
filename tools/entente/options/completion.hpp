#pragma once

/// What a shell offers when Tab is pressed.

#include <string>
#include <vector>

namespace entente::tool {

/// The words that may stand where the last of `words` is being typed, all beginning with it: verbs,
/// options, their values, and the names of the entities of the dossier at hand. None where the
/// shell had better offer files. A word is a line: what holds control characters is not offered,
/// nor a name that would be taken for an option. Never throws for what is on the command line.
[[nodiscard]] std::vector<std::string> completions(const std::vector<std::string>& words);

/// The same for a line of bash up to the cursor: texts that replace its end `replaced`, quoted so
/// that what is inserted is a name and nothing else, whatever the name holds.
[[nodiscard]] std::vector<std::string> bash_completions(const std::string& line,
                                                        const std::string& replaced);

}  // namespace entente::tool

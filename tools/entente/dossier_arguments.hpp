#pragma once

/// Which positionals of a call are dossiers, and the dossier to take where none is named.

#include <string>
#include <string_view>
#include <vector>

#include "call.hpp"

namespace entente::tool {

/// Whether a word names something to read: a file, a folder, or `-` for standard input.
[[nodiscard]] bool is_input(const std::string& word);

/// Whether a word is rather a path than a name: it has a slash between words, or ends as files do.
[[nodiscard]] bool looks_like_path(std::string_view word);

/// The dossiers to read where a call names none: those of $ENTENTE_DOSSIER (apart by colons), else
/// those that the nearest file `.entente` in this folder or above lists, one a line.
[[nodiscard]] std::vector<std::string> default_dossiers();

/// Sets the dossiers and arguments of a call. The last positionals are the verb's arguments, what
/// stands before them are dossiers; where the last argument repeats, dossiers are the leading
/// positionals that exist. Without a dossier, those of $ENTENTE_DOSSIER are taken, else those of
/// the nearest file `.entente` in this folder or above.
/// @throws InvalidArgument where arguments or the dossier are missing or too many.
void split_positionals(Call& call, const std::vector<std::string>& positionals);

}  // namespace entente::tool

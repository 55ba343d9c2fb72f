#pragma once

/// Files of other programs among the dossiers of a call.

#include "call.hpp"

namespace entente::tool {

/// @throws Error `foreign-format` (exit 65), which says what a file of another program is, and what
/// a dossier is.
void refuse_foreign_files(const Call& call);

}  // namespace entente::tool

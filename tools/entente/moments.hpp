#pragma once

/// Pictures of several times of one dossier: side by side, or a file each.

#include <string>

#include "call.hpp"
#include "question.hpp"
#include "view.hpp"

namespace entente::tool {

/// Whether a call asks for several times of a view.
[[nodiscard]] bool asks_for_moments(const Call& call, const AskedView& view);

/// Draws them: one picture with all of them, or, with `--frames`, a file each, of which none is
/// written unless all could be drawn.
[[nodiscard]] Exit draw_moments(const Call& call, const Question& question, const AskedView& view,
                                const std::string& format);

}  // namespace entente::tool

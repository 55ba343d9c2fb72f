#pragma once

/// Drawing in a child process that may crash, starve or hang without harm: Graphviz does all three
/// on unlucky input.

#include <chrono>
#include <cstddef>
#include <string>

#include <entente/export.hpp>
#include <entente/render/image_format.hpp>

namespace ENTENTE_API entente {

struct GuardLimits {
  std::chrono::milliseconds time = std::chrono::seconds(60);  ///< wall clock
  std::chrono::seconds processor_time = std::chrono::seconds(60);
  std::size_t memory = std::size_t{2} << 30;  ///< bytes of address space
};

/// The image of a text in DOT or SVG (told apart by how it begins), drawn by the program
/// `entente-draw`. It is looked for as $ENTENTE_DRAW, beside the running program, in its
/// `../libexec/entente`, in a build tree's `tools/draw`, and where the library is installed.
/// @throws Error `renderer-missing` (exit 69) if it is not found; LimitReached `renderer-limit`
/// (75) if it crashes or reaches a limit, with advice; InvalidArgument `bad-dot` or `bad-svg` if
/// the text is neither; Error `renderer` (70) with its words if it refuses otherwise.
[[nodiscard]] std::string draw_guarded(const std::string& source, ImageFormat format,
                                       const ImageOptions& options = {},
                                       const GuardLimits& limits = {});

}  // namespace entente

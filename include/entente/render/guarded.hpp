#pragma once

/// Drawing in a child process that may crash, starve or hang without harm: libraries that draw do
/// all three on unlucky input.

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/render/image_format.hpp>

namespace ENTENTE_API entente {

/// What drawing may take.
struct GuardLimits {
  std::chrono::milliseconds time = std::chrono::seconds(60);       ///< wall clock
  std::chrono::seconds processor_time = std::chrono::seconds(60);  ///< of all threads
  std::size_t memory = std::size_t{2} << 30;                       ///< bytes of address space
};

/// An image, and what its reader should know of how it was drawn.
struct DrawnImage {
  std::string bytes = {};                 ///< the file
  std::vector<std::string> remarks = {};  ///< a missing font, a lowered resolution; a line each
};

/// The image of a text in DOT or SVG (recognized by how it begins), drawn by the program
/// `entente-draw`. It is looked for as $ENTENTE_DRAW, beside the running program, in its
/// `../libexec/entente`, in a build tree's `tools/draw`, and where the library is installed.
/// @throws Error `renderer-missing` (exit 69) if it is not found, or if the text is DOT and it was
/// built without Graphviz; LimitReached `renderer-limit`
/// (75) if it crashes or reaches a limit, `picture-too-large` (75) if a PNG cannot have that many
/// pixels, both with advice; InvalidArgument `bad-source` if the text is neither; Error `renderer`
/// (70) with its words if it refuses otherwise.
[[nodiscard]] DrawnImage draw_guarded(const std::string& source, ImageFormat format,
                                      const ImageOptions& options = {},
                                      const GuardLimits& limits = {});

}  // namespace entente

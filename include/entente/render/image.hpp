#pragma once

/// Drawing inside this process. Part of the second library, `entente::render`, which links cairo,
/// librsvg and, where it was built with `ENTENTE_WITH_GRAPHVIZ`, Graphviz' layouts; programs that
/// mind their start-up or draw what others wrote use `draw_guarded` instead.

#include <string>

#include <entente/export.hpp>
#include <entente/render/image_format.hpp>

namespace ENTENTE_API entente {

/// What Graphviz draws from a DOT text, by the layout that its `layout` attribute names, else by
/// `dot`. No configuration file of Graphviz is needed. Calls take turns: Graphviz has global state.
/// @throws InvalidArgument `bad-dot` if the text is not DOT, Error `graphviz` if drawing fails,
/// Error `graphviz-missing` (69) where the library was built without Graphviz.
/// Cost: that of the layout, which nothing limits.
[[nodiscard]] std::string render_image(const std::string& dot, ImageFormat format,
                                       const ImageOptions& options = {});

/// An SVG text as PNG or PDF, with its text selectable; as SVG it is returned as it is.
/// Nothing outside the text is read. Of several SVG documents, one behind the other and each with
/// an XML declaration, a PDF has a page each.
/// @throws InvalidArgument `bad-svg` if the text is not SVG, LimitReached `picture-too-large` if a
/// PNG cannot have that many pixels, Error `cairo` if drawing fails.
[[nodiscard]] std::string convert_svg(const std::string& svg, ImageFormat format,
                                      const ImageOptions& options = {});

}  // namespace entente

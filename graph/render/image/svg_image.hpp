#pragma once

#include <string>

#include <entente/export.hpp>
#include <entente/render/image_format.hpp>

namespace ENTENTE_API entente {

/// The resolution that convert_svg draws a PNG at. @throws as convert_svg.
[[nodiscard]] double png_dpi(const std::string& svg, const ImageOptions& options);

}  // namespace entente

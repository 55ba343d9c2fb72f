#pragma once

/// The formats that pictures are drawn in.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// What a picture is drawn as.
enum class ImageFormat : std::uint8_t { svg, png, pdf };

/// "svg", "png", "pdf".
[[nodiscard]] constexpr std::string_view to_string(ImageFormat format) {
  return format == ImageFormat::svg ? "svg" : format == ImageFormat::png ? "png" : "pdf";
}

/// The format of that name, if there is one.
[[nodiscard]] constexpr std::optional<ImageFormat> image_format_from(std::string_view name) {
  for (const ImageFormat format : {ImageFormat::svg, ImageFormat::png, ImageFormat::pdf})
    if (to_string(format) == name) return format;
  return std::nullopt;
}

/// How an image is drawn.
struct ImageOptions {
  double dpi = 144;  ///< of PNG; a point is 1/72 inch
  /// Of PNGs made of SVG: where there would be more the resolution is lowered. 0: no limit.
  std::size_t most_pixels = 0;
};

}  // namespace entente

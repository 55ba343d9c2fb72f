#pragma once

/// Writing PNG.

#include <cstddef>
#include <span>
#include <string>

namespace entente {

/// Rows of pixels as cairo keeps them: 32 bits each, 0x00RRGGBB in the machine's order.
struct PixelRows {
  std::span<const unsigned char> bytes = {};
  std::size_t width = 0;
  std::size_t height = 0;
  std::size_t stride = 0;  ///< bytes from one row to the next
};

/// The pixels as a PNG of that resolution. Drawings are flat: a row is stored by how it differs
/// from the one above, which is several times as fast as trying out filters and no larger.
/// @throws std::bad_alloc. @see W3C, "Portable Network Graphics Specification", 2nd edition.
[[nodiscard]] std::string encoded_png(const PixelRows& pixels, double dpi);

}  // namespace entente

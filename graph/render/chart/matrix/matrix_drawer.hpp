#pragma once

/// A table of dyads as a picture.

#include <string>

#include <entente/render/matrix.hpp>

namespace entente {

/// Whether all of it can be read on the page asked for.
[[nodiscard]] bool fits_its_page(const MatrixChart& chart);

/// The table as SVG.
[[nodiscard]] std::string drawn_matrix(const MatrixChart& chart);

}  // namespace entente

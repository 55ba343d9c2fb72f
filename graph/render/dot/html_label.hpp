#pragma once

/// Lines of text in Graphviz' HTML-like language. All text in them is escaped.

#include <string>
#include <vector>

#include <entente/render/theme.hpp>

#include "render/mark/node_shape.hpp"

namespace entente {

/// The colours of a label's inks; behind it, if anything, the ground.
struct LabelInks {
  Colour text = {};
  Colour secondary = {};
};

/// A table of one row a line, centred.
[[nodiscard]] std::string centred_label(const std::vector<TextRow>& rows, const Style& style,
                                        const LabelInks& inks);
/// The same, set from the left in a table that is `width` points wide.
[[nodiscard]] std::string left_label(const std::vector<TextRow>& rows, const Style& style,
                                     const LabelInks& inks, double width);
/// One line on a cell of that colour.
[[nodiscard]] std::string cell_label(const TextRow& row, const Style& style, Colour text,
                                     Colour cell);

}  // namespace entente

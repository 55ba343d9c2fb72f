#pragma once

/// Cells that hold several values.

#include <string_view>
#include <vector>

namespace entente::import {

/// What stands between separators, without the spaces around it and without what is empty; the
/// whole where the separator is empty.
[[nodiscard]] std::vector<std::string_view> parts_of_cell(std::string_view text,
                                                          std::string_view separator);

}  // namespace entente::import

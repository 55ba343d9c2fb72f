#pragma once

/// Tables of nodes and edges as text: what their columns are called, for writing and for reading.

#include <string>
#include <string_view>

namespace entente {

/// A cell of ours, so that no spreadsheet runs it: `'` stands before what may be a formula, and
/// before what begins with `'` itself.
[[nodiscard]] std::string guarded_cell(std::string_view text);
/// Whether that differs from the text.
[[nodiscard]] bool is_guarded(std::string_view text);
/// The inverse.
[[nodiscard]] std::string unguarded_cell(std::string_view text);

/// Appends a cell, quoted if it has to be.
void append_cell(std::string& out, std::string_view text, char delimiter);

/// Whether a cell gives a text back: it is not empty and holds no NUL.
[[nodiscard]] bool is_cell_text(std::string_view text);

}  // namespace entente

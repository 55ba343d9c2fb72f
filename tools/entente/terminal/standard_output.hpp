#pragma once

#include <string_view>

namespace entente::tool {

/// Writes all of the text, unless whoever reads has closed its end. @throws IoError `write-failed`.
void write_to_stdout(std::string_view text);

/// The same on standard error, without a word if it fails; works when memory has run out.
void write_to_stderr(std::string_view text) noexcept;

}  // namespace entente::tool

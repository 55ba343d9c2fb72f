#pragma once

/// Programs of ours that run as children: where they are.

#include <filesystem>
#include <optional>
#include <string_view>

namespace entente {

/// The program of that name: what the environment variable names, else beside the running program,
/// in its `../libexec/entente`, in that folder of a build tree's `tools`, and where the library is
/// installed. Nothing if it is in none of them.
/// @throws Error `renderer-missing` (exit 69) if the variable names what is not there.
[[nodiscard]] std::optional<std::filesystem::path> companion(std::string_view name,
                                                             const char* variable,
                                                             std::string_view build_folder);

}  // namespace entente

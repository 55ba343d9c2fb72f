#pragma once

/// Where the running program and this library lie.

#include <filesystem>

namespace entente {

/// The folder of the running program; where /proc is missing, by the path it was started with.
[[nodiscard]] std::filesystem::path program_folder();

/// The folder of the shared library that this code is in, or of the program; empty if unknown.
[[nodiscard]] std::filesystem::path library_folder();

}  // namespace entente

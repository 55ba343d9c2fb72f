#pragma once

/// Files that keep where entities stand from one picture to the next.

#include <string>

#include <entente/render/diagram.hpp>

namespace entente::tool {

/// The positions in a file; none if there is no file yet.
/// @throws DossierError with the places of what is no position.
[[nodiscard]] Positions read_pins(const std::string& path);

/// Writes a file whole or not at all, an entity a line.
void write_pins(const std::string& path, const Positions& positions);

}  // namespace entente::tool

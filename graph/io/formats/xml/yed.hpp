#pragma once

/// What the drawings of yEd say of a graph in GraphML.

#include <cstdint>
#include <string_view>

#include "io/formats/property_graph.hpp"
#include "io/formats/xml/xml_events.hpp"

namespace entente {

/// Arrows of an edge, where it ends and where it begins.
enum class YedArrows : std::uint8_t { unsaid, none, forward, back, both };

/// Those that an element `Arrows` has.
[[nodiscard]] YedArrows yed_arrows(const XmlElement& element);

/// Gives the edge the direction that its arrows show.
void follow(YedArrows arrows, FoundEdge& edge);

/// Elements in which labels stand.
[[nodiscard]] bool frames_yed_label(std::string_view name);

}  // namespace entente

#include "io/formats/xml/yed.hpp"

#include <utility>

namespace entente {

YedArrows yed_arrows(const XmlElement& element) {
  const bool at_source = !element["source"].empty() && element["source"] != "none";
  const bool at_target = element["target"] != "none";
  if (at_source) return at_target ? YedArrows::both : YedArrows::back;
  return at_target ? YedArrows::forward : YedArrows::none;
}

void follow(YedArrows arrows, FoundEdge& edge) {
  const bool is_directed = edge.direction == Symmetry::directed;
  if (arrows == YedArrows::none || arrows == YedArrows::both) edge.direction = Symmetry::symmetric;
  if (arrows != YedArrows::back || !is_directed) return;
  std::swap(edge.from, edge.to);
  for (Property& property : edge.properties)
    if (property.name == "sourceport" || property.name == "targetport")
      property.name = property.name == "sourceport" ? "targetport" : "sourceport";
}

bool frames_yed_label(std::string_view name) {
  return name.ends_with("Label") || name.ends_with("Node") || name.ends_with("Edge");
}

}  // namespace entente

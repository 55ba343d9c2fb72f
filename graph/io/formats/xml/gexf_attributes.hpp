#pragma once

/// Attributes that a GEXF file declares, and their values as properties.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/formats/flat_columns.hpp"
#include "io/formats/property_graph.hpp"
#include "io/xml/xml_reader.hpp"

namespace entente {

/// An attribute as declared; a list has many values of the type in one text.
struct GexfAttribute {
  std::string title;
  CellType type = CellType::text;
  bool is_list = false;
  std::optional<std::string> fallback = {};
};

/// By their ids.
using GexfAttributes = std::map<std::string, GexfAttribute, std::less<>>;

/// What an element `attribute` declares.
[[nodiscard]] GexfAttribute gexf_attribute(const XmlElement& element);
/// A value as a property; a list (`[a, "b, c"]` or, as 1.2 has it, `a|b`) as JSON.
[[nodiscard]] Property gexf_property(const GexfAttribute& attribute, std::string_view text);
/// Texts as a property that is a list.
[[nodiscard]] Property list_property(std::string name, const std::vector<std::string>& texts);

}  // namespace entente

#include "io/formats/xml/graphml_keys.hpp"

#include <algorithm>

namespace entente {
namespace {

CellType type_of(std::string_view name) {
  if (name == "boolean") return CellType::boolean;
  if (name == "int" || name == "long" || name == "integer") return CellType::integer;
  if (name == "float" || name == "double") return CellType::real;
  return CellType::text;
}

}  // namespace

void GraphmlKeys::begin(const XmlElement& element) {
  const std::string id(element["id"]);
  GraphmlKey& key = all_[id];
  key.is_named = element.has("attr.name");
  key.name = key.is_named ? std::string(element["attr.name"]) : id;
  key.element = element.has("for") ? std::string(element["for"]) : "all";
  key.type = type_of(element["attr.type"]);
  open_ = &key;
}

void GraphmlKeys::end_default(const std::string& text) {
  if (open_ == nullptr) return;
  open_->has_default = true;
  open_->fallback = text;
}

const GraphmlKey* GraphmlKeys::find(std::string_view id) const {
  const auto found = all_.find(id);
  return found == all_.end() ? nullptr : &found->second;
}

bool GivenNames::has(const FoundElement& element, const std::string& name) {
  constexpr std::size_t few = 16;  // that are looked through one by one
  if (element.properties.size() < few)
    return std::any_of(element.properties.begin(), element.properties.end(),
                       [&](const Property& property) { return property.name == name; });
  if (names_.empty())
    for (const Property& property : element.properties) names_.insert(property.name);
  return !names_.insert(name).second;
}

}  // namespace entente

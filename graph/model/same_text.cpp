#include "model/same_text.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "text/normal_forms.hpp"

namespace entente {
namespace {

void compose(std::string& text) {
  if (!is_composed(text)) text = composed(text);
}

void compose(Scalar& scalar) {
  if (auto* text = std::get_if<std::string>(&scalar)) compose(*text);
}

}  // namespace

Names with_composed_texts(Names names) {
  for (LanguageNames& language : names)
    for (std::string& name : language.names) compose(name);
  return names;
}

AttributeValue with_composed_texts(AttributeValue value) {
  if (auto* scalar = std::get_if<Scalar>(&value))
    compose(*scalar);
  else
    for (Scalar& each : std::get<std::vector<Scalar>>(value)) compose(each);
  return value;
}

Attributes with_composed_texts(Attributes attributes) {
  for (auto& [name, value] : attributes) value = with_composed_texts(std::move(value));
  return attributes;
}

Evidence with_composed_texts(Evidence piece) {
  compose(piece.at);
  return piece;
}

Entity with_composed_texts(Entity entity) {
  entity.names = with_composed_texts(std::move(entity.names));
  entity.attributes = with_composed_texts(std::move(entity.attributes));
  return entity;
}

Relation with_composed_texts(Relation relation) {
  relation.attributes = with_composed_texts(std::move(relation.attributes));
  for (Evidence& piece : relation.evidence) piece = with_composed_texts(std::move(piece));
  return relation;
}

}  // namespace entente

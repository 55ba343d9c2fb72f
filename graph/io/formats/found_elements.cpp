#include "io/formats/found_elements.hpp"

#include <algorithm>
#include <cstring>

#include "io/formats/property_graph.hpp"

namespace entente {

std::string_view KeptTexts::keep(std::string_view text) {
  constexpr std::size_t block = std::size_t{1} << 16;
  if (text.empty()) return {};
  if (text.size() > left_) {
    left_ = std::max(block, text.size());
    next_ = blocks_.emplace_back(std::make_unique<char[]>(left_)).get();
  }
  std::memcpy(next_, text.data(), text.size());
  const std::string_view kept(next_, text.size());
  next_ += text.size();
  left_ -= text.size();
  return kept;
}

FoundElements::FoundElements() {
  for (const std::string_view special : {"own id", "label", "when"})
    names_.push_back({special, CellType::text, false});
}

// Names come in the same order for most elements, so the one asked for is most often the next.
std::uint32_t FoundElements::name(std::string_view text) {
  const std::uint32_t next = last_name_ + 1;
  for (const std::uint32_t one : {last_name_, next})
    if (one >= first_name && one < names_.size() && names_[one].text == text)
      return last_name_ = one;
  const auto known = numbers_.find(text);
  if (known != numbers_.end()) return last_name_ = known->second;
  const std::uint32_t added = add_name(text);
  numbers_.emplace(names_[added].text, added);
  return added;
}

std::uint32_t FoundElements::add_name(std::string_view text) {
  names_.push_back({texts_.keep(text), CellType::text, false});
  return last_name_ = static_cast<std::uint32_t>(names_.size() - 1);
}

StoredElement& FoundElements::begin(ForeignPlace place) {
  StoredElement& element = elements_.emplace_back();
  element.first = properties_.size();
  element.file = static_cast<std::uint32_t>(place.file) & 0x7fffffffU;
  element.at = place.at;
  return element;
}

StoredElement& FoundElements::repeat(const StoredElement& element) {
  const StoredElement first = element;
  StoredElement& again = elements_.emplace_back(first);
  again.first = properties_.size();
  for (std::size_t i = 0; i < first.count; ++i) properties_.push_back(properties_[first.first + i]);
  return again;
}

void FoundElements::drop_last() {
  properties_.resize(elements_.back().first);
  elements_.pop_back();
}

void FoundElements::keep_texts_alone() {
  elements_ = {};
  properties_ = {};
}

void FoundElements::add_all(const FoundElement& element) {
  const auto special = [&](Special name, std::string_view text) {
    if (!text.empty()) add({name, FoundForm::text, texts_.keep(text)});
  };
  special(own_id, element.own_id);
  special(own_label, element.label);
  special(own_when, element.when);
  for (const Property& property : element.properties)
    add({name(property.name),
         property.form == Property::Form::text ? FoundForm::text : FoundForm::json,
         texts_.keep(property.value)});
}

void FoundElements::add(const FoundElement& element) {
  begin(element.place).id = texts_.keep(element.id);
  add_all(element);
}

void FoundElements::add(const FoundEdge& edge) {
  StoredElement& stored = begin(edge.place);
  stored.id = texts_.keep(edge.id);
  stored.from = texts_.keep(edge.from);
  stored.to = texts_.keep(edge.to);
  stored.symmetric = edge.direction == Symmetry::symmetric ? 1 : 0;
  add_all(edge);
}

bool FoundElements::is_text(const StoredProperty& property) const {
  if (property.name < first_name || property.value.empty()) return false;
  const Name& name = names_[property.name];
  if (name.dropped || property.form == FoundForm::json) return false;
  return property.form == FoundForm::text || name.type == CellType::text ||
         property_of_cell(name.text, name.type, property.value).form == Property::Form::text;
}

FoundEdge FoundElements::found(const StoredElement& element) const {
  FoundEdge edge;
  edge.id = element.id;
  edge.from = element.from;
  edge.to = element.to;
  edge.direction = element.symmetric != 0 ? Symmetry::symmetric : Symmetry::directed;
  edge.place = element.place();
  for (const StoredProperty* one = begin_of(element); one != end_of(element); ++one) {
    const Name& name = names_[one->name];
    if (name.dropped) continue;
    if (one->name == own_id)
      edge.own_id = one->value;
    else if (one->name == own_label)
      edge.label = one->value;
    else if (one->name == own_when)
      edge.when = one->value;
    else if (one->form == FoundForm::cell)
      edge.properties.push_back(property_of_cell(name.text, name.type, one->value));
    else
      edge.properties.push_back(
          {std::string(name.text), std::string(one->value),
           one->form == FoundForm::json ? Property::Form::json : Property::Form::text});
  }
  return edge;
}

}  // namespace entente

#include "io/formats/found_text.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "io/formats/found_dates.hpp"
#include "model/json_append.hpp"

namespace entente {
namespace {

using Form = Property::Form;

/// When an element is, and the properties that say so.
struct FoundWhen {
  std::optional<When> when = {};
  std::vector<const Property*> used = {};
  bool own_in_part = false;  // the format's own date says more
  bool all_read = true;
};

FoundWhen when_of(const FoundElement& element) {
  bool all_read = true;
  if (!element.when.empty()) {
    if (FoundDate date = found_date(element.when); date.when)
      return {std::move(date.when), {}, !date.whole};
    all_read = false;
  }
  // What a date does not say in full stays an attribute.
  if (const Property* property = find_text(element, "when")) {
    if (FoundDate date = found_date(property->value); date.when) {
      FoundWhen found{std::move(date.when), {}, false, all_read};
      if (date.whole) found.used.push_back(property);
      return found;
    }
    all_read = false;
  }
  for (const Property& property : element.properties)
    if (property.form == Form::json && is_called(property.name, "when"))
      if (FoundDate date = found_ends(property.value); date.when)
        return {std::move(date.when), {&property}, false, all_read};
  const Property* start = find_text(element, "start");
  const Property* end = find_text(element, "end");
  if (start == nullptr && end == nullptr) return {{}, {}, false, all_read};
  FoundDate state = found_state(start == nullptr ? std::string_view() : start->value,
                                end == nullptr ? std::string_view() : end->value);
  FoundWhen found{std::move(state.when), {}, false, all_read};
  found.all_read = all_read && found.when;
  if (!found.when || !state.whole) return found;
  if (start != nullptr) found.used.push_back(start);
  if (end != nullptr) found.used.push_back(end);
  return found;
}

/// An attribute is a scalar or a list of them; what is more is kept as the text that it is.
bool is_nested(std::string_view json) {
  if (json.starts_with('{')) return true;
  return json.starts_with('[') && json.find_first_of("[{", 1) != json.npos;
}

}  // namespace

bool is_called(std::string_view name, std::string_view lower) {
  return name.size() == lower.size() &&
         std::equal(name.begin(), name.end(), lower.begin(), [](char a, char b) {
           return std::tolower(static_cast<unsigned char>(a)) == b;
         });
}

const Property* find_text(const FoundElement& element, std::string_view name) {
  for (const Property& property : element.properties)
    if (property.form == Form::text && !property.value.empty() && is_called(property.name, name))
      return &property;
  return nullptr;
}

void FoundText::member(std::string_view name, std::string_view text) {
  json::append_member(out_, name, text);
}

void FoundText::names(std::string_view label) {
  if (label.empty()) return;
  json::append_key(out_, "names");
  out_ += R"({"und": [)";
  json::append_text(out_, label);
  out_ += "]}";
}

bool FoundText::when() {
  FoundWhen found = when_of(element_);
  const bool is_unread =
      !element_.when.empty() && (found.own_in_part || !found_date(element_.when).when);
  const bool is_there =
      std::any_of(element_.properties.begin(), element_.properties.end(),
                  [](const Property& property) { return property.name == "when"; });
  if (is_unread && !is_there) unread_when_ = element_.when;
  if (!found.when) return found.all_read;
  json::append_key(out_, "when");
  json::append_when(out_, *found.when);
  used_.insert(used_.end(), found.used.begin(), found.used.end());
  return found.all_read;
}

void FoundText::modality() {
  const Property* property = find_text(element_, "modality");
  if (property == nullptr || !modality_from(property->value)) return;
  member("modality", property->value);
  use(property);
}

std::string FoundText::take() && {
  std::string attributes;
  if (!unread_when_.empty())
    add_attribute(attributes, {"when", unread_when_, Property::Form::text});
  for (const Property& property : element_.properties) add_attribute(attributes, property);
  if (!attributes.empty()) {
    json::append_key(out_, "attributes");
    out_ += '{' + attributes + '}';
  }
  return out_ + '}';
}

void FoundText::add_attribute(std::string& out, const Property& property) const {
  if (std::find(used_.begin(), used_.end(), &property) != used_.end()) return;
  if (!out.empty()) out += ", ";
  json::append_text(out, property.name);
  out += ": ";
  if (property.form == Form::json && !is_nested(property.value))
    out += property.value;
  else
    json::append_text(out, property.value);
}

}  // namespace entente

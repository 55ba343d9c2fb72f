#include "io/formats/found_text.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include <entente/time/date_error.hpp>

#include "model/json_append.hpp"

namespace entente {
namespace {

using Form = Property::Form;

/// When an element is, and the properties that say so.
struct FoundWhen {
  std::optional<When> when = {};
  std::vector<const Property*> used = {};
};

FoundWhen when_of(const FoundElement& element) {
  if (!element.when.empty())
    if (auto when = found_date(element.when)) return {std::move(when), {}};
  if (const Property* property = find_text(element, "when"))
    if (auto when = found_date(property->value)) return {std::move(when), {property}};
  const Property* start = find_text(element, "start");
  const Property* end = find_text(element, "end");
  if (start == nullptr && end == nullptr) return {};
  FoundWhen found;
  found.when = found_state(start == nullptr ? std::string_view() : start->value,
                           end == nullptr ? std::string_view() : end->value);
  if (!found.when) return {};
  if (start != nullptr) found.used.push_back(start);
  if (end != nullptr) found.used.push_back(end);
  return found;
}

/// An attribute is a scalar or a list of them; what is more is kept as the text that it is.
bool is_nested(std::string_view json) {
  if (json.starts_with('{')) return true;
  return json.starts_with('[') && json.find_first_of("[{", 1) != json.npos;
}

/// A year, month or day whose last parts are zeros without these: `2010-00-00` is 2010.
std::string_view without_zero_parts(std::string_view date) {
  constexpr std::size_t year_size = 4;
  constexpr std::size_t day_size = 10;
  if (date.size() == day_size && date.ends_with("-00")) date.remove_suffix(3);
  if (date.size() == year_size + 3 && date.ends_with("-00")) date.remove_suffix(3);
  return date;
}

/// The same of both ends of an interval; empty if there are no such parts.
std::string without_zeros(std::string_view text) {
  if (text.find("-00") == text.npos) return {};
  const std::size_t slash = text.find('/');
  if (slash == text.npos) return std::string(without_zero_parts(text));
  return std::string(without_zero_parts(text.substr(0, slash))) + '/' +
         std::string(without_zero_parts(text.substr(slash + 1)));
}

bool is_end(std::string_view text) {
  if (text.empty()) return true;
  const auto when = found_date(text);
  return when && !when->is_interval();
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

std::optional<When> found_date(std::string_view text) {
  const std::string plain = without_zeros(text);
  try {
    return When::from_text(plain.empty() ? text : std::string_view(plain));
  } catch (const DateError&) {
    return std::nullopt;
  }
}

std::optional<When> found_state(std::string_view start, std::string_view end) {
  if (!is_end(start) || !is_end(end)) return std::nullopt;
  const std::string first = without_zeros(start);
  const std::string last = without_zeros(end);
  try {
    return When::between(first.empty() ? start : std::string_view(first),
                         last.empty() ? end : std::string_view(last));
  } catch (const DateError&) {
    return std::nullopt;
  }
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

void FoundText::when() {
  FoundWhen found = when_of(element_);
  const bool is_unread = !element_.when.empty() && !found_date(element_.when);
  const bool is_there =
      std::any_of(element_.properties.begin(), element_.properties.end(),
                  [](const Property& property) { return property.name == "when"; });
  if (is_unread && !is_there) unread_when_ = element_.when;
  if (!found.when) return;
  json::append_key(out_, "when");
  json::append_when(out_, *found.when);
  used_.insert(used_.end(), found.used.begin(), found.used.end());
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

#include "io/formats/xml/gexf_element.hpp"

#include <algorithm>
#include <utility>

#include "io/formats/day_spans.hpp"
#include "io/formats/found_dates.hpp"
#include "io/formats/found_text.hpp"

namespace entente {
namespace {

TimeSpell spell_of(const XmlElement& element) {
  TimeSpell spell;
  const auto take = [&](std::string& end, TimeSpell::Bound& bound, std::string_view name,
                        std::string_view open_name) {
    if (!element.has(name) && element.has(open_name)) bound = TimeSpell::Bound::open;
    end = finite_end(element.has(name) ? element[name] : element[open_name]);
  };
  take(spell.start, spell.start_bound, "start", "startopen");
  take(spell.end, spell.end_bound, "end", "endopen");
  return spell;
}

std::string colour_of(const XmlElement& element) {
  if (element.has("hex")) return std::string(element["hex"]);
  const std::string colour =
      std::string(element["r"]) + "," + std::string(element["g"]) + "," + std::string(element["b"]);
  const std::string_view alpha = element["a"];
  return alpha.empty() || alpha == "1.0" || alpha == "1"
             ? "rgb(" + colour + ")"
             : "rgba(" + colour + "," + std::string(alpha) + ")";
}

}  // namespace

void GexfElement::add_times(const XmlElement& element, GexfTimes times) {
  if (times == GexfTimes::numbers) {
    for (const char* name : {"start", "startopen", "end", "endopen", "timestamp"})
      if (element.has(name))
        found_.properties.push_back(property_of_cell(name, CellType::real, element[name]));
    for (const char* name : {"timestamps", "intervals"})
      if (element.has(name))
        found_.properties.push_back({name, std::string(element[name]), Property::Form::text});
    return;
  }
  whole_ = spell_of(element);
  add_instants(element);
  for (TimeSpell& spell : intervals_of(element["intervals"])) spells_.push_back(std::move(spell));
}

void GexfElement::add_instants(const XmlElement& element) {
  if (element.has("timestamp")) instants_.emplace_back(element["timestamp"]);
  for (std::string& one : instants_of(element["timestamps"])) instants_.push_back(std::move(one));
}

void GexfElement::add_spell(const XmlElement& element) {
  add_instants(element);
  TimeSpell spell = spell_of(element);
  if (!spell.empty()) spells_.push_back(std::move(spell));
}

void GexfElement::add_parent(std::string id) {
  parents_.push_back(std::move(id));
}

void GexfElement::look(Property property) {
  std::erase_if(looks_, [&](const Property& one) { return one.name == property.name; });
  looks_.push_back(std::move(property));
}

void GexfElement::add_look(const XmlElement& element) {
  const auto number = [&](std::string_view name, std::string_view attribute) {
    if (element.has(attribute)) look(property_of_cell(name, CellType::real, element[attribute]));
  };
  const std::string_view name = element.name();
  if (name == "position") {
    for (const std::string_view axis : {"x", "y", "z"}) number(axis, axis);
  } else if (name == "size" || name == "thickness") {
    number(name, "value");
  } else if (name == "shape") {
    look({"shape", std::string(element["value"]), Property::Form::text});
  } else if (name == "color") {
    look({"color", colour_of(element), Property::Form::text});
  }
}

GexfValue GexfElement::add_value(const std::string& id, Property property) {
  std::vector<Property>& properties = found_.properties;
  if (const auto known = given_.find(id); known != given_.end()) {
    properties[known->second] = std::move(property);
    return GexfValue::another;
  }
  if (!names_.insert(property.name).second) return GexfValue::of_same_name;
  std::size_t place = 0;
  while (place < said_ && properties[place].name != property.name) ++place;
  if (place == said_) {
    place = properties.size();
    properties.push_back(std::move(property));
  } else {
    properties[place] = std::move(property);
  }
  given_.emplace(id, place);
  return GexfValue::first;
}

void GexfElement::finish_looks() {
  std::vector<Property>& properties = found_.properties;
  const auto is_parent = [](const Property& one) { return one.name == "parent"; };
  if (!parents_.empty() && std::none_of(properties.begin(), properties.end(), is_parent))
    properties.push_back(parents_.size() == 1
                             ? Property{"parent", parents_.front(), Property::Form::text}
                             : list_property("parent", parents_));
  for (Property& look : looks_) {
    const auto is_called_so = [&](const Property& one) { return one.name == look.name; };
    if (std::any_of(properties.begin(), properties.end(), is_called_so))
      look.name = "viz_" + look.name;
    properties.push_back(std::move(look));
  }
}

std::vector<std::string> GexfElement::finish_times(GexfTimes times) {
  if (spells_.empty() && !whole_.empty()) spells_.push_back(whole_);
  const bool are_dates = times == GexfTimes::dates;
  std::vector<std::string> texts;
  for (const TimeSpell& spell : spells_)
    texts.push_back(are_dates ? spell.text() : spell.raw_text());
  if (!instants_.empty() && (!are_dates || !spells_.empty()))
    found_.properties.push_back(list_property("timestamps", instants_));
  else
    texts.insert(texts.end(), instants_.begin(), instants_.end());
  if (!are_dates) return texts;
  // An EDTF text says more than days can.
  if (const Property* own = find_text(found_, "when"))
    if (const auto date = found_date(own->value).when) {
      if (!are_days_of(texts, *date)) keep_times(texts);
      return {};
    }
  if (texts.size() != 1) return texts;
  found_.when = std::move(texts.front());
  return {};
}

void GexfElement::show_times() {
  if (spells_.empty() && !whole_.empty()) spells_.push_back(whole_);
  std::string& text = found_.when;
  for (const TimeSpell& spell : spells_) text += (text.empty() ? "" : ";") + spell.text();
  for (const std::string& instant : instants_) text += (text.empty() ? "" : ";") + instant;
}

void GexfElement::keep_times(const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  found_.properties.push_back(list_property(spells_.empty() ? "timestamps" : "spells", texts));
}

}  // namespace entente

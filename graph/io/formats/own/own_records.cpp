#include "io/formats/own/own_records.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <string_view>

#include <entente/time/date_error.hpp>

#include "base/text_map.hpp"
#include "io/formats/own/visible_edits.hpp"
#include "model/json_append.hpp"

namespace entente {
namespace {

using Form = Property::Form;

/// Members whose value is JSON, which flat formats hold as a text.
constexpr std::array<std::string_view, 3> nested_members = {"names", "codes", "evidence"};

template <typename List>
bool is_among(std::string_view name, const List& list) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

void append_value(std::string& out, const Property& property) {
  if (property.form == Form::json)
    out += property.value;
  else
    json::append_text(out, property.value);
}

/// Ends that EDTF has no interval for are an object in JSON.
void append_when_text(std::string& out, const std::string& text) {
  try {
    json::append_when(out, When::from_text(text));
  } catch (const DateError&) {
    json::append_text(out, text);
  }
}

/// One record as a JSON object, member by member.
class RecordText {
 public:
  void member(std::string_view name, std::string_view text) {
    if (!text.empty()) json::append_member(out_, name, text);
  }

  /// A property that is a member, or else an attribute. Marks and labels are neither.
  void property(const Property& property) {
    // Ours writes none; others do for what a record has not.
    if (property.form == Form::json && property.value == "null") return;
    if (property.name == "when")
      when(property);
    else if (property.name == "modality")
      member("modality", property.value);
    else if (property.name == "attributes")
      attributes(property.value);
    else if (is_among(property.name, nested_members))
      nested(property);
    else if (!is_reserved_property(property.name))
      attribute(property);
  }

  [[nodiscard]] std::string take() && {
    if (!attributes_.empty()) {
      json::append_key(out_, "attributes");
      out_ += '{' + attributes_ + '}';
    }
    return out_ + '}';
  }

 private:
  void when(const Property& property) {
    if (property.value.empty()) return;
    json::append_key(out_, "when");
    if (property.form == Form::json)
      out_ += property.value;
    else
      append_when_text(out_, property.value);
  }

  void nested(const Property& property) {
    if (property.value.empty()) return;
    json::append_key(out_, property.name);
    out_ += property.value;
  }

  /// The members of an object, or else what is to be reported as none.
  void attributes(std::string_view object) {
    if (object.empty()) return;
    if (object.size() < 2 || object.front() != '{' || object.back() != '}') {
      json::append_key(out_, "attributes");
      json::append_text(out_, object);
      return;
    }
    const std::string_view inner = object.substr(1, object.size() - 2);
    if (!attributes_.empty() && !inner.empty()) attributes_ += ", ";
    attributes_ += inner;
  }

  void attribute(const Property& property) {
    if (!attributes_.empty()) attributes_ += ", ";
    json::append_text(attributes_, property.name);
    attributes_ += ": ";
    append_value(attributes_, property);
  }

  std::string out_ = "{";
  std::string attributes_;
};

std::string text_of(const FoundElement& element, std::string_view name) {
  for (const Property& property : element.properties)
    if (property.name == name && property.form == Form::text) return property.value;
  return {};
}

/// Programs that number elements keep what their ids were as a property.
std::string own_id(const FoundElement& element) {
  if (!element.own_id.empty()) return element.own_id;
  std::string kept = text_of(element, "id");
  return kept.empty() ? element.id : kept;
}

std::string entity_text(const FoundNode& node) {
  RecordText text;
  text.member("id", own_id(node));
  text.member("kind", text_of(node, "kind"));
  for (const Property& property : node.properties) text.property(property);
  return std::move(text).take();
}

/// What the formats show of the record. Attributes are never called `start` or `end`.
VisibleParts visible_parts(const FoundElement& element) {
  VisibleParts parts;
  parts.label = element.label.empty() ? text_of(element, "label") : element.label;
  parts.file_id = element.id;
  parts.days = visible_days(element.when);
  VisibleDays days{text_of(element, "start"), text_of(element, "end")};
  if (!days.start.empty() || !days.end.empty()) parts.days.push_back(std::move(days));
  parts.type = text_of(element, shown_type);
  parts.weight = text_of(element, shown_weight);
  parts.place = element.place;
  return parts;
}

}  // namespace

void add_own_records(ForeignReading& reading, const FoundLists& nodes, const FoundLists& edges) {
  ViewMap<std::string_view> renamed;
  std::deque<std::string> own_ids;
  VisibleEdits edits(reading);
  for (const auto& list : nodes)
    for (std::size_t row = 0; row < list->size(); ++row) {
      const FoundEdge node = list->found((*list)[row]);
      if (std::string id = own_id(node); id != node.id)
        renamed.emplace((*list)[row].id, own_ids.emplace_back(std::move(id)));
      const std::size_t before = reading.entities();
      reading.add_entity_json(entity_text(node), node.place);
      if (reading.entities() > before) edits.entity(visible_parts(node));
    }
  const auto end_of = [&](std::string_view id) {
    const auto found = renamed.find(id);
    return found == renamed.end() ? id : found->second;
  };
  for (const auto& list : edges)
    for (std::size_t row = 0; row < list->size(); ++row) {
      const FoundEdge edge = list->found((*list)[row]);
      RecordText text;
      text.member("id", own_id(edge));
      text.member("type", text_of(edge, "type"));
      text.member("from", end_of(edge.from));
      text.member("to", end_of(edge.to));
      for (const Property& property : edge.properties) text.property(property);
      const std::size_t before = reading.relations();
      if (!reading.add_relation_json(std::move(text).take(), edge.place)) return edits.finish();
      if (reading.relations() > before) edits.relation(visible_parts(edge));
    }
  edits.finish();
}

}  // namespace entente

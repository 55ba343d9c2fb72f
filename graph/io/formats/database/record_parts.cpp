#include "io/formats/database/record_parts.hpp"

#include <entente/time/date_error.hpp>
#include <entente/time/when.hpp>

#include "model/json_append.hpp"
#include "model/record_json.hpp"

namespace entente {
namespace {

void append_attributes(std::string& out, const std::vector<RecordParts::Attribute>& attributes) {
  json::append_key(out, "attributes");
  std::string inner = "{";
  for (const RecordParts::Attribute& one : attributes) {
    json::append_key(inner, one.name);
    const bool list = one.is_list || one.values.size() > 1;
    if (list) inner += '[';
    for (const std::string& value : one.values) {
      if (&value != one.values.data()) inner += ", ";
      inner += value;
    }
    if (list) inner += ']';
  }
  out += inner + '}';
}

}  // namespace

void RecordParts::add_text(std::string_view name, const std::string& text) {
  members += members.empty() ? "" : ", ";
  json::append_text(members, name);
  members += ": ";
  json::append_text(members, text);
}

void RecordParts::add_date(const std::string& edtf) {
  if (edtf.empty()) return;
  try {
    const When when = When::from_text(edtf);
    members += R"(, "when": )";
    json::append_when(members, when);
  } catch (const DateError&) {
    add_text("when", edtf);
  }
}

RecordParts::Attribute& RecordParts::attribute_of(const std::string& name, bool is_list) {
  if (attributes.empty() || attributes.back().name != name) attributes.push_back({name, is_list});
  return attributes.back();
}

std::string RecordParts::text() const {
  std::string out = "{" + members;
  if (!names.empty()) {
    json::append_key(out, "names");
    json::append_names(out, names);
  }
  if (!codes.empty()) {
    json::append_key(out, "codes");
    json::append_pairs(out, codes);
  }
  if (!attributes.empty()) append_attributes(out, attributes);
  if (!evidence.empty()) {
    json::append_key(out, "evidence");
    json::append_evidence(out, evidence);
  }
  return out + '}';
}

}  // namespace entente

#include "dossier/pattern.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace entente::test {
namespace {

using nlohmann::json;

json to_json(const Scalar& scalar) {
  return std::visit(
      [](const auto& value) -> json {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>)
          return nullptr;
        else
          return value;
      },
      scalar);
}

json to_json(const AttributeValue& value) {
  if (const auto* scalar = std::get_if<Scalar>(&value)) return to_json(*scalar);
  json list = json::array();
  for (const Scalar& scalar : std::get<std::vector<Scalar>>(value)) list.push_back(to_json(scalar));
  return list;
}

/// A date of a pattern as `When::text` gives it.
std::string date_text(const json& when) {
  if (when.is_string()) return when;
  return When::between(when.at("start").get<std::string>(), when.at("end").get<std::string>())
      .text();
}

bool same_date(const std::optional<When>& when, const json& pattern) {
  return !pattern.contains("when") || (when && when->text() == date_text(pattern["when"]));
}

bool says(const Evidence& evidence, const json& pattern) {
  const auto agrees = [&](const char* member, const std::string& value) {
    if (!pattern.contains(member)) return true;
    return pattern[member].is_null() ? value.empty() : pattern[member] == value;
  };
  return agrees("source", evidence.source) && agrees("at", evidence.at) &&
         agrees("asserted_by", evidence.asserted_by) && same_date(evidence.when, pattern);
}

bool has_ends(const Relation& relation, const json& pattern, Symmetry symmetry) {
  const auto runs = [&](const std::string& from, const std::string& to) {
    return pattern.value("from", from) == from && pattern.value("to", to) == to;
  };
  return runs(relation.from, relation.to) ||
         (symmetry == Symmetry::symmetric && runs(relation.to, relation.from));
}

bool matches(const Relation& relation, const json& pattern, Symmetry symmetry) {
  if (pattern.value("type", relation.type) != relation.type) return false;
  if (pattern.contains("modality") && pattern["modality"] != to_string(relation.modality))
    return false;
  if (!has_ends(relation, pattern, symmetry) || !same_date(relation.when, pattern)) return false;
  if (!has_attributes(relation.attributes, pattern.value("attributes", json::object())))
    return false;
  return !pattern.contains("evidence") ||
         std::ranges::any_of(relation.evidence, [&](const Evidence& evidence) {
           return says(evidence, pattern["evidence"]);
         });
}

void require_sense(const Graph& graph, const json& pattern) {
  allow_only(pattern, {"type", "from", "to", "when", "modality", "attributes", "evidence"});
  for (const char* end : {"from", "to"})
    if (pattern.contains(end)) require_entity(graph, pattern[end].get<std::string>());
  if (pattern.contains("type") && !graph.vocabulary().find_type(pattern["type"].get<std::string>()))
    throw std::invalid_argument("unknown type: " + pattern.dump());
  if (pattern.contains("modality") && !modality_from(pattern["modality"].get<std::string>()))
    throw std::invalid_argument("unknown modality: " + pattern.dump());
  if (!pattern.contains("evidence")) return;
  allow_only(pattern["evidence"], {"source", "at", "asserted_by", "when"});
  for (const char* end : {"source", "asserted_by"})
    if (const auto id = pattern["evidence"].value(end, json()); id.is_string())
      require_entity(graph, id.get<std::string>());
}

}  // namespace

void allow_only(const json& object, std::initializer_list<std::string_view> members) {
  for (const auto& [name, value] : object.items())
    if (std::ranges::find(members, name) == members.end())
      throw std::invalid_argument("unknown member '" + name + "': " + object.dump());
}

void require_entity(const Graph& graph, std::string_view id) {
  if (!graph.entity(id)) throw std::invalid_argument("unknown entity '" + std::string(id) + "'");
}

bool has_attributes(const Attributes& attributes, const json& expected) {
  return std::ranges::all_of(expected.items(), [&](const auto& item) {
    const AttributeValue* value = find_attribute(attributes, item.key());
    return value != nullptr && to_json(*value) == item.value();
  });
}

std::vector<Relation> matching(const Graph& graph, const json& pattern) {
  require_sense(graph, pattern);
  std::vector<Relation> found;
  for (std::uint32_t i = 0; i < graph.relation_count(); ++i) {
    Relation relation = graph.record(RelationId{i});
    if (matches(relation, pattern, graph.type(RelationId{i}).symmetry))
      found.push_back(std::move(relation));
  }
  return found;
}

}  // namespace entente::test

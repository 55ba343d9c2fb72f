#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>

#include <entente/io/convert.hpp>

#include "base/sorted.hpp"
#include "base/text_map.hpp"
#include "io/formats/labels.hpp"
#include "model/json_append.hpp"
#include "model/record_json.hpp"

namespace entente {
namespace {

constexpr std::string_view rename_prefix = "relation:";

/// JavaScript's numbers are exact up to 2^53.
bool is_exact_in_javascript(const Scalar& scalar) {
  constexpr std::int64_t most = std::int64_t{1} << 53;
  if (const auto* integer = std::get_if<std::int64_t>(&scalar))
    return *integer >= -most && *integer <= most;
  return !std::holds_alternative<std::uint64_t>(scalar);
}

bool is_exact_in_javascript(const Attributes& attributes) {
  for (const auto& [name, value] : attributes) {
    if (const auto* scalar = std::get_if<Scalar>(&value)) {
      if (!is_exact_in_javascript(*scalar)) return false;
      continue;
    }
    for (const Scalar& scalar : std::get<std::vector<Scalar>>(value))
      if (!is_exact_in_javascript(scalar)) return false;
  }
  return true;
}

class CytoscapeWriter {
 public:
  CytoscapeWriter(const Dossier& dossier, const Labeller& labels, const RelationMarks& marks)
      : dossier_(dossier), labels_(labels), marks_(marks) {
    for (const Entity& entity : dossier.entities) entity_ids_.insert(entity.id);
    for (const Entity& entity : dossier.entities)
      if (entity.id.starts_with(rename_prefix)) taken_ids_.insert(entity.id);
    for (const Relation& relation : dossier.relations)
      if (relation.id.starts_with(rename_prefix)) taken_ids_.insert(relation.id);
  }

  void write(std::ostream& out, std::string_view selection) {
    out << "{\"data\": " << json::header(dossier_, selection)
        << ",\n \"elements\": {\n  \"nodes\": [";
    std::string_view separator = "\n   ";
    for (const Entity* entity : by_id(dossier_.entities)) {
      out << separator << node(*entity);
      separator = ",\n   ";
    }
    out << "],\n  \"edges\": [";
    separator = "\n   ";
    for (const Relation* relation : by_id(dossier_.relations)) {
      out << separator << edge(*relation);
      separator = ",\n   ";
    }
    out << "]}}\n";
  }

  [[nodiscard]] LossReport take_report() && { return std::move(report_); }

 private:
  std::string node(const Entity& entity) {
    report_numbers(entity.attributes, entity.id);
    std::string data = "{";
    json::append_member(data, "id", entity.id);
    json::append_member(data, "label", labels_.name(entity));
    json::append_member(data, "kind", entity.kind);
    json::append_details(data, entity);
    return element(data, entity.kind);
  }

  std::string edge(const Relation& relation) {
    report_numbers(relation.attributes, relation.id);
    std::string data = "{";
    json::append_member(data, "id", edge_id(relation));
    json::append_member(data, "source", relation.from);
    json::append_member(data, "target", relation.to);
    json::append_member(data, "relation", relation.id);
    json::append_member(data, "label", labels_.phrase(relation));
    json::append_member(data, "type", relation.type);
    json::append_details(data, relation);
    for (const auto& [name, value] : marks_of(marks_, relation)) {
      json::append_key(data, name);
      json::append_attribute(data, value);
    }
    return element(data, relation.type);
  }

  std::string edge_id(const Relation& relation) {
    if (!entity_ids_.contains(relation.id)) return relation.id;
    report_.add("id-changed", "relations are named like entities and get `relation:` before the id",
                relation.id);
    std::string id = std::string(rename_prefix) + relation.id;
    while (!taken_ids_.insert(id).second) id.insert(0, rename_prefix);
    return id;
  }

  void report_numbers(const Attributes& attributes, std::string_view id) {
    if (!is_exact_in_javascript(attributes))
      report_.add("large-number", "integers beyond 2^53 lose digits in JavaScript", id);
  }

  static std::string element(const std::string& data, std::string_view classes) {
    std::string out = "{\"data\": " + data + "}";
    json::append_member(out, "classes", classes);
    return out + '}';
  }

  const Dossier& dossier_;
  const Labeller& labels_;
  const RelationMarks& marks_;
  ViewSet entity_ids_;
  TextSet taken_ids_;
  LossReport report_;
};

}  // namespace

LossReport write_cytoscape(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                           const ConvertOptions& options) {
  const Labeller labels(vocabulary, options.languages);
  CytoscapeWriter writer(dossier, labels, options.marks);
  writer.write(out, options.selection);
  return std::move(writer).take_report();
}

}  // namespace entente

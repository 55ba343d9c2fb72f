#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>

#include <entente/io/convert.hpp>

#include "base/sorted.hpp"
#include "base/text_map.hpp"
#include "io/formats/labels.hpp"
#include "io/formats/record_blocks.hpp"
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
    for (const Relation* relation : by_id(dossier.relations))
      if (entity_ids_.contains(relation->id)) rename(*relation);
  }

  void write(std::ostream& out, std::string_view selection) {
    out << "{\"data\": " << json::header(dossier_, selection)
        << ",\n \"elements\": {\n  \"nodes\": [";
    write_blocks(out, dossier_.entities, report_,
                 [this](RecordBlock& block, const Entity& entity, std::size_t number) {
                   block.text += number == 0 ? "\n   " : ",\n   ";
                   append_node(block, entity);
                 });
    out << "],\n  \"edges\": [";
    write_blocks(out, dossier_.relations, report_,
                 [this](RecordBlock& block, const Relation& relation, std::size_t number) {
                   block.text += number == 0 ? "\n   " : ",\n   ";
                   append_edge(block, relation);
                 });
    out << "]}}\n";
  }

  [[nodiscard]] LossReport take_report() && { return std::move(report_); }

 private:
  void append_node(RecordBlock& block, const Entity& entity) const {
    report_numbers(block.losses, entity.attributes, entity.id);
    block.text += "{\"data\": ";
    std::string& data = block.text += '{';
    json::append_member(data, "id", entity.id);
    json::append_member(data, "label", labels_.name(entity));
    json::append_member(data, "kind", entity.kind);
    json::append_details(data, entity);
    end_element(data, entity.kind);
  }

  void append_edge(RecordBlock& block, const Relation& relation) const {
    report_numbers(block.losses, relation.attributes, relation.id);
    const auto renamed = renamed_.find(relation.id);
    if (renamed != renamed_.end())
      block.losses.add("id-changed",
                       "relations are named like entities and get `relation:` before the id",
                       relation.id);
    block.text += "{\"data\": ";
    std::string& data = block.text += '{';
    json::append_member(data, "id", renamed == renamed_.end() ? relation.id : renamed->second);
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
    end_element(data, relation.type);
  }

  void rename(const Relation& relation) {
    std::string id = std::string(rename_prefix) + relation.id;
    while (!taken_ids_.insert(id).second) id.insert(0, rename_prefix);
    renamed_.emplace(relation.id, std::move(id));
  }

  static void report_numbers(LossReport& losses, const Attributes& attributes,
                             std::string_view id) {
    if (!is_exact_in_javascript(attributes))
      losses.add("large-number", "integers beyond 2^53 lose digits in JavaScript", id);
  }

  static void end_element(std::string& out, std::string_view classes) {
    out += '}';
    json::append_member(out, "classes", classes);
    out += '}';
  }

  const Dossier& dossier_;
  const Labeller& labels_;
  const RelationMarks& marks_;
  ViewSet entity_ids_;
  TextSet taken_ids_;
  ViewMap<std::string> renamed_;  // of relations that are named like entities
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

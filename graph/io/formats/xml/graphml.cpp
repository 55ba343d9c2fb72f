#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include <entente/io/convert.hpp>

#include "io/formats/xml/xml_graph_writer.hpp"
#include "model/record_json.hpp"

namespace entente {
namespace {

constexpr std::string_view preamble =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
)";

/// Empty data is none: that of texts which other programs have not found.
bool is_data_text(std::string_view text) {
  return !text.empty() && is_xml_text(text);
}

/// Writes elements with the keys of their data: those of members first, then one for each column.
class GraphmlWriter : private XmlGraphWriter {
 public:
  GraphmlWriter(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                const ConvertOptions& options)
      : XmlGraphWriter(out, dossier, vocabulary, options, is_data_text) {}

  LossReport write() && {
    out_ << preamble;
    write_keys();
    out_ << "  <graph id=\"G\" edgedefault=\"directed\">\n";
    std::string text = "    <data key=\"entente\">";
    append_xml(text, json::header(dossier_, options_.selection));
    out_ << text << "</data>\n";
    write_blocks(out_, dossier_.entities, losses_,
                 [this](RecordBlock& block, const Entity& entity, std::size_t) {
                   append_node(block, entity);
                 });
    write_blocks(out_, dossier_.relations, losses_,
                 [this](RecordBlock& block, const Relation& relation, std::size_t) {
                   append_edge(block, relation);
                 });
    out_ << "  </graph>\n</graphml>\n";
    return std::move(losses_);
  }

 private:
  void write_key(std::string_view id, std::string_view element, std::string_view name,
                 std::string_view type) {
    std::string text = "  <key";
    append_xml_attribute(text, "id", id);
    append_xml_attribute(text, "for", element);
    append_xml_attribute(text, "attr.name", name);
    append_xml_attribute(text, "attr.type", type);
    out_ << text << "/>\n";
  }

  void write_keys() {
    write_key("entente", "graph", "entente", "string");
    write_key("n-entity", "node", "entity", "string");
    for (const std::string_view name : entity_properties)
      write_key("n-" + std::string(name), "node", name, "string");
    for (std::size_t i = 0; i < entity_columns_.columns().size(); ++i)
      write_key("n" + std::to_string(i), "node", entity_columns_.columns()[i].name,
                xml_type_name(entity_columns_.columns()[i].type));
    write_key("e-relation", "edge", "relation", "string");
    write_key("e-symmetric", "edge", "symmetric", "boolean");
    for (const std::string_view name : relation_properties)
      write_key("e-" + std::string(name), "edge", name, "string");
    for (std::size_t i = 0; i < relation_columns_.columns().size(); ++i)
      write_key("e" + std::to_string(i), "edge", relation_columns_.columns()[i].name,
                xml_type_name(relation_columns_.columns()[i].type));
  }

  static void data(RecordBlock& block, std::string_view key, std::string_view value,
                   std::string_view id) {
    ((block.text += "<data key=\"") += key) += "\">";
    if (!append_xml(block.text, value)) replaced(block, id);
    block.text += "</data>";
  }

  template <typename Members>
  static void members(RecordBlock& block, std::string_view prefix, const Members& list,
                      const FlatColumns& columns, const Attributes& attributes,
                      std::string_view id) {
    for (const auto& [name, value] : list)
      data(block, std::string(prefix) + "-" + std::string(name), value, id);
    for (const auto& [index, value] : columns.cells(attributes))
      data(block, std::string(prefix) + std::to_string(index), value, id);
  }

  void append_node(RecordBlock& block, const Entity& entity) const {
    const std::string token = name_token(entity.id);
    block.text += "    <node";
    append_xml_attribute(block.text, "id", token);
    block.text += '>';
    if (token != entity.id) data(block, "n-entity", entity.id, entity.id);
    members(block, "n", flat_members(entity, labels_, entity_columns_), entity_columns_,
            entity.attributes, entity.id);
    block.text += "</node>\n";
  }

  void append_edge(RecordBlock& block, const Relation& relation) const {
    const std::string token = name_token(relation.id);
    block.text += "    <edge";
    append_xml_attribute(block.text, "id", token);
    append_xml_attribute(block.text, "source", name_token(relation.from));
    append_xml_attribute(block.text, "target", name_token(relation.to));
    block.text += '>';
    if (token != relation.id) data(block, "e-relation", relation.id, relation.id);
    if (gains_direction(labels_, relation, block.losses))
      data(block, "e-symmetric", "true", relation.id);
    members(block, "e",
            flat_members(relation, labels_, relation_columns_, marks_of(options_.marks, relation)),
            relation_columns_, relation.attributes, relation.id);
    block.text += "</edge>\n";
  }
};

}  // namespace

// NetworkX and igraph take all edges of a file to be alike, so that all have a direction.
LossReport write_graphml(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                         const ConvertOptions& options) {
  return GraphmlWriter(out, dossier, vocabulary, options).write();
}

}  // namespace entente

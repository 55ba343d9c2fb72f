#include <algorithm>
#include <array>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <entente/io/convert.hpp>

#include "io/formats/day_spans.hpp"
#include "io/formats/xml/xml_graph_writer.hpp"
#include "model/json_append.hpp"
#include "model/record_json.hpp"

namespace entente {
namespace {

std::string first_title(const Dossier& dossier) {
  return dossier.titles.empty() ? std::string() : dossier.titles.front().second;
}

/// A number under the name that Gephi weighs edges by.
std::optional<std::string> weight_of(const Relation& relation) {
  const AttributeValue* value = find_attribute(relation.attributes, "weight");
  const auto* scalar = value == nullptr ? nullptr : std::get_if<Scalar>(value);
  if (scalar == nullptr) return std::nullopt;
  const bool is_number =
      std::holds_alternative<std::int64_t>(*scalar) || std::holds_alternative<double>(*scalar);
  if (!is_number) return std::nullopt;
  std::string text;
  json::append_scalar(text, *scalar);
  return text;
}

class GexfWriter : private XmlGraphWriter {
 public:
  GexfWriter(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
             const ConvertOptions& options)
      : XmlGraphWriter(out, dossier, vocabulary, options) {}

  LossReport write() && {
    write_head();
    write_attributes("node", entity_properties, entity_columns_);
    write_attributes("edge", relation_properties, relation_columns_);
    out_ << "    <nodes>\n";
    write_blocks(out_, dossier_.entities, losses_,
                 [this](RecordBlock& block, const Entity& entity, std::size_t) {
                   append_node(block, entity);
                 });
    out_ << "    </nodes>\n    <edges>\n";
    write_blocks(out_, dossier_.relations, losses_,
                 [this](RecordBlock& block, const Relation& relation, std::size_t) {
                   append_edge(block, relation);
                 });
    out_ << "    </edges>\n  </graph>\n</gexf>\n";
    return std::move(losses_);
  }

 private:
  void write_head() {
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n  <meta>\n"
        "    <creator>entente</creator>\n    <keywords>";
    append_xml(text, json::header(dossier_, options_.selection));
    text += "</keywords>\n    <description>";
    append_xml(text, first_title(dossier_));
    text += "</description>\n  </meta>\n  <graph defaultedgetype=\"directed\"";
    text += is_dated() ? " mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\">\n"
                       : " mode=\"static\">\n";
    out_ << text;
  }

  [[nodiscard]] bool is_dated() const {
    const auto dated = [](const auto& record) { return record.when.has_value(); };
    return std::any_of(dossier_.entities.begin(), dossier_.entities.end(), dated) ||
           std::any_of(dossier_.relations.begin(), dossier_.relations.end(), dated);
  }

  /// Members have their names as ids, the others numbers: graphology calls attributes by the
  /// former, and looks up titles for the latter alone.
  template <std::size_t n>
  void write_attributes(std::string_view of, const std::array<std::string_view, n>& names,
                        const FlatColumns& columns) {
    std::string text = "    <attributes";
    append_xml_attribute(text, "class", of);
    text += " mode=\"static\">\n";
    const auto add = [&text](std::string_view id, std::string_view title, std::string_view type) {
      text += "      <attribute";
      append_xml_attribute(text, "id", id);
      append_xml_attribute(text, "title", title);
      append_xml_attribute(text, "type", type);
      text += "/>\n";
    };
    for (const std::string_view name : names)
      if (name != "label") add(name, name, "string");
    if (of == "edge") add("symmetric", "symmetric", "boolean");
    for (std::size_t i = 0; i < columns.columns().size(); ++i)
      add(std::to_string(i), columns.columns()[i].name, xml_type_name(columns.columns()[i].type));
    out_ << text << "    </attributes>\n";
  }

  static void value(RecordBlock& block, std::string_view key, std::string_view content,
                    std::string_view id) {
    block.text += "<attvalue";
    append_xml_attribute(block.text, "for", key);
    if (!append_xml_attribute(block.text, "value", content)) replaced(block, id);
    block.text += "/>";
  }

  static void values(RecordBlock& block, const std::vector<FlatMember>& members,
                     const FlatColumns& columns, const Attributes& attributes,
                     std::string_view id) {
    for (const auto& [name, content] : members)
      if (name != "label") value(block, name, content, id);
    for (const auto& [index, content] : columns.cells(attributes))
      value(block, std::to_string(index), content, id);
  }

  static std::string label_of(const std::vector<FlatMember>& members) {
    for (const auto& [name, content] : members)
      if (name == "label") return content;
    return {};
  }

  /// One stretch stands in the element itself, several are spells in it.
  static void append_span(std::string& text, const DaySpan& span) {
    if (span.first) append_xml_attribute(text, "start", format_day(*span.first));
    if (span.last) append_xml_attribute(text, "end", format_day(*span.last));
  }
  static void append_spells(std::string& text, const std::vector<DaySpan>& spans) {
    if (spans.size() < 2) return;
    text += "<spells>";
    for (const DaySpan& span : spans) {
      text += "<spell";
      append_span(text, span);
      text += "/>";
    }
    text += "</spells>";
  }

  void append_node(RecordBlock& block, const Entity& entity) const {
    const auto members = flat_members(entity, labels_, entity_columns_);
    const std::vector<DaySpan> spans = day_spans(entity.when);
    std::string& text = block.text;
    text += "      <node";
    if (!append_xml_attribute(text, "id", entity.id)) replaced(block, entity.id);
    append_xml_attribute(text, "label", label_of(members));
    if (spans.size() == 1) append_span(text, spans.front());
    text += "><attvalues>";
    values(block, members, entity_columns_, entity.attributes, entity.id);
    text += "</attvalues>";
    append_spells(text, spans);
    text += "</node>\n";
  }

  void append_edge(RecordBlock& block, const Relation& relation) const {
    const auto members =
        flat_members(relation, labels_, relation_columns_, marks_of(options_.marks, relation));
    const std::vector<DaySpan> spans = day_spans(relation.when);
    std::string& text = block.text;
    text += "      <edge";
    if (!append_xml_attribute(text, "id", relation.id)) replaced(block, relation.id);
    append_xml_attribute(text, "source", relation.from);
    append_xml_attribute(text, "target", relation.to);
    append_xml_attribute(text, "kind", relation.type);
    append_xml_attribute(text, "label", label_of(members));
    if (const auto weight = weight_of(relation)) append_xml_attribute(text, "weight", *weight);
    if (spans.size() == 1) append_span(text, spans.front());
    text += "><attvalues>";
    values(block, members, relation_columns_, relation.attributes, relation.id);
    if (gains_direction(labels_, relation, block.losses))
      value(block, "symmetric", "true", relation.id);
    text += "</attvalues>";
    append_spells(text, spans);
    text += "</edge>\n";
  }
};

}  // namespace

LossReport write_gexf(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                      const ConvertOptions& options) {
  return GexfWriter(out, dossier, vocabulary, options).write();
}

}  // namespace entente

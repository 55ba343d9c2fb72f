#include <ostream>
#include <string>
#include <string_view>

#include <entente/io/convert.hpp>

#include "io/formats/labels.hpp"
#include "io/formats/record_blocks.hpp"
#include "model/json_append.hpp"
#include "model/record_json.hpp"

namespace entente {
namespace {

std::string graph_node(const Entity& entity, const Labeller& labels) {
  std::string out;
  json::append_text(out, entity.id);
  out += ": {";
  std::string members = "{";
  json::append_member(members, "label", labels.name(entity));
  json::append_key(members, "metadata");
  std::string metadata = "{";
  json::append_member(metadata, "kind", entity.kind);
  json::append_details(metadata, entity);
  return out + members.substr(1) + metadata + "}}";
}

std::string graph_edge(const Relation& relation, const Labeller& labels, const Attributes& marks) {
  const RelationType* type = labels.type(relation);
  const bool directed = type == nullptr || type->symmetry == Symmetry::directed;
  std::string out = "{";
  json::append_member(out, "id", relation.id);
  json::append_member(out, "source", relation.from);
  json::append_member(out, "target", relation.to);
  json::append_member(out, "relation", relation.type);
  json::append_key(out, "directed");
  out += directed ? "true" : "false";
  json::append_member(out, "label", labels.phrase(relation));
  json::append_key(out, "metadata");
  std::string metadata = "{";
  json::append_details(metadata, relation);
  for (const auto& [name, value] : marks) {
    json::append_key(metadata, name);
    json::append_attribute(metadata, value);
  }
  return out + metadata + "}}";
}

}  // namespace

LossReport write_json_graph(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                            const ConvertOptions& options) {
  const Labeller labels(vocabulary, options.languages);
  std::string title = "{";
  if (!dossier.titles.empty()) json::append_member(title, "label", dossier.titles.front().second);
  out << "{\"graph\": " << title << (title.size() > 1 ? ", " : "")
      << "\"directed\": true,\n \"metadata\": " << json::header(dossier, options.selection)
      << ",\n \"nodes\": {";
  LossReport losses;
  write_blocks(out, dossier.entities, losses,
               [&](RecordBlock& block, const Entity& entity, std::size_t number) {
                 block.text += number == 0 ? "\n  " : ",\n  ";
                 block.text += graph_node(entity, labels);
               });
  out << "},\n \"edges\": [";
  write_blocks(out, dossier.relations, losses,
               [&](RecordBlock& block, const Relation& relation, std::size_t number) {
                 block.text += number == 0 ? "\n  " : ",\n  ";
                 block.text += graph_edge(relation, labels, marks_of(options.marks, relation));
               });
  out << "]}}\n";
  return losses;
}

}  // namespace entente

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

void append_node(std::string& out, const Entity& entity, const Labeller& labels) {
  out += '{';
  json::append_member(out, "id", entity.id);
  json::append_member(out, "label", labels.name(entity));
  json::append_member(out, "kind", entity.kind);
  json::append_details(out, entity);
  out += '}';
}

void append_link(std::string& out, const Relation& relation, const Labeller& labels,
                 Symmetry symmetry, const Attributes& marks) {
  out += '{';
  json::append_member(out, "source", relation.from);
  json::append_member(out, "target", relation.to);
  json::append_member(out, "key", relation.id);
  json::append_member(out, "type", relation.type);
  json::append_member(out, "label", labels.phrase(relation));
  if (symmetry == Symmetry::symmetric) {
    json::append_key(out, "symmetric");
    out += "true";
  }
  json::append_details(out, relation);
  for (const auto& [name, value] : marks) {
    json::append_key(out, name);
    json::append_attribute(out, value);
  }
  out += '}';
}

}  // namespace

LossReport write_node_link(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                           const ConvertOptions& options) {
  const Labeller labels(vocabulary, options.languages);
  LossReport report;
  out << "{\"directed\": true, \"multigraph\": true,\n \"graph\": "
      << json::header(dossier, options.selection) << ",\n \"nodes\": [";
  write_blocks(out, dossier.entities, report,
               [&](RecordBlock& block, const Entity& entity, std::size_t number) {
                 block.text += number == 0 ? "\n  " : ",\n  ";
                 append_node(block.text, entity, labels);
               });
  out << "],\n \"links\": [";
  write_blocks(out, dossier.relations, report,
               [&](RecordBlock& block, const Relation& relation, std::size_t number) {
                 const Symmetry symmetry = gains_direction(labels, relation, block.losses)
                                               ? Symmetry::symmetric
                                               : Symmetry::directed;
                 block.text += number == 0 ? "\n  " : ",\n  ";
                 append_link(block.text, relation, labels, symmetry,
                             marks_of(options.marks, relation));
               });
  out << "]}\n";
  return report;
}

}  // namespace entente

#include <ostream>
#include <string>
#include <string_view>

#include <entente/io/convert.hpp>

#include "base/sorted.hpp"
#include "io/formats/labels.hpp"
#include "model/json_append.hpp"
#include "model/record_json.hpp"

namespace entente {
namespace {

std::string node(const Entity& entity, const Labeller& labels) {
  std::string out = "{";
  json::append_member(out, "id", entity.id);
  json::append_member(out, "label", labels.name(entity));
  json::append_member(out, "kind", entity.kind);
  json::append_details(out, entity);
  return out + '}';
}

std::string link(const Relation& relation, const Labeller& labels, Symmetry symmetry,
                 const Attributes& marks) {
  std::string out = "{";
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
  return out + '}';
}

}  // namespace

LossReport write_node_link(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                           const ConvertOptions& options) {
  const Labeller labels(vocabulary, options.languages);
  LossReport report;
  out << "{\"directed\": true, \"multigraph\": true,\n \"graph\": "
      << json::header(dossier, options.selection) << ",\n \"nodes\": [";
  std::string_view separator = "\n  ";
  for (const Entity* entity : by_id(dossier.entities)) {
    out << separator << node(*entity, labels);
    separator = ",\n  ";
  }
  out << "],\n \"links\": [";
  separator = "\n  ";
  for (const Relation* relation : by_id(dossier.relations)) {
    const Symmetry symmetry =
        gains_direction(labels, *relation, report) ? Symmetry::symmetric : Symmetry::directed;
    out << separator << link(*relation, labels, symmetry, marks_of(options.marks, *relation));
    separator = ",\n  ";
  }
  out << "]}\n";
  return report;
}

}  // namespace entente

#include <ostream>
#include <string>
#include <string_view>

#include <entente/io/convert.hpp>

#include "base/dot_string.hpp"
#include "io/formats/dot/dot_labels.hpp"
#include "io/formats/labels.hpp"
#include "io/formats/record_blocks.hpp"
#include "model/json_append.hpp"
#include "model/record_json.hpp"

namespace entente {
namespace {

constexpr std::string_view hexadecimal = "0123456789abcdef";

/// `n_` and the id, with `_` and two hexadecimal digits for each byte that is not a letter, a digit
/// or a hyphen: different ids give different names.
void append_node_name(std::string& out, std::string_view id) {
  std::string name = "\"n_";
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    if (plain)
      name += c;
    else
      name += {'_', hexadecimal[byte >> 4], hexadecimal[byte & 15]};
  }
  append_dot_string(out, name += '"');
}

/// A quoted string. DOT knows one escape in it, `\"`; what reads labels knows more, so that a
/// backslash is always written twice.
void append_quoted(std::string& out, std::string_view text) {
  std::string quoted;
  quoted.reserve(text.size() + 2);
  quoted += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  append_dot_string(out, quoted += '"');
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  if (out.back() != '[') out += ", ";
  out.append(name) += '=';
  append_quoted(out, value);
}

/// The character that an escape of JSON stands for, other than `\u`.
char escaped_character(char escape) {
  switch (escape) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return escape;
  }
}

/// A quoted string that holds JSON. In attributes that are no labels, readers of DOT keep a
/// backslash as it is, and some take `\\"` apart otherwise: all escapes are `\u0022`, once.
void append_quoted_json(std::string& out, std::string_view json) {
  std::string quoted;
  quoted.reserve(json.size() + 2);
  quoted += '"';
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '"') {
      quoted += "\\\"";
    } else if (json[i] == '\\' && i + 1 < json.size() && json[i + 1] != 'u') {
      const auto c = static_cast<unsigned char>(escaped_character(json[++i]));
      quoted += {'\\', 'u', '0', '0', hexadecimal[c >> 4], hexadecimal[c & 15]};
    } else {
      quoted += json[i];
    }
  }
  append_dot_string(out, quoted += '"');
}

/// An attribute whose value is the JSON text that `append` makes; none if there is nothing to say.
template <typename List, typename Append>
void append_json(std::string& out, std::string_view name, const List& list, Append append) {
  if (list.empty()) return;
  std::string text;
  append(text, list);
  if (out.back() != '[') out += ", ";
  out.append(name) += '=';
  append_quoted_json(out, text);
}

/// A list even of one.
void append_vocabulary_list(std::string& out, const std::vector<std::string>& vocabularies) {
  out += vocabularies.size() == 1 ? "[" : "";
  json::append_vocabularies(out, vocabularies);
  out += vocabularies.size() == 1 ? "]" : "";
}

void append_node(std::string& out, const Entity& entity, const Labeller& labels) {
  out += "  ";
  append_node_name(out, entity.id);
  out += " [";
  append_attribute(out, "entity", entity.id);
  append_attribute(out, "kind", entity.kind);
  append_attribute(out, "label", escaped_label(labels.name(entity)));
  if (entity.when) append_attribute(out, "when", entity.when->text());
  append_json(out, "names", entity.names, json::append_names);
  append_json(out, "codes", entity.codes, json::append_pairs);
  append_json(out, "attributes", entity.attributes, json::append_attributes);
  out += "];\n";
}

void append_edge(std::string& out, const Relation& relation, const Labeller& labels,
                 const Attributes& marks) {
  out += "  ";
  append_node_name(out, relation.from);
  out += " -> ";
  append_node_name(out, relation.to);
  out += " [";
  append_attribute(out, "relation", relation.id);
  append_attribute(out, "type", relation.type);
  append_attribute(out, "label", escaped_label(labels.phrase(relation)));
  const RelationType* type = labels.type(relation);
  if (type && type->symmetry == Symmetry::symmetric) append_attribute(out, "dir", "none");
  if (relation.when) append_attribute(out, "when", relation.when->text());
  append_attribute(out, "modality", to_string(relation.modality));
  append_json(out, "attributes", relation.attributes, json::append_attributes);
  append_json(out, "evidence", relation.evidence, json::append_evidence);
  for (const auto& [name, value] : marks)
    append_attribute(out, name, std::get<std::string>(std::get<Scalar>(value)));
  out += "];\n";
}

}  // namespace

LossReport write_plain_dot(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                           const ConvertOptions& options) {
  const Labeller labels(vocabulary, options.languages);
  std::string head = "digraph entente {\n  graph [";
  append_attribute(head, "format", "entente/1");
  append_json(head, "title", dossier.titles, json::append_pairs);
  append_json(head, "vocabulary", dossier.vocabularies, append_vocabulary_list);
  if (!options.selection.empty()) append_attribute(head, "selection", options.selection);
  out << head << "];\n";
  LossReport losses;
  write_blocks(out, dossier.entities, losses,
               [&](RecordBlock& block, const Entity& entity, std::size_t) {
                 append_node(block.text, entity, labels);
               });
  write_blocks(out, dossier.relations, losses,
               [&](RecordBlock& block, const Relation& relation, std::size_t) {
                 append_edge(block.text, relation, labels, marks_of(options.marks, relation));
               });
  out << "}\n";
  return losses;
}

}  // namespace entente

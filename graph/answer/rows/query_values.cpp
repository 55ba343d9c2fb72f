#include "answer/rows/query_values.hpp"

#include <algorithm>

#include <entente/words/sentence.hpp>

#include "query/pattern/value_text.hpp"

namespace entente::answers {
namespace {

using query::Source;
using query::Value;

void add_members(JsonText& json, const Source& source, const query::Map& map, Typing typing) {
  json.open_object();
  for (const auto& [name, member] : map) {
    json.key(name);
    add_value(json, source, member, typing);
  }
  json.close_object();
}

void add_node(JsonText& json, const Source& source, query::Node node, Typing typing) {
  if (typing == Typing::typed) json.open_object().key("$node");
  json.open_object().key("id");
  add_value(json, source, source.id(node), typing);
  json.key("labels").open_list();
  for (const std::string& label : source.labels(node)) json.value(label);
  json.close_list().key("properties");
  add_members(json, source, source.properties(node), typing);
  json.close_object();
  if (typing == Typing::typed) json.close_object();
}

void add_edge(JsonText& json, const Source& source, query::Edge edge, Typing typing) {
  if (typing == Typing::typed) json.open_object().key("$edge");
  json.open_object().key("id");
  add_value(json, source, source.id(edge), typing);
  json.member("type", source.type(edge)).key("from");
  add_value(json, source, source.id(source.from(edge)), typing);
  json.key("to");
  add_value(json, source, source.id(source.to(edge)), typing);
  json.key("properties");
  add_members(json, source, source.properties(edge), typing);
  json.close_object();
  if (typing == Typing::typed) json.close_object();
}

void add_path(JsonText& json, const Source& source, const query::Walk& walk, Typing typing) {
  if (typing == Typing::typed) json.open_object().key("$path");
  json.open_list();
  for (std::size_t i = 0; i < walk.nodes.size(); ++i) {
    add_node(json, source, walk.nodes[i], typing);
    if (i < walk.edges.size()) add_edge(json, source, walk.edges[i], typing);
  }
  json.close_list();
  if (typing == Typing::typed) json.close_object();
}

/// A map that could be taken for one of the forms above is put into one of its own.
void add_map(JsonText& json, const Source& source, const query::Map& map, Typing typing) {
  const bool is_wrapped =
      typing == Typing::typed &&
      std::ranges::any_of(map, [](const auto& member) { return member.first.starts_with('$'); });
  if (is_wrapped) json.open_object().key("$map");
  add_members(json, source, map, typing);
  if (is_wrapped) json.close_object();
}

class CellText {
 public:
  CellText(const QueryAnswer& answer, Reader reader) : answer_(answer), reader_(reader) {}

  std::string text(const Value& value) const {
    if (value.text()) return *value.text();
    return inner(value);
  }

 private:
  [[nodiscard]] bool is_dossier() const { return answer_.question.graph.entity_count() > 0; }

  std::string inner(const Value& value) const {
    switch (value.kind()) {
      case query::ValueKind::null:
        return "null";
      case query::ValueKind::text:
        return json_quoted(*value.text());
      case query::ValueKind::node:
        return node(*value.node());
      case query::ValueKind::edge:
        return edge(*value.edge());
      case query::ValueKind::path:
        return path(*value.path());
      case query::ValueKind::list: {
        std::string joined;
        for (const Value& item : *value.list())
          joined += (joined.empty() ? "" : ", ") + inner(item);
        return "[" + joined + "]";
      }
      case query::ValueKind::map:
        return map(*value.map());
      default:
        return query::plain_text(value);
    }
  }

  std::string map(const query::Map& members) const {
    std::string joined;
    for (const auto& [name, member] : members)
      joined += (joined.empty() ? "" : ", ") + name + ": " + inner(member);
    return "{" + joined + "}";
  }

  std::string node(query::Node node) const {
    if (is_dossier()) {
      if (reader_ == Reader::program) return *answer_.source.id(node).text();
      return answer_.question.name(EntityId{static_cast<std::uint32_t>(node)});
    }
    std::string text = "(" + query::plain_text(answer_.source.id(node));
    for (const std::string& label : answer_.source.labels(node)) text += ":" + label;
    const query::Map properties = answer_.source.properties(node);
    return text + (properties.empty() ? "" : " " + map(properties)) + ")";
  }

  std::string edge(query::Edge edge) const {
    if (is_dossier()) {
      if (reader_ == Reader::program) return *answer_.source.id(edge).text();
      return describe(answer_.question.graph, RelationId{static_cast<std::uint32_t>(edge)},
                      answer_.question.languages);
    }
    const query::Map properties = answer_.source.properties(edge);
    return "[" + query::plain_text(answer_.source.id(edge)) + ":" + answer_.source.type(edge) +
           (properties.empty() ? "" : " " + map(properties)) + "]";
  }

  /// A -type-> B <-type- C
  std::string path(const query::Walk& walk) const {
    std::string text = node(walk.nodes[0]);
    for (std::size_t i = 0; i < walk.edges.size(); ++i) {
      const bool is_forward = answer_.source.from(walk.edges[i]) == walk.nodes[i];
      const std::string shown = is_dossier() && reader_ == Reader::person
                                    ? answer_.source.type(walk.edges[i])
                                    : edge(walk.edges[i]);
      text += (is_forward ? " -" : " <-") + shown + (is_forward ? "-> " : "- ") +
              node(walk.nodes[i + 1]);
    }
    return text;
  }

  const QueryAnswer& answer_;
  Reader reader_;
};

}  // namespace

void add_value(JsonText& json, const Source& source, const Value& value, Typing typing) {
  switch (value.kind()) {
    case query::ValueKind::null:
      json.null();
      return;
    case query::ValueKind::boolean:
      json.value(*value.boolean());
      return;
    case query::ValueKind::integer:
      json.value(*value.integer());
      return;
    case query::ValueKind::real:
      if (typing == Typing::typed)
        json.open_object().member("$float", query::real_text(*value.real())).close_object();
      else
        json.value(*value.real());
      return;
    case query::ValueKind::text:
      json.value(*value.text());
      return;
    case query::ValueKind::date:
      json.value(value.date()->text());
      return;
    case query::ValueKind::node:
      return add_node(json, source, *value.node(), typing);
    case query::ValueKind::edge:
      return add_edge(json, source, *value.edge(), typing);
    case query::ValueKind::path:
      return add_path(json, source, *value.path(), typing);
    case query::ValueKind::list:
      json.open_list();
      for (const Value& item : *value.list()) add_value(json, source, item, typing);
      json.close_list();
      return;
    case query::ValueKind::map:
      return add_map(json, source, *value.map(), typing);
  }
}

std::string cell_text(const QueryAnswer& answer, const Value& value, Reader reader) {
  if (value.is_null() && reader == Reader::program) return {};
  return CellText(answer, reader).text(value);
}

}  // namespace entente::answers

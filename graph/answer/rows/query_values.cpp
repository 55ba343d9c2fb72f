#include "answer/rows/query_values.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

#include "query/pattern/values/value_text.hpp"

namespace entente::answers {
namespace {

using query::Value;

query::Map properties_of(const Shown& shown, query::Edge edge) {
  return shown.seen ? shown.source.properties(edge, *shown.seen) : shown.source.properties(edge);
}

/// The name is the one that `n.name` gives.
query::Map properties_of(const Shown& shown, query::Node node) {
  query::Map properties = shown.source.properties(node);
  const bool is_dossier = shown.graph.entity_count() > 0;
  if (is_dossier && shown.languages != "en")
    for (auto& [name, value] : properties)
      if (name == "name")
        value =
            Value(shown.graph.name(EntityId{static_cast<std::uint32_t>(node)}, shown.languages));
  return properties;
}

void add_members(JsonText& json, const Shown& shown, const query::Map& map, Typing typing) {
  json.open_object();
  for (const auto& [name, member] : map) {
    json.key(name);
    add_value(json, shown, member, typing);
  }
  json.close_object();
}

void add_node(JsonText& json, const Shown& shown, query::Node node, Typing typing) {
  if (typing == Typing::typed) json.open_object().key("$node");
  json.open_object().key("id");
  add_value(json, shown, shown.source.id(node), typing);
  json.key("labels").open_list();
  for (const std::string& label : shown.source.labels(node)) json.value(label);
  json.close_list().key("properties");
  add_members(json, shown, properties_of(shown, node), typing);
  json.close_object();
  if (typing == Typing::typed) json.close_object();
}

void add_edge(JsonText& json, const Shown& shown, query::Edge edge, Typing typing) {
  if (typing == Typing::typed) json.open_object().key("$edge");
  json.open_object().key("id");
  add_value(json, shown, shown.source.id(edge), typing);
  json.member("type", shown.source.type(edge)).key("from");
  add_value(json, shown, shown.source.id(shown.source.from(edge)), typing);
  json.key("to");
  add_value(json, shown, shown.source.id(shown.source.to(edge)), typing);
  json.key("properties");
  add_members(json, shown, properties_of(shown, edge), typing);
  json.close_object();
  if (typing == Typing::typed) json.close_object();
}

void add_path(JsonText& json, const Shown& shown, const query::Walk& walk, Typing typing) {
  if (typing == Typing::typed) json.open_object().key("$path");
  json.open_list();
  for (std::size_t i = 0; i < walk.nodes.size(); ++i) {
    add_node(json, shown, walk.nodes[i], typing);
    if (i < walk.edges.size()) add_edge(json, shown, walk.edges[i], typing);
  }
  json.close_list();
  if (typing == Typing::typed) json.close_object();
}

/// A map that could be taken for one of the forms above is put into one of its own.
bool is_ambiguous(const query::Map& map, Typing typing) {
  return typing == Typing::typed &&
         std::ranges::any_of(map, [](const auto& member) { return member.first.starts_with('$'); });
}

void add_map(JsonText& json, const Shown& shown, const query::Map& map, Typing typing) {
  const bool is_wrapped = is_ambiguous(map, typing);
  if (is_wrapped) json.open_object().key("$map");
  add_members(json, shown, map, typing);
  if (is_wrapped) json.close_object();
}

/// JSON in pieces.
class ValueWriter {
 public:
  ValueWriter(std::ostream& out, const Shown& shown, Typing typing)
      : out_(out), shown_(shown), typing_(typing) {}

  void write(const Value& value) {
    switch (value.kind()) {
      case query::ValueKind::list:
        out_ << '[';
        for (std::size_t i = 0; i < value.list()->size(); ++i) {
          if (i > 0) out_ << ", ";
          write((*value.list())[i]);
        }
        out_ << ']';
        return;
      case query::ValueKind::map:
        return write_map(*value.map());
      case query::ValueKind::path:
        return write_path(*value.path());
      default:
        return write_whole(value);
    }
  }

 private:
  void write_whole(const Value& value) {
    JsonText json;
    add_value(json, shown_, value, typing_);
    out_ << json.str();
  }

  void write_map(const query::Map& map) {
    const bool is_wrapped = is_ambiguous(map, typing_);
    if (is_wrapped) out_ << "{\"$map\": ";
    out_ << '{';
    for (std::size_t i = 0; i < map.size(); ++i) {
      out_ << (i > 0 ? ", " : "") << json_quoted(map[i].first) << ": ";
      write(map[i].second);
    }
    out_ << '}';
    if (is_wrapped) out_ << '}';
  }

  void write_path(const query::Walk& walk) {
    if (typing_ == Typing::typed) out_ << "{\"$path\": ";
    out_ << '[';
    for (std::size_t i = 0; i < walk.nodes.size(); ++i) {
      if (i > 0) out_ << ", ";
      write_whole(Value(walk.nodes[i]));
      if (i == walk.edges.size()) break;
      out_ << ", ";
      write_whole(Value(walk.edges[i]));
    }
    out_ << ']';
    if (typing_ == Typing::typed) out_ << '}';
  }

  std::ostream& out_;
  const Shown& shown_;
  Typing typing_;
};

}  // namespace

Shown shown(const QueryAnswer& answer, std::size_t column) {
  const auto& seen = answer.result.seen;
  return {answer.source, answer.question.graph, answer.question.languages,
          column < seen.size() && seen[column] ? &*seen[column] : nullptr};
}

void add_value(JsonText& json, const Shown& shown, const Value& value, Typing typing) {
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
      return add_node(json, shown, *value.node(), typing);
    case query::ValueKind::edge:
      return add_edge(json, shown, *value.edge(), typing);
    case query::ValueKind::path:
      return add_path(json, shown, *value.path(), typing);
    case query::ValueKind::list:
      json.open_list();
      for (const Value& item : *value.list()) add_value(json, shown, item, typing);
      json.close_list();
      return;
    case query::ValueKind::map:
      return add_map(json, shown, *value.map(), typing);
  }
}

void write_value(std::ostream& out, const Shown& shown, const Value& value, Typing typing) {
  ValueWriter(out, shown, typing).write(value);
}

}  // namespace entente::answers

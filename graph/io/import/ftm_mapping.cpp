#include "io/import/ftm_mapping.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <entente/io/vocabulary.hpp>

#include "io/formats/records/ftm_schemata.hpp"
#include "io/import/yaml.hpp"
#include "model/json_append.hpp"

namespace entente::import {
namespace {

constexpr std::array<std::string_view, 5> name_properties = {"name", "alias", "previousName",
                                                             "weakAlias", "abbreviation"};
constexpr std::array<std::string_view, 12> known_options = {
    "column", "columns", "join",  "literal",  "literals", "entity",
    "format", "split",   "fuzzy", "required", "template", "country"};

template <typename List>
bool is_one_of(std::string_view text, const List& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// One query of a mapping, on its way to a table of ours.
class FtmQuery {
 public:
  FtmQuery(const YamlNode& query, const std::string& name, std::string& out)
      : query_(query), name_(name), out_(out), vocabulary_(builtin_vocabulary()) {}

  void write() {
    const YamlNode* entities = query_.find("entities");
    if (entities == nullptr || entities->kind != YamlNode::Kind::members)
      refuse(query_, "the query has no `entities`", "name what a row tells of");
    entities_ = entities;
    const std::vector<std::string> files = file_names();
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (i > 0) out_ += ",";
      at(query_);
      out_ += "{\"file\": ";
      json::append_text(out_, files[i]);
      write_filters();
      write_list("entities", false);
      write_list("relations", true);
      out_ += "}";
    }
  }

 private:
  [[noreturn]] void refuse(const YamlNode& node, std::string message, std::string hint) const {
    refuse_yaml(name_, node.line, std::move(message), std::move(hint));
  }

  /// Goes on at the line where a node stood, so that messages name it.
  void at(const YamlNode& node) {
    auto line = static_cast<std::uint32_t>(std::count(out_.begin(), out_.end(), '\n')) + 1;
    for (; line < node.line; ++line) out_ += '\n';
  }

  std::vector<std::string> file_names() {
    std::vector<const YamlNode*> urls;
    if (const YamlNode* one = query_.find("csv_url")) urls.push_back(one);
    if (const YamlNode* all = query_.find("csv_urls"))
      for (const YamlNode& one : all->items) urls.push_back(&one);
    if (urls.empty())
      refuse(query_, "the query has no `csv_url`; those of databases are not read",
             "write its rows to a CSV file, for instance with psql \\copy or sqlite3 -csv");
    std::vector<std::string> names;
    for (const YamlNode* url : urls) {
      const std::string_view text = std::string_view(url->text).substr(0, url->text.find('?'));
      names.emplace_back(text.substr(text.rfind('/') + 1));
      if (names.back().empty() || names.back().starts_with("${"))
        names.back() = "*";  // `${URL}`: whatever the call names
    }
    return names;
  }

  void write_filters() {
    std::string where;
    const auto add = [&](std::string_view member, std::string_view before,
                         std::string_view behind) {
      const YamlNode* filters = query_.find(member);
      if (filters == nullptr) return;
      for (const auto& [column, values] : filters->members) {
        where += where.empty() ? "" : ", ";
        json::append_text(where, column);
        where += ": ";
        where += before;
        where += "[";
        std::vector<std::string> texts;
        if (values.kind == YamlNode::Kind::text) texts.push_back(values.text);
        for (const YamlNode& item : values.items) texts.push_back(item.text);
        for (std::size_t i = 0; i < texts.size(); ++i) {
          where += i > 0 ? ", " : "";
          json::append_text(where, texts[i]);
        }
        where += "]";
        where += behind;
      }
    };
    add("filters", "", "");
    add("filters_not", "{\"not\": ", "}");
    if (!where.empty()) out_ += ", \"where\": {" + where + "}";
  }

  static std::string schema_of(const YamlNode& entity) {
    const YamlNode* schema = entity.find("schema");
    return schema == nullptr ? std::string() : schema->text;
  }

  void write_list(std::string_view member, bool of_edges) {
    bool any = false;
    for (const auto& [key, entity] : entities_->members) {
      const FtmEdge* edge = find_ftm_edge(schema_of(entity));
      if ((edge != nullptr) != of_edges) continue;
      out_ += any ? "," : ", \"" + std::string(member) + "\": [";
      any = true;
      at(entity);
      edge != nullptr ? write_relation(entity, *edge) : write_entity(entity);
    }
    if (any) out_ += "]";
  }

  /// `{column}`, with braces of its own doubled where a text is meant.
  std::string column(const std::string& name, const YamlNode& node) const {
    if (name.find_first_of("{}") != name.npos)
      refuse(node, "a column whose name holds braces is not read", "give it another name");
    return "{" + name + "}";
  }
  static std::string literal(std::string_view text) {
    std::string out;
    for (const char c : text) {
      out += c;
      if (c == '{') out += c;
    }
    return out;
  }

  /// The id of an entity as a value of ours.
  std::string id_of(const YamlNode& entity) {
    if (const YamlNode* own = entity.find("id_column")) return quoted(column(own->text, *own));
    std::vector<std::string> keys;
    if (const YamlNode* text = entity.find("key_literal")) keys.push_back(literal(text->text));
    for (const char* member : {"key", "keys"})
      if (const YamlNode* node = entity.find(member)) {
        if (node->kind == YamlNode::Kind::text) keys.push_back(column(node->text, *node));
        for (const YamlNode& item : node->items) keys.push_back(column(item.text, item));
      }
    if (keys.empty())
      refuse(entity, "the entity has no `keys`", "name the columns that tell it apart");
    std::string text;
    for (const std::string& key : keys) text += (text.empty() ? "" : "-") + key;
    return "{\"slug\": " + quoted(text) + "}";
  }

  /// Rows in which the one key of these entities is empty do not tell of them.
  void write_where(std::initializer_list<const YamlNode*> entities) {
    std::vector<std::string> columns;
    for (const YamlNode* entity : entities) {
      std::vector<std::string> keys;
      for (const char* member : {"id_column", "key", "keys"})
        if (const YamlNode* node = entity->find(member)) {
          if (node->kind == YamlNode::Kind::text) keys.push_back(node->text);
          for (const YamlNode& item : node->items) keys.push_back(item.text);
        }
      if (keys.size() == 1 && !is_one_of(keys.front(), columns)) columns.push_back(keys.front());
    }
    std::string where;
    for (const std::string& name : columns)
      where += (where.empty() ? "" : ", ") + quoted(name) + R"(: {"not": [""]})";
    if (!where.empty()) out_ += ", \"where\": {" + where + "}";
  }

  static std::string quoted(std::string_view text) {
    std::string out;
    json::append_text(out, text);
    return out;
  }

  /// The text of a property as a template of ours.
  std::string text_of(const YamlNode& property) const {
    if (property.kind == YamlNode::Kind::text)
      refuse(property, "a property is described by members", "write column: NAME below it");
    for (const auto& [option, node] : property.members)
      if (!is_one_of(option, known_options))
        refuse(node, "`" + option + "` of a property is not read", "write the mapping as ours");
    if (const YamlNode* one = property.find("column")) return column(one->text, *one);
    if (const YamlNode* text = property.find("literal")) return literal(text->text);
    if (const YamlNode* several = property.find("columns")) {
      const YamlNode* join = property.find("join");
      std::string text;
      for (const YamlNode& item : several->items)
        text += (text.empty() ? "" : literal(join == nullptr ? " " : join->text)) +
                column(item.text, item);
      return text;
    }
    refuse(property, "the property has no `column`, `columns` or `literal`",
           "templates and lists of literals are not read");
  }

  std::string date_value(const YamlNode& property) const {
    const std::string text = quoted(text_of(property));
    const YamlNode* format = property.find("format");
    if (format == nullptr) return text;
    const std::string_view order = format->text.starts_with("%d")   ? "dmy"
                                   : format->text.starts_with("%m") ? "mdy"
                                                                    : "ymd";
    return "{\"date\": " + text + ", \"order\": \"" + std::string(order) + "\"}";
  }

  [[nodiscard]] static const YamlNode* property_of_entity(const YamlNode& entity,
                                                          std::string_view name) {
    const YamlNode* properties = entity.find("properties");
    return properties == nullptr ? nullptr : properties->find(name);
  }

  /// `when` of a start and an end, as far as they are there.
  void write_when(const YamlNode& entity, std::string_view start, std::string_view end) {
    const YamlNode* first = property_of_entity(entity, start);
    const YamlNode* last = property_of_entity(entity, end);
    if (first == nullptr && last == nullptr) return;
    out_ += ", \"when\": {\"from\": " + (first == nullptr ? "\"\"" : date_value(*first)) +
            ", \"to\": " + (last == nullptr ? "\"\"" : date_value(*last)) + "}";
  }

  void write_entity(const YamlNode& entity) {
    const std::string schema = schema_of(entity);
    const std::string_view kind = kind_of_ftm(schema);
    if (kind.empty() || vocabulary_.find_kind(kind) == nullptr)
      refuse(entity, "entities of the schema `" + schema + "` are no kind of ours",
             "ftm map makes entities of it, which convert --from ftm reads");
    out_ += "{\"id\": " + id_of(entity) + ", \"kind\": " + quoted(kind);
    write_where({&entity});
    std::string names;
    for (const std::string_view name : name_properties)
      if (const YamlNode* property = property_of_entity(entity, name))
        names += (names.empty() ? "" : ", ") + quoted(text_of(*property));
    if (!names.empty()) out_ += ", \"names\": {\"und\": [" + names + "]}";
    const FtmLifespan lifespan = ftm_lifespan(schema);
    write_when(entity, lifespan.start, lifespan.end);
    if (const YamlNode* number = property_of_entity(entity, "registrationNumber"))
      out_ += ", \"codes\": {\"registration\": " + quoted(text_of(*number)) + "}";
    write_attributes(entity, [&](std::string_view name) {
      return is_one_of(name, name_properties) || name == lifespan.start || name == lifespan.end ||
             name == "registrationNumber";
    });
    out_ += "}";
  }

  void write_relation(const YamlNode& entity, const FtmEdge& edge) {
    if (vocabulary_.find_type(edge.type.id) == nullptr)
      refuse(entity, "edges of the schema `" + schema_of(entity) + "` are no type of ours",
             "ftm map makes entities of it, which convert --from ftm reads");
    const YamlNode& from = referred(entity, edge.source);
    const YamlNode& to = referred(entity, edge.target);
    const std::string source = id_of(from);
    const std::string target = id_of(to);
    out_ += "{\"type\": " + quoted(edge.type.id) +
            ", \"from\": " + (edge.reversed ? target : source) +
            ", \"to\": " + (edge.reversed ? source : target);
    write_where({&from, &to});
    const bool has_own_date = property_of_entity(entity, "date") != nullptr &&
                              property_of_entity(entity, "startDate") == nullptr &&
                              property_of_entity(entity, "endDate") == nullptr;
    if (has_own_date)
      out_ += ", \"when\": " + date_value(*property_of_entity(entity, "date"));
    else
      write_when(entity, "startDate", "endDate");
    write_attributes(entity, [&](std::string_view name) {
      return name == edge.source || name == edge.target || name == "startDate" ||
             name == "endDate" || (has_own_date && name == "date");
    });
    out_ += "}";
  }

  /// The entity that a property of an edge names.
  const YamlNode& referred(const YamlNode& edge, std::string_view name) const {
    const YamlNode* property = property_of_entity(edge, name);
    const YamlNode* by = property == nullptr ? nullptr : property->find("entity");
    const YamlNode* entity = by == nullptr ? nullptr : entities_->find(by->text);
    if (entity == nullptr)
      refuse(edge, "the edge has no `" + std::string(name) + "` that is an entity of the query",
             "write " + std::string(name) + ": with entity: NAME below it");
    return *entity;
  }

  template <typename IsTaken>
  void write_attributes(const YamlNode& entity, IsTaken is_taken) {
    const YamlNode* properties = entity.find("properties");
    std::string text;
    if (properties != nullptr)
      for (const auto& [name, property] : properties->members) {
        if (is_taken(name)) continue;
        text += (text.empty() ? "" : ", ") + quoted(name) + ": " + attribute_value(property);
      }
    if (!text.empty()) out_ += ", \"attributes\": {" + text + "}";
  }

  std::string attribute_value(const YamlNode& property) {
    if (const YamlNode* by = property.find("entity")) {
      const YamlNode* entity = entities_->find(by->text);
      if (entity == nullptr) refuse(*by, "no entity of the query has this name", "mend it");
      return id_of(*entity);
    }
    const std::string text = quoted(text_of(property));
    const YamlNode* split = property.find("split");
    if (split != nullptr) return "{\"split\": " + text + ", \"by\": " + quoted(split->text) + "}";
    return "{\"text\": " + text + "}";
  }

  const YamlNode& query_;
  const std::string& name_;
  std::string& out_;
  const YamlNode* entities_ = nullptr;
  Vocabulary vocabulary_;
};

}  // namespace

bool is_yaml_mapping(std::string_view text, std::string_view name) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first != text.npos && text[first] == '{') return false;
  return name.ends_with(".yml") || name.ends_with(".yaml");
}

std::string mapping_of_ftm(std::string_view yaml, const std::string& name) {
  const YamlNode root = read_yaml(yaml, name);
  std::string out = R"({"format": "entente-mapping/1", "title": {"en": )";
  json::append_text(out, root.members.empty() ? name : root.members.front().first);
  out += "}, \"vocabulary\": \"diplomacy\", \"tables\": [";
  bool any = false;
  for (const auto& [data_set, body] : root.members) {
    std::vector<const YamlNode*> queries;
    if (const YamlNode* list = body.find("queries"))
      for (const YamlNode& query : list->items) queries.push_back(&query);
    if (const YamlNode* query = body.find("query")) queries.push_back(query);
    for (const YamlNode* query : queries) {
      if (std::exchange(any, true)) out += ",";
      FtmQuery(*query, name, out).write();
    }
  }
  if (!any)
    refuse_yaml(name, root.line, "this is no mapping of followthemoney: nothing has `queries`",
                "mappings of ours are JSON: entente schema --of mapping");
  return out + "]}\n";
}

}  // namespace entente::import

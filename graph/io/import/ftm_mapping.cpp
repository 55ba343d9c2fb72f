#include "io/import/ftm_mapping.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <entente/io/vocabulary.hpp>

#include "io/formats/records/ftm_schemata.hpp"
#include "io/import/ftm_mapped_values.hpp"
#include "io/import/yaml.hpp"
#include "model/json_append.hpp"

namespace entente::import {
namespace {

constexpr std::array<std::string_view, 5> name_properties = {"name", "alias", "previousName",
                                                             "weakAlias", "abbreviation"};
/// One query of a mapping, on its way to a table of ours.
class FtmQuery {
 public:
  FtmQuery(const YamlNode& query, const std::string& name, std::string& out)
      : query_(query), name_(name), values_(name), out_(out), vocabulary_(builtin_vocabulary()) {}

  void write() {
    const YamlNode* entities = query_.find("entities");
    if (entities == nullptr || entities->kind != YamlNode::Kind::members)
      refuse(query_, "the query has no `entities`", "name what a row is about");
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

  /// Rows in which the one key of these entities is empty are not about them.
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

  /// `when` of a start and an end, as far as they are there.
  void write_when(const YamlNode& entity, std::string_view start, std::string_view end) {
    const YamlNode* first = property_of(entity, start);
    const YamlNode* last = property_of(entity, end);
    if (first == nullptr && last == nullptr) return;
    out_ += ", \"when\": {\"from\": " + (first == nullptr ? "\"\"" : values_.date_of(*first)) +
            ", \"to\": " + (last == nullptr ? "\"\"" : values_.date_of(*last)) + "}";
  }

  void write_entity(const YamlNode& entity) {
    const std::string schema = schema_of(entity);
    const std::string_view kind = kind_of_ftm(schema);
    if (kind.empty() || vocabulary_.find_kind(kind) == nullptr)
      refuse(entity, "entities of the schema `" + schema + "` are no kind of ours",
             "ftm map makes entities of it, which convert --from ftm reads");
    out_ += "{\"id\": " + values_.id_of(entity) + ", \"kind\": " + quoted(kind);
    write_where({&entity});
    std::string names;
    for (const std::string_view name : name_properties)
      if (const YamlNode* property = property_of(entity, name))
        names += (names.empty() ? "" : ", ") + quoted(values_.text_of(*property));
    if (!names.empty()) out_ += ", \"names\": {\"und\": [" + names + "]}";
    const FtmLifespan lifespan = ftm_lifespan(schema);
    write_when(entity, lifespan.start, lifespan.end);
    if (const YamlNode* number = property_of(entity, "registrationNumber"))
      out_ += ", \"codes\": {\"registration\": " + quoted(values_.text_of(*number)) + "}";
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
    const std::string source = values_.id_of(from);
    const std::string target = values_.id_of(to);
    out_ += "{\"type\": " + quoted(edge.type.id) +
            ", \"from\": " + (edge.reversed ? target : source) +
            ", \"to\": " + (edge.reversed ? source : target);
    write_where({&from, &to});
    const bool has_own_date = property_of(entity, "date") != nullptr &&
                              property_of(entity, "startDate") == nullptr &&
                              property_of(entity, "endDate") == nullptr;
    if (has_own_date)
      out_ += ", \"when\": " + values_.date_of(*property_of(entity, "date"));
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
    const YamlNode* property = property_of(edge, name);
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
      return values_.id_of(*entity);
    }
    const std::string text = quoted(values_.text_of(property));
    const YamlNode* split = property.find("split");
    if (split != nullptr) return "{\"split\": " + text + ", \"by\": " + quoted(split->text) + "}";
    return "{\"text\": " + text + "}";
  }

  const YamlNode& query_;
  const std::string& name_;
  FtmMappedValues values_;
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

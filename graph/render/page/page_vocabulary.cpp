#include "render/page/page_vocabulary.hpp"

#include <set>

#include "render/page/page_json.hpp"

namespace entente {

PageVocabulary::PageVocabulary(const PageContents& contents)
    : vocabulary_(contents.graph().vocabulary()) {
  add_kinds(contents);
  add_types(contents);
}

void PageVocabulary::add_kinds(const PageContents& contents) {
  const Vocabulary& vocabulary = contents.graph().vocabulary();
  std::set<std::string> used;
  for (const EntityId entity : contents.entities())
    for (const std::string& kind : vocabulary.lineage(contents.graph().kind(entity)))
      used.insert(kind);
  JsonText json;
  json.open_list();
  for (const Kind& kind : vocabulary.kinds()) {
    if (!used.contains(kind.id)) continue;
    kind_row_.emplace(kind.id, static_cast<std::int64_t>(kind_row_.size()));
    const std::string& look = kind.drawing_class.empty() ? kind.id : kind.drawing_class;
    classes_.nodes.insert(look);
    json.open_object().member("id", kind.id).member("look", look);
    json.key("names").raw(labels_json(kind.labels));
    json.key("up").open_list();
    for (const std::string& each : vocabulary.lineage(kind.id)) json.value(each);
    json.close_list().close_object();
  }
  kinds_ = json.close_list().str();
}

void PageVocabulary::add_types(const PageContents& contents) {
  const Vocabulary& vocabulary = contents.graph().vocabulary();
  std::set<std::string> used;
  for (const RelationId relation : contents.relations())
    used.insert(contents.graph().type(relation).id);
  JsonText json;
  json.open_list();
  for (const RelationType& type : vocabulary.types()) {
    if (!used.contains(type.id)) continue;
    type_row_.emplace(type.id, static_cast<std::int64_t>(type_row_.size()));
    const std::string& look = type.drawing_class.empty() ? type.id : type.drawing_class;
    classes_.edges.insert(look);
    json.open_object().member("id", type.id).member("look", look);
    if (!type.inverse_id.empty()) json.member("inverse_id", type.inverse_id);
    if (type.symmetry == Symmetry::symmetric) json.member("symmetric", true);
    if (type.reading == Reading::instant) json.member("instant", true);
    json.key("names").raw(labels_json(type.forward));
    json.key("inverse").raw(labels_json(type.inverse)).close_object();
  }
  types_ = json.close_list().str();
}

void PageVocabulary::write(JsonText& json) const {
  json.key("kinds").raw(kinds_).key("types").raw(types_);
  json.key("other_kinds").open_list();
  for (const Kind& kind : vocabulary_.kinds())
    if (!kind_row_.contains(kind.id)) json.value(kind.id);
  json.close_list().key("other_types").open_list();
  for (const RelationType& type : vocabulary_.types())
    if (!type_row_.contains(type.id))
      for (const std::string& id : {type.id, type.inverse_id})
        if (!id.empty()) json.value(id);
  json.close_list();
}

}  // namespace entente

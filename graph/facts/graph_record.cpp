// Records as their author wrote them, read back from the columns.

#include <span>
#include <utility>

#include <entente/facts/graph.hpp>

#include "base/run_scope.hpp"
#include "facts/attribute_code.hpp"
#include "facts/foreign_rows.hpp"
#include "facts/graph_store.hpp"

namespace entente {

namespace {

std::span<const char> attribute_code(const Graph::Store& store, EntityId entity) {
  const auto& columns = store.entities;
  const std::uint32_t i = index(entity);
  return columns.attribute_bytes.part(columns.attributes[i], columns.attributes[i + 1]);
}

std::optional<AttributeValue> copied(const std::optional<AttributeView>& value) {
  return value ? std::optional(copy_of(*value)) : std::nullopt;
}

Names names_of(const Graph::Store& store, std::uint32_t entity) {
  const auto& columns = store.entities;
  Names names;
  for (std::uint32_t row = columns.names[entity]; row < columns.names[entity + 1]; ++row) {
    const std::string_view language = store.texts[columns.name_language[row]];
    if (names.empty() || names.back().language != language)
      names.push_back({std::string(language), {}});
    names.back().names.emplace_back(store.texts[columns.name[row]]);
  }
  return names;
}

}  // namespace

Entity Graph::record(EntityId entity) const {
  const auto& columns = store_->entities;
  entity_in(*store_, entity, "Graph::record");
  check_run();
  const std::uint32_t i = index(entity);
  Entity record{std::string(id(entity)), std::string(kind(entity))};
  record.names = names_of(*store_, i);
  record.when = when(entity);
  for (std::uint32_t row = columns.codes[i]; row < columns.codes[i + 1]; ++row)
    record.codes.emplace_back(store_->texts[columns.code_key[row]],
                              store_->texts[columns.code_value[row]]);
  record.attributes = decode(attribute_code(*store_, entity));
  record.foreign = foreign_members(*store_, ForeignTo::entity, i);
  return record;
}

std::vector<Evidence> Graph::evidence(RelationId relation) const {
  relation_in(*store_, relation, "Graph::evidence");
  check_run();
  const auto& columns = store_->evidence;
  const RowRange rows = store_->evidence_of(relation);
  std::vector<Evidence> list;
  for (std::uint32_t row = rows.begin; row < rows.end; ++row)
    list.push_back(
        {std::string(id(columns.source[row])), std::string(store_->texts[columns.at[row]]),
         std::string(store_->texts[columns.asserted_by[row]]), store_->when(columns.when[row]),
         foreign_members(*store_, ForeignTo::evidence, row)});
  return list;
}

std::optional<AttributeView> Graph::attribute_view(EntityId entity, std::string_view name) const {
  entity_in(*store_, entity, "Graph::attribute_view");
  return attribute_in(attribute_code(*store_, entity), name);
}

std::optional<AttributeView> Graph::attribute_view(RelationId relation,
                                                   std::string_view name) const {
  relation_in(*store_, relation, "Graph::attribute_view");
  return attribute_in(store_->relations.attribute_code(index(relation)), name);
}

std::optional<AttributeValue> Graph::attribute(EntityId entity, std::string_view name) const {
  entity_in(*store_, entity, "Graph::attribute");
  return copied(attribute_view(entity, name));
}

std::optional<AttributeValue> Graph::attribute(RelationId relation, std::string_view name) const {
  relation_in(*store_, relation, "Graph::attribute");
  return copied(attribute_view(relation, name));
}

Relation Graph::record(RelationId relation) const {
  relation_in(*store_, relation, "Graph::record");
  check_run();
  Relation record{std::string(id(relation)), type(relation).id, std::string(id(from(relation))),
                  std::string(id(to(relation)))};
  record.when = when(relation);
  record.modality = modality(relation);
  record.attributes = decode(store_->relations.attribute_code(index(relation)));
  record.evidence = evidence(relation);
  record.foreign = foreign_members(*store_, ForeignTo::relation, index(relation));
  return record;
}

ForeignMembers Graph::foreign() const {
  return foreign_members(*store_, ForeignTo::dossier);
}

Dossier Graph::dossier() const {
  Dossier dossier;
  dossier.titles = titles();
  dossier.vocabularies = store_->vocabularies;
  dossier.foreign = foreign();
  dossier.entities.reserve(entity_count());
  dossier.relations.reserve(relation_count());
  for (std::uint32_t i = 0; i < entity_count(); ++i)
    dossier.entities.push_back(record(static_cast<EntityId>(i)));
  for (std::uint32_t i = 0; i < relation_count(); ++i)
    dossier.relations.push_back(record(static_cast<RelationId>(i)));
  return dossier;
}

}  // namespace entente

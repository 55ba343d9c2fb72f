#include <algorithm>
#include <utility>

#include <entente/facts/graph.hpp>
#include <entente/model/problem.hpp>
#include <entente/model/validate.hpp>

#include "facts/build/graph_builder.hpp"
#include "facts/graph_store.hpp"
#include "facts/id_search.hpp"
#include "model/record_form.hpp"

namespace entente {

namespace {

std::shared_ptr<const Graph::Store> checked_store(const Dossier& dossier,
                                                  const Vocabulary& vocabulary) {
  if (auto problems = find_form_errors(dossier); !problems.empty())
    throw DossierError(std::move(problems));
  if (auto store = store_of(dossier, chunks_of(dossier.relations), vocabulary)) return store;
  throw DossierError(validate(dossier, vocabulary, Checks::errors));
}

template <class Id, class Texts>
std::optional<Id> find_id(const Texts& ids, std::string_view text) {
  const std::uint32_t place = place_of(ids, text);
  if (place == ids.size() || ids[place] != text) return std::nullopt;
  return static_cast<Id>(place);
}

}  // namespace

Graph::Graph(const Dossier& dossier, Vocabulary vocabulary)
    : store_(checked_store(dossier, vocabulary)) {}

Graph::Graph(std::shared_ptr<const Store> store) : store_(std::move(store)) {}

std::size_t Graph::entity_count() const {
  return store_->entities.kind.size();
}

std::size_t Graph::relation_count() const {
  return store_->relations.type.size();
}

const Vocabulary& Graph::vocabulary() const& {
  return store_->vocabulary;
}

Vocabulary Graph::vocabulary() && {
  return store_->vocabulary;
}

const Labels& Graph::titles() const& {
  return store_->titles;
}

Labels Graph::titles() && {
  return store_->titles;
}

std::string_view Graph::id(EntityId entity) const {
  entity_in(*store_, entity, "Graph::id");
  return store_->entities.ids[index(entity)];
}

std::string_view Graph::kind(EntityId entity) const {
  entity_in(*store_, entity, "Graph::kind");
  return store_->vocabulary.kinds()[store_->entities.kind[index(entity)]].id;
}

std::string_view Graph::name(EntityId entity, std::string_view languages) const {
  return name(entity, LanguagePreference::parse(languages));
}

std::string_view Graph::name(EntityId entity, const LanguagePreference& languages) const {
  entity_in(*store_, entity, "Graph::name");
  const auto& columns = store_->entities;
  const std::uint32_t begin = columns.names[index(entity)];
  const std::uint32_t end = columns.names[index(entity) + 1];
  std::vector<std::string_view> tags;
  for (std::uint32_t row = begin; row < end; ++row)
    tags.push_back(store_->texts[columns.name_language[row]]);
  const auto best = languages.best(tags);
  return best ? store_->texts[columns.name[begin + *best]] : id(entity);
}

std::optional<When> Graph::when(EntityId entity) const {
  entity_in(*store_, entity, "Graph::when");
  return store_->when(store_->entities.when[index(entity)]);
}

std::optional<EntityId> Graph::entity(std::string_view id) const {
  return find_id<EntityId>(store_->entities.ids, id);
}

std::span<const RelationId> Graph::relations(EntityId entity) const {
  entity_in(*store_, entity, "Graph::relations");
  const auto& columns = store_->entities;
  return columns.relations.part(columns.incident[index(entity)],
                                columns.incident[index(entity) + 1]);
}

std::string_view Graph::id(RelationId relation) const {
  relation_in(*store_, relation, "Graph::id");
  return store_->relations.ids[index(relation)];
}

const RelationType& Graph::type(RelationId relation) const {
  relation_in(*store_, relation, "Graph::type");
  return store_->type_of(relation);
}

EntityId Graph::from(RelationId relation) const {
  relation_in(*store_, relation, "Graph::from");
  return store_->relations.from[index(relation)];
}

EntityId Graph::to(RelationId relation) const {
  relation_in(*store_, relation, "Graph::to");
  return store_->relations.to[index(relation)];
}

Modality Graph::modality(RelationId relation) const {
  relation_in(*store_, relation, "Graph::modality");
  return store_->relations.modality[index(relation)];
}

std::optional<When> Graph::when(RelationId relation) const {
  relation_in(*store_, relation, "Graph::when");
  return store_->when(store_->relations.when[index(relation)]);
}

Bounds Graph::bounds(RelationId relation, Inference inference) const {
  relation_in(*store_, relation, "Graph::bounds");
  if (inference == Inference::off && store_->has(relation, Trait::closed))
    if (const auto own = when(relation)) return own->bounds(type(relation).reading);
  return store_->bounds(relation);
}

std::optional<RelationId> Graph::inferred_from(RelationId relation) const {
  relation_in(*store_, relation, "Graph::inferred_from");
  if (!store_->has(relation, Trait::closed)) return std::nullopt;
  return store_->closings.by[store_->closing(relation)];
}

std::optional<RelationId> Graph::relation(std::string_view id) const {
  return find_id<RelationId>(store_->relations.ids, id);
}

std::optional<When> Graph::Store::when(std::uint32_t text) const {
  if (text == no_text) return std::nullopt;
  return When::from_text(texts[text]);
}

Bounds Graph::Store::bounds(RelationId relation) const {
  const std::uint32_t i = index(relation);
  return {relations.start_min[i], relations.start_max[i], relations.end_min[i],
          relations.end_max[i]};
}

std::size_t Graph::Store::closing(RelationId relation) const {
  const auto row = std::lower_bound(closings.relation.begin(), closings.relation.end(), relation);
  return static_cast<std::size_t>(row - closings.relation.begin());
}

NameIndex Graph::Store::name_index() const {
  if (names) return *names;
  NameIndex::Builder builder;
  add_names_to(builder);
  return std::move(builder).build(NameFolding::per_query);
}

void Graph::Store::add_names_to(NameIndex::Builder& builder) const {
  std::vector<Bearer> bearers;
  for (const Kind& kind : vocabulary.kinds())
    bearers.push_back(vocabulary.is_a(kind.id, "person") ? Bearer::person : Bearer::thing);
  for (std::uint32_t i = 0; i < entities.kind.size(); ++i) {
    builder.add_id(entities.ids[i], i);
    for (std::uint32_t row = entities.codes[i]; row < entities.codes[i + 1]; ++row)
      builder.add_code(texts[entities.code_value[row]], i);
    for (std::uint32_t row = entities.names[i]; row < entities.names[i + 1]; ++row)
      builder.add_name(texts[entities.name[row]], texts[entities.name_language[row]], i,
                       bearers[entities.kind[i]]);
  }
}

}  // namespace entente

// A few changed relations are added to the columns of the graph before. After many, or where
// entities change, the next graph is laid out as one that was read: what has not changed goes into
// the chunks of relations straight from the columns.

#include <algorithm>
#include <utility>
#include <vector>

#include <entente/error.hpp>
#include <entente/facts/graph_builder.hpp>
#include <entente/model/problem.hpp>
#include <entente/model/validate.hpp>
#include <entente/text/safe.hpp>

#include "base/threads.hpp"
#include "facts/build/changed_store.hpp"
#include "facts/build/graph_builder.hpp"
#include "facts/build/relation_chunk.hpp"
#include "facts/foreign_rows.hpp"
#include "facts/graph_store.hpp"
#include "model/record_form.hpp"

namespace entente {

namespace {

std::string_view text_or_none(const Graph::Store& store, std::uint32_t text) {
  return text == no_text ? std::string_view() : store.texts[text];
}

/// A relation as its columns hold it, without attributes.
RelationText text_of(const Graph::Store& store, std::uint32_t i) {
  const auto& columns = store.relations;
  const auto entity = [&](EntityId id) { return store.entities.ids[index(id)]; };
  RelationText text{columns.ids[i],
                    store.vocabulary.types()[columns.type[i]].id,
                    entity(columns.from[i]),
                    entity(columns.to[i]),
                    text_or_none(store, columns.when[i]),
                    columns.modality[i],
                    {}};
  const auto [begin, end] = columns.evidence[i];
  for (std::uint32_t row = begin; row < end; ++row)
    text.evidence.push_back({entity(store.evidence.source[row]),
                             store.texts[store.evidence.at[row]],
                             store.texts[store.evidence.asserted_by[row]],
                             text_or_none(store, store.evidence.when[row])});
  return text;
}

template <class Record>
std::vector<Record> put_records(
    const std::map<std::string, std::optional<Record>, std::less<>>& changes) {
  std::vector<Record> records;
  for (const auto& [id, record] : changes) {
    if (!record) continue;
    records.push_back(*record);
    records.back().place = {};  // of another dossier
  }
  return records;
}

/// By index, 1 for those that a change names.
template <class Id, class Changes, class Find>
std::vector<std::uint8_t> changed_rows(std::size_t count, const Changes& changes, Find find) {
  std::vector<std::uint8_t> changed(count, 0);
  for (const auto& [id, record] : changes)
    if (const std::optional<Id> number = find(id)) changed[index(*number)] = 1;
  return changed;
}

/// A relation of the next graph: of the graph before, by number, or one that was put.
struct NextRelation {
  std::uint32_t before = 0;
  const Relation* put = nullptr;
};

/// All of them by id: those of `before` that no change names, and `put`, which are in order.
std::vector<NextRelation> next_relations(const Graph& before,
                                         const std::vector<std::uint8_t>& changed,
                                         const std::vector<Relation>& put) {
  std::vector<NextRelation> all;
  all.reserve(changed.size() + put.size());
  auto next = put.begin();
  for (std::uint32_t i = 0; i < changed.size(); ++i) {
    if (changed[i] != 0) continue;
    for (; next != put.end() && next->id < before.id(RelationId(i)); ++next)
      all.push_back({0, &*next});
    all.push_back({i, nullptr});
  }
  for (; next != put.end(); ++next) all.push_back({0, &*next});
  return all;
}

void add_unchanged(const Graph& graph, std::uint32_t i, ChunkBuilder& builder) {
  const bool plain = graph.store().relations.attribute_code(i).empty() &&
                     !has_foreign_members(graph.store(), RelationId(i));
  if (!plain || !builder.add(text_of(graph.store(), i))) builder.keep(graph.record(RelationId(i)));
}

/// In chunks as those of a dossier with these relations would be, so that texts get their numbers.
std::vector<RelationChunk> next_chunks(const Graph& before,
                                       const std::vector<NextRelation>& relations) {
  const std::size_t count = (relations.size() + relations_a_chunk - 1) / relations_a_chunk;
  std::vector<RelationChunk> chunks(count);
  side_by_side(count, [&](std::size_t chunk) {
    ChunkBuilder builder;
    const std::size_t end = std::min(relations.size(), (chunk + 1) * relations_a_chunk);
    for (std::size_t i = chunk * relations_a_chunk; i < end; ++i) {
      if (relations[i].put != nullptr)
        builder.add(*relations[i].put);
      else
        add_unchanged(before, relations[i].before, builder);
    }
    chunks[chunk] = std::move(builder).build();
  });
  return chunks;
}

/// Members `x-…` are kept by row, which a graph that shares rows does not do.
bool others_added_members(const Graph::Store& before, const std::vector<Relation>& put) {
  return !before.foreign.to.empty() ||
         std::any_of(put.begin(), put.end(), [](const Relation& relation) {
           return !relation.foreign.empty() ||
                  std::any_of(relation.evidence.begin(), relation.evidence.end(),
                              [](const Evidence& piece) { return !piece.foreign.empty(); });
         });
}

[[noreturn]] void unknown_record(const char* what, std::string_view id) {
  throw InvalidArgument("unknown-record",
                        std::string("there is no ") + what + " '" + terminal_safe(id) + "'");
}

}  // namespace

GraphBuilder::GraphBuilder(Vocabulary vocabulary) : vocabulary_(std::move(vocabulary)) {}

GraphBuilder::GraphBuilder(const Graph& graph) : graph_(graph), vocabulary_(graph.vocabulary()) {}

bool GraphBuilder::has_entity(std::string_view id) const {
  const auto change = entities_.find(id);
  if (change != entities_.end()) return change->second.has_value();
  return graph_ && graph_->entity(id);
}

bool GraphBuilder::has_relation(std::string_view id) const {
  const auto change = relations_.find(id);
  if (change != relations_.end()) return change->second.has_value();
  return graph_ && graph_->relation(id);
}

GraphBuilder& GraphBuilder::put(Entity entity) {
  std::string id = entity.id;
  entities_.insert_or_assign(std::move(id), std::move(entity));
  return *this;
}

GraphBuilder& GraphBuilder::put(Relation relation) {
  std::string id = relation.id;
  relations_.insert_or_assign(std::move(id), std::move(relation));
  return *this;
}

GraphBuilder& GraphBuilder::remove(std::string_view id) {
  const bool relation = has_relation(id);
  const bool entity = has_entity(id);
  if (relation && entity)
    throw InvalidArgument("ambiguous-record", "an entity and a relation are called '" +
                                                  terminal_safe(id) +
                                                  "'; say remove_entity or remove_relation");
  if (entity) return remove_entity(id);
  if (relation) return remove_relation(id);
  unknown_record("record", id);
}

GraphBuilder& GraphBuilder::remove_entity(std::string_view id) {
  if (!has_entity(id)) unknown_record("entity", id);
  entities_.insert_or_assign(std::string(id), std::nullopt);
  return *this;
}

GraphBuilder& GraphBuilder::remove_relation(std::string_view id) {
  if (!has_relation(id)) unknown_record("relation", id);
  relations_.insert_or_assign(std::string(id), std::nullopt);
  return *this;
}

Graph GraphBuilder::build() const {
  Dossier dossier;
  dossier.entities = put_records(entities_);
  dossier.relations = put_records(relations_);
  if (auto problems = find_form_errors(dossier); !problems.empty())
    throw DossierError(std::move(problems));
  if (graph_ && entities_.empty() && !others_added_members(graph_->store(), dossier.relations))
    if (auto store = changed_store(*graph_, relations_, dossier.relations))
      return Graph(std::move(store));
  std::vector<RelationChunk> chunks;
  if (graph_) {
    dossier.titles = graph_->titles();
    dossier.vocabularies = graph_->store().vocabularies;
    dossier.foreign = graph_->foreign();
    const auto gone = changed_rows<EntityId>(graph_->entity_count(), entities_,
                                             [&](const auto& id) { return graph_->entity(id); });
    for (const EntityId entity : graph_->entities())
      if (gone[index(entity)] == 0) dossier.entities.push_back(graph_->record(entity));
    const auto changed = changed_rows<RelationId>(
        graph_->relation_count(), relations_, [&](const auto& id) { return graph_->relation(id); });
    chunks = next_chunks(*graph_, next_relations(*graph_, changed, dossier.relations));
  } else {
    chunks = chunks_of(dossier.relations);
  }
  if (auto store = store_of(dossier, chunks, vocabulary_)) return Graph(std::move(store));
  // What is wrong is found record by record.
  for (std::uint32_t i = 0; graph_ && i < graph_->relation_count(); ++i)
    if (relations_.count(graph_->id(RelationId(i))) == 0)
      dossier.relations.push_back(graph_->record(RelationId(i)));
  throw DossierError(validate(dossier, vocabulary_, Checks::errors));
}

}  // namespace entente

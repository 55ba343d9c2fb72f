#include "facts/build/graph_builder.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include <entente/error.hpp>

#include "base/threads.hpp"
#include "facts/build/chunk_rows.hpp"
#include "facts/build/closing_columns.hpp"
#include "facts/build/entity_columns.hpp"
#include "facts/build/foreign_columns.hpp"
#include "facts/build/interner.hpp"
#include "facts/build/record_order.hpp"
#include "facts/build/relation_columns.hpp"
#include "facts/inference/inference.hpp"

namespace entente {

namespace {

RecordOrder order_of_entities(const std::vector<Entity>& entities) {
  std::vector<std::string_view> ids;
  ids.reserve(entities.size());
  for (const Entity& entity : entities) ids.emplace_back(entity.id);
  return order_of(ids);
}

/// Nothing has to be brought together where all ids ascend.
RecordOrder order_of_relations(const std::vector<RelationChunk>& chunks,
                               const std::vector<ChunkRows>& rows) {
  std::vector<std::string_view> ids;
  bool ascend = true;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    ascend = ascend && rows[i].ids_ascend;
    if (chunks[i].ids.empty()) continue;
    ascend = ascend && (ids.empty() || ids.back() < chunks[i].ids.front());
    ids = {chunks[i].ids.back()};
  }
  if (ascend) return {};
  ids.clear();
  for (const RelationChunk& chunk : chunks)
    ids.insert(ids.end(), chunk.ids.begin(), chunk.ids.end());
  return order_of(ids);
}

bool succession_is_circular(const std::vector<ChunkRows>& rows) {
  std::vector<RowStep> steps;
  for (const ChunkRows& one : rows)
    steps.insert(steps.end(), one.lineage.begin(), one.lineage.end());
  return has_circle(steps);
}

// Relations are handed out ascending, so each row is; a loop stands once.
void add_incidence(Graph::Store& store) {
  const auto& from = store.relations.from;
  const auto& to = store.relations.to;
  std::vector<std::uint32_t> offsets(store.entities.kind.size() + 1, 0);
  const auto each_end = [&](auto&& visit) {
    for (std::size_t i = 0; i < from.size(); ++i) {
      visit(from[i], i);
      if (to[i] != from[i]) visit(to[i], i);
    }
  };
  std::size_t ends = 0;
  each_end([&](EntityId entity, std::size_t) {
    ++offsets[index(entity) + std::size_t{1}];
    ++ends;
  });
  if (ends > std::numeric_limits<std::uint32_t>::max())
    throw LimitReached("graph-size", "a graph holds at most 2^31 relations");
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
  std::vector<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
  std::vector<RelationId> incident(ends);
  each_end([&](EntityId entity, std::size_t i) {
    incident[next[index(entity)]++] = static_cast<RelationId>(static_cast<std::uint32_t>(i));
  });
  store.entities.incident = Offsets(std::move(offsets));
  store.entities.relations = Column(std::move(incident));
}

template <class T>
std::vector<T> copy_of(const RowColumn<T>& column) {
  return {column.flat().begin(), column.flat().end()};
}

void close_unknown_ends(Graph::Store& store) {
  constexpr ModalityBits all = 0xff;
  const std::vector<Closing> closings = infer_closings(store, Sight(store), {}, all);
  if (closings.empty()) return;
  auto& columns = store.relations;
  std::vector<std::uint8_t> traits = copy_of(columns.traits);
  std::vector<Day> start_max = copy_of(columns.start_max);
  std::vector<Day> end_max = copy_of(columns.end_max);
  for (const Closing& closing : closings) {
    const std::uint32_t i = index(closing.relation);
    const Bounds closed = closed_bounds(store.bounds(closing.relation), traits[i], closing.ends_by);
    traits[i] |= bit(Trait::closed);
    end_max[i] = closed.end_max;
    start_max[i] = closed.start_max;
  }
  columns.traits = Column(std::move(traits));
  columns.start_max = Column(std::move(start_max));
  columns.end_max = Column(std::move(end_max));
  store.closings = columns_of(closings);
}

class StoreBuilder {
 public:
  StoreBuilder(const Dossier& dossier, const std::vector<RelationChunk>& chunks,
               Vocabulary vocabulary)
      : dossier_(dossier),
        chunks_(chunks),
        store_(std::make_shared<Graph::Store>(std::move(vocabulary))),
        references_(dossier.entities, store_->vocabulary),
        columns_(chunks, rows_, relations_, entities_) {}

  std::shared_ptr<const Graph::Store> run() {
    if (!find_entity_errors(dossier_, store_->vocabulary, references_).empty()) return nullptr;
    entities_ = order_of_entities(dossier_.entities);
    store_->titles = dossier_.titles;
    store_->vocabularies = dossier_.vocabularies;
    if (!number_and_find_rows() || succession_is_circular(rows_)) return nullptr;
    relations_ = order_of_relations(chunks_, rows_);
    if (!relations_.unique) return nullptr;
    add_relations();
    return store_;
  }

 private:
  /// Whether all ids in relations stand for something fitting. Adds the entities and all texts.
  bool number_and_find_rows() {
    std::vector<std::optional<ChunkRows>> found(chunks_.size());
    side_by_side(chunks_.size() + 1, [&](std::size_t i) {
      if (i > 0) {
        found[i - 1] = rows_of(chunks_[i - 1], references_, store_->vocabulary);
        return;
      }
      Interner texts;
      fill_entities(*store_, dossier_.entities, entities_, references_.kinds(), texts);
      columns_.number_texts(texts);
      store_->texts = std::move(texts).build();
    });
    for (std::optional<ChunkRows>& rows : found) {
      if (!rows) return false;
      rows_.push_back(std::move(*rows));
    }
    return true;
  }

  void add_relations() {
    columns_.fill_ends(*store_);
    const std::array<std::function<void()>, 3> parts = {
        [this] { add_incidence(*store_); },
        [this] { store_->names = store_->name_index(); },
        [this] { columns_.fill_rest(*store_); },
    };
    side_by_side(parts.size(), [&](std::size_t i) { parts[i](); });
    fill_foreign(*store_, dossier_, entities_, chunks_, relations_);
    close_unknown_ends(*store_);
  }

  const Dossier& dossier_;
  const std::vector<RelationChunk>& chunks_;
  std::shared_ptr<Graph::Store> store_;
  References references_;
  RecordOrder entities_;
  RecordOrder relations_;
  std::vector<ChunkRows> rows_;
  RelationColumns columns_;  // of all these
};

}  // namespace

std::shared_ptr<const Graph::Store> store_of(const Dossier& dossier,
                                             const std::vector<RelationChunk>& chunks,
                                             Vocabulary vocabulary) {
  return StoreBuilder(dossier, chunks, std::move(vocabulary)).run();
}

}  // namespace entente

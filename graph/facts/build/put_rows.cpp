#include "facts/build/put_rows.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "facts/build/chunk_rows.hpp"
#include "facts/build/interner.hpp"
#include "facts/build/record_order.hpp"
#include "facts/build/relation_chunk.hpp"
#include "facts/build/relation_columns.hpp"
#include "model/admission.hpp"

namespace entente {

namespace {

/// What the ids in chunks of relations stand for in a graph that is there already.
class PutRows {
 public:
  explicit PutRows(const Graph& graph)
      : graph_(graph),
        vocabulary_(graph.vocabulary()),
        documents_(document_kinds(vocabulary_)),
        admission_(vocabulary_, {}) {}

  /// Nothing if one of them is unknown or not admitted.
  std::optional<ChunkRows> rows_of(const RelationChunk& chunk) {
    ChunkRows rows;
    if (!find_types(chunk, rows) || !find_sources(chunk, rows) || !know_asserters(chunk))
      return std::nullopt;
    for (std::size_t i = 0; i < chunk.size(); ++i) {
      const auto from = graph_.entity(chunk.from[i].text);
      const auto to = graph_.entity(chunk.to[i].text);
      if (!from || !to) return std::nullopt;
      if (!admission_.admits(rows.type[chunk.type[i]], kind_of(*from), kind_of(*to)))
        return std::nullopt;
      rows.from.push_back(index(*from));
      rows.to.push_back(index(*to));
    }
    return rows;
  }

 private:
  [[nodiscard]] std::uint32_t kind_of(EntityId entity) const {
    return graph_.store().entities.kind[index(entity)];
  }

  bool find_types(const RelationChunk& chunk, ChunkRows& rows) const {
    for (const HashedText& id : chunk.types) {
      const RelationType* const type = vocabulary_.find_type(id.text);
      if (type == nullptr) return false;
      rows.type.push_back(static_cast<std::uint32_t>(type - vocabulary_.types().data()));
    }
    return true;
  }

  bool find_sources(const RelationChunk& chunk, ChunkRows& rows) const {
    for (const HashedText& id : chunk.sources) {
      const auto source = graph_.entity(id.text);
      if (!source || !documents_[kind_of(*source)]) return false;
      rows.source.push_back(index(*source));
    }
    return true;
  }

  bool know_asserters(const RelationChunk& chunk) const {
    std::vector<bool> known(chunk.texts.size(), false);
    for (const std::uint32_t text : chunk.asserted_by) {
      if (known[text]) continue;
      known[text] = true;
      const std::string_view id = chunk.texts[text].text;
      if (!id.empty() && !graph_.entity(id)) return false;
    }
    return true;
  }

  const Graph& graph_;
  const Vocabulary& vocabulary_;
  std::vector<bool> documents_;  // by kind
  Admission admission_;
};

}  // namespace

std::shared_ptr<const Graph::Store> rows_of_put(const Graph& graph,
                                                const std::vector<Relation>& put) {
  const std::vector<RelationChunk> chunks = chunks_of(put);
  PutRows finder(graph);
  std::vector<ChunkRows> rows;
  for (const RelationChunk& chunk : chunks) {
    auto found = finder.rows_of(chunk);
    if (!found) return nullptr;
    rows.push_back(std::move(*found));
  }
  const RecordOrder as_they_come;
  const auto store = std::make_shared<Graph::Store>(graph.vocabulary());
  RelationColumns columns(chunks, rows, as_they_come, as_they_come);
  Interner texts;
  columns.number_texts(texts);
  store->texts = std::move(texts).build();
  columns.fill_ends(*store);
  columns.fill_rest(*store);
  return store;
}

}  // namespace entente

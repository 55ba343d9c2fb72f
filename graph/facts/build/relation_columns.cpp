#include "facts/build/relation_columns.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <entente/error.hpp>

#include "base/threads.hpp"

namespace entente {

namespace {

/// The beginning and the end of a row, whose end is kept with those of the rows before.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};
Span row_in(const std::vector<std::uint32_t>& ends, std::size_t row) {
  return {row == 0 ? 0 : ends[row - 1], ends[row]};
}

}  // namespace

std::size_t RelationColumns::Lengths::finish(const char* code, const char* message) {
  std::uint64_t sum = 0;
  for (std::uint32_t& offset : offsets) {
    sum += offset;
    if (sum > std::numeric_limits<std::uint32_t>::max()) throw LimitReached(code, message);
    offset = static_cast<std::uint32_t>(sum);
  }
  return sum;
}

RelationColumns::RelationColumns(const std::vector<RelationChunk>& chunks,
                                 const std::vector<ChunkRows>& rows, const RecordOrder& relations,
                                 const RecordOrder& entities)
    : chunks_(chunks), rows_(rows), relations_(relations), entities_(entities) {
  for (const RelationChunk& chunk : chunks) {
    first_.push_back(count_);
    count_ += chunk.size();
  }
}

void RelationColumns::number_texts(Interner& texts) {
  constexpr std::size_t far_ahead = 16;
  constexpr std::size_t ahead = 8;
  for (const RelationChunk& chunk : chunks_) {
    std::vector<std::uint32_t>& numbers = texts_.emplace_back();
    numbers.reserve(chunk.texts.size());
    for (std::size_t i = 0; i < chunk.texts.size(); ++i) {
      if (i + far_ahead < chunk.texts.size()) {
        prefetch(chunk.texts[i + far_ahead].text.data());
        texts.prefetch(chunk.texts[i + far_ahead].hash);
        texts.prefetch_text(chunk.texts[i + ahead].hash);
      }
      numbers.push_back(texts.number(chunk.texts[i].text, chunk.texts[i].hash));
    }
  }
}

void RelationColumns::fill_ends(Graph::Store& store) {
  type_.resize(count_);
  from_.resize(count_);
  to_.resize(count_);
  for (Lengths* lengths : {&id_ends_, &evidence_ends_, &attribute_ends_})
    lengths->offsets.resize(count_ + 1);
  side_by_side(chunks_.size(), [this](std::size_t i) {
    fill_ends(i);
    measure(i);
  });
  store.relations.type = Column(std::move(type_));
  store.relations.from = Column(std::move(from_));
  store.relations.to = Column(std::move(to_));
}

void RelationColumns::fill_rest(Graph::Store& store) {
  make_room();
  side_by_side(chunks_.size(), [&](std::size_t i) {
    fill_details(i);
    fill_dates(i, store.vocabulary);
    fill_evidence(i);
  });
  move_to(store);
}

void RelationColumns::fill_ends(std::size_t chunk) {
  const RelationChunk& from = chunks_[chunk];
  const ChunkRows& rows = rows_[chunk];
  const auto entity = [this](std::uint32_t row) {
    return static_cast<EntityId>(entities_.place(row));
  };
  for (std::size_t row = 0; row < from.size(); ++row) {
    const std::size_t to = place(chunk, row);
    type_[to] = static_cast<std::uint16_t>(rows.type[from.type[row]]);
    from_[to] = entity(rows.from[row]);
    to_[to] = entity(rows.to[row]);
  }
}

void RelationColumns::measure(std::size_t chunk) {
  const RelationChunk& from = chunks_[chunk];
  for (std::size_t row = 0; row < from.size(); ++row) {
    const std::size_t to = place(chunk, row);
    const Span evidence = row_in(from.evidence_ends, row);
    const Span attributes = row_in(from.attribute_ends, row);
    id_ends_.set(to, from.ids[row].size());
    evidence_ends_.set(to, evidence.end - evidence.begin);
    attribute_ends_.set(to, attributes.end - attributes.begin);
  }
}

void RelationColumns::make_room() {
  id_bytes_.resize(
      id_ends_.finish("text-size", "the texts of one graph may take 4 GiB together, no more"));
  attribute_bytes_.resize(
      attribute_ends_.finish("text-size", "the attributes of one graph may take 4 GiB, no more"));
  const std::size_t evidence =
      evidence_ends_.finish("graph-size", "a graph holds at most 2^32 details of a kind");
  modality_.resize(count_);
  traits_.resize(count_);
  when_.resize(count_);
  bounds_ = BoundsColumns(count_);
  source_.resize(evidence);
  at_.resize(evidence);
  asserted_by_.resize(evidence);
  source_when_.resize(evidence);
}

void RelationColumns::fill_details(std::size_t chunk) {
  const RelationChunk& from = chunks_[chunk];
  for (std::size_t row = 0; row < from.size(); ++row) {
    const std::size_t to = place(chunk, row);
    std::copy(from.ids[row].begin(), from.ids[row].end(),
              id_bytes_.begin() + static_cast<std::ptrdiff_t>(id_ends_.offsets[to]));
    const Span attributes = row_in(from.attribute_ends, row);
    std::copy(from.attribute_bytes.begin() + static_cast<std::ptrdiff_t>(attributes.begin),
              from.attribute_bytes.begin() + static_cast<std::ptrdiff_t>(attributes.end),
              attribute_bytes_.begin() + static_cast<std::ptrdiff_t>(attribute_ends_.offsets[to]));
    modality_[to] = from.modality[row];
  }
}

void RelationColumns::fill_dates(std::size_t chunk, const Vocabulary& vocabulary) {
  const RelationChunk& from = chunks_[chunk];
  for (std::size_t row = 0; row < from.size(); ++row) {
    const std::size_t to = place(chunk, row);
    const std::uint32_t type = rows_[chunk].type[from.type[row]];
    const Reading reading = vocabulary.types()[type].reading;
    const auto as_read = static_cast<std::size_t>(reading);
    when_[to] = text(chunk, from.when[row]);
    std::uint8_t traits = reading == Reading::instant ? bit(Trait::instant) : std::uint8_t{0};
    Bounds bounds;
    if (from.when[row] != RelationChunk::none) {
      const DateFacts& date = from.dates[from.date_row[from.when[row]]];
      traits |= bit(Trait::dated);
      if (!date.decided_by_bounds[as_read]) traits |= bit(Trait::exact);
      traits |= date.ends[as_read];
      bounds = date.bounds[as_read];
    }
    traits_[to] = traits;
    bounds_.set(to, bounds);
  }
}

void RelationColumns::fill_evidence(std::size_t chunk) {
  const RelationChunk& from = chunks_[chunk];
  for (std::size_t row = 0; row < from.size(); ++row) {
    const std::size_t relation = place(chunk, row);
    const Span evidence = row_in(from.evidence_ends, row);
    std::size_t to = evidence_ends_.offsets[relation];
    for (std::size_t i = evidence.begin; i < evidence.end; ++i, ++to) {
      source_[to] = static_cast<EntityId>(entities_.place(rows_[chunk].source[from.source[i]]));
      at_[to] = text(chunk, from.at[i]);
      asserted_by_[to] = text(chunk, from.asserted_by[i]);
      source_when_[to] = text(chunk, from.source_when[i]);
      if (source_when_[to] != no_text) traits_[relation] |= bit(Trait::evidence_dated);
    }
  }
}

void RelationColumns::move_to(Graph::Store& store) {
  auto& columns = store.relations;
  columns.ids = TextTable{Offsets(std::move(id_ends_.offsets)), Column(std::move(id_bytes_))};
  columns.modality = Column(std::move(modality_));
  columns.traits = Column(std::move(traits_));
  columns.when = Column(std::move(when_));
  std::move(bounds_).move_to(columns);
  columns.evidence = Offsets(std::move(evidence_ends_.offsets));
  columns.attributes = Offsets(std::move(attribute_ends_.offsets));
  columns.attribute_bytes = Column(std::move(attribute_bytes_));
  store.evidence = {Column(std::move(source_)), Column(std::move(at_)),
                    Column(std::move(asserted_by_)), Column(std::move(source_when_))};
}

}  // namespace entente

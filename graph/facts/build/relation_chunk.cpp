#include "facts/build/relation_chunk.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <entente/time/date_error.hpp>
#include <entente/time/when.hpp>

#include "base/threads.hpp"
#include "facts/attribute_code.hpp"
#include "facts/graph_store.hpp"

namespace entente {

namespace {

std::uint8_t unknown_ends(const When& when, Reading reading) {
  if (reading == Reading::instant) return 0;
  if (!when.is_interval()) return bit(Trait::witness);
  const std::uint8_t start =
      when.start_state(reading) == EndState::unknown ? bit(Trait::no_start) : std::uint8_t{0};
  return when.end_state(reading) == EndState::unknown
             ? static_cast<std::uint8_t>(start | bit(Trait::no_end))
             : start;
}

DateFacts facts_of(const When& when) {
  DateFacts facts;
  for (const Reading reading : {Reading::interval, Reading::instant}) {
    const auto i = static_cast<std::size_t>(reading);
    facts.bounds[i] = when.bounds(reading);
    facts.decided_by_bounds[i] = when.decided_by_bounds(reading);
    facts.ends[i] = unknown_ends(when, reading);
  }
  return facts;
}

std::optional<When> parsed(std::string_view text) {
  try {
    return When::parse(text);
  } catch (const DateError&) {
    return std::nullopt;
  }
}

}  // namespace

void ChunkBuilder::make_room(std::size_t bytes) {
  constexpr std::size_t usual_length = 192;
  const std::size_t rows = bytes / usual_length;
  for (std::vector<std::uint32_t>* column :
       {&chunk_.type, &chunk_.when, &chunk_.evidence_ends, &chunk_.attribute_ends, &chunk_.source,
        &chunk_.at, &chunk_.asserted_by, &chunk_.source_when, &chunk_.date_row})
    column->reserve(rows);
  chunk_.ids.reserve(rows);
  chunk_.from.reserve(rows);
  chunk_.to.reserve(rows);
  chunk_.modality.reserve(rows);
  chunk_.dates.reserve(rows);
  texts_.make_room(rows);
}

// Dates come first, so that the numbers of texts do not depend on how a relation was added.
bool ChunkBuilder::add(const RelationText& relation) {
  dates_.clear();
  if (!take_date(relation.when)) return false;
  for (const EvidenceText& evidence : relation.evidence)
    if (!take_date(evidence.when)) return false;
  add_row(relation);
  chunk_.attribute_ends.push_back(static_cast<std::uint32_t>(chunk_.attribute_bytes.size()));
  return true;
}

void ChunkBuilder::add(const RelationText& relation, const std::optional<When>* when,
                       const Attributes& attributes) {
  dates_.clear();
  if (when == nullptr)
    dates_.push_back(RelationChunk::none);
  else
    take_date(*when);
  add_row(relation);
  end_attributes(attributes);
}

void ChunkBuilder::end_attributes(const Attributes& attributes) {
  encode(attributes, chunk_.attribute_bytes);
  chunk_.attribute_ends.push_back(static_cast<std::uint32_t>(chunk_.attribute_bytes.size()));
}

void ChunkBuilder::add(const Relation& relation) {
  dates_.clear();
  take_date(relation.when);
  views_.id = relation.id;
  views_.type = relation.type;
  views_.from = relation.from;
  views_.to = relation.to;
  views_.modality = relation.modality;
  views_.evidence.clear();
  for (const Evidence& evidence : relation.evidence) {
    take_date(evidence.when);
    views_.evidence.push_back({evidence.source, evidence.at, evidence.asserted_by});
  }
  add_row(views_);
  end_attributes(relation.attributes);
  add_foreign(relation);
}

void ChunkBuilder::add_foreign(const Relation& relation) {
  const auto row = static_cast<std::uint32_t>(chunk_.size() - 1);
  const auto add = [&](std::uint32_t evidence, const ForeignMembers& members) {
    if (!members.empty()) chunk_.foreign.push_back({row, evidence, &members});
  };
  add(RelationChunk::none, relation.foreign);
  for (std::size_t i = 0; i < relation.evidence.size(); ++i)
    add(static_cast<std::uint32_t>(i), relation.evidence[i].foreign);
}

// Sets may stand in the object form, whose text is not what one may write.
bool ChunkBuilder::take_date(std::string_view text) {
  std::uint32_t number = RelationChunk::none;
  if (!text.empty()) {
    if (text.find('[') != text.npos) return false;
    const HashedText wanted = hashed(text);
    number = texts_.find(wanted);
    if (number >= chunk_.date_row.size() || chunk_.date_row[number] == RelationChunk::none) {
      const auto when = parsed(text);
      if (!when || when->text() != text) return false;
      if (number == RelationChunk::none) number = texts_.add(wanted);
      add_date(number, *when);
    }
  }
  dates_.push_back(number);
  return true;
}

void ChunkBuilder::take_date(const std::optional<When>& when) {
  dates_.push_back(when ? texts_.number(when->text()) : RelationChunk::none);
  if (when) add_date(dates_.back(), *when);
}

void ChunkBuilder::add_date(std::uint32_t text, const When& when) {
  if (text >= chunk_.date_row.size()) chunk_.date_row.resize(texts_.size(), RelationChunk::none);
  if (chunk_.date_row[text] != RelationChunk::none) return;
  chunk_.date_row[text] = static_cast<std::uint32_t>(chunk_.dates.size());
  chunk_.dates.push_back(facts_of(when));
}

void ChunkBuilder::add_row(const RelationText& relation) {
  chunk_.ids.push_back(relation.id);
  chunk_.from.push_back(hashed(relation.from));
  chunk_.to.push_back(hashed(relation.to));
  chunk_.type.push_back(types_.number(relation.type));
  chunk_.modality.push_back(relation.modality);
  chunk_.when.push_back(dates_.front());
  for (std::size_t i = 0; i < relation.evidence.size(); ++i) {
    const EvidenceText& evidence = relation.evidence[i];
    chunk_.source.push_back(sources_.number(evidence.source));
    chunk_.at.push_back(texts_.number(evidence.at));
    chunk_.asserted_by.push_back(texts_.number(evidence.asserted_by));
    chunk_.source_when.push_back(dates_[i + 1]);
  }
  chunk_.evidence_ends.push_back(static_cast<std::uint32_t>(chunk_.source.size()));
}

RelationChunk ChunkBuilder::build() && {
  chunk_.types = std::move(types_).take();
  chunk_.sources = std::move(sources_).take();
  chunk_.texts = std::move(texts_).take();
  chunk_.date_row.resize(chunk_.texts.size(), RelationChunk::none);
  return std::move(chunk_);
}

std::vector<RelationChunk> chunks_of(const std::vector<Relation>& relations) {
  std::vector<RelationChunk> chunks((relations.size() + relations_a_chunk - 1) / relations_a_chunk);
  side_by_side(chunks.size(), [&](std::size_t i) {
    ChunkBuilder builder;
    const std::size_t end = std::min(relations.size(), (i + 1) * relations_a_chunk);
    for (std::size_t row = i * relations_a_chunk; row < end; ++row) builder.add(relations[row]);
    chunks[i] = std::move(builder).build();
  });
  return chunks;
}

}  // namespace entente

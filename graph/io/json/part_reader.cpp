#include "io/json/part_reader.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

namespace entente {
namespace {

constexpr std::string_view dossier_format = "entente/1";
constexpr std::string_view vocabulary_format = "entente-vocabulary/";

template <typename Record>
void shorten(std::vector<Record>& records, std::size_t size) {
  records.erase(records.begin() + static_cast<std::ptrdiff_t>(size), records.end());
}

template <typename Record>
void append_records(std::vector<Record>& all, std::vector<Record>&& more, std::size_t pieces_left) {
  if (all.size() + more.size() > all.capacity())
    all.reserve(std::max(all.size() + more.size() * (pieces_left + 1), all.capacity() * 2));
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

void end_chunk(DossierDraft& draft) {
  if (draft.columns.empty()) return;
  draft.chunks.push_back(std::move(draft.columns).build());
  draft.columns = {};
}

DraftMark mark_of(DossierDraft& draft) {
  end_chunk(draft);
  return {draft.dossier.entities.size(), draft.dossier.relations.size(), draft.chunks.size(),
          draft.problems.size(), draft.dropped};
}

void take_back(DossierDraft& draft, const DraftMark& mark) {
  shorten(draft.dossier.entities, mark.entities);
  shorten(draft.dossier.relations, mark.relations);
  shorten(draft.problems, mark.problems);
  shorten(draft.chunks, mark.chunks);
  draft.dropped = mark.dropped;
  draft.columns = {};
}

void append(DossierDraft& draft, DossierDraft&& piece, std::size_t pieces_left) {
  append_records(draft.dossier.entities, std::move(piece.dossier.entities), pieces_left);
  append_records(draft.dossier.relations, std::move(piece.dossier.relations), pieces_left);
  append_records(draft.problems, std::move(piece.problems), 0);
  end_chunk(draft);
  append_records(draft.chunks, std::move(piece.chunks), 0);
  draft.extent = std::max(draft.extent, piece.extent);
  draft.beyond_lines = std::max(draft.beyond_lines, piece.beyond_lines);
  draft.dropped += piece.dropped;
}

PartReader::PartReader(const PartText& part, DossierDraft& draft, const ReadLimits& limits,
                       std::size_t first, Position position)
    : part_(part),
      text_(part.text),
      draft_(draft),
      limits_(limits),
      findings_(part.name, part.text, draft.problems, first, position),
      records_(findings_, limits, part.file),
      read_(records_.members()) {}

void PartReader::header_member(std::size_t index, JsonValue value) {
  if (index == 0) format(value);
  if (index == 1) titles(value);
  if (index == 2) vocabularies(value);
}

void PartReader::format(JsonValue value) {
  const std::string name = read_.text(value, TextUse::prose);
  is_vocabulary_ = name.starts_with(vocabulary_format);
  // A text that is over a limit has been reported.
  const bool is_empty = value.kind() == JsonKind::text && value.text().empty();
  if (name == dossier_format || (name.empty() && !is_empty)) return;
  read_.error(value.at(), {"bad-format", "`" + shortened(name) + "` is not a format that we know",
                           "dossiers say \"format\": \"entente/1\""});
}

/// Of several dossiers the first that has titles is the one whose titles count.
void PartReader::titles(JsonValue value) {
  Dossier& dossier = draft_.dossier;
  std::vector<std::pair<std::string, std::string>> titles = records_.labels(value);
  if (dossier.titles.empty()) draft_.titled_input = part_.input;
  if (draft_.titled_input != part_.input) return;
  for (auto& title : titles) {
    const auto known = std::find_if(dossier.titles.begin(), dossier.titles.end(),
                                    [&](const auto& one) { return one.first == title.first; });
    if (known == dossier.titles.end()) {
      dossier.titles.push_back(std::move(title));
      draft_.title_places.push_back(findings_.place(value.at()));
    } else if (known->second != title.second) {
      const auto index = static_cast<std::size_t>(known - dossier.titles.begin());
      read_.error(
          value.at(),
          {"contradiction",
           "another `" + shortened(title.first) + "` title stands at " + draft_.title_places[index],
           "the parts of a dossier share one title; dossiers of their own are named one by "
           "one, not as a folder"});
    }
  }
}

/// As titles do, the first dossier's count; its parts agree.
void PartReader::add_foreign(ForeignMembers&& foreign, JsonValue header) {
  ForeignMembers& all = draft_.dossier.foreign;
  if (all.empty()) draft_.foreign_input = part_.input;
  if (draft_.foreign_input != part_.input) return;
  for (auto& member : foreign) {
    const auto known = std::find_if(all.begin(), all.end(),
                                    [&](const auto& one) { return one.first == member.first; });
    if (known == all.end())
      all.push_back(std::move(member));
    else if (known->second != member.second)
      read_.error(header.at(),
                  {"contradiction",
                   "another part of the dossier has another `" + shortened(member.first) + "`",
                   "the parts of a dossier share what stands beside their records"});
  }
}

/// The parts of a dossier name the same ones; further dossiers add theirs.
void PartReader::vocabularies(JsonValue value) {
  Dossier& dossier = draft_.dossier;
  const std::vector<NamedVocabulary> named = records_.vocabularies(value);
  if (dossier.vocabularies.empty()) draft_.vocabulary_input = part_.input;
  if (draft_.vocabulary_input != part_.input || dossier.vocabularies.empty()) {
    add_vocabularies(named);
    if (draft_.vocabulary_place.empty()) draft_.vocabulary_place = findings_.place(value.at());
    return;
  }
  const bool same = std::equal(
      named.begin(), named.end(), dossier.vocabularies.begin(), dossier.vocabularies.end(),
      [](const NamedVocabulary& one, const std::string& name) { return one.name == name; });
  if (!same)
    read_.error(value.at(),
                {"contradiction", "another vocabulary is named at " + draft_.vocabulary_place,
                 "the parts of a dossier share one vocabulary"});
}

/// A file is found from the folder of the dossier that names it.
std::string PartReader::from_dossier(const std::string& vocabulary) const {
  namespace fs = std::filesystem;
  const fs::path here = fs::path(part_.name).parent_path();
  const fs::path folder = draft_.dossier.folder;
  if (!is_vocabulary_file(vocabulary) || here == folder || fs::path(vocabulary).is_absolute())
    return vocabulary;
  // The name of a file in the current folder has no folder in it, and "" has no absolute path.
  const auto absolute = [](const fs::path& path) {
    return fs::absolute(path.empty() ? fs::path(".") : path).lexically_normal();
  };
  const fs::path there = (absolute(here) / vocabulary).lexically_normal();
  return there.lexically_relative(absolute(folder)).generic_string();
}

void PartReader::add_vocabularies(const std::vector<NamedVocabulary>& named) {
  Dossier& dossier = draft_.dossier;
  for (const NamedVocabulary& one : named) {
    const std::string name = from_dossier(one.name);
    const auto& known = dossier.vocabularies;
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    dossier.vocabularies.push_back(name);
    Locator locator = findings_.locator();
    const auto place = [&](std::size_t at) {
      const Position position = locator.advance(at);
      return Place{part_.file, position.line, position.column};
    };
    dossier.vocabulary_places.push_back(place(one.at));
    std::vector<Place>& tokens = dossier.vocabulary_tokens.emplace_back();
    for (const std::size_t at : one.inside) tokens.push_back(place(at));
  }
}

void PartReader::stop(std::size_t at, Finding finding) {
  stopped_ = true;
  draft_.cut();
  findings_.add(at, std::move(finding));
}

void PartReader::rewind() {
  entity_pace_ = relation_pace_ = {};
  findings_.locator().rewind();
}

bool PartReader::report_size(std::size_t at) {
  stop(at,
       {"limit-values", "one record has more than " + std::to_string(limits_.values) + " values",
        "--max-values raises the limit"});
  return false;
}

Finding too_many_edges(const ReadLimits& limits) {
  return {"limit-edges", "there are more than " + std::to_string(limits.edges) + " relations",
          "--max-edges raises the limit"};
}

/// A list that is full gets room for as many records as the rest of the input has at the length of
/// those so far, eight times as many at most: growing by doubling would copy them more often.
template <typename Record>
void PartReader::make_room(std::vector<Record>& records, Pace& pace, std::size_t at) const {
  constexpr std::size_t enough = 4096;
  constexpr std::size_t most_growth = 8;
  if (pace.count == 0) pace.first_at = at;
  if (++pace.count < enough || records.size() < records.capacity()) return;
  const std::size_t length = std::max<std::size_t>((at - pace.first_at) / pace.count, 1);
  const std::size_t expected = records.size() + (text_.size() - at) / length + enough;
  records.reserve(std::min(expected, records.size() * most_growth));
}

void PartReader::add_entity(JsonValue value) {
  std::vector<Entity>& entities = draft_.dossier.entities;
  make_room(entities, entity_pace_, value.at());
  const std::size_t before = entities.size();
  records_.entity(value, entities);
  if (entities.size() == before) ++draft_.dropped;
}

void PartReader::add_plain(Entity&& entity, std::size_t at) {
  make_room(draft_.dossier.entities, entity_pace_, at);
  entity.place.file = part_.file;
  draft_.dossier.entities.push_back(std::move(entity));
}

bool PartReader::add_relation(JsonValue value) {
  if (makes_columns()) {
    std::vector<Relation> relations;
    records_.relation(value, relations);
    if (relations.empty()) ++draft_.dropped;
    for (Relation& relation : relations) draft_.columns.keep(std::move(relation));
    return true;
  }
  std::vector<Relation>& relations = draft_.dossier.relations;
  if (relations.size() >= limits_.edges) {
    stop(value.at(), too_many_edges(limits_));
    return false;
  }
  make_room(relations, relation_pace_, value.at());
  const std::size_t before = relations.size();
  records_.relation(value, relations);
  if (relations.size() == before) ++draft_.dropped;
  return true;
}

}  // namespace entente

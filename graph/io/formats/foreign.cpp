#include "io/formats/foreign.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "io/formats/own/visible_text.hpp"
#include "io/json/json_scanner.hpp"
#include "io/json/tape_sink.hpp"
#include "text/shortened.hpp"

namespace entente {

ForeignReading::ForeignReading(std::vector<ForeignFile> files, std::size_t input,
                               DossierDraft& draft, const ReadLimits& limits)
    : files_(std::move(files)), input_(input), draft_(draft), limits_(limits) {
  for (const ForeignFile& file : files_) {
    numbers_.push_back(static_cast<std::uint32_t>(draft_.dossier.files.size()));
    draft_.dossier.files.push_back(file.name);
    locators_.emplace_back(file.text);
  }
}

Place ForeignReading::place_of(ForeignPlace place) {
  const Position position = locators_[place.file].advance(place.at);
  return {numbers_[place.file], position.line, position.column};
}

void ForeignReading::report(ForeignPlace place, Finding finding) {
  const Position position = locators_[place.file].locate(place.at);
  draft_.problems.push_back({finding.severity, std::move(finding.code), files_[place.file].name,
                             position.line, position.column, std::move(finding.record),
                             std::move(finding.message), std::move(finding.hint),
                             finding.concerns});
}

void ForeignReading::remark(ForeignPlace place, Finding finding) {
  finding.severity = Severity::warning;
  report(place, std::move(finding));
  draft_.remarks.push_back(draft_.problems.back());
}

void ForeignReading::lose(ForeignPlace place, Finding finding, std::size_t count) {
  if (finding.hint.empty())
    finding.hint = "a dossier has no place for it; keep the file beside what is made of it";
  const auto known = std::find_if(lost_.begin(), lost_.end(), [&](const Lost& one) {
    return one.finding.code == finding.code && one.finding.message == finding.message;
  });
  if (known == lost_.end())
    lost_.push_back({place, std::move(finding), count});
  else
    known->count += count;
}

void ForeignReading::note_unread_dates(ForeignPlace first, std::size_t count) {
  if (count > 0)
    lose(first,
         {"unread-date", "what is no date, or ends before it starts, stays an attribute",
          "dates are EDTF (2010, 2010-05-31, 2010/2012); entente import reads dates written "
          "otherwise"},
         count);
}

void ForeignReading::report_losses() {
  for (Lost& one : std::exchange(lost_, {})) {
    if (one.count > 1) one.finding.message += " (" + std::to_string(one.count) + " times)";
    remark(one.place, std::move(one.finding));
    draft_.remarks.back().times = one.count;
  }
}

void ForeignReading::leave_out(ForeignPlace place, Finding finding) {
  ++draft_.dropped;
  report(place, std::move(finding));
}

void ForeignReading::stop(ForeignPlace place, Finding finding) {
  stopped_ = true;
  draft_.cut();
  report(place, std::move(finding));
}

void ForeignReading::fail(const DossierError& error) {
  stopped_ = true;
  draft_.cut();
  draft_.problems.insert(draft_.problems.end(), error.problems().begin(), error.problems().end());
}

void ForeignReading::refuse_columns() {
  stopped_ = true;
  draft_.cut();
}

void ForeignReading::add_chunk(RelationChunk chunk, std::shared_ptr<const void> keeper) {
  draft_.chunks.push_back(std::move(chunk));
  draft_.keepers.push_back(std::move(keeper));
}

void ForeignReading::keep_for_others(std::string name, std::string json) {
  ForeignMembers& all = draft_.dossier.foreign;
  if (all.empty()) draft_.foreign_input = input_;
  if (draft_.foreign_input == input_) all.emplace_back(std::move(name), std::move(json));
}

void ForeignReading::titles(std::vector<std::pair<std::string, std::string>> titles) {
  std::vector<std::pair<std::string, std::string>>& all = draft_.dossier.titles;
  if (!all.empty() && (draft_.titled_input != input_ || titled_)) return;
  titled_ = true;
  draft_.titled_input = input_;
  for (auto& title : titles)
    if (std::find(all.begin(), all.end(), title) == all.end()) {
      all.push_back(std::move(title));
      draft_.title_places.push_back(files_.front().name);
    }
}

void ForeignReading::shown_title(std::string title) {
  if (!titled_) return titles({{"und", std::move(title)}});
  std::vector<std::pair<std::string, std::string>>& all = draft_.dossier.titles;
  const auto is_shown = [&](const auto& one) { return is_shown_as(title, one.second); };
  if (all.empty() || std::any_of(all.begin(), all.end(), is_shown)) return;
  remark({}, {"visible-edit",
              "the title shown, `" + shortened(title) + "`, is not the one kept, `" +
                  shortened(all.front().second) + "`: the former counts",
              "another program has changed what the file shows; change it back to undo that"});
  all.front().second = std::move(title);
}

void ForeignReading::vocabulary(std::string vocabulary, ForeignPlace place) {
  Dossier& dossier = draft_.dossier;
  const auto& known = dossier.vocabularies;
  if (std::find(known.begin(), known.end(), vocabulary) != known.end()) return;
  if (known.empty()) draft_.vocabulary_input = input_;
  const Place at = place_of(place);
  if (draft_.vocabulary_place.empty())
    draft_.vocabulary_place =
        files_[place.file].name + ':' + std::to_string(at.line) + ':' + std::to_string(at.column);
  dossier.vocabularies.push_back(std::move(vocabulary));
  dossier.vocabulary_places.push_back(at);
}

bool ForeignReading::is_acceptable(std::string_view id, ForeignPlace place) {
  Finding finding{"bad-id", "an identifier is empty", "give it an id",
                  {},       Severity::error,          Concerns::record};
  if (id.size() > limits_.identifier)
    finding = {"limit-identifier",
               "an identifier of " + std::to_string(id.size()) + " bytes is longer than " +
                   std::to_string(limits_.identifier),
               "--max-identifier raises the limit",
               {},
               Severity::error,
               Concerns::record};
  else if (holds_control(id))
    finding.message = "an identifier holds a control character";
  else if (!id.empty())
    return true;
  report(place, std::move(finding));
  ++draft_.dropped;
  return false;
}

void ForeignReading::add(Entity entity, ForeignPlace place) {
  if (!is_acceptable(entity.id, place)) return;
  entity.place = place_of(place);
  draft_.dossier.entities.push_back(std::move(entity));
}

bool ForeignReading::add(Relation relation, ForeignPlace place) {
  if (draft_.dossier.relations.size() >= limits_.edges) {
    stop(place, too_many_edges(limits_));
    return false;
  }
  if (!is_acceptable(relation.id, place) || !is_acceptable(relation.from, place) ||
      !is_acceptable(relation.to, place))
    return true;
  relation.place = place_of(place);
  draft_.dossier.relations.push_back(std::move(relation));
  return true;
}

/// What is wrong inside the record is reported at the record's place, since the JSON text is ours.
/// The quick scanner has no words for it.
template <typename Read>
void ForeignReading::read_json(const std::string& json, ForeignPlace place, Read read) {
  const Place here = place_of(place);
  std::vector<Problem> problems;
  Findings findings(files_[place.file].name, json, problems);
  RecordReader records(findings, limits_, here.file);
  JsonTape tape(json);
  TapeSink sink(tape, limits_.values);
  std::optional<JsonFault> fault;
  if (scan_json(json, 0, json.size(), sink, limits_.depth) == Scan::refused) {
    tape.clear();
    fault = parse_json(json, 0, json.size(), sink, limits_.depth);
  }
  if (fault) {
    findings.add(*fault);
    ++draft_.dropped;
  } else if (tape.size() > limits_.values) {
    findings.add(0, {"limit-values",
                     "one record has more than " + std::to_string(limits_.values) + " values",
                     "--max-values raises the limit",
                     {},
                     Severity::error,
                     Concerns::record});
    ++draft_.dropped;
  } else {
    read(records, tape.root(), here);
  }
  for (Problem& problem : problems) {
    problem.line = here.line;
    problem.column = here.column;
    draft_.problems.push_back(std::move(problem));
  }
}

bool ForeignReading::own_header(const std::string& json, ForeignPlace place) {
  bool ours = false;
  read_json(json, place, [&](RecordReader& records, JsonValue object, const Place&) {
    if (object.kind() != JsonKind::object) return;
    for (const JsonValue member : object)
      if (member.key() == "format" && member.kind() == JsonKind::text)
        ours = member.text() == "entente/1";
    if (!ours) return;
    records.members().begin_header();
    ForeignMembers& foreign = draft_.dossier.foreign;
    const bool are_first = foreign.empty();
    for (const JsonValue member : object) {
      if (member.key() == "title") titles(records.labels(member));
      if (is_foreign(member.key()) && are_first) records.members().keep(member, foreign);
      if (member.key() != "vocabulary") continue;
      for (NamedVocabulary& one : records.vocabularies(member))
        vocabulary(std::move(one.name), place);
    }
  });
  return ours;
}

void ForeignReading::add_entity_json(const std::string& json, ForeignPlace place) {
  read_json(json, place, [&](RecordReader& records, JsonValue value, const Place& here) {
    std::vector<Entity>& entities = draft_.dossier.entities;
    const std::size_t before = entities.size();
    records.entity(value, entities);
    if (entities.size() == before) {
      ++draft_.dropped;
      return;
    }
    entities.back().place = here;
  });
}

bool ForeignReading::add_relation_json(const std::string& json, ForeignPlace place) {
  if (makes_columns()) refuse_columns();
  if (stopped_) return false;
  std::vector<Relation>& relations = draft_.dossier.relations;
  if (relations.size() >= limits_.edges) {
    stop(place, too_many_edges(limits_));
    return false;
  }
  read_json(json, place, [&](RecordReader& records, JsonValue value, const Place& here) {
    const std::size_t before = relations.size();
    records.relation(value, relations);
    if (relations.size() == before) {
      ++draft_.dropped;
      return;
    }
    relations.back().place = here;
  });
  return true;
}

}  // namespace entente

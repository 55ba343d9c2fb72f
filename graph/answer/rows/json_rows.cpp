#include <entente/base/json_text.hpp>
#include <entente/words/sentence.hpp>

#include "answer/rows/rows.hpp"
#include "model/json_append.hpp"
#include "model/record_json.hpp"

namespace entente::answers {
namespace {

void add_or_null(JsonText& json, std::string_view key, std::string_view value) {
  json.key(key);
  if (value.empty())
    json.null();
  else
    json.value(value);
}

void add_day(JsonText& json, std::string_view key, std::optional<Day> day) {
  add_or_null(json, key, day ? format_day(*day) : std::string());
}

/// A value of a record, as its dossier has it.
template <typename Value>
std::string written(void (*append)(std::string&, const Value&), const Value& value) {
  std::string text;
  append(text, value);
  return text;
}

std::string written(const std::optional<When>& when) {
  return when ? written(json::append_when, *when) : "null";
}

void write_evidence(JsonText& json, const std::vector<Evidence>& evidence) {
  json.open_list();
  for (const Evidence& piece : evidence) {
    json.open_object().member("source", piece.source);
    add_or_null(json, "at", piece.at);
    add_or_null(json, "asserted_by", piece.asserted_by);
    if (piece.when) json.key("when").raw(written(piece.when));
    for (const auto& [name, value] : piece.foreign) json.key(name).raw(value);
    json.close_object();
  }
  json.close_list();
}

void add_evidence(JsonText& json, const std::vector<Evidence>& evidence) {
  json.key("evidence");
  write_evidence(json, evidence);
}

void add_when(JsonText& json, const Question& question, RelationId relation) {
  const Graph& graph = question.graph;
  const auto when = seen_when(question, relation);
  json.key("when");
  if (!when) {
    json.null();
    return;
  }
  const Reading reading = graph.type(relation).reading;
  const auto inferred = inferred_end(question, relation);
  const auto latest = inferred ? inferred->ends_by : when->latest();
  json.open_object().member("edtf", when->text());
  add_day(json, "earliest", when->earliest());
  add_day(json, "latest", latest);
  json.member("start", to_string(when->start_state(reading)));
  json.member("end", to_string(when->end_state(reading)));
  json.member("qualified", when->qualified());
  add_or_null(json, "inferred_from", inferred ? graph.id(inferred->by) : std::string_view());
  add_day(json, "inferred_end", inferred ? std::optional(inferred->ends_by) : std::nullopt);
  json.close_object();
}

void add_list(JsonText& json, std::string_view key, const std::vector<std::string>& items) {
  json.key(key).open_list();
  for (const std::string& item : items) json.value(item);
  json.close_list();
}

constexpr std::string_view name_of(Direction direction) {
  return direction == Direction::out ? "out" : direction == Direction::in ? "in" : "both";
}

/// What others added under that name, null if it is not there.
std::string foreign_json(const ForeignMembers& foreign, std::string_view name) {
  for (const auto& [known, value] : foreign)
    if (known == name) return value;
  return "null";
}

}  // namespace

std::string row_json(const Question& question, const SelectedRelation& row, Ends ends) {
  const Graph& graph = question.graph;
  const Relation record = graph.record(row.relation);
  JsonText json;
  json.open_object().member("relation", record.id).member("type", record.type);
  if (ends == Ends::named)
    add_ends(json, question, graph.from(row.relation), graph.to(row.relation));
  else
    json.member("from", record.from).member("to", record.to);
  add_when(json, question, row.relation);
  json.member("modality", to_string(record.modality));
  json.member("certainty", row.verdict == Verdict::yes ? "certain" : "possible");
  add_or_null(json, "why", to_string(row.why));
  json.member("qualified", row.qualified);
  if (row.presumed) json.member("presumed", true);
  add_evidence(json, seen_evidence(question, row.relation));
  json.key("attributes").raw(written(json::append_attributes, record.attributes));
  json.member("sentence", seen_sentence(question, row.relation));
  return json.close_object().str();
}

void add_ends(JsonText& json, const Question& question, EntityId from, EntityId to) {
  json.member("from", question.graph.id(from)).member("from_name", question.name(from));
  json.member("to", question.graph.id(to)).member("to_name", question.name(to));
}

std::vector<std::string> rows_json(const Question& question, const RelationRows& rows, Ends ends) {
  std::vector<std::string> texts;
  texts.reserve(rows.size());
  for (const SelectedRelation& row : rows) texts.push_back(row_json(question, row, ends));
  return texts;
}

std::string row_list_json(const Question& question, const RelationRows& rows) {
  JsonText json;
  json.open_list();
  for (const SelectedRelation& row : rows) json.raw(row_json(question, row));
  return json.close_list().str();
}

void add_written_when(JsonText& json, const When& when, Reading reading) {
  json.open_object().member("edtf", when.text());
  add_day(json, "earliest", when.earliest());
  add_day(json, "latest", when.latest());
  json.member("start", to_string(when.start_state(reading)));
  json.member("end", to_string(when.end_state(reading)));
  json.member("qualified", when.qualified());
  json.key("inferred_from").null().key("inferred_end").null();
  json.close_object();
}

std::string relation_json(const Relation& relation) {
  JsonText json;
  json.open_object().member("id", relation.id);
  for (const std::string_view member :
       {"type", "from", "to", "when", "modality", "attributes", "evidence"})
    json.key(member).raw(member_json(relation, member));
  for (const auto& [name, value] : relation.foreign) json.key(name).raw(value);
  return json.close_object().str();
}

std::string member_json(const Entity& entity, std::string_view member) {
  if (member.starts_with("x-")) return foreign_json(entity.foreign, member);
  if (member == "kind") return json_quoted(entity.kind);
  if (member == "names") return written(json::append_names, entity.names);
  if (member == "when") return written(entity.when);
  if (member == "codes") return written(json::append_pairs, entity.codes);
  return written(json::append_attributes, entity.attributes);
}

std::string member_json(const Relation& relation, std::string_view member) {
  if (member.starts_with("x-")) return foreign_json(relation.foreign, member);
  if (member == "type") return json_quoted(relation.type);
  if (member == "from") return json_quoted(relation.from);
  if (member == "to") return json_quoted(relation.to);
  if (member == "when") return written(relation.when);
  if (member == "modality") return json_quoted(to_string(relation.modality));
  if (member == "attributes") return written(json::append_attributes, relation.attributes);
  JsonText json;
  write_evidence(json, relation.evidence);
  return json.str();
}

std::string entity_json(const Entity& entity) {
  JsonText json;
  json.open_object().member("id", entity.id);
  for (const std::string_view member : {"kind", "names", "when", "codes", "attributes"})
    json.key(member).raw(member_json(entity, member));
  for (const auto& [name, value] : entity.foreign) json.key(name).raw(value);
  return json.close_object().str();
}

std::string selection_json(const Selection& selection) {
  JsonText json;
  json.open_object();
  add_or_null(json, "as_of", selection.as_of);
  add_or_null(json, "during", selection.during);
  add_or_null(json, "throughout", selection.throughout);
  add_or_null(json, "known_at", selection.known_at);
  add_or_null(json, "observed_through", selection.observed_through);
  json.member("certain", selection.keep == Keep::certain_only);
  add_list(json, "types", selection.types);
  add_list(json, "kinds", selection.kinds);
  std::vector<std::string> modalities;
  for (const Modality modality : selection.modalities) modalities.emplace_back(to_string(modality));
  add_list(json, "modalities", modalities);
  add_list(json, "sources", selection.sources);
  json.member("direction", name_of(selection.direction));
  json.member("inference", selection.inference == Inference::on);
  json.member("isolated", selection.isolated == Isolated::always);
  json.member("undated", selection.undated == Undated::listed);
  json.member("presume_lasting", selection.presume_lasting == Lasting::presumed);
  add_or_null(json, "attested_within", selection.attested_within);
  return json.close_object().str();
}

std::string counts_json(const Counts& counts) {
  JsonText json;
  json.open_object().member("certain", counts.certain).member("possible", counts.possible);
  json.member("undated", counts.undated);
  return json.close_object().str();
}

std::string ids_json(const Question& question, const std::vector<EntityId>& entities) {
  JsonText json;
  json.open_list();
  for (const EntityId entity : entities) json.value(question.graph.id(entity));
  return json.close_list().str();
}

}  // namespace entente::answers

#pragma once

/// Relations as rows of an answer: the JSON row promised to scripts, table rows, sentences.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/base/json_text.hpp>
#include <entente/facts/graph.hpp>
#include <entente/words/sentence.hpp>

namespace entente::answers {

/// What a selection says of one of its relations.
[[nodiscard]] SelectedRelation selected(const SelectedFacts& facts, RelationId relation);

/// Whether a row names its ends beside their ids.
enum class Ends : std::uint8_t { ids, named };

/// {"relation", "type", "from", "to", "when", "modality", "certainty", "why", "qualified",
/// "evidence", "attributes", "sentence"}, and "presumed" where it is.
[[nodiscard]] std::string row_json(const Question& question, const SelectedRelation& row,
                                   Ends ends = Ends::ids);
[[nodiscard]] std::vector<std::string> rows_json(const Question& question, const RelationRows& rows,
                                                 Ends ends = Ends::ids);
/// A JSON list of rows on one line.
[[nodiscard]] std::string row_list_json(const Question& question, const RelationRows& rows);

/// {"edtf", "earliest", "latest", "start", "end", "qualified", "inferred_from": null,
/// "inferred_end": null}: a date as written.
void add_written_when(JsonText& json, const When& when, Reading reading);

/// {"id", "type", "from", "to", "when", "modality", "attributes", "evidence"} as the dossier has
/// it.
[[nodiscard]] std::string relation_json(const Relation& relation);
/// A member of a record as JSON; null where it has none.
[[nodiscard]] std::string member_json(const Entity& entity, std::string_view member);
[[nodiscard]] std::string member_json(const Relation& relation, std::string_view member);

/// {"id", "kind", "names", "when", "codes", "attributes"} as the dossier has it.
[[nodiscard]] std::string entity_json(const Entity& entity);

/// The selection as understood.
[[nodiscard]] std::string selection_json(const Selection& selection);
/// {"certain": n, "possible": m, "undated": k}
[[nodiscard]] std::string counts_json(const Counts& counts);
/// A list of ids.
[[nodiscard]] std::string ids_json(const Question& question, const std::vector<EntityId>& entities);

/// Why something only may be so, as it stands behind its sentence: " (no end reported)"; "" for no
/// reason.
[[nodiscard]] std::string reason_text(const Question& question, Why why);

/// Rows as a table: names and a few columns for a person, ids and all columns for a program.
[[nodiscard]] Table rows_table(const Question& question, const RelationRows& rows, Reader reader);
/// The row as a sentence, begun with one of its ends; "? " before it if it only may hold.
[[nodiscard]] std::string row_sentence(const Question& question, const SelectedRelation& row);
[[nodiscard]] std::string row_sentence(const Question& question, const SelectedRelation& row,
                                       EntityId subject);

/// A sentence a line.
[[nodiscard]] std::string row_sentences(const Question& question, const RelationRows& rows);

/// These rows, each once, with their ends and further entities.
[[nodiscard]] SelectedFacts facts_of(const Question& question, RelationRows rows,
                                     std::vector<EntityId> entities);
[[nodiscard]] Counts counts_of(const RelationRows& rows);

/// The date and the evidence of a relation that the answer's selection sees.
[[nodiscard]] std::optional<When> seen_when(const Question& question, RelationId relation);
[[nodiscard]] std::vector<Evidence> seen_evidence(const Question& question, RelationId relation);
/// The relation in a sentence, as the answer's selection sees it; nothing is escaped.
[[nodiscard]] std::string seen_sentence(const Question& question, RelationId relation,
                                        Orientation orientation = Orientation::forward);

/// The end that the answer's selection lets one infer for a relation.
[[nodiscard]] std::optional<InferredEnd> inferred_end(const Question& question,
                                                      RelationId relation);

/// The ends of a tie with their names: `from`, `from_name`, `to`, `to_name`.
void add_ends(JsonText& json, const Question& question, EntityId from, EntityId to);

/// Entities with their names and kinds.
[[nodiscard]] Table entities_table(const Question& question, const std::vector<EntityId>& entities);
/// The ids as JSON strings.
[[nodiscard]] std::vector<std::string> quoted_ids(const Question& question,
                                                  const std::vector<EntityId>& entities);
/// A list of JSON texts, one an element.
template <typename List, typename Write>
[[nodiscard]] std::vector<std::string> json_list(const List& list, Write write) {
  std::vector<std::string> texts;
  texts.reserve(list.size());
  for (const auto& element : list) texts.push_back(write(element));
  return texts;
}
/// All rows of several, one after the other.
template <typename List, typename Rows>
[[nodiscard]] RelationRows all_rows(const List& list, Rows rows_of) {
  RelationRows all;
  for (const auto& element : list) {
    const RelationRows rows = rows_of(element);
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}
/// A score as a cell or in a sentence, for whomever: in the shortest form that reads back the same.
[[nodiscard]] std::string score_text(double score, Reader reader);

}  // namespace entente::answers

#pragma once

/// Relations as rows of an answer: the JSON row promised to scripts, table rows, sentences.

#include <string>
#include <vector>

#include <entente/facts/graph.hpp>

#include "answer.hpp"
#include "question.hpp"

namespace entente::tool {

using RelationRows = std::vector<SelectedRelation>;

/// What a selection says of one of its relations.
[[nodiscard]] SelectedRelation selected(const SelectedFacts& facts, RelationId relation);

/// {"relation", "type", "from", "to", "when", "modality", "certainty", "qualified", "evidence",
/// "attributes", "sentence"}.
[[nodiscard]] std::string row_json(const Question& question, const SelectedRelation& row);
[[nodiscard]] std::vector<std::string> rows_json(const Question& question,
                                                 const RelationRows& rows);
/// A JSON list of rows on one line.
[[nodiscard]] std::string row_list_json(const Question& question, const RelationRows& rows);

/// {"id", "kind", "names", "when", "codes", "attributes"} as the dossier has it.
[[nodiscard]] std::string entity_json(const Entity& entity);

/// The selection as understood.
[[nodiscard]] std::string selection_json(const Selection& selection);
/// {"certain": n, "possible": m}
[[nodiscard]] std::string counts_json(const Counts& counts);
/// A list of ids.
[[nodiscard]] std::string ids_json(const Question& question, const std::vector<EntityId>& entities);

/// Rows as a table: names and a few columns for a person, ids and all columns for a program.
[[nodiscard]] Table rows_table(const Question& question, const RelationRows& rows,
                               Answer::Reader reader);
/// The row as a sentence, begun with one of its ends; "? " before it if it only may hold.
[[nodiscard]] std::string row_sentence(const Question& question, const SelectedRelation& row);
[[nodiscard]] std::string row_sentence(const Question& question, const SelectedRelation& row,
                                       EntityId subject);

/// A sentence a line.
[[nodiscard]] std::string sentences(const Question& question, const RelationRows& rows);

/// These rows, each once, with their ends and further entities.
[[nodiscard]] SelectedFacts facts_of(const Question& question, RelationRows rows,
                                     std::vector<EntityId> entities);
[[nodiscard]] Counts counts_of(const RelationRows& rows);

}  // namespace entente::tool

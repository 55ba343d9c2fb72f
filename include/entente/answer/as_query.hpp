#pragma once

/// What a verb asks, as a pattern query: the same question in the language of `query`.

#include <string>

#include <entente/answer/lineage.hpp>
#include <entente/answer/neighbors.hpp>
#include <entente/answer/path.hpp>
#include <entente/answer/question.hpp>
#include <entente/answer/show.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {
namespace answers {

// Each names the entities by their ids, and holds the selection, so that the query needs no
// options. @throws InvalidArgument `no-query` where a pattern cannot say what the selection or the
// parameters ask for; and as the verb itself for names.

/// Columns: `relation`, an id; ascending.
[[nodiscard]] std::string as_query(const Question& question, const ShowParameters& parameters);
/// Columns: `entity`, `distance`; nearest first, then by id.
[[nodiscard]] std::string as_query(const Question& question, const NeighborsParameters& parameters);
/// Columns: `entities`, a list of ids, and `length`; the shortest first, then by ids.
[[nodiscard]] std::string as_query(const Question& question, const PathParameters& parameters);
/// Columns: `entity`; by id.
[[nodiscard]] std::string as_query(const Question& question, const LineageParameters& parameters);

}  // namespace answers
}  // namespace entente

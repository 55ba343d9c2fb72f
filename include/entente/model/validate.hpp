#pragma once

/// Checks a dossier against its vocabulary: errors that forbid a graph, warnings a historian would
/// raise.

#include <cstdint>
#include <vector>

#include <entente/export.hpp>
#include <entente/model/problem.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

namespace ENTENTE_API entente {

/// What `validate` looks for.
enum class Checks : std::uint8_t {
  errors,  ///< only what forbids a graph; folds no names and compares no dates
  all,     ///< and what a careful reader would question
};

/// Every problem of the records, by file, line and column.
///
/// Errors: what no file could hold, in records made by a program (an empty id, a control character
/// in one, U+0000, a wrong language tag, infinity, text that is not UTF-8, an id that is too long);
/// repeated ids, dangling ends, unknown kinds and
/// types, ends outside a type's domain or range, sources that are no documents, bad publication
/// dates, cycles of succession. Warnings: no evidence, evidence without locator, names that differ
/// invisibly, entities without relations, and what the dates contradict; the last only where it is
/// certain. The codes are listed in docs/validation.md. Cost: O(records log records) time,
/// O(records) memory.
[[nodiscard]] std::vector<Problem> validate(const Dossier& dossier, const Vocabulary& vocabulary,
                                            Checks checks = Checks::all);

}  // namespace entente

#pragma once

/// Checks a dossier against its vocabulary: errors that forbid a graph, warnings a historian would raise.

#include <vector>

#include <entente/model/problem.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

namespace entente {

/// Every problem of the records, in the order of their places. Errors: duplicate ids, dangling ends, unknown
/// kinds and types, ends outside domain or range, supersession cycles. Warnings: no evidence, evidence without
/// locator, names that differ invisibly, entities without relations, and the lint of dates.
/// Cost: O(records) time and memory.
[[nodiscard]] std::vector<Problem> validate(const Dossier& dossier, const Vocabulary& vocabulary);

}  // namespace entente

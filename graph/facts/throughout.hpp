#pragma once

/// Ties that hold throughout a period though none of their records does.

#include "facts/answers.hpp"
#include "facts/criteria.hpp"
#include "facts/graph_store.hpp"
#include "facts/judge.hpp"

namespace entente {

/// Whether it asks about every day of a period of several.
[[nodiscard]] bool asks_about_every_day(const Criteria& criteria);

/// Where a question asks about every day of a period, adds the relations that hold on some of its
/// days and are of a tie that holds on all of them, and raises the verdicts of those kept.
/// Cost: a scan and a sort, if the question asks so; else nothing.
void keep_lasting_ties(const Graph::Store& store, const Criteria& criteria, const Answers& answers,
                       JudgedRelations& judged);

}  // namespace entente

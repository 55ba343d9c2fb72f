#pragma once

/// Relations whose verdict hangs on which documents, or which ways of putting things, one listens
/// to: those whose evidence gives dates of its own, whose end is inferred from others, or whose
/// plan cannot precede its publication. What a page must know to answer for every source and every
/// day of knowledge.

#include <cstddef>
#include <string>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/time/when.hpp>

#include "render/page/page_statements.hpp"
#include "render/page/page_verdicts.hpp"

namespace entente {

/// What of a relation is seen by a day of knowledge.
struct SeenRow {
  Day known_by = day_min;                  ///< from that day of knowledge on; day_min: whenever
  Verdict known = Verdict::yes;            ///< whether it is known at all
  std::vector<VerdictRow> rows = {};       ///< by PageScenarios::masks
  std::vector<Statement> statements = {};  ///< likewise
};

/// The same through one document, or through all.
struct SeenThrough {
  std::optional<EntityId> source = {};  ///< none: all documents
  std::vector<SeenRow> stages = {};     ///< the first one without a day of knowledge, then by day
};

/// A relation of that sort.
struct SensitiveRelation {
  RelationId relation = {};
  std::vector<SeenThrough> through = {};
};

/// All of them.
struct PageScenarios {
  /// Which relations inference may rest on: facts and what is derived, only facts, only what is
  /// derived, none. Those that cannot differ are left out.
  std::vector<std::vector<Modality>> masks = {};
  std::vector<SensitiveRelation> relations = {};
  bool is_complete = true;  ///< false: there are too many to answer for each document
};

/// When a document appeared.
struct Appearance {
  Day possibly = day_max;   ///< the first day by which it may have; day_max: never
  Day certainly = day_max;  ///< the first day by which it must have
};

/// By its date of publication. Cost: O(log days) questions, for the days that the date names.
[[nodiscard]] Appearance appearance(const When& published);

/// `near`: see ChangeDays. Cost: for each of these documents and its days of publication, that of a
/// Viewpoint.
[[nodiscard]] PageScenarios page_scenarios(const Graph& graph, const Selection& selection,
                                           const std::vector<RelationId>& relations,
                                           const Window& near);

}  // namespace entente

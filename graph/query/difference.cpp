#include <algorithm>
#include <string>

#include <entente/query/difference.hpp>
#include <entente/query/timeline.hpp>

namespace entente {
namespace {

/// All relations with their verdicts at a date, whatever the certainty asked for.
std::vector<SelectedRelation> at(const Graph& graph, std::string_view date, Selection selection) {
  selection.as_of = date;
  selection.keep = Keep::certain_and_possible;
  return graph.facts(selection).relations;
}

Verdict verdict_in(const std::vector<SelectedRelation>& rows, RelationId relation) {
  const auto found = std::ranges::lower_bound(rows, relation, {}, &SelectedRelation::relation);
  return found == rows.end() || found->relation != relation ? Verdict::no : found->verdict;
}

void keep_as_asked(const Graph& graph, Keep keep, std::vector<SelectedRelation>& rows) {
  if (keep == Keep::certain_only)
    std::erase_if(rows, [](const SelectedRelation& row) { return row.verdict != Verdict::yes; });
  rows = in_order_of_time(graph, rows);
}

bool same_record(const Relation& a, const Relation& b) {
  return a.type == b.type && a.from == b.from && a.to == b.to && a.when == b.when &&
         a.modality == b.modality && a.attributes == b.attributes && a.evidence == b.evidence;
}

bool has(const Graph& graph, const Relation& record) {
  const auto relation = graph.relation(record.id);
  return relation && same_record(graph.record(*relation), record);
}

}  // namespace

Difference difference(const Graph& graph, std::string_view first, std::string_view second,
                      const Selection& selection) {
  if (!selection.as_of.empty() || !selection.during.empty() || !selection.throughout.empty())
    throw InvalidArgument("period-given",
                          "a difference is between its two dates; leave --as-of, --during and "
                          "--throughout out");
  const auto before = at(graph, first, selection);
  const auto after = at(graph, second, selection);
  Difference difference;
  for (const SelectedRelation& row : before) {
    const Verdict later = verdict_in(after, row.relation);
    if (later == Verdict::no)
      difference.ended.push_back(row);
    else
      difference.persisted.push_back({row.relation, row.verdict & later, row.qualified});
  }
  for (const SelectedRelation& row : after)
    if (verdict_in(before, row.relation) == Verdict::no) difference.appeared.push_back(row);
  for (auto* rows : {&difference.appeared, &difference.ended, &difference.persisted})
    keep_as_asked(graph, selection.keep, *rows);
  return difference;
}

Difference difference(const Graph& first, const Graph& second, const Selection& selection) {
  Difference difference;
  for (const SelectedRelation& row : first.facts(selection).relations)
    (has(second, first.record(row.relation)) ? difference.persisted : difference.ended)
        .push_back(row);
  for (const SelectedRelation& row : second.facts(selection).relations)
    if (!has(first, second.record(row.relation))) difference.appeared.push_back(row);
  difference.ended = in_order_of_time(first, difference.ended);
  difference.persisted = in_order_of_time(first, difference.persisted);
  difference.appeared = in_order_of_time(second, difference.appeared);
  return difference;
}

}  // namespace entente

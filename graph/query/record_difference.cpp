#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <entente/query/record_difference.hpp>

#include "base/run_scope.hpp"
#include "model/same_text.hpp"

namespace entente {
namespace {

template <class List>
List sorted_by_first(List list) {
  std::ranges::stable_sort(list, {}, [](const auto& one) { return one.first; });
  return list;
}

std::vector<LanguageNames> by_language(std::vector<LanguageNames> names) {
  std::ranges::stable_sort(names, {}, &LanguageNames::language);
  return names;
}

std::vector<Evidence> in_order(std::vector<Evidence> evidence) {
  std::ranges::stable_sort(evidence, {}, [](const Evidence& one) {
    return std::tuple(one.source, one.at, one.asserted_by, one.when ? one.when->text() : "");
  });
  return evidence;
}

/// Gathers the names of members that differ.
class Differing {
 public:
  template <class Value>
  Differing& member(std::string_view name, const Value& before, const Value& after) {
    if (!(before == after)) members.emplace_back(name);
    return *this;
  }
  /// Each member that others added, by its name.
  Differing& named(const ForeignMembers& before, const ForeignMembers& after) {
    std::map<std::string_view, std::pair<std::string_view, std::string_view>> values;
    for (const auto& [name, value] : before) values[name].first = value;
    for (const auto& [name, value] : after) values[name].second = value;
    for (const auto& [name, pair] : values) member(name, pair.first, pair.second);
    return *this;
  }
  std::vector<std::string> members;
};

std::vector<std::string> differing(const Entity& a, const Entity& b, Symmetry) {
  return Differing()
      .member("kind", a.kind, b.kind)
      .member("names", by_language(a.names), by_language(b.names))
      .member("when", a.when, b.when)
      .member("codes", sorted_by_first(a.codes), sorted_by_first(b.codes))
      .member("attributes", sorted_by_first(a.attributes), sorted_by_first(b.attributes))
      .named(a.foreign, b.foreign)
      .members;
}

std::vector<std::string> differing(const Relation& a, Relation b, Symmetry symmetry) {
  if (symmetry == Symmetry::symmetric && a.from == b.to && a.to == b.from) std::swap(b.from, b.to);
  return Differing()
      .member("type", a.type, b.type)
      .member("from", a.from, b.from)
      .member("to", a.to, b.to)
      .member("when", a.when, b.when)
      .member("modality", a.modality, b.modality)
      .member("attributes", sorted_by_first(a.attributes), sorted_by_first(b.attributes))
      .member("evidence", in_order(a.evidence), in_order(b.evidence))
      .named(a.foreign, b.foreign)
      .members;
}

Symmetry symmetry_of(const Graph&, EntityId, const Graph&, EntityId) {
  return Symmetry::directed;
}

/// Symmetric only if both vocabularies say so.
Symmetry symmetry_of(const Graph& first, RelationId before, const Graph& second, RelationId after) {
  const Symmetry one = first.type(before).symmetry;
  return one == second.type(after).symmetry ? one : Symmetry::directed;
}

/// The ids of the records that the selection keeps in either graph.
template <class Id, class Kept>
std::set<std::string_view> ids_of(const Graph& first, const Graph& second, const Kept& in_first,
                                  const Kept& in_second) {
  std::set<std::string_view> ids;
  for (const Id id : in_first) ids.insert(first.id(id));
  for (const Id id : in_second) ids.insert(second.id(id));
  return ids;
}

template <class Id, class Find>
void sort_records(const Graph& first, const Graph& second, const std::set<std::string_view>& ids,
                  Find find, std::vector<Id>& added, std::vector<Id>& removed,
                  std::vector<ChangedRecord<Id>>& changed, std::vector<Id>& reencoded) {
  Looks looks;
  for (const std::string_view id : ids) {
    looks.step();
    const auto before = find(first, id);
    const auto after = find(second, id);
    if (!before) {
      added.push_back(*after);
    } else if (!after) {
      removed.push_back(*before);
    } else {
      const auto a = first.record(*before);
      const auto b = second.record(*after);
      const Symmetry symmetry = symmetry_of(first, *before, second, *after);
      if (differing(a, b, symmetry).empty()) continue;
      if (auto members = differing(with_composed_texts(a), with_composed_texts(b), symmetry);
          !members.empty())
        changed.push_back({*before, *after, std::move(members)});
      else
        reencoded.push_back(*after);
    }
  }
}

std::vector<RelationId> relations_of(const SelectedFacts& facts) {
  std::vector<RelationId> relations;
  for (const SelectedRelation& row : facts.relations) relations.push_back(row.relation);
  return relations;
}

}  // namespace

RecordDifference record_difference(const Graph& first, const Graph& second,
                                   const Selection& selection) {
  const SelectedFacts before = first.facts(selection);
  const SelectedFacts after = second.facts(selection);
  RecordDifference result;
  sort_records<EntityId>(
      first, second, ids_of<EntityId>(first, second, before.entities, after.entities),
      [](const Graph& graph, std::string_view id) { return graph.entity(id); },
      result.added_entities, result.removed_entities, result.changed_entities,
      result.reencoded_entities);
  sort_records<RelationId>(
      first, second, ids_of<RelationId>(first, second, relations_of(before), relations_of(after)),
      [](const Graph& graph, std::string_view id) { return graph.relation(id); },
      result.added_relations, result.removed_relations, result.changed_relations,
      result.reencoded_relations);
  return result;
}

}  // namespace entente

// One scan a selection.

#include "query/pattern/mask.hpp"

#include <algorithm>

#include <entente/query/timeline.hpp>

#include "facts/graph_store.hpp"
#include "facts/lifespan.hpp"

namespace entente::query {
namespace {

bool has_period(const Selection& selection) {
  return !selection.as_of.empty() || !selection.during.empty() || !selection.throughout.empty() ||
         !selection.known_at.empty();
}

std::string key_of(const Selection& selection) {
  std::string key;
  const auto add = [&key](std::string_view text) {
    key += text;
    key += '\n';
  };
  const auto add_all = [&](const std::vector<std::string>& texts) {
    for (const std::string& text : texts) add(text);
    add("");
  };
  for (const std::string* text :
       {&selection.as_of, &selection.during, &selection.throughout, &selection.known_at,
        &selection.observed_through, &selection.attested_within})
    add(*text);
  add_all(selection.types);
  add_all(selection.kinds);
  add_all(selection.entities);
  add_all(selection.sources);
  for (const Modality modality : selection.modalities) add(to_string(modality));
  add("");
  add(selection.inference == Inference::on ? "inference" : "");
  add(selection.undated == Undated::listed ? "undated" : "");
  add(selection.presume_lasting == Lasting::presumed ? "lasting" : "");
  return key;
}

bool selects_all(const Selection& selection) {
  return !has_period(selection) && selection.types.empty() && selection.kinds.empty() &&
         selection.entities.empty() && selection.modalities.empty() && selection.sources.empty();
}

Judged both(const Judged& a, const Judged& b) {
  if (a.verdict != b.verdict) return a.verdict < b.verdict ? a : b;
  return {a.verdict, graver(a.why, b.why)};
}

void add(std::vector<RelationId>& list, const std::vector<RelationId>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

}  // namespace

bool has_period(const Selections& all) {
  return std::ranges::any_of(all, [](const Selection& each) { return has_period(each); });
}

std::string mask_key(const Selections& all) {
  std::string key;
  for (const Selection& each : all) key += key_of(each) + "\f";
  return key;
}

bool selects_all(const Selections& all) {
  return std::ranges::all_of(all, [](const Selection& each) { return selects_all(each); });
}

Mask::Mask(const Graph& graph, const Selections& all) : Mask(graph, all.front()) {
  for (std::size_t i = 1; i < all.size(); ++i) meet(Mask(graph, all[i]));
  note_certainty();
}

void Mask::note_certainty() {
  const auto is_open = [](const Judged& each) { return each.verdict == Verdict::maybe; };
  is_certain_ =
      std::ranges::none_of(edges_, is_open) &&
      std::ranges::none_of(lifespans_, [&](const auto& each) { return is_open(each.second); });
}

void Mask::meet(const Mask& other) {
  for (std::size_t i = 0; i < edges_.size(); ++i) edges_[i] = both(edges_[i], other.edges_[i]);
  for (std::size_t i = 0; i < nodes_.size(); ++i) nodes_[i] &= other.nodes_[i];
  for (const auto& [node, judged] : other.lifespans_) {
    const auto [place, is_new] = lifespans_.emplace(node, judged);
    if (!is_new) place->second = both(place->second, judged);
  }
  add(undated_, other.undated_);
  add(inferred_ended_, other.inferred_ended_);
  add(presumed_, other.presumed_);
}

Mask::Mask(const Graph& graph, const Selection& selection)
    : edges_(graph.relation_count(), Judged{Verdict::no, Why::none}),
      nodes_(graph.entity_count(), 0) {
  Selection all = selection;
  all.isolated = Isolated::always;
  all.keep = Keep::certain_and_possible;
  const SelectedFacts facts = graph.facts(all);
  for (const SelectedRelation& row : facts.relations) {
    edges_[index(row.relation)] = {row.verdict, row.why};
    if (row.presumed) presumed_.push_back(row.relation);
  }
  for (const EntityId entity : facts.entities) nodes_[index(entity)] = 1;
  undated_ = facts.undated;
  inferred_ended_ = facts.inferred_ended;
  if (has_period(selection)) judge_lifespans(graph, all);
  note_certainty();
}

void Mask::judge_lifespans(const Graph& graph, const Selection& selection) {
  Selection period = selection;
  period.types.clear();
  period.modalities.clear();
  period.sources.clear();
  // Whoever has a lifespan and no verdict was not there.
  for (const EntityId entity : graph.store().lifespans.entity)
    if (lifespan_of(graph, entity))
      lifespans_.emplace(index(entity), Judged{Verdict::no, Why::none});
  for (const SelectedEntity& entity : lifespans(graph, period))
    lifespans_[index(entity.entity)] = {entity.verdict, entity.why};
}

Judged Mask::lifespan(Node node) const {
  const auto found = lifespans_.find(static_cast<std::uint32_t>(node));
  return found == lifespans_.end() ? Judged{} : found->second;
}

}  // namespace entente::query

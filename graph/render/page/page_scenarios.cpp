#include "render/page/page_scenarios.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <entente/error.hpp>

#include "facts/publication.hpp"

namespace entente {
namespace {

constexpr std::size_t most_answers = 2'000'000;
constexpr std::size_t most_viewpoints = 4'000;

bool may_close(Modality modality) {
  return modality == Modality::fact || modality == Modality::derived;
}

/// The modalities of the selection of which inference takes only those into account.
std::vector<Modality> heard(const Selection& selection, bool facts, bool derived) {
  std::vector<Modality> all = selection.modalities;
  if (all.empty())
    all = {Modality::fact, Modality::plan, Modality::expectation, Modality::claim,
           Modality::derived};
  std::erase_if(all, [&](Modality modality) {
    return (modality == Modality::fact && !facts) || (modality == Modality::derived && !derived);
  });
  return all;
}

class Scenarios {
 public:
  Scenarios(const Graph& graph, const Selection& selection,
            const std::vector<RelationId>& relations, const Window& near)
      : graph_(graph), selection_(selection), relations_(relations), near_(near) {}

  PageScenarios run() {
    find_masks();
    find_sensitive();
    find_days();
    const std::size_t views = (days_.size() + 1) * (sources_.size() + 1) * found_.masks.size();
    if (views > most_viewpoints || views * found_.relations.size() > most_answers) {
      found_.is_complete = false;
      days_.clear();
      sources_.clear();
    }
    see_through({});
    for (const EntityId source : sources_) see_through(source);
    return std::move(found_);
  }

 private:
  void find_masks() {
    bool derived = false;
    bool closing = false;
    for (std::uint32_t i = 0; i < graph_.relation_count(); ++i) {
      const auto relation = static_cast<RelationId>(i);
      if (graph_.type(relation).closes != Closes::nothing ||
          graph_.type(relation).id == "party_to") {
        closing = true;
        derived = derived || graph_.modality(relation) == Modality::derived;
      }
    }
    const auto add = [&](bool facts, bool from_derived) {
      found_.masks.push_back(heard(selection_, facts, from_derived));
    };
    add(true, true);
    if (!closing || selection_.inference == Inference::off) return;
    if (derived) {
      add(true, false);
      add(false, true);
    }
    add(false, false);
  }

  [[nodiscard]] SeenBy view(std::size_t mask, std::optional<EntityId> source, Day day) const {
    Selection selection = selection_;
    if (mask > 0 || !selection_.modalities.empty()) selection.modalities = found_.masks[mask];
    if (found_.masks[mask].empty()) selection.inference = Inference::off;
    if (source) selection.sources = {std::string(graph_.id(*source))};
    if (day != day_min) selection.known_at = format_day(day);
    return {graph_, selection};
  }

  [[nodiscard]] bool is_sensitive(RelationId relation) const {
    const auto pieces = graph_.evidence(relation);
    if (std::any_of(pieces.begin(), pieces.end(),
                    [](const Evidence& piece) { return piece.when.has_value(); }))
      return true;
    const Modality modality = graph_.modality(relation);
    const bool dated = graph_.when(relation).has_value();
    if (!dated && (modality == Modality::plan || modality == Modality::expectation)) return true;
    return dated && selection_.presume_lasting == Lasting::presumed &&
           selection_.observed_through.empty() &&
           graph_.type(relation).reading == Reading::interval && may_close(modality);
  }

  void find_sensitive() {
    std::set<RelationId> closed;
    for (std::size_t mask = 0; mask < found_.masks.size(); ++mask)
      for (const InferredEnd& end : view(mask, {}, day_min).viewpoint().inferred_ends())
        closed.insert(end.relation);
    for (const RelationId relation : relations_)
      if (closed.contains(relation) || is_sensitive(relation))
        found_.relations.push_back({.relation = relation});
  }

  /// The documents of these relations, and the days on which any document may have appeared.
  void find_days() {
    std::set<EntityId> sources;
    std::set<EntityId> all;
    const auto add = [&](RelationId relation, std::set<EntityId>& into) {
      for (const Evidence& piece : graph_.evidence(relation))
        if (const auto source = graph_.entity(piece.source)) into.insert(*source);
    };
    for (const SensitiveRelation& row : found_.relations) add(row.relation, sources);
    all = sources;
    for (std::uint32_t i = 0; i < graph_.relation_count() && !found_.relations.empty(); ++i) {
      const auto relation = static_cast<RelationId>(i);
      const RelationType& type = graph_.type(relation);
      if (type.closes != Closes::nothing || type.id == "party_to") add(relation, all);
    }
    std::set<Day> days;
    for (const EntityId source : all)
      if (const auto when = publication(graph_.store(), source))
        for (const Day day : {appearance(*when).possibly, appearance(*when).certainly})
          if (is_calendar_day(day)) days.insert(day);
    days_.assign(days.begin(), days.end());
    if (selection_.sources.empty()) sources_.assign(sources.begin(), sources.end());
  }

  [[nodiscard]] bool has_source(RelationId relation, EntityId source) const {
    const auto pieces = graph_.evidence(relation);
    return std::any_of(pieces.begin(), pieces.end(),
                       [&](const Evidence& piece) { return piece.source == graph_.id(source); });
  }

  void see_through(std::optional<EntityId> source) {
    for (SensitiveRelation& row : found_.relations)
      if (!source || has_source(row.relation, *source)) row.through.push_back({.source = source});
    std::vector<Day> days = {day_min};
    // Before the first of the days only what has no date of its own may have appeared.
    if (found_.is_complete)
      days.push_back(days_.empty() ? Day(0) : std::max(days_.front() - 1, calendar_first));
    days.insert(days.end(), days_.begin(), days_.end());
    for (const Day day : days) see_at(source, day);
  }

  void see_at(std::optional<EntityId> source, Day day) {
    std::vector<SeenBy> views;
    for (std::size_t mask = 0; mask < found_.masks.size(); ++mask)
      views.push_back(view(mask, source, day));
    Selection selection = selection_;
    if (day != day_min) selection.known_at = format_day(day);
    for (SensitiveRelation& row : found_.relations) {
      if (row.through.empty() || row.through.back().source != source) continue;
      SeenRow seen{.known_by = day, .known = views.front().viewpoint().judge(row.relation).verdict};
      for (const SeenBy& each : views) {
        seen.rows.push_back(verdict_row(graph_, selection, each, row.relation, near_));
        seen.statements.push_back(statement_of(each.viewpoint(), row.relation));
      }
      row.through.back().stages.push_back(std::move(seen));
    }
  }

  const Graph& graph_;
  const Selection& selection_;
  const std::vector<RelationId>& relations_;
  const Window near_;
  PageScenarios found_;
  std::vector<Day> days_;
  std::vector<EntityId> sources_;
};

}  // namespace

Appearance appearance(const When& published) {
  ChangeDays changes{.near = {calendar_first, calendar_last}};
  changes.days = {calendar_first};
  changes.add(published, Reading::instant);
  std::vector<Day> days = std::move(changes.days);
  std::sort(days.begin(), days.end());
  // The later the day, the more may have appeared by then.
  const auto first = [&](Verdict least) {
    const auto found = std::partition_point(days.begin(), days.end(), [&](Day day) {
      return holds_during(published, Reading::instant, {day_min, day}).verdict < least;
    });
    return found == days.end() ? day_max : *found;
  };
  return {first(Verdict::maybe), first(Verdict::yes)};
}

PageScenarios page_scenarios(const Graph& graph, const Selection& selection,
                             const std::vector<RelationId>& relations, const Window& near) {
  return Scenarios(graph, selection, relations, near).run();
}

}  // namespace entente

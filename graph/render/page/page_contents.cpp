#include "render/page/page_contents.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "facts/lifespan.hpp"
#include "render/diagram/importance.hpp"

namespace entente {
namespace {

/// Sentences in further languages are worth their room up to so many relations.
constexpr std::size_t most_translated = 3'000;
constexpr std::array<std::string_view, 7> interface_languages = {"en", "ja", "zh-Hans", "zh-Hant",
                                                                 "fr", "de", "ko"};

Selection whole_of(Selection selection) {
  selection.as_of.clear();
  selection.during.clear();
  selection.throughout.clear();
  selection.known_at.clear();
  selection.keep = Keep::certain_and_possible;
  selection.undated = Undated::listed;
  return selection;
}

/// Whether the vocabulary words relations in that very language.
bool speaks(const Graph& graph, std::string_view tag) {
  const auto& types = graph.vocabulary().types();
  return std::any_of(types.begin(), types.end(), [&](const RelationType& type) {
    return std::any_of(type.forward.begin(), type.forward.end(),
                       [&](const auto& label) { return label.first == tag; });
  });
}

}  // namespace

PageContents::PageContents(const Graph& graph, const Selection& selection,
                           const PageOptions& options)
    : graph_(graph),
      languages_(LanguagePreference::parse(options.languages)),
      whole_(whole_of(selection)),
      viewpoint_(graph, whole_),
      facts_(graph.facts(whole_)) {
  // Refuses periods that are none.
  static_cast<void>(graph.facts(selection));
  choose_entities(options.max_entities);
  number_records();
  choose_languages();
  find_span();
}

std::int64_t PageContents::row(std::string_view id) const {
  const auto entity = graph_.entity(id);
  return entity ? row(*entity) : -1;
}

void PageContents::choose_entities(std::size_t at_most) {
  const std::size_t all = facts_.entities.size();
  if (at_most == 0 || all <= at_most) return;
  Neighbours neighbours;
  for (const EntityId entity : facts_.entities) neighbours[entity];
  for (const SelectedRelation& row : facts_.relations) {
    const EntityId from = graph_.from(row.relation);
    const EntityId to = graph_.to(row.relation);
    if (from == to) continue;
    neighbours[from].insert(to);
    neighbours[to].insert(from);
  }
  facts_ = facts_.among(
      graph_, most_important(
                  graph_, std::move(neighbours), [](EntityId) { return false; }, at_most));
  left_out_ = all - facts_.entities.size();
}

void PageContents::number_records() {
  entities_ = facts_.entities;
  for (const SelectedRelation& row : facts_.relations) relations_.push_back(row.relation);
  std::set<EntityId> named(entities_.begin(), entities_.end());
  for (const RelationId relation : relations_)
    for (const Evidence& piece : viewpoint_.evidence(relation))
      for (const std::string& id : {piece.source, piece.asserted_by})
        if (const auto entity = graph_.entity(id); entity && named.insert(*entity).second)
          entities_.push_back(*entity);
  row_of_.assign(graph_.entity_count(), -1);
  for (std::size_t i = 0; i < entities_.size(); ++i)
    row_of_[index(entities_[i])] = static_cast<std::int64_t>(i);
  for (std::size_t i = 0; i < relations_.size(); ++i)
    relation_row_.emplace(relations_[i], static_cast<std::int64_t>(i));
}

void PageContents::choose_languages() {
  const bool translated = relations_.size() <= most_translated;
  for (const std::string& tag : languages_.tags()) spoken_.push_back(tag);
  for (const std::string_view tag : interface_languages)
    if (translated && speaks(graph_, tag) &&
        std::find(spoken_.begin(), spoken_.end(), tag) == spoken_.end())
      spoken_.emplace_back(tag);
}

void PageContents::find_span() {
  Day first = day_max;
  Day last = day_min;
  const auto add = [&](const std::optional<When>& when) {
    if (!when) return;
    for (const auto& day : {when->earliest(), when->latest()}) {
      // A date of any year begins and ends with the calendar.
      constexpr int year = 366;
      if (!day || *day < calendar_first + year || *day > calendar_last - year) continue;
      first = std::min(first, *day);
      last = std::max(last, *day);
    }
  };
  for (const RelationId relation : relations_) add(viewpoint_.when(relation));
  if (first > last)
    for (const EntityId entity : facts_.entities) add(lifespan_of(graph_, entity));
  span_ = first > last ? Window::on(Day(0)) : Window{first, last};
}

Window PageContents::near() const {
  constexpr int year = 366;
  constexpr int around = 20 * year;
  constexpr int most = 400 * year;
  const Day last = std::min(span_.last + around, calendar_last);
  return {std::max({span_.first - around, last - most, calendar_first}), last};
}

}  // namespace entente

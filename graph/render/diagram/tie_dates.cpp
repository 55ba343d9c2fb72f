#include "render/diagram/tie_dates.hpp"

#include "base/run_scope.hpp"
#include "render/mark/marks_of.hpp"
#include "words/picture_words.hpp"
#include "words/wording.hpp"

namespace entente {
namespace {

std::vector<RelationId> ids_of(const SelectedFacts& facts) {
  std::vector<RelationId> ids;
  ids.reserve(facts.relations.size());
  for (const SelectedRelation& row : facts.relations) ids.push_back(row.relation);
  return ids;
}

/// All records of the ties: also those of other times.
std::vector<RelationId> records_of(const Graph& graph, const SelectedFacts& facts,
                                   Selection selection) {
  if (selection.as_of.empty() && selection.during.empty() && selection.throughout.empty())
    return ids_of(facts);
  selection.as_of.clear();
  selection.during.clear();
  selection.throughout.clear();
  return ids_of(graph.facts(selection));
}

}  // namespace

TieDates::TieDates(const Graph& graph, const SelectedFacts& facts, const Selection& selection)
    : viewpoint_(graph, selection),
      spells_(spells(graph, records_of(graph, facts, selection), selection)) {
  Looks looks;
  for (std::size_t i = 0; i < spells_.size(); ++i) {
    looks.step();
    for (const RelationId relation : spells_[i].relations) of_.emplace(relation, i);
  }
}

const Spell* TieDates::spell_of(RelationId relation) const {
  const auto found = of_.find(relation);
  return found == of_.end() ? nullptr : &spells_[found->second];
}

std::optional<When> TieDates::when(RelationId relation) const {
  const Spell* spell = spell_of(relation);
  if (!spell || spell->relations.size() < 2) return viewpoint_.when(relation);
  if (!spell->when || !is_doubted(*spell->when)) return spell->when;
  // What one record doubts and another does not is not in doubt.
  for (const RelationId record : spell->relations)
    if (const std::optional<When> own = viewpoint_.when(record);
        own && !is_doubted(*own) && own->bounds(Reading::interval) == spell->bounds)
      return own;
  return spell->when;
}

std::string TieDates::in_words(RelationId relation, DateDetail detail, Change change,
                               const LanguagePreference& languages) const {
  const std::optional<When> date = when(relation);
  if (!date) return {};
  const auto end = viewpoint_.shown_end(relation);
  if (change != Change::ended || !end || end->ends_by == day_max)
    return short_date(*date, detail, languages);
  const bool begins =
      date->is_interval() && !date->start_text().empty() && date->start_text() != "..";
  const std::string begun =
      begins ? short_date(When::parse(date->start_text()), detail, languages) : std::string();
  const std::string ended =
      worded(Word::ended_by, languages,
             short_date(When::parse(format_day(end->ends_by)), detail, languages));
  if (begun.empty()) return ended;
  return begun + std::string(comma_of(language_of_dates(languages))) + ended;
}

}  // namespace entente

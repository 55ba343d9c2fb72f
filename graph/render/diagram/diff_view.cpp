#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <entente/query/difference.hpp>
#include <entente/render/views.hpp>
#include <entente/time/when.hpp>
#include <entente/time/window.hpp>

#include "render/diagram/build_diagram.hpp"
#include "render/diagram/list_of_changes.hpp"
#include "render/diagram/main_kinds.hpp"
#include "render/label/label.hpp"
#include "render/mark/marks_of.hpp"
#include "words/picture_words.hpp"
#include "words/short_dates.hpp"
#include "words/wording.hpp"

namespace entente {
namespace {

/// What became of the ties of each entity, whether they are drawn or not.
struct ChangesOfEntities {
  std::map<EntityId, std::set<Change>> all = {};
  std::map<EntityId, std::set<Change>> as_party = {};  ///< of agreements, those of their parties
};

ChangesOfEntities changes_by_entity(const Graph& graph, const Difference& changes) {
  ChangesOfEntities result;
  const auto add = [&](const std::vector<SelectedRelation>& rows, Change change) {
    for (const SelectedRelation& row : rows) {
      for (const EntityId entity : {graph.from(row.relation), graph.to(row.relation)})
        result.all[entity].insert(change);
      const Modality modality = graph.modality(row.relation);
      const bool reported = modality == Modality::fact || modality == Modality::derived;
      if (reported && graph.type(row.relation).id == "party_to")
        result.as_party[graph.to(row.relation)].insert(change);
    }
  };
  add(changes.appeared, Change::appeared);
  add(changes.ended, Change::ended);
  add(changes.happened, Change::happened);
  add(changes.persisted, Change::persisted);
  return result;
}

/// The two days, as windows.
struct Days {
  Window first;
  Window second;
};

/// What became of an agreement by its parties, of all else by its own lifespan: that all ties of
/// something began does not say that it began.
Change change_of(const Graph& graph, EntityId entity, const Days& days,
                 const ChangesOfEntities& changes) {
  const auto parties = changes.as_party.find(entity);
  if (parties != changes.as_party.end())
    return parties->second.size() == 1 ? *parties->second.begin() : Change::none;
  const std::optional<When> when = graph.when(entity);
  if (!when) return Change::none;
  const Verdict before = holds_during(*when, Reading::interval, days.first).verdict;
  const Verdict after = holds_during(*when, Reading::interval, days.second).verdict;
  if (before == Verdict::no && after != Verdict::no) return Change::appeared;
  if (after == Verdict::no && before != Verdict::no) return Change::ended;
  return Change::none;
}

/// Boxes say what became of them; the others have no colour, and those that nothing happened to are
/// pale.
void mark_changes(Diagram& diagram, const Graph& graph, const Days& days,
                  const ChangesOfEntities& changes) {
  for (DiagramNode& node : diagram.nodes) {
    const auto entity = graph.entity(node.id);
    if (!entity) continue;
    node.change = change_of(graph, *entity, days, changes);
    if (node.change != Change::none) continue;
    node.change = Change::persisted;
    const auto ties = changes.all.find(*entity);
    const bool untouched = ties == changes.all.end() || ties->second == std::set{Change::persisted};
    if (untouched && node.emphasis == Emphasis::normal) node.emphasis = Emphasis::faded;
  }
}

/// What stays is said in its tooltip alone, and that a fact was planned in the list.
void hold_back(Diagram& diagram) {
  for (DiagramEdge& edge : diagram.edges) {
    if (edge.modality == Modality::fact) edge.mark.text.clear();
    if (edge.change != Change::persisted) continue;
    edge.dates.clear();
    edge.label.clear();
    edge.mark.text.clear();
    edge.notes.clear();
  }
}

/// Of a large picture only whom a change touches, and what stays between them.
std::vector<SelectedRelation> near_changes(const Graph& graph, const Difference& changes) {
  constexpr std::size_t few = 25;  // entities
  std::set<EntityId> touched;
  for (const auto* rows : {&changes.appeared, &changes.ended, &changes.happened})
    for (const SelectedRelation& row : *rows)
      touched.insert({graph.from(row.relation), graph.to(row.relation)});
  std::set<EntityId> all = touched;
  for (const SelectedRelation& row : changes.persisted)
    all.insert({graph.from(row.relation), graph.to(row.relation)});
  if (all.size() <= few || touched.empty()) return changes.persisted;
  std::vector<SelectedRelation> near;
  std::ranges::copy_if(changes.persisted, std::back_inserter(near), [&](const auto& row) {
    return touched.contains(graph.from(row.relation)) && touched.contains(graph.to(row.relation));
  });
  return near;
}

/// The legend of what is in colour now, and the scales it had.
void explain_anew(Diagram& diagram, const Vocabulary& vocabulary,
                  const LanguagePreference& languages) {
  std::vector<LegendEntry> legend = legend_of(diagram, vocabulary, languages);
  for (const LegendEntry& entry : diagram.page.legend)
    if (std::holds_alternative<TintMark>(entry.mark) ||
        std::holds_alternative<SizeMark>(entry.mark) ||
        std::holds_alternative<WidthMark>(entry.mark))
      legend.push_back(entry);
  diagram.page.legend = std::move(legend);
}

/// Leaves out what is only drawn where it is asked for; whether anything else is there.
bool keep_main_kinds(Difference& changes, const Graph& graph) {
  const auto is_aside = [&](const SelectedRelation& row) {
    return stands_aside(graph, graph.from(row.relation)) ||
           stands_aside(graph, graph.to(row.relation));
  };
  const std::array lists = {&changes.appeared, &changes.ended, &changes.happened,
                            &changes.persisted};
  if (std::ranges::all_of(lists,
                          [&](const auto* rows) { return std::ranges::all_of(*rows, is_aside); }))
    return false;
  for (auto* rows : lists) std::erase_if(*rows, is_aside);
  return true;
}

/// "10 appeared, 2 ended, 5 persisted, 3 happened".
std::string counts_in_words(const Difference& changes, const LanguagePreference& languages) {
  std::string text =
      worded(Word::change_counts, languages,
             {std::to_string(changes.appeared.size()), std::to_string(changes.ended.size()),
              std::to_string(changes.persisted.size())});
  if (changes.happened.empty()) return text;
  text += comma_of(language_of_dates(languages));
  return text + worded(Word::happened_count, languages, std::to_string(changes.happened.size()));
}

}  // namespace

Diagram diff_diagram(const Graph& graph, std::string_view first, std::string_view second,
                     const Selection& selection, const DiagramOptions& options) {
  const LanguagePreference languages = LanguagePreference::parse(options.languages);
  Difference changes = difference(graph, first, second, selection);
  Accent accent;
  const bool unasked = selection.kinds.empty() && selection.types.empty();
  if (unasked && keep_main_kinds(changes, graph)) accent.kinds = DrawnKinds::main;
  std::vector<SelectedRelation> all;
  const auto add = [&](const std::vector<SelectedRelation>& rows, Change change) {
    for (const SelectedRelation& row : rows) accent.changes[row.relation] = change;
    all.insert(all.end(), rows.begin(), rows.end());
  };
  add(changes.appeared, Change::appeared);
  add(changes.ended, Change::ended);
  add(changes.happened, Change::happened);
  const std::vector<SelectedRelation> near = near_changes(graph, changes);
  add(near, Change::persisted);
  SelectedFacts facts = SelectedFacts::of(graph, std::move(all));
  facts.undated = changes.undated;
  facts.counts.undated = changes.counts.undated;
  const std::pair days{drawable(short_date_of(first, languages)),
                       drawable(short_date_of(second, languages))};
  accent.title = {worded(Word::changes, languages, {days.first, days.second}),
                  word(Word::changes, languages).language};
  accent.period = counts_in_words(changes, languages);
  if (const std::size_t far = changes.persisted.size() - near.size(); far > 0)
    accent.period += " \u00B7 " + worded(Word::unchanged_left_out, languages, std::to_string(far));
  if (!options.title.empty())
    accent.period = days.first + " \u2013 " + days.second + " \u00B7 " + accent.period;
  DiagramOptions unfolded = options;
  unfolded.folding = Folding::none;
  Diagram result = build_diagram(graph, facts, selection, unfolded, accent);
  mark_changes(result, graph, {Window::parse(first), Window::parse(second)},
               changes_by_entity(graph, changes));
  hold_back(result);
  explain_anew(result, graph.vocabulary(), languages);
  result.page.list = list_of_changes(graph, changes, TieDates(graph, facts, selection), options);
  return result;
}

}  // namespace entente

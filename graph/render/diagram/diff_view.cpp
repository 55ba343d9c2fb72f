#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/query/difference.hpp>
#include <entente/render/views.hpp>
#include <entente/time/window.hpp>

#include "render/diagram/build_diagram.hpp"
#include "render/diagram/list_of_changes.hpp"
#include "render/diagram/main_kinds.hpp"
#include "render/diagram/wording.hpp"
#include "render/label/label.hpp"
#include "render/mark/marks_of.hpp"
#include "words/picture_words.hpp"
#include "words/short_dates.hpp"
#include "words/wording.hpp"

namespace entente {
namespace {

/// What became of an entity between two dates, as far as its own lifespan says so. Ties that come
/// and go make nobody new, and end nobody.
Change change_of(const Graph& graph, EntityId entity, const Window& first, const Window& second) {
  const std::optional<When> when = graph.when(entity);
  if (!when) return Change::none;
  const auto there = [&](const Window& window) {
    return holds_during(*when, Reading::interval, window).possible();
  };
  const bool before = there(first);
  const bool after = there(second);
  if (before == after) return Change::none;
  return before ? Change::ended : Change::appeared;
}

/// Who has a tie that came, went or happened, whether it is drawn or not.
std::set<std::string_view> touched_by(const Graph& graph, const Difference& changes) {
  std::set<std::string_view> result;
  for (const auto* rows : {&changes.appeared, &changes.ended, &changes.happened})
    for (const SelectedRelation& row : *rows)
      result.insert({graph.id(graph.from(row.relation)), graph.id(graph.to(row.relation))});
  return result;
}

/// Boxes say what became of them; those that nothing happened to are pale.
void mark_changes(Diagram& diagram, const Graph& graph, const Window& first, const Window& second,
                  const std::set<std::string_view>& touched) {
  for (DiagramNode& node : diagram.nodes) {
    if (const auto entity = graph.entity(node.id))
      node.change = change_of(graph, *entity, first, second);
    if (node.change == Change::none && !touched.contains(node.id) &&
        node.emphasis == Emphasis::normal)
      node.emphasis = Emphasis::faded;
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

/// What is only drawn where it is asked for.
struct Aside {
  std::set<EntityId> entities = {};
  std::size_t relations = 0;
};

/// Leaves it out, unless nothing else is there.
std::optional<Aside> keep_main_kinds(Difference& changes, const Graph& graph) {
  Aside aside;
  const auto is_aside = [&](const SelectedRelation& row) {
    return stands_aside(graph, graph.from(row.relation)) ||
           stands_aside(graph, graph.to(row.relation));
  };
  const std::array lists = {&changes.appeared, &changes.ended, &changes.happened,
                            &changes.persisted};
  if (std::ranges::all_of(lists,
                          [&](const auto* rows) { return std::ranges::all_of(*rows, is_aside); }))
    return std::nullopt;
  for (auto* rows : lists)
    aside.relations += std::erase_if(*rows, [&](const SelectedRelation& row) {
      if (!is_aside(row)) return false;
      for (const EntityId entity : {graph.from(row.relation), graph.to(row.relation)})
        if (stands_aside(graph, entity)) aside.entities.insert(entity);
      return true;
    });
  return aside;
}

/// "not drawn unless asked for: statement 67, topic 26 (118 relations)", behind the counts that do
/// not hold these.
void say_aside(Diagram& diagram, const Graph& graph, const Aside& aside,
               const LanguagePreference& languages) {
  if (aside.relations == 0) return;
  for (const EntityId entity : aside.entities)
    ++diagram.other_kinds[std::string(graph.kind(entity))];
  const std::string kinds = kinds_counted(graph.vocabulary(), diagram.other_kinds, languages);
  const Phrase words = word(Word::other_kinds, languages);
  const bool wide = is_written_in_han(words.language);
  const std::string said =
      filled_in(words.text, {kinds}) + (wide ? "\uFF08" : " (") +
      counted(Word::relations, Word::one_relation, languages, aside.relations) +
      (wide ? "\uFF09" : ")");
  for (std::string* text : {&diagram.page.subtitle.text, &diagram.page.left_aside})
    *text += (text->empty() ? "" : " \u00B7 ") + said;
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
  Accent accent{.plans = Plans::with_reports};
  const bool unasked = selection.kinds.empty() && selection.types.empty();
  std::optional<Aside> aside;
  if (unasked) aside = keep_main_kinds(changes, graph);
  if (aside) accent.kinds = DrawnKinds::main;
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
  const SelectedFacts facts = SelectedFacts::of(graph, std::move(all));
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
  mark_changes(result, graph, Window::parse(first), Window::parse(second),
               touched_by(graph, changes));
  hold_back(result);
  if (aside) say_aside(result, graph, *aside, languages);
  explain_anew(result, graph.vocabulary(), languages);
  result.page.list = list_of_changes(graph, changes, TieDates(graph, facts, selection), options);
  return result;
}

}  // namespace entente

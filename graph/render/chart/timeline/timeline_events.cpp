#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <entente/error.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/render/timeline_chart.hpp>

#include "base/joined.hpp"
#include "render/diagram/drawn_values.hpp"
#include "render/diagram/page_for.hpp"
#include "render/diagram/wording.hpp"
#include "render/label/label.hpp"
#include "render/mark/legend.hpp"
#include "render/mark/marks_of.hpp"
#include "words/picture_words.hpp"
#include "words/sentence_of.hpp"
#include "words/short_dates.hpp"
#include "words/source_words.hpp"
#include "words/together.hpp"
#include "words/wording.hpp"

namespace entente {
namespace {

constexpr std::size_t most_rows = 500;

std::string year_of(const Viewpoint& viewpoint, RelationId relation) {
  const auto when = viewpoint.when(relation);
  const auto day = when ? (when->earliest() ? when->earliest() : when->latest()) : std::nullopt;
  return day ? std::to_string(to_civil(*day).year) : std::string();
}

/// What a sentence calls a document: its number where it has one, else its title.
std::string called(const Graph& graph, std::string_view document,
                   const LanguagePreference& languages, const SourceNotes* sources) {
  if (sources != nullptr) {
    const std::vector<std::size_t> numbers = sources->numbers({{.source = std::string(document)}});
    if (!numbers.empty()) return std::to_string(numbers.front());
  }
  const std::optional<EntityId> known = graph.entity(document);
  return known ? names_of(graph.record(*known), languages).front().text : drawable(document);
}

/// " (ended by 12 Jul 2023: the Second Pact)", if that is inferred.
std::string inferred_end_of(const Graph& graph, const Viewpoint& viewpoint, RelationId relation,
                            const LanguagePreference& languages) {
  const auto end = viewpoint.shown_end(relation);
  if (!end || end->ends_by == day_max) return {};
  const Phrase words = word(Word::ended_by, languages);
  const std::string day =
      short_date(When::parse(format_day(end->ends_by)), DateDetail::full, languages);
  const bool han = is_written_in_han(words.language);
  return (han ? "\uFF08" : " (") + filled_in(words.text, {day}) + (han ? "\uFF1A" : ": ") +
         names_of(graph.record(graph.from(end->by)), languages).front().text +
         (han ? "\uFF09" : ")");
}

/// What one line of a history says.
struct Saying {
  TimelineEvent event = {};
  std::size_t times = 1;
  std::vector<std::string> substances = {};  ///< each once
  std::vector<Evidence> evidence = {};       ///< of all that are said so
};

void add_once(std::vector<std::string>& to, std::string text) {
  if (!text.empty() && std::ranges::find(to, text) == to.end()) to.push_back(std::move(text));
}

Saying saying_of(const Graph& graph, const Viewpoint& viewpoint, const SelectedRelation& row,
                 const LanguagePreference& languages, const std::string& tags) {
  const auto when = viewpoint.when(row.relation);
  std::string date =
      when ? drawable(short_date(*when, DateDetail::full, languages)) : std::string();
  if (date.empty()) date = "\u2013";
  const std::array relation = {row.relation};
  Saying saying{
      .event = {.relation = std::string(graph.id(row.relation)),
                .year = year_of(viewpoint, row.relation),
                .date = {std::move(date), std::string(language_of_dates(languages))},
                .sentence = {describe_together(graph, relation, "", tags) +
                                 inferred_end_of(graph, viewpoint, row.relation, languages),
                             languages.tags().front()},
                .tooltip = describe_with_worded_dates(graph, row.relation, viewpoint, tags),
                .mark = {.drawing_class = graph.type(row.relation).drawing_class,
                         .reading = graph.type(row.relation).reading,
                         .modality = graph.modality(row.relation),
                         .doubt = doubt_of(graph, row, when)}}};
  add_once(saying.substances, drawable(substance_of(graph, row.relation, languages)));
  saying.evidence = viewpoint.evidence(row.relation);
  return saying;
}

/// "3 times: Japan cooperates with NATO — cyber; space [1; 2]".
TimelineEvent event_of(const Graph& graph, Saying saying, const LanguagePreference& languages,
                       const SourceNotes* sources) {
  constexpr Wording times = {"{} times: {}", "{}回：{}", "{}次：{}", "{}次：{}"};
  TimelineEvent event = std::move(saying.event);
  std::string& text = event.sentence.text;
  if (saying.times > 1)
    text = filled_in(phrase_of(times, languages).text, {std::to_string(saying.times), text});
  if (!saying.substances.empty()) text += " \u2014 " + joined(saying.substances, "; ");
  if (!saying.evidence.empty())
    text +=
        " [" +
        drawable(sources_in_words(
            graph, saying.evidence,
            [&](std::string_view document) { return called(graph, document, languages, sources); },
            languages)) +
        "]";
  return event;
}

/// What is said alike of one date is said once.
std::vector<TimelineEvent> events_of(const Graph& graph, const Viewpoint& viewpoint,
                                     std::span<const SelectedRelation> rows,
                                     const LanguagePreference& languages, const std::string& tags,
                                     const SourceNotes* sources) {
  std::vector<Saying> sayings;
  std::map<std::tuple<std::string, std::string, std::string, MomentMark>, std::size_t> known;
  for (const SelectedRelation& row : rows) {
    Saying fresh = saying_of(graph, viewpoint, row, languages, tags);
    const TimelineEvent& event = fresh.event;
    const auto [place, is_new] = known.emplace(
        std::tuple(event.year, event.date.text, event.sentence.text, event.mark), sayings.size());
    if (is_new) {
      sayings.push_back(std::move(fresh));
      continue;
    }
    Saying& saying = sayings[place->second];
    ++saying.times;
    saying.event.tooltip += "\n" + fresh.event.tooltip;
    for (std::string& each : fresh.substances) add_once(saying.substances, std::move(each));
    saying.evidence.insert(saying.evidence.end(), fresh.evidence.begin(), fresh.evidence.end());
  }
  std::vector<TimelineEvent> events;
  for (Saying& saying : sayings)
    events.push_back(event_of(graph, std::move(saying), languages, sources));
  return events;
}

Phrase title_of(const Graph& graph, std::span<const EntityId> entities,
                const LanguagePreference& languages, const DiagramOptions& options) {
  if (!options.title.empty()) return {drawable(options.title), languages.tags().front()};
  if (entities.empty()) return best_label(graph.titles(), languages);
  constexpr std::size_t named = 4;
  Phrase title;
  for (std::size_t i = 0; i < std::min(entities.size(), named); ++i) {
    const Phrase name = names_of(graph.record(entities[i]), languages).front();
    if (i == 0) title.language = name.language;
    title.text.append(i == 0 ? "" : list_comma_of(title.language)) += name.text;
  }
  if (entities.size() > named) title.text += " \u2026";
  return title;
}

/// What the marks mean, as far as they occur.
std::vector<LegendEntry> legend_of(const Graph& graph, const std::vector<TimelineEvent>& events,
                                   const Style& style, const LanguagePreference& languages) {
  Legend legend(graph.vocabulary(), style, languages);
  for (const TimelineEvent& event : events)
    legend.add_relation(graph.type(graph.relation(event.relation).value()).id, event.mark);
  return legend.entries();
}

/// What a period left out of the history, to be said below it.
std::vector<Phrase> closing_remarks(const Graph& graph, std::span<const EntityId> entities,
                                    const Selection& selection,
                                    const LanguagePreference& languages) {
  const SelectedFacts facts = graph.facts(selection);
  const auto concerns = [&](RelationId relation) {
    return entities.empty() || std::ranges::any_of(entities, [&](EntityId entity) {
             return graph.from(relation) == entity || graph.to(relation) == entity;
           });
  };
  std::vector<Phrase> remarks;
  const auto say = [&](Word many, Word one, const std::vector<RelationId>& relations) {
    const auto count = static_cast<std::size_t>(std::ranges::count_if(relations, concerns));
    if (count > 0)
      remarks.push_back({counted(many, one, languages, count), word(many, languages).language});
  };
  say(Word::inferred_ended, Word::one_inferred_ended, facts.inferred_ended);
  say(Word::undated_relations, Word::one_undated_relation, facts.undated);
  return remarks;
}

}  // namespace

TimelineChart timeline_chart(const Graph& graph, std::span<const SelectedRelation> rows,
                             std::span<const EntityId> entities, const Selection& selection,
                             const DiagramOptions& options) {
  if (rows.size() > most_rows)
    throw LimitReached("too-many-rows",
                       "a timeline of " + std::to_string(rows.size()) +
                           " rows is too long for a picture (the limit is " +
                           std::to_string(most_rows) +
                           "); name entities, or select less (--type, --kind, --during)");
  const LanguagePreference languages = LanguagePreference::parse(options.languages);
  // Sources are numbered as they are met, row by row.
  const std::vector<SelectedRelation> in_order(rows.begin(), rows.end());
  const SelectedFacts facts = SelectedFacts::of(graph, in_order);
  const Viewpoint viewpoint(graph, selection);
  std::optional<SourceNotes> sources;
  if (options.sources == Sources::numbered) sources.emplace(viewpoint, in_order);
  std::vector<TimelineEvent> events = events_of(graph, viewpoint, rows, languages,
                                                options.languages, sources ? &*sources : nullptr);
  Page page = page_for(options, languages, title_of(graph, entities, languages, options));
  page.legend = legend_of(graph, events, page.style, languages);
  page.subtitle = subtitle_of(
      {.graph = graph,
       .selection = selection,
       .facts = facts,
       .viewpoint = viewpoint,
       .dossier = entities.empty() ? std::string() : best_label(graph.titles(), languages).text,
       .period = {}},
      languages);
  page.sources = sources_line(graph, viewpoint, in_order, languages);
  if (sources) page.notes = sources->notes(graph, languages);
  page.list = closing_remarks(graph, entities, selection, languages);
  return {std::move(page), std::move(events)};
}

}  // namespace entente

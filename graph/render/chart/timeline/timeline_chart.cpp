#include <algorithm>
#include <optional>
#include <set>

#include <entente/error.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/render/timeline_chart.hpp>
#include <entente/words/sentence.hpp>

#include "render/diagram/facts_among.hpp"
#include "render/diagram/wording.hpp"
#include "render/label/label.hpp"
#include "render/mark/bar_mark.hpp"
#include "render/mark/legend.hpp"
#include "render/mark/marks_of.hpp"
#include "render/svg/draw_svg.hpp"
#include "words/picture_words.hpp"
#include "words/short_dates.hpp"

namespace entente {
namespace {

constexpr std::size_t most_rows = 500;
constexpr double axis_x = 58;
constexpr double date_x = 72;
constexpr double sentence_x = 160;
constexpr double sentence_width = 470;
constexpr double row_gap = 6;
constexpr std::size_t most_sentence_lines = 4;

constexpr Font year_font{12, FontWeight::bold};
constexpr Font date_font{9};
constexpr Font sentence_font{10};

/// What stands beside one mark on the line.
struct Event {
  RelationId relation = {};
  std::string year = {};  ///< that it is the first of; "" elsewhere
  std::vector<TextRow> date = {};
  std::vector<TextRow> sentence = {};
  MomentMark mark = {};

  [[nodiscard]] double height() const {
    return std::max(size_of(date).height, size_of(sentence).height) + row_gap;
  }
};

std::string year_of(const Viewpoint& viewpoint, RelationId relation) {
  const auto when = viewpoint.when(relation);
  const auto day = when ? (when->earliest() ? when->earliest() : when->latest()) : std::nullopt;
  return day ? std::to_string(to_civil(*day).year) : std::string();
}

/// The sentence, its sources called by their numbers where they have some.
std::string sentence_of(const Graph& graph, const Viewpoint& viewpoint, RelationId relation,
                        const std::string& tags, const SourceNotes* sources) {
  std::string text = describe(graph, relation, viewpoint, tags);
  const std::vector<Evidence> evidence = viewpoint.evidence(relation);
  if (!sources || evidence.empty()) return text;
  std::size_t from = text.rfind(" [" + evidence.front().source);
  for (const Evidence& each : evidence) {
    from = text.find(each.source, from);
    const std::vector<std::size_t> numbers = sources->numbers({each});
    if (from == std::string::npos || numbers.empty()) return text;
    const std::string number = std::to_string(numbers.front());
    text.replace(from, each.source.size(), number);
    from += number.size();
  }
  return text;
}

Event event_of(const Graph& graph, const Viewpoint& viewpoint, const SelectedRelation& row,
               const LanguagePreference& languages, const std::string& tags,
               const SourceNotes* sources) {
  const auto when = viewpoint.when(row.relation);
  Event event{.relation = row.relation,
              .mark = {.drawing_class = graph.type(row.relation).drawing_class,
                       .reading = graph.type(row.relation).reading,
                       .modality = graph.modality(row.relation),
                       .doubt = doubt_of(row)}};
  std::string date =
      when ? drawable(short_date(*when, DateDetail::full, languages)) : std::string();
  if (date.empty()) date = "\u2013";
  for (const std::string& line : set_in_lines(date, date_font, sentence_x - date_x - 8, 2))
    event.date.push_back(
        text_row(line, std::string(language_of_dates(languages)), date_font, Ink::secondary));
  for (const std::string& line :
       set_in_lines(sentence_of(graph, viewpoint, row.relation, tags, sources), sentence_font,
                    sentence_width, most_sentence_lines))
    event.sentence.push_back(text_row(line, languages.tags().front(), sentence_font, Ink::text));
  return event;
}

std::vector<Event> events_of(const Graph& graph, const Viewpoint& viewpoint,
                             std::span<const SelectedRelation> rows,
                             const LanguagePreference& languages, const std::string& tags,
                             const SourceNotes* sources) {
  std::vector<Event> events;
  std::string last;
  for (const SelectedRelation& row : rows) {
    events.push_back(event_of(graph, viewpoint, row, languages, tags, sources));
    std::string year = year_of(viewpoint, row.relation);
    if (year != last) events.back().year = year;
    last = std::move(year);
  }
  return events;
}

class TimelineDrawer {
 public:
  TimelineDrawer(const Graph& graph, const Viewpoint& viewpoint, const Page& page,
                 const std::vector<Event>& events, const std::string& tags)
      : graph_(graph), viewpoint_(viewpoint), page_(page), events_(events), tags_(tags) {}

  std::string svg() {
    double height = 0;
    for (const Event& event : events_) height += event.height();
    const Furniture furniture = furnish(page_, {sentence_x + sentence_width, height});
    origin_ = furniture.body;
    UsedClasses used;
    for (const Event& event : events_) used.add(page_.style, event.mark);
    open_page(svg_, page_, furniture, used, [](const Style& style) {
      return ".axis{stroke:" + to_string(style.grid) + ";stroke-width:2}";
    });
    svg_.open("g", {{"id", "axis"}});
    svg_.empty("line", {{"class", "axis"},
                        {"x1", origin_.x + axis_x},
                        {"x2", origin_.x + axis_x},
                        {"y1", origin_.y},
                        {"y2", origin_.y + height - row_gap}});
    svg_.close();
    double y = origin_.y;
    for (const Event& event : events_) {
      draw(event, y);
      y += event.height();
    }
    write_furniture(svg_, page_, furniture);
    return svg_.take();
  }

 private:
  void draw(const Event& event, double y) {
    svg_.open("g", {{"id", element_name("e_", graph_.id(event.relation))},
                    {"class", "bar " + classes_of(event.mark, page_.style)}});
    svg_.leaf("title", {}, describe(graph_, event.relation, viewpoint_, tags_));
    const double middle = y + line_height(sentence_font) / 2;
    if (!event.year.empty()) {
      const TextRow year = text_row(event.year, "en", year_font, Ink::text);
      write_rows(svg_, {year}, {origin_.x + axis_x - 12 - year.width, middle - year.height / 2});
    }
    draw_moment(svg_, event.mark, {origin_.x + axis_x, middle});
    write_rows(svg_, event.date, {origin_.x + date_x, middle - line_height(date_font) / 2});
    write_rows(svg_, event.sentence, {origin_.x + sentence_x, y});
    svg_.close();
  }

  const Graph& graph_;
  const Viewpoint& viewpoint_;
  const Page& page_;
  const std::vector<Event>& events_;
  const std::string& tags_;
  Point origin_ = {};
  SvgWriter svg_;
};

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
std::vector<LegendEntry> legend_of(const Graph& graph, const std::vector<Event>& events,
                                   const Style& style, const LanguagePreference& languages) {
  Legend legend(graph.vocabulary(), style, languages);
  for (const Event& event : events) {
    legend.add_relation(graph.type(event.relation).id, event.mark);
  }
  return legend.entries();
}

SelectedFacts facts_of(const Graph& graph, std::span<const SelectedRelation> rows) {
  SelectedFacts facts;
  std::set<EntityId> entities;
  for (const SelectedRelation& row : rows) {
    add_relation(facts, row);
    entities.insert({graph.from(row.relation), graph.to(row.relation)});
  }
  facts.entities.assign(entities.begin(), entities.end());
  return facts;
}

}  // namespace

std::string timeline_svg(const Graph& graph, std::span<const SelectedRelation> rows,
                         std::span<const EntityId> entities, const Selection& selection,
                         const DiagramOptions& options) {
  if (rows.size() > most_rows)
    throw LimitReached("too-many-rows",
                       "a timeline of " + std::to_string(rows.size()) +
                           " rows is too long for a picture (the limit is " +
                           std::to_string(most_rows) +
                           "); name entities, or select less (--type, --kind, --during)");
  const LanguagePreference languages = LanguagePreference::parse(options.languages);
  const SelectedFacts facts = facts_of(graph, rows);
  const Viewpoint viewpoint(graph, selection);
  std::optional<SourceNotes> sources;
  if (options.sources == Sources::numbered) sources.emplace(viewpoint, facts.relations);
  const std::vector<Event> events = events_of(graph, viewpoint, rows, languages, options.languages,
                                              sources ? &*sources : nullptr);
  Page page{.title = title_of(graph, entities, languages, options),
            .credit = {drawable(options.credit), languages.tags().front()},
            .languages = options.languages,
            .style = options.style.value_or(style(options.theme)),
            .dark = dark_style(options.theme),
            .size = options.page};
  page.legend = legend_of(graph, events, page.style, languages);
  page.subtitle = subtitle_of(
      {.graph = graph,
       .selection = selection,
       .facts = facts,
       .viewpoint = viewpoint,
       .dossier = entities.empty() ? std::string() : best_label(graph.titles(), languages).text,
       .period = {}},
      languages);
  page.sources = sources_line(graph, viewpoint, facts.relations, languages);
  if (sources) page.notes = sources->notes(graph, languages);
  return TimelineDrawer(graph, viewpoint, page, events, options.languages).svg();
}

}  // namespace entente

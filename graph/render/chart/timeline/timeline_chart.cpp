#include <algorithm>
#include <optional>
#include <utility>

#include <entente/error.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/render/timeline_chart.hpp>
#include <entente/words/sentence.hpp>

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
struct PlacedEvent {
  std::vector<TextRow> date = {};
  std::vector<TextRow> sentence = {};

  [[nodiscard]] double height() const {
    return std::max(size_of(date).height, size_of(sentence).height) + row_gap;
  }
};

std::vector<TextRow> rows_of(const Phrase& phrase, const Font& font, Ink ink, double width,
                             std::size_t most_lines) {
  std::vector<TextRow> rows;
  for (const std::string& line : set_in_lines(phrase.text, font, width, most_lines))
    rows.push_back(text_row(line, phrase.language, font, ink));
  return rows;
}

PlacedEvent placed(const TimelineEvent& event) {
  return {rows_of(event.date, date_font, Ink::secondary, sentence_x - date_x - 8, 2),
          rows_of(event.sentence, sentence_font, Ink::text, sentence_width, most_sentence_lines)};
}

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

TimelineEvent event_of(const Graph& graph, const Viewpoint& viewpoint, const SelectedRelation& row,
                       const LanguagePreference& languages, const std::string& tags,
                       const SourceNotes* sources) {
  const auto when = viewpoint.when(row.relation);
  std::string date =
      when ? drawable(short_date(*when, DateDetail::full, languages)) : std::string();
  if (date.empty()) date = "\u2013";
  return {.relation = std::string(graph.id(row.relation)),
          .year = year_of(viewpoint, row.relation),
          .date = {std::move(date), std::string(language_of_dates(languages))},
          .sentence = {sentence_of(graph, viewpoint, row.relation, tags, sources),
                       languages.tags().front()},
          .tooltip = describe(graph, row.relation, viewpoint, tags),
          .mark = {.drawing_class = graph.type(row.relation).drawing_class,
                   .reading = graph.type(row.relation).reading,
                   .modality = graph.modality(row.relation),
                   .doubt = doubt_of(row)}};
}

std::vector<TimelineEvent> events_of(const Graph& graph, const Viewpoint& viewpoint,
                                     std::span<const SelectedRelation> rows,
                                     const LanguagePreference& languages, const std::string& tags,
                                     const SourceNotes* sources) {
  std::vector<TimelineEvent> events;
  for (const SelectedRelation& row : rows)
    events.push_back(event_of(graph, viewpoint, row, languages, tags, sources));
  return events;
}

class TimelineDrawer {
 public:
  explicit TimelineDrawer(const TimelineChart& chart) : page_(chart.page), events_(chart.events) {
    for (const TimelineEvent& event : events_) placed_.push_back(placed(event));
  }

  std::string svg() {
    double height = 0;
    for (const PlacedEvent& event : placed_) height += event.height();
    const Furniture furniture = furnish(page_, {sentence_x + sentence_width, height});
    origin_ = furniture.body;
    UsedClasses used;
    for (const TimelineEvent& event : events_) used.add(page_.style, event.mark);
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
    for (std::size_t i = 0; i < events_.size(); ++i) {
      const bool begins = i == 0 || events_[i - 1].year != events_[i].year;
      draw(events_[i], placed_[i], begins, y);
      y += placed_[i].height();
    }
    write_furniture(svg_, page_, furniture);
    return svg_.take();
  }

 private:
  void draw(const TimelineEvent& event, const PlacedEvent& place, bool begins_year, double y) {
    svg_.open("g", {{"id", element_name("e_", event.relation)},
                    {"class", "bar " + classes_of(event.mark, page_.style)}});
    svg_.leaf("title", {}, event.tooltip);
    const double middle = y + line_height(sentence_font) / 2;
    if (begins_year && !event.year.empty()) {
      const TextRow year = text_row(event.year, "en", year_font, Ink::text);
      write_rows(svg_, {year}, {origin_.x + axis_x - 12 - year.width, middle - year.height / 2});
    }
    draw_moment(svg_, event.mark, {origin_.x + axis_x, middle});
    write_rows(svg_, place.date, {origin_.x + date_x, middle - line_height(date_font) / 2});
    write_rows(svg_, place.sentence, {origin_.x + sentence_x, y});
    svg_.close();
  }

  const Page& page_;
  const std::vector<TimelineEvent>& events_;
  std::vector<PlacedEvent> placed_;  ///< beside the events
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
std::vector<LegendEntry> legend_of(const Graph& graph, std::span<const SelectedRelation> rows,
                                   const std::vector<TimelineEvent>& events, const Style& style,
                                   const LanguagePreference& languages) {
  Legend legend(graph.vocabulary(), style, languages);
  for (std::size_t i = 0; i < rows.size(); ++i)
    legend.add_relation(graph.type(rows[i].relation).id, events[i].mark);
  return legend.entries();
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
  Page page{.title = title_of(graph, entities, languages, options),
            .credit = {drawable(options.credit), languages.tags().front()},
            .languages = options.languages,
            .style = options.style.value_or(style(options.theme)),
            .dark = dark_style(options.theme),
            .size = options.page};
  page.legend = legend_of(graph, rows, events, page.style, languages);
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
  return {std::move(page), std::move(events)};
}

std::string to_svg(const TimelineChart& chart) {
  return TimelineDrawer(chart).svg();
}

std::string timeline_svg(const Graph& graph, std::span<const SelectedRelation> rows,
                         std::span<const EntityId> entities, const Selection& selection,
                         const DiagramOptions& options) {
  return to_svg(timeline_chart(graph, rows, entities, selection, options));
}

}  // namespace entente

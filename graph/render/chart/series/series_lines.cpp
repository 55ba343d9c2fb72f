#include "render/chart/series/series_lines.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "render/diagram/page_for.hpp"
#include "render/diagram/wording.hpp"
#include "render/label/label.hpp"
#include "render/mark/mark_words.hpp"
#include "words/chart_words.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

constexpr std::size_t most_drawn = 8;  // more could not be distinguished

double highest(const ChartLine& line) {
  double value = 0;
  for (const auto& each : line.values)
    if (each) value = std::max({value, each->possible, each->certain});
  return value;
}

std::vector<ChartLine> all_lines(const Graph& graph, std::span<const Period> periods,
                                 std::span<const SeriesPoint> points,
                                 const LanguagePreference& languages,
                                 const DiagramOptions& options) {
  std::map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < periods.size(); ++i) index.emplace(periods[i].label, i);
  std::map<std::pair<std::optional<EntityId>, std::optional<EntityId>>, ChartLine> lines;
  for (const SeriesPoint& point : points) {
    const auto at = index.find(point.period);
    if (at == index.end()) continue;
    ChartLine& line = lines[{point.entity, point.to}];
    line.values.resize(periods.size());
    line.values[at->second] = {point.certain, point.value};
    if (!line.name.text.empty() || !point.entity) continue;
    line.id = graph.id(*point.entity);
    line.name = names_of(graph.record(*point.entity), languages).front();
    if (point.to) {
      line.id += " " + std::string(graph.id(*point.to));
      line.name.text += " – " + names_of(graph.record(*point.to), languages).front().text;
    }
    if (std::find(options.highlight.begin(), options.highlight.end(), *point.entity) !=
        options.highlight.end())
      line.emphasis = Emphasis::strong;
  }
  std::vector<ChartLine> list;
  for (auto& [entity, line] : lines) list.push_back(std::move(line));
  return list;
}

/// Whether a measure of what has no tie is 0, so that a line goes on where its entity has none.
bool is_nothing_without_ties(std::string_view measure) {
  constexpr std::array<std::string_view, 12> such = {
      "degree",      "strength", "closeness", "harmonic", "betweenness", "edge-betweenness",
      "eigenvector", "pagerank", "katz",      "hits",     "core",        "relations"};
  return std::ranges::find(such, measure) != such.end();
}

/// 0 between the first and the last value of each line where a period has none.
void join_over_nothing(std::vector<ChartLine>& lines) {
  for (ChartLine& line : lines) {
    const auto has_value = [](const std::optional<ChartValue>& value) { return value.has_value(); };
    const auto first = std::ranges::find_if(line.values, has_value);
    for (auto value = first; value != line.values.end(); ++value)
      if (!*value) *value = ChartValue{0, 0};
  }
}

/// The highlighted first, then those that reach highest; ties by entity.
std::size_t keep_highest(std::vector<ChartLine>& lines, std::size_t most) {
  const auto rank = [](const ChartLine& line) {
    return std::tuple(line.emphasis != Emphasis::strong, -highest(line));
  };
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const ChartLine& a, const ChartLine& b) { return rank(a) < rank(b); });
  const std::size_t kept = std::min({lines.size(), most, most_drawn});
  const std::size_t left_out = lines.size() - kept;
  lines.resize(kept);
  return left_out;
}

ChartWord step_word(CalendarStep by) {
  return by == CalendarStep::month     ? ChartWord::month
         : by == CalendarStep::quarter ? ChartWord::quarter
                                       : ChartWord::year;
}

Phrase title_of(const LineChart& content, const LanguagePreference& languages,
                const DiagramOptions& options) {
  if (!options.title.empty()) return {drawable(options.title), languages.tags().front()};
  const Phrase of_each = chart_word(ChartWord::of_each, languages);
  std::string text = filled_in(of_each.text, {content.measure.text, content.step.text});
  constexpr std::size_t most_named = 3;
  std::string names;
  for (const ChartLine& line : content.lines)
    if (!line.id.empty())
      names.append(names.empty() ? "" : list_comma_of(of_each.language)) += line.name.text;
  if (!names.empty() && content.lines.size() <= most_named && content.left_out == 0)
    text = filled_in(chart_word(ChartWord::of_entity, languages).text, {names, text});
  return {std::move(text), of_each.language};
}

std::vector<LegendEntry> legend_of(const LineChart& content, const LanguagePreference& languages) {
  const auto in_doubt = [](const std::optional<ChartValue>& value) {
    return value && value->certain != value->possible;
  };
  const bool doubts =
      std::any_of(content.lines.begin(), content.lines.end(), [&](const auto& line) {
        return std::any_of(line.values.begin(), line.values.end(), in_doubt);
      });
  if (!doubts) return {};
  const ValueMark possible{has_bands(content) ? ValueKind::possible : ValueKind::possible_line};
  std::vector<LegendEntry> legend;
  for (const ValueMark& mark : {ValueMark{ValueKind::certain}, possible})
    legend.push_back({mark, words_of(mark, languages)});
  return legend;
}

}  // namespace

bool has_bands(const LineChart& content) {
  const auto is_more = [](const std::optional<ChartValue>& value) {
    return !value || value->certain <= value->possible;
  };
  return std::all_of(content.lines.begin(), content.lines.end(), [&](const ChartLine& line) {
    return std::all_of(line.values.begin(), line.values.end(), is_more);
  });
}

LineChart line_chart(const Graph& graph, std::span<const Period> periods,
                     std::span<const SeriesPoint> points, const SeriesAxes& axes,
                     const Selection& selection, const DiagramOptions& options) {
  const LanguagePreference languages = LanguagePreference::parse(options.languages);
  LineChart content{.measure = measure_label(axes.measure, languages),
                    .step = chart_word(step_word(axes.by), languages)};
  for (const Period& period : periods) content.periods.push_back(period.label);
  content.lines = all_lines(graph, periods, points, languages, options);
  if (is_nothing_without_ties(axes.measure)) join_over_nothing(content.lines);
  content.left_out = keep_highest(content.lines, options.max_entities);
  const SelectedFacts facts = graph.facts(selection);
  const Viewpoint viewpoint(graph, selection);
  content.page = page_for(options, languages, title_of(content, languages, options));
  content.page.subtitle = subtitle_of({.graph = graph,
                                       .selection = selection,
                                       .facts = facts,
                                       .viewpoint = viewpoint,
                                       .dossier = best_label(graph.titles(), languages).text,
                                       .period = {}},
                                      languages);
  if (content.left_out > 0)
    content.page.subtitle.text +=
        " \u00B7 " + filled_in(chart_word(content.left_out == 1 ? ChartWord::left_out_line
                                                                : ChartWord::left_out_lines,
                                          languages)
                                   .text,
                               {std::to_string(content.left_out)});
  content.page.legend = legend_of(content, languages);
  content.page.sources = sources_line(graph, viewpoint, facts.relations, languages);
  if (options.sources == Sources::numbered)
    content.page.notes = SourceNotes(viewpoint, facts.relations).notes(graph, languages);
  return content;
}

std::vector<std::pair<std::size_t, std::size_t>> runs_of(const ChartLine& line) {
  std::vector<std::pair<std::size_t, std::size_t>> runs;
  for (std::size_t i = 0; i < line.values.size(); ++i) {
    if (!line.values[i]) continue;
    if (!runs.empty() && runs.back().second == i)
      ++runs.back().second;
    else
      runs.emplace_back(i, i + 1);
  }
  return runs;
}

void check_values(const LineChart& chart) {
  for (const ChartLine& line : chart.lines) {
    if (line.values.size() != chart.periods.size())
      throw InvalidArgument("bad-chart", "the line '" + line.name.text + "' has " +
                                             std::to_string(line.values.size()) + " values for " +
                                             std::to_string(chart.periods.size()) + " periods");
    for (const auto& value : line.values)
      if (value && !(std::isfinite(value->certain) && std::isfinite(value->possible)))
        throw InvalidArgument("bad-chart",
                              "a value of the line '" + line.name.text + "' is not finite");
  }
}

}  // namespace entente

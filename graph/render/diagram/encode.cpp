#include "render/diagram/encode.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <entente/algorithm/communities.hpp>
#include <entente/error.hpp>
#include <entente/network/network.hpp>

#include "render/diagram/drawn_values.hpp"
#include "render/label/label.hpp"
#include "words/chart_words.hpp"
#include "words/number_words.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

constexpr double smallest_name = 8.5;  // points
constexpr double largest_name = 22;
constexpr double thinnest_line = 0.8;
constexpr double thickest_line = 7;

/// Round values from the largest down that a scale shows: about the whole, a quarter, a sixteenth.
std::vector<double> values_shown(double most) {
  std::vector<double> shown;
  for (const double part : {1.0, 0.25, 1.0 / 16}) {
    const double value = most * part;
    if (!(value > 0)) continue;
    const double unit = std::pow(10, std::floor(std::log10(value)));
    double round = unit;
    for (const double step : {2.0, 5.0})
      if (step * unit <= value * 1.0001) round = step * unit;
    if (part == 1) round = most;
    if (most == std::round(most) && round < 1) continue;
    if (shown.empty() || round < shown.back()) shown.push_back(round);
  }
  return shown;
}

/// Areas go with values.
double name_size(double value, double most) {
  const double share = most > 0 ? std::sqrt(std::clamp(value / most, 0.0, 1.0)) : 0;
  return smallest_name + (largest_name - smallest_name) * share;
}

double line_width(double value, double most) {
  const double share = most > 0 ? std::clamp(value / most, 0.0, 1.0) : 0;
  return std::max(thinnest_line, thickest_line * share);
}

class Encoder {
 public:
  Encoder(Diagram& diagram, const Graph& graph, const SelectedFacts& facts,
          const LanguagePreference& languages)
      : diagram_(diagram), graph_(graph), facts_(facts), languages_(languages) {}

  void sizes(const std::string& name) {
    const std::map<EntityId, double> values = values_of_entities(graph_, facts_, name);
    double most = 0;
    for (const DiagramNode& node : diagram_.nodes)
      most = std::max(most, value_in(values, node).value_or(0));
    for (DiagramNode& node : diagram_.nodes)
      node.text_size = name_size(value_in(values, node).value_or(0), most);
    const Phrase title = measure_label(name, languages_);
    for (const double value : values_shown(most))
      explain(SizeMark{name_size(value, most) / largest_name}, title, value);
  }

  void widths(const std::string& name) {
    if (name != "count") require_attribute_of_relations(graph_, "--width-by", name, {"count"});
    std::vector<double> values;
    double most = 0;
    for (const DiagramEdge& edge : diagram_.edges) {
      values.push_back(name == "count" ? static_cast<double>(edge.relations.size())
                                       : sum_of(edge, name));
      most = std::max(most, values.back());
    }
    if (name != "count" && most <= 0)
      throw InvalidArgument("no-number", "--width-by: no relation drawn has a number '" +
                                             drawable(name) + "' above 0");
    for (std::size_t i = 0; i < values.size(); ++i)
      diagram_.edges[i].width = line_width(values[i], most);
    const Phrase title = name == "count" ? word(Word::relations_of_a_line, languages_)
                                         : Phrase{drawable(name + units_of(name)), "en"};
    for (const double value : values_shown(most))
      explain(WidthMark{line_width(value, most)}, title, value);
  }

  void communities() {
    const Groups groups = leiden(graph_.network_of(facts_)).groups;
    std::vector<std::pair<std::string, std::set<EntityId>>> parts;
    for (const auto& group : groups) {
      const std::set<EntityId> members(group.begin(), group.end());
      const std::size_t drawn = drawn_of(members);
      if (drawn < 2) continue;
      parts.emplace_back(chief_of(members) + " (" + std::to_string(drawn) + ")", members);
    }
    std::stable_sort(parts.begin(), parts.end(), [&](const auto& a, const auto& b) {
      return drawn_of(a.second) > drawn_of(b.second);
    });
    colour_parts(parts, word(Word::community, languages_));
  }

  void colours(const std::string& name) {
    require_attribute_of_entities(graph_, "--color-by", name, {"kind", "community"});
    std::map<EntityId, double> numbers;
    std::map<std::string, std::set<EntityId>> by_value;
    for (const DiagramNode& node : diagram_.nodes) {
      const auto value = attribute_of(node, name);
      if (!value) continue;
      const EntityId entity = *entity_of(node);
      const std::string words = words_of_value(value, languages_);
      std::set<EntityId>& members = by_value[drawable(words)];
      members.insert(entity);
      for (const std::string& id : node.stands_for)  // twins have its value
        if (const auto twin = graph_.entity(id);
            twin && words_of_value(graph_.attribute(*twin, name), languages_) == words)
          members.insert(*twin);
      if (const auto number = number_of(value))
        for (const EntityId each : members) numbers.emplace(each, *number);
    }
    if (by_value.empty()) return;
    std::size_t valued = 0;
    for (const auto& [value, members] : by_value) valued += members.size();
    if (numbers.size() == valued && by_value.size() > 2) return colour_steps(numbers, name);
    std::vector<std::pair<std::string, std::set<EntityId>>> parts(by_value.begin(), by_value.end());
    std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) {
      return a.second.size() > b.second.size();
    });
    for (auto& [value, members] : parts) value += " (" + std::to_string(members.size()) + ")";
    colour_parts(parts, {drawable(name), "en"});
  }

  void labels(const std::string& name) {
    require_attribute(graph_, "--label-by", name);
    for (DiagramNode& node : diagram_.nodes) {
      const std::string value = drawable(words_of_value(attribute_of(node, name), languages_));
      if (!value.empty()) node.detail_lines.push_back({value, "en"});
    }
    for (DiagramEdge& edge : diagram_.edges) {
      std::set<std::string> values;
      for (const std::string& id : edge.relations)
        if (const auto relation = graph_.relation(id))
          values.insert(drawable(words_with_unit(graph_, *relation, name, languages_)));
      std::string all;
      for (const std::string& value : values)
        if (!value.empty()) (all += all.empty() ? "" : ", ") += value;
      if (all.empty()) continue;
      edge.value = all;
      edge.label = edge.label.empty() ? all : edge.label + ": " + all;
      if (edge.label_language.empty()) edge.label_language = "en";
    }
  }

 private:
  /// None for a box that stands for no single entity.
  [[nodiscard]] std::optional<EntityId> entity_of(const DiagramNode& node) const {
    return graph_.entity(node.id);
  }

  [[nodiscard]] std::optional<AttributeValue> attribute_of(const DiagramNode& node,
                                                           const std::string& name) const {
    const auto entity = entity_of(node);
    return entity ? graph_.attribute(*entity, name) : std::nullopt;
  }

  [[nodiscard]] bool is_among(const std::set<EntityId>& members, const DiagramNode& node) const {
    const auto entity = entity_of(node);
    return entity && members.contains(*entity);
  }

  [[nodiscard]] std::optional<double> value_in(const std::map<EntityId, double>& values,
                                               const DiagramNode& node) const {
    const auto entity = entity_of(node);
    const auto found = entity ? values.find(*entity) : values.end();
    return found == values.end() ? std::nullopt : std::optional(found->second);
  }

  [[nodiscard]] double sum_of(const DiagramEdge& edge, const std::string& name) const {
    double sum = 0;
    for (const std::string& id : edge.relations)
      if (const auto relation = graph_.relation(id))
        sum += number_of(graph_.attribute(*relation, name)).value_or(0);
    return sum;
  }

  /// " (EUR)", or " (EUR, USD)" where the relations drawn have several.
  [[nodiscard]] std::string units_of(const std::string& name) const {
    std::set<std::string> units;
    for (const DiagramEdge& edge : diagram_.edges)
      for (const std::string& id : edge.relations)
        if (const auto relation = graph_.relation(id))
          if (number_of(graph_.attribute(*relation, name)))
            units.insert(unit_of(graph_, *relation, name));
    units.erase("");
    std::string all;
    for (const std::string& unit : units) all += (all.empty() ? "" : ", ") + unit;
    return all.empty() ? all : " (" + all + ")";
  }

  [[nodiscard]] std::size_t drawn_of(const std::set<EntityId>& members) const {
    return static_cast<std::size_t>(
        std::count_if(diagram_.nodes.begin(), diagram_.nodes.end(),
                      [&](const DiagramNode& node) { return is_among(members, node); }));
  }

  /// The name of the member that is drawn with most lines.
  [[nodiscard]] std::string chief_of(const std::set<EntityId>& members) const {
    std::vector<std::size_t> lines(diagram_.nodes.size(), 0);
    for (const DiagramEdge& edge : diagram_.edges) {
      ++lines[edge.from];
      ++lines[edge.to];
    }
    const DiagramNode* chief = nullptr;
    std::size_t most = 0;
    for (std::size_t i = 0; i < diagram_.nodes.size(); ++i) {
      const DiagramNode& node = diagram_.nodes[i];
      if (!is_among(members, node) || (chief != nullptr && lines[i] <= most)) continue;
      chief = &node;
      most = lines[i];
    }
    return chief == nullptr || chief->names.empty() ? std::string() : chief->names.front().text;
  }

  /// A letter says beside a name what its colour says.
  void colour_parts(const std::vector<std::pair<std::string, std::set<EntityId>>>& parts,
                    const Phrase& title) {
    for (std::size_t i = 0; i < std::min(parts.size(), qualitative_tints); ++i) {
      const std::string letter(1, static_cast<char>('A' + i));
      for (DiagramNode& node : diagram_.nodes) {
        if (!is_among(parts[i].second, node)) continue;
        node.tint = i + 1;
        node.year = written_beside(node.year, letter);
        if (node.year_language.empty()) node.year_language = "en";
      }
      explain(TintMark{i + 1}, {i == 0 ? title.text : std::string(), title.language},
              letter + "\u2002" + parts[i].first);
    }
  }

  static std::string written_beside(const std::string& year, const std::string& letter) {
    return year.empty() ? letter : year + " \u00B7 " + letter;
  }

  /// Five steps of as many entities each, as far as equal values allow.
  void colour_steps(const std::map<EntityId, double>& numbers, const std::string& name) {
    std::vector<double> sorted;
    for (const auto& [entity, number] : numbers) sorted.push_back(number);
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> least;  // of each step
    for (std::size_t i = 0; i < sequential_tints; ++i) {
      const double value = sorted[i * sorted.size() / sequential_tints];
      if (least.empty() || value > least.back()) least.push_back(value);
    }
    const auto step_of = [&](double number) {
      return static_cast<std::size_t>(std::upper_bound(least.begin(), least.end(), number) -
                                      least.begin()) -
             1;
    };
    std::vector<double> highest = least;
    for (const double number : sorted) highest[step_of(number)] = number;
    for (DiagramNode& node : diagram_.nodes)
      if (const auto number = value_in(numbers, node))
        node.tint = qualitative_tints + 1 + step_of(*number);
    for (std::size_t i = 0; i < least.size(); ++i)
      explain(
          TintMark{qualitative_tints + 1 + i}, {i == 0 ? drawable(name) : std::string(), "en"},
          measure_in_words(least[i], languages_) +
              (highest[i] > least[i] ? "\u2013" + measure_in_words(highest[i], languages_) : ""));
  }

  void explain(const Mark& mark, const Phrase& title, double value) {
    const bool first =
        diagram_.page.legend.empty() || diagram_.page.legend.back().mark.index() != mark.index();
    explain(mark, {first ? title.text : std::string(), title.language},
            measure_in_words(value, languages_));
  }

  void explain(const Mark& mark, const Phrase& title, const std::string& value) {
    const std::string_view colon = is_written_in_han(title.language) ? "\uFF1A" : ": ";
    diagram_.page.legend.push_back(
        {mark,
         {title.text.empty() ? value : title.text + std::string(colon) + value, title.language}});
  }

  Diagram& diagram_;
  const Graph& graph_;
  const SelectedFacts& facts_;
  const LanguagePreference& languages_;
};

}  // namespace

void encode(Diagram& diagram, const Graph& graph, const SelectedFacts& facts,
            const DiagramOptions& options, const LanguagePreference& languages) {
  Encoder encoder(diagram, graph, facts, languages);
  if (!options.label_by.empty()) encoder.labels(options.label_by);
  if (!options.size_by.empty()) encoder.sizes(options.size_by);
  if (!options.width_by.empty()) encoder.widths(options.width_by);
  if (options.color_by == "community")
    encoder.communities();
  else if (!options.color_by.empty() && options.color_by != "kind")
    encoder.colours(options.color_by);
}

void neutral_kinds(Style& style) {
  for (NodeStyle& look : style.nodes) {
    look.fill = style.background;
    look.line = style.secondary;
  }
}

}  // namespace entente

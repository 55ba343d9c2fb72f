#include "render/diagram/drawn_values.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <vector>

#include <entente/algorithm/communities.hpp>
#include <entente/algorithm/measures.hpp>
#include <entente/error.hpp>
#include <entente/network/network.hpp>
#include <entente/text/edit_distance.hpp>
#include <entente/text/safe.hpp>

#include "words/number_words.hpp"

namespace entente {
namespace {

using AttributeNames = std::set<std::string, std::less<>>;

void add_names(AttributeNames& names, const Attributes& attributes) {
  for (const auto& [name, value] : attributes) names.insert(name);
}

AttributeNames names_on_entities(const Graph& graph) {
  AttributeNames names;
  for (const EntityId entity : graph.entities()) add_names(names, graph.record(entity).attributes);
  return names;
}

AttributeNames names_on_relations(const Graph& graph) {
  AttributeNames names;
  for (const RelationId relation : graph.relations())
    add_names(names, graph.record(relation).attributes);
  return names;
}

void require_known(AttributeNames known, std::string_view option, std::string_view name,
                   std::string_view of, std::initializer_list<std::string_view> others) {
  if (known.contains(name)) return;
  for (const std::string_view other : others) known.emplace(other);
  const std::vector<std::string> names(known.begin(), known.end());
  const auto meant = nearest(name, names);
  std::string list;
  constexpr std::size_t most_named = 12;
  for (std::size_t i = 0; i < std::min(most_named, names.size()); ++i)
    (list += list.empty() ? "" : ", ") += terminal_safe(names[i]);
  throw InvalidArgument("unknown-attribute",
                        std::string(option) + ": no " + std::string(of) + " has '" +
                            terminal_safe(name) + "'" +
                            (meant ? "; did you mean " + terminal_safe(*meant) + "?" : "") +
                            (list.empty() ? "" : "\nthere is " + list));
}

struct NumberIn {
  std::optional<double> operator()(std::int64_t value) const { return static_cast<double>(value); }
  std::optional<double> operator()(std::uint64_t value) const { return static_cast<double>(value); }
  std::optional<double> operator()(double value) const {
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
  }
  template <typename Other>
  std::optional<double> operator()(const Other&) const {
    return std::nullopt;
  }
};

std::string words_of_scalar(const Scalar& scalar, const LanguagePreference& languages) {
  if (const auto* text = std::get_if<std::string>(&scalar)) return *text;
  if (const auto* truth = std::get_if<bool>(&scalar)) return *truth ? "true" : "false";
  if (const auto* whole = std::get_if<std::int64_t>(&scalar))
    return digits_in_words(std::to_string(*whole), languages);
  if (const auto* large = std::get_if<std::uint64_t>(&scalar))
    return digits_in_words(std::to_string(*large), languages);
  const std::optional<double> number = std::visit(NumberIn{}, scalar);
  return number ? number_in_words(*number, languages) : std::string();
}

}  // namespace

std::optional<double> number_of(const std::optional<AttributeValue>& value) {
  const Scalar* scalar = value ? std::get_if<Scalar>(&*value) : nullptr;
  return scalar ? std::visit(NumberIn{}, *scalar) : std::nullopt;
}

std::string words_of_value(const std::optional<AttributeValue>& value,
                           const LanguagePreference& languages) {
  if (!value) return {};
  if (const auto* scalar = std::get_if<Scalar>(&*value)) return words_of_scalar(*scalar, languages);
  std::string text;
  for (const Scalar& each : std::get<std::vector<Scalar>>(*value))
    (text += text.empty() ? "" : ", ") += words_of_scalar(each, languages);
  return text;
}

std::string substance_of(const Graph& graph, RelationId relation,
                         const LanguagePreference& languages) {
  std::string text;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) (text += text.empty() ? "" : ", ") += part;
  };
  for (const char* name : {"role", "areas", "how"}) {
    const auto value = graph.attribute(relation, name);
    if (!number_of(value)) add(words_of_value(value, languages));  // a number of areas names none
  }
  add(words_with_unit(graph, relation, "amount", languages));
  return text;
}

std::string unit_of(const Graph& graph, RelationId relation, std::string_view name) {
  std::string unit;
  if (name != "amount") return unit;
  for (const char* each : {"unit", "currency"}) {
    const auto value = graph.attribute(relation, each);
    const Scalar* scalar = value ? std::get_if<Scalar>(&*value) : nullptr;
    const std::string* text = scalar ? std::get_if<std::string>(scalar) : nullptr;
    if (text != nullptr && !text->empty()) (unit += unit.empty() ? "" : " ") += *text;
  }
  return unit;
}

std::string words_with_unit(const Graph& graph, RelationId relation, std::string_view name,
                            const LanguagePreference& languages) {
  std::string text = words_of_value(graph.attribute(relation, name), languages);
  const std::string unit = text.empty() ? text : unit_of(graph, relation, name);
  return unit.empty() ? text : text + " " + unit;
}

std::map<EntityId, double> values_of_entities(const Graph& graph, const SelectedFacts& facts,
                                              std::string_view name) {
  std::map<EntityId, double> values;
  const auto known = std::ranges::find(measures(), name, &Measure::name);
  if (known != measures().end() && known->subject == Subject::entities) {
    const Network network = graph.network_of(facts);
    for (const auto& [entity, score] : rank(network, name))
      if (std::isfinite(score)) values.emplace(entity, score);
    return values;
  }
  AttributeNames names;
  for (const EntityId entity : graph.entities()) {
    add_names(names, graph.record(entity).attributes);
    if (const auto number = number_of(graph.attribute(entity, name)))
      values.emplace(entity, *number);
  }
  if (values.empty()) {
    for (const Measure& measure : measures())
      if (measure.subject == Subject::entities && !names.contains(name))
        names.emplace(measure.name);
    require_known(names, "--size-by", name, "measure and no entity's attribute", {});
    throw InvalidArgument("no-number", "--size-by: no entity has a number '" + terminal_safe(name) +
                                           "'; text does for --color-by and --label-by");
  }
  return values;
}

void require_attribute_of_entities(const Graph& graph, std::string_view option,
                                   std::string_view name,
                                   std::initializer_list<std::string_view> others) {
  require_known(names_on_entities(graph), option, name, "entity", others);
}

void require_attribute_of_relations(const Graph& graph, std::string_view option,
                                    std::string_view name,
                                    std::initializer_list<std::string_view> others) {
  require_known(names_on_relations(graph), option, name, "relation", others);
}

void require_attribute(const Graph& graph, std::string_view option, std::string_view name) {
  AttributeNames names = names_on_entities(graph);
  names.merge(names_on_relations(graph));
  require_known(std::move(names), option, name, "entity and no relation", {});
}

std::map<EntityId, std::string> values_drawn(const Graph& graph, const SelectedFacts& facts,
                                             const DiagramOptions& options) {
  const LanguagePreference languages = LanguagePreference::parse(options.languages);
  std::map<EntityId, std::string> values;
  const auto add_attribute = [&](const std::string& name) {
    for (const EntityId entity : facts.entities)
      values[entity] += words_of_value(graph.attribute(entity, name), languages) + "\n";
  };
  if (!options.size_by.empty())
    for (const auto& [entity, value] : values_of_entities(graph, facts, options.size_by))
      values[entity] += std::to_string(value) + "\n";
  if (options.color_by == "community") {
    const Groups groups = leiden(graph.network_of(facts)).groups;
    std::size_t number = 0;
    for (const auto& group : groups) {
      ++number;
      for (const EntityId entity : group) values[entity] += std::to_string(number) + "\n";
    }
  } else if (!options.color_by.empty() && options.color_by != "kind") {
    add_attribute(options.color_by);
  }
  if (!options.label_by.empty()) add_attribute(options.label_by);
  return values;
}

}  // namespace entente

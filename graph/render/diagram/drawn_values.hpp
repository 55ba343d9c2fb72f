#pragma once

/// The values that sizes, widths, colours and labels of a diagram are drawn by.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>
#include <entente/model/record.hpp>

namespace entente {

/// The number of an attribute's value; text, truth and lists are none.
[[nodiscard]] std::optional<double> number_of(const std::optional<AttributeValue>& value);

/// The value in words, lists with commas; "" for none. Numbers are exact, from 10,000 on with
/// thousands separated: smaller ones may be years.
[[nodiscard]] std::string words_of_value(const std::optional<AttributeValue>& value);

/// An attribute of a relation in words; an amount with its unit or currency.
[[nodiscard]] std::string words_of_attribute(const Graph& graph, RelationId relation,
                                             std::string_view name);

/// What a tie consists of, in the words of its record: its role, areas, how, and amount with unit;
/// "" if it says none of these.
[[nodiscard]] std::string substance_of(const Graph& graph, RelationId relation);

/// A number as a legend says it: whole ones and large ones without a point, thousands separated,
/// others to three digits.
[[nodiscard]] std::string number_in_words(double value);

/// What a measure of entities says of each, in the network of the facts, or a numeric attribute of
/// entities. @throws InvalidArgument `unknown-attribute`, with the nearest known name, for what is
/// neither; `no-number` for an attribute that has a number on none of them.
[[nodiscard]] std::map<EntityId, double> values_of_entities(const Graph& graph,
                                                            const SelectedFacts& facts,
                                                            std::string_view name);

/// Refuses names of attributes that no entity, or no relation, has: `unknown-attribute`. `others`
/// are further words that would do.
void require_attribute_of_entities(const Graph& graph, std::string_view option,
                                   std::string_view name,
                                   std::initializer_list<std::string_view> others);
void require_attribute_of_relations(const Graph& graph, std::string_view option,
                                    std::string_view name,
                                    std::initializer_list<std::string_view> others);
/// The same for what either may have.
void require_attribute(const Graph& graph, std::string_view option, std::string_view name);

}  // namespace entente

#pragma once

/// The values that sizes, widths, colours and labels of a diagram are drawn by.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>
#include <entente/model/record.hpp>
#include <entente/render/diagram.hpp>
#include <entente/text/language.hpp>

namespace entente {

/// The number of an attribute's value; text, truth and lists are none.
[[nodiscard]] std::optional<double> number_of(const std::optional<AttributeValue>& value);

/// The value in words, lists with commas; "" for none.
[[nodiscard]] std::string words_of_value(const std::optional<AttributeValue>& value,
                                         const LanguagePreference& languages);

/// What the attribute of a relation is counted in, as its record says: "EUR"; "" for none.
[[nodiscard]] std::string unit_of(const Graph& graph, RelationId relation, std::string_view name);

/// The value of a relation's attribute with its unit: "12,500,000 EUR"; "" for none.
[[nodiscard]] std::string words_with_unit(const Graph& graph, RelationId relation,
                                          std::string_view name,
                                          const LanguagePreference& languages);

/// What a tie consists of, in the words of its record: its role, areas, how, and amount with unit;
/// "" if it says none of these.
[[nodiscard]] std::string substance_of(const Graph& graph, RelationId relation,
                                       const LanguagePreference& languages);

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

/// What `size_by`, `color_by` and `label_by` of the options draw of each entity, as a text that two
/// of them share if they are drawn alike; without text, or absent, where nothing is drawn so.
/// @throws InvalidArgument as `values_of_entities`. Cost: that of the measure or the communities.
[[nodiscard]] std::map<EntityId, std::string> values_drawn(const Graph& graph,
                                                           const SelectedFacts& facts,
                                                           const DiagramOptions& options);

}  // namespace entente

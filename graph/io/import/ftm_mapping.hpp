#pragma once

/// Mappings of followthemoney (`ftm map`), as far as ours can say the same.

#include <string>
#include <string_view>

namespace entente::import {

/// Whether a text is a mapping in YAML and not one of ours.
[[nodiscard]] bool is_yaml_mapping(std::string_view text, std::string_view name);

/// The same mapping as ours, in JSON; tables and properties stand on the lines where they stood.
///
/// Entities of edge schemata become relations, others entities, whose ids are made of their keys.
/// Names, dates and codes have their places, other properties are attributes. What would be read
/// otherwise than `ftm map` does is refused: databases, schemata that are no kind of ours.
/// @throws DossierError `bad-mapping`
/// @see https://followthemoney.tech/docs/mappings/
[[nodiscard]] std::string mapping_of_ftm(std::string_view yaml, const std::string& name);

}  // namespace entente::import

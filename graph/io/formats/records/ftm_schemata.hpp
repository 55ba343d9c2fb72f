#pragma once

/// The schemata of followthemoney that we know, and what they are to us.
/// @see https://followthemoney.tech/explorer/

#include <string>
#include <string_view>

#include "io/formats/widened_vocabulary.hpp"

namespace entente {

/// A schema whose entities are edges.
struct FtmEdge {
  std::string_view schema = {};
  std::string_view source = {};  ///< property of the edge's own source
  std::string_view target = {};
  NeededType type = {};
  bool reversed = false;  ///< our `from` is its target
};

/// The edge schema of that name, or nullptr.
[[nodiscard]] const FtmEdge* find_ftm_edge(std::string_view schema);
/// The edge schema for relations of a type between entities of those schemata; UnknownLink if none
/// says it better.
[[nodiscard]] const FtmEdge& ftm_edge_of(std::string_view type, std::string_view to_schema);

/// The kind of a schema's entities; empty if the schema is not known.
[[nodiscard]] std::string_view kind_of_ftm(std::string_view schema);
/// The schema that stands for a kind, or for one of the kinds above it.
[[nodiscard]] std::string_view ftm_schema_of(std::string_view kind, const Vocabulary& vocabulary);
/// Which of two schemata of one entity says more.
[[nodiscard]] bool is_more_specific(std::string_view schema, std::string_view than);

/// The properties that give an entity's lifespan.
struct FtmLifespan {
  std::string_view schema = {};
  std::string_view start = {};
  std::string_view end = {};
};
/// Of a schema; those of `Interval` if it has none of its own.
[[nodiscard]] FtmLifespan ftm_lifespan(std::string_view schema);

}  // namespace entente

#pragma once

/// Records of other programs that are more than nodes and edges.

#include <iosfwd>
#include <string_view>

#include <entente/io/convert.hpp>

#include "io/formats/foreign.hpp"

namespace entente {

/// followthemoney as JSON Lines: an entity a line, relations as entities of an edge schema. What
/// its properties cannot say stands in a member `entente` beside them, which other programs keep
/// or pass over.
[[nodiscard]] LossReport write_ftm(std::ostream& out, const Dossier& dossier,
                                   const Vocabulary& vocabulary, const ConvertOptions& options);
/// The same, and statements in CSV.
void read_ftm(ForeignReading& reading);
[[nodiscard]] bool is_ftm(std::string_view text);

/// Entities of Wikidata, or of another Wikibase with its properties, as JSON.
void read_wikidata(ForeignReading& reading);
[[nodiscard]] bool is_wikidata(std::string_view text);

/// Popolo: persons, organizations, memberships, posts, areas, events.
void read_popolo(ForeignReading& reading);
[[nodiscard]] bool is_popolo(std::string_view text);

}  // namespace entente

#pragma once

/// The readers of other programs' formats, for the table of formats.

#include <string_view>

#include <entente/io/format_list.hpp>

namespace entente {

/// The format in which a file can be read that is no dossier's own: as its name ends and, where
/// formats share an ending or the name has none that is known, by the text. Else nullptr.
[[nodiscard]] const DossierFormat* foreign_format_of(std::string_view name, std::string_view bytes);

/// Whether a reader makes a `PropertyRecords` of its files, so that relations can become columns.
[[nodiscard]] bool fills_columns(const DossierFormat& format);

/// Whether a dossier without records is an empty file in that format.
[[nodiscard]] bool may_be_empty(const DossierFormat& format);

void read_csv(ForeignReading& reading);
void read_tsv(ForeignReading& reading);
void read_graphml(ForeignReading& reading);
[[nodiscard]] bool is_graphml(std::string_view text);
void read_gexf(ForeignReading& reading);
[[nodiscard]] bool is_gexf(std::string_view text);
void read_dot(ForeignReading& reading);
[[nodiscard]] bool is_dot(std::string_view text);
void read_json_graph(ForeignReading& reading);
[[nodiscard]] bool is_json_graph(std::string_view text);
void read_node_link(ForeignReading& reading);
[[nodiscard]] bool is_node_link(std::string_view text);
void read_cytoscape(ForeignReading& reading);
[[nodiscard]] bool is_cytoscape(std::string_view text);

}  // namespace entente

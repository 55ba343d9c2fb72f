#pragma once

/// The readers of other programs' formats, for the table of formats.

#include <span>
#include <string_view>

#include <entente/io/format_list.hpp>

namespace entente {

/// The table of formats as readers know it: `write` and `write_files` are not there.
[[nodiscard]] std::span<const DossierFormat> input_formats();
/// As `find_dossier_format` and `format_of_file`, of that table.
[[nodiscard]] const DossierFormat* find_input_format(std::string_view name);
[[nodiscard]] const DossierFormat* input_format_of_file(std::string_view path);
/// Refuses a name that is not empty and names no format that is read.
/// @throws InvalidArgument `unknown-format`, with the nearest known.
void require_format(std::string_view name);

/// What both tables are asked.
[[nodiscard]] const DossierFormat* format_named(std::span<const DossierFormat> formats,
                                                std::string_view name);
[[nodiscard]] const DossierFormat* format_of_ending(std::span<const DossierFormat> formats,
                                                    std::string_view path);

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

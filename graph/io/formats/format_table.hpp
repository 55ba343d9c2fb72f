#pragma once

/// The table of formats.

#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string_view>

#include <entente/io/format_list.hpp>

#include "io/formats/database/database_formats.hpp"
#include "io/formats/database/database_readers.hpp"
#include "io/formats/datasets/dataset_readers.hpp"
#include "io/formats/readers.hpp"
#include "io/formats/records/record_formats.hpp"
#include "io/formats/report/report_formats.hpp"

namespace entente {

/// What a table names, and so brings into a program: one that only reads needs no writers, which
/// are a third of this room.
enum class Links : std::uint8_t { readers, readers_and_writers };

template <Links links, typename Write>
constexpr Write* written(Write* write) {
  return links == Links::readers_and_writers ? write : nullptr;
}

LossReport write_own_json(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                          const ConvertOptions& options);
LossReport write_own_lines(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                           const ConvertOptions& options);

template <std::size_t n>
using Endings = std::array<std::string_view, n>;

inline constexpr Endings<1> json_endings = {".json"};
inline constexpr Endings<2> lines_endings = {".jsonl", ".ndjson"};
inline constexpr Endings<4> event_endings = {".tab", ".tsv", ".txt", ".csv"};
inline constexpr Endings<1> csv_table_endings = {".csv"};
inline constexpr Endings<3> json_text_endings = {".json", ".jsonl", ".ndjson"};
inline constexpr Endings<6> ftm_endings = {".ftm", ".ijson", ".jsonl", ".ndjson", ".json", ".csv"};
inline constexpr Endings<3> sqlite_endings = {".sqlite", ".sqlite3", ".db"};
inline constexpr Endings<2> mermaid_endings = {".mmd", ".mermaid"};
inline constexpr Endings<2> markdown_endings = {".md", ".markdown"};
inline constexpr Endings<2> html_endings = {".html", ".htm"};
inline constexpr Endings<1> xlsx_endings = {".xlsx"};
inline constexpr Endings<1> csv_endings = {".csv"};
inline constexpr Endings<2> tsv_endings = {".tsv", ".tab"};
inline constexpr Endings<2> graphml_endings = {".graphml", ".xml"};
inline constexpr Endings<2> gexf_endings = {".gexf", ".xml"};
inline constexpr Endings<2> dot_endings = {".dot", ".gv"};
inline constexpr Endings<2> json_graph_endings = {".jgf", ".json"};
inline constexpr Endings<2> cytoscape_endings = {".cyjs", ".json"};

// Where formats share an ending, the first that recognizes the text is taken, else the first.
template <Links links>
inline constexpr std::array every_format = {
    DossierFormat{.name = "json",
                  .endings = json_endings,
                  .description = "a dossier, one JSON object",
                  .write = written<links>(write_own_json),
                  .keeps_foreign = true},
    DossierFormat{.name = "jsonl",
                  .endings = lines_endings,
                  .description = "a dossier, a record a line",
                  .write = written<links>(write_own_lines),
                  .keeps_foreign = true},
    DossierFormat{.name = "csv",
                  .endings = csv_endings,
                  .description = "tables of nodes and edges, as Gephi and spreadsheets have them",
                  .read = read_csv,
                  .write_files = written<links>(write_csv),
                  .folder = true},
    DossierFormat{.name = "tsv",
                  .endings = tsv_endings,
                  .description = "the same with tabs between cells",
                  .read = read_tsv,
                  .write_files = written<links>(write_tsv),
                  .folder = true},
    DossierFormat{.name = "graphml",
                  .endings = graphml_endings,
                  .description = "NetworkX, igraph, yEd, Gephi and many more",
                  .cannot_carry = "ties without direction get one, and a mark; characters that "
                                  "XML has not",
                  .read = read_graphml,
                  .recognizes = is_graphml,
                  .write = written<links>(write_graphml)},
    DossierFormat{.name = "gexf",
                  .endings = gexf_endings,
                  .description = "Gephi, with dates as days",
                  .cannot_carry = "ties without direction get one, and a mark; characters that "
                                  "XML has not",
                  .read = read_gexf,
                  .recognizes = is_gexf,
                  .write = written<links>(write_gexf)},
    DossierFormat{.name = "dot",
                  .endings = dot_endings,
                  .description = "Graphviz and what reads its files",
                  .read = read_dot,
                  .recognizes = is_dot,
                  .write = written<links>(write_plain_dot)},
    DossierFormat{.name = "jgf",
                  .endings = json_graph_endings,
                  .description = "JSON Graph Format",
                  .read = read_json_graph,
                  .recognizes = is_json_graph,
                  .write = written<links>(write_json_graph)},
    DossierFormat{.name = "node-link",
                  .endings = json_endings,
                  .description = "NetworkX and D3",
                  .cannot_carry = "ties without direction get one, and a mark",
                  .read = read_node_link,
                  .recognizes = is_node_link,
                  .write = written<links>(write_node_link)},
    DossierFormat{.name = "cytoscape",
                  .endings = cytoscape_endings,
                  .description = "Cytoscape and Cytoscape.js",
                  .cannot_carry = "relations named like entities get another id; integers beyond "
                                  "2^53 lose digits",
                  .read = read_cytoscape,
                  .recognizes = is_cytoscape,
                  .write = written<links>(write_cytoscape)},
    DossierFormat{.name = "ftm",
                  .endings = ftm_endings,
                  .description = "followthemoney, an entity a line; its statements in CSV are read",
                  .read = read_ftm,
                  .recognizes = is_ftm,
                  .write = written<links>(write_ftm),
                  .keeps_foreign = true},
    DossierFormat{.name = "sqlite",
                  .endings = sqlite_endings,
                  .description = "a database of SQLite, with views for people",
                  .read = read_sqlite,
                  .recognizes = is_sqlite,
                  .write = written<links>(write_sqlite),
                  .content = Content::binary},
    DossierFormat{.name = "neo4j",
                  .endings = csv_table_endings,
                  .description = "CSV that neo4j-admin imports, a file a kind and a type",
                  .cannot_carry = "ties without direction get one, and a mark",
                  .read = read_neo4j,
                  .recognizes = is_neo4j,
                  .write_files = written<links>(write_neo4j),
                  .folder = true},
    DossierFormat{.name = "wikidata",
                  .endings = json_text_endings,
                  .description = "items of Wikidata, or of another Wikibase with its properties",
                  .read = read_wikidata,
                  .recognizes = is_wikidata},
    DossierFormat{.name = "popolo",
                  .endings = json_endings,
                  .description = "Popolo: persons, organizations, memberships, posts",
                  .read = read_popolo,
                  .recognizes = is_popolo},
    DossierFormat{.name = "atop",
                  .endings = csv_table_endings,
                  .description = "Alliance Treaty Obligations and Provisions, member level",
                  .read = read_atop,
                  .recognizes = is_atop},
    DossierFormat{.name = "cow",
                  .endings = csv_table_endings,
                  .description = "Correlates of War, formal alliances by member",
                  .read = read_cow,
                  .recognizes = is_cow},
    DossierFormat{.name = "icews",
                  .endings = event_endings,
                  .description = "ICEWS Coded Event Data",
                  .read = read_icews,
                  .recognizes = is_icews},
    DossierFormat{.name = "plover",
                  .endings = event_endings,
                  .description = "events after PLOVER, as POLECAT has them",
                  .read = read_plover,
                  .recognizes = is_plover},
    DossierFormat{.name = "mermaid",
                  .endings = mermaid_endings,
                  .description = "a Mermaid flowchart, in Markdown and wikis",
                  .cannot_carry =
                      "one name an entity; no sources, attributes and codes; at most 500 "
                      "relations",
                  .write = written<links>(write_mermaid)},
    DossierFormat{.name = "markdown",
                  .endings = markdown_endings,
                  .description = "tables in Markdown, for reports",
                  .cannot_carry = "written for people, cannot be read back",
                  .write = written<links>(write_markdown)},
    DossierFormat{.name = "html",
                  .endings = html_endings,
                  .description = "the same tables as a web page, for reports",
                  .cannot_carry = "written for people, cannot be read back",
                  .write = written<links>(write_html)},
    DossierFormat{.name = "xlsx",
                  .endings = xlsx_endings,
                  .description = "a workbook for Excel and LibreOffice, a sheet a table",
                  .cannot_carry =
                      "lists become texts, cells hold 32,767 characters; `import` reads "
                      "it with a mapping",
                  .write = written<links>(write_xlsx),
                  .content = Content::binary},
    DossierFormat{.name = "graphframes",
                  .description = "CSV in parts, for GraphFrames of Spark",
                  .cannot_carry = "ties without direction get one, and a mark",
                  .write_files = written<links>(write_graphframes),
                  .folder = true},
};

}  // namespace entente

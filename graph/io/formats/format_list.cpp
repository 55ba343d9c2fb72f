#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <ostream>
#include <string>

#include <entente/io/compression.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/io/format_list.hpp>

#include "io/formats/database/database_formats.hpp"
#include "io/formats/database/database_readers.hpp"
#include "io/formats/datasets/dataset_readers.hpp"
#include "io/formats/readers.hpp"
#include "io/formats/records/record_formats.hpp"
#include "io/formats/report/report_formats.hpp"

namespace entente {
namespace {

LossReport write_own_json(std::ostream& out, const Dossier& dossier, const Vocabulary&,
                          const ConvertOptions&) {
  write_json(out, dossier);
  return {};
}

LossReport write_own_lines(std::ostream& out, const Dossier& dossier, const Vocabulary&,
                           const ConvertOptions&) {
  write_json_lines(out, dossier);
  return {};
}

template <std::size_t n>
using Endings = std::array<std::string_view, n>;

constexpr Endings<1> json_endings = {".json"};
constexpr Endings<2> lines_endings = {".jsonl", ".ndjson"};
constexpr Endings<4> event_endings = {".tab", ".tsv", ".txt", ".csv"};
constexpr Endings<1> csv_table_endings = {".csv"};
constexpr Endings<3> json_text_endings = {".json", ".jsonl", ".ndjson"};
constexpr Endings<6> ftm_endings = {".ftm", ".ijson", ".jsonl", ".ndjson", ".json", ".csv"};
constexpr Endings<3> sqlite_endings = {".sqlite", ".sqlite3", ".db"};
constexpr Endings<2> mermaid_endings = {".mmd", ".mermaid"};
constexpr Endings<2> markdown_endings = {".md", ".markdown"};
constexpr Endings<2> html_endings = {".html", ".htm"};
constexpr Endings<1> xlsx_endings = {".xlsx"};
constexpr Endings<1> csv_endings = {".csv"};
constexpr Endings<2> tsv_endings = {".tsv", ".tab"};
constexpr Endings<2> graphml_endings = {".graphml", ".xml"};
constexpr Endings<2> gexf_endings = {".gexf", ".xml"};
constexpr Endings<2> dot_endings = {".dot", ".gv"};
constexpr Endings<2> json_graph_endings = {".jgf", ".json"};
constexpr Endings<2> cytoscape_endings = {".cyjs", ".json"};

// Where formats share an ending, the first that recognizes the text is taken, else the first.
constexpr std::array every_format = {
    DossierFormat{.name = "json",
                  .endings = json_endings,
                  .description = "a dossier, one JSON object",
                  .write = write_own_json,
                  .keeps_foreign = true},
    DossierFormat{.name = "jsonl",
                  .endings = lines_endings,
                  .description = "a dossier, a record a line",
                  .write = write_own_lines,
                  .keeps_foreign = true},
    DossierFormat{.name = "csv",
                  .endings = csv_endings,
                  .description = "tables of nodes and edges, as Gephi and spreadsheets have them",
                  .read = read_csv,
                  .write_files = write_csv},
    DossierFormat{.name = "tsv",
                  .endings = tsv_endings,
                  .description = "the same with tabs between cells",
                  .read = read_tsv,
                  .write_files = write_tsv},
    DossierFormat{.name = "graphml",
                  .endings = graphml_endings,
                  .description = "NetworkX, igraph, yEd, Gephi and many more",
                  .cannot_carry = "ties without direction get one, and a mark; characters that "
                                  "XML has not",
                  .read = read_graphml,
                  .recognizes = is_graphml,
                  .write = write_graphml},
    DossierFormat{.name = "gexf",
                  .endings = gexf_endings,
                  .description = "Gephi, with dates as days",
                  .cannot_carry = "ties without direction get one, and a mark; characters that "
                                  "XML has not",
                  .read = read_gexf,
                  .recognizes = is_gexf,
                  .write = write_gexf},
    DossierFormat{.name = "dot",
                  .endings = dot_endings,
                  .description = "Graphviz and what reads its files",
                  .read = read_dot,
                  .recognizes = is_dot,
                  .write = write_plain_dot},
    DossierFormat{.name = "jgf",
                  .endings = json_graph_endings,
                  .description = "JSON Graph Format",
                  .read = read_json_graph,
                  .recognizes = is_json_graph,
                  .write = write_json_graph},
    DossierFormat{.name = "node-link",
                  .endings = json_endings,
                  .description = "NetworkX and D3",
                  .cannot_carry = "ties without direction get one, and a mark",
                  .read = read_node_link,
                  .recognizes = is_node_link,
                  .write = write_node_link},
    DossierFormat{.name = "cytoscape",
                  .endings = cytoscape_endings,
                  .description = "Cytoscape and Cytoscape.js",
                  .cannot_carry = "relations named like entities get another id; integers beyond "
                                  "2^53 lose digits",
                  .read = read_cytoscape,
                  .recognizes = is_cytoscape,
                  .write = write_cytoscape},
    DossierFormat{.name = "ftm",
                  .endings = ftm_endings,
                  .description = "followthemoney, an entity a line; its statements in CSV are read",
                  .read = read_ftm,
                  .recognizes = is_ftm,
                  .write = write_ftm,
                  .keeps_foreign = true},
    DossierFormat{.name = "sqlite",
                  .endings = sqlite_endings,
                  .description = "a database of SQLite, with views for people",
                  .read = read_sqlite,
                  .recognizes = is_sqlite,
                  .write = write_sqlite,
                  .content = Content::binary},
    DossierFormat{.name = "neo4j",
                  .endings = csv_table_endings,
                  .description = "CSV that neo4j-admin imports, a file a kind and a type",
                  .cannot_carry = "ties without direction get one, and a mark",
                  .read = read_neo4j,
                  .recognizes = is_neo4j,
                  .write_files = write_neo4j},
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
                  .write = write_mermaid},
    DossierFormat{.name = "markdown",
                  .endings = markdown_endings,
                  .description = "tables in Markdown, for reports",
                  .cannot_carry = "written for people, cannot be read back",
                  .write = write_markdown},
    DossierFormat{.name = "html",
                  .endings = html_endings,
                  .description = "the same tables as a web page, for reports",
                  .cannot_carry = "written for people, cannot be read back",
                  .write = write_html},
    DossierFormat{.name = "xlsx",
                  .endings = xlsx_endings,
                  .description = "a workbook for Excel and LibreOffice, a sheet a table",
                  .cannot_carry =
                      "lists become texts, cells hold 32,767 characters; `import` reads "
                      "it with a mapping",
                  .write = write_xlsx,
                  .content = Content::binary},
    DossierFormat{.name = "graphframes",
                  .description = "CSV in parts, for GraphFrames of Spark",
                  .cannot_carry = "ties without direction get one, and a mark",
                  .write_files = write_graphframes},
};

std::string ending_of(std::string_view path) {
  std::string ending = std::filesystem::path(uncompressed_name(path)).extension().string();
  for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return ending;
}

}  // namespace

bool DossierFormat::is_own() const {
  return write == write_own_json || write == write_own_lines;
}

std::span<const DossierFormat> dossier_formats() {
  return every_format;
}

const DossierFormat* find_dossier_format(std::string_view name) {
  const auto* found =
      std::find_if(every_format.begin(), every_format.end(),
                   [name](const DossierFormat& format) { return format.name == name; });
  return found == every_format.end() ? nullptr : found;
}

const DossierFormat* format_of_file(std::string_view path) {
  const std::string ending = ending_of(path);
  const auto* found =
      std::find_if(every_format.begin(), every_format.end(), [&](const DossierFormat& format) {
        return std::find(format.endings.begin(), format.endings.end(), ending) !=
               format.endings.end();
      });
  return found == every_format.end() ? nullptr : found;
}

namespace {

bool begins_as_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != text.npos && (text[first] == '{' || text[first] == '[');
}

/// The format that recognizes a text by itself.
const DossierFormat* recognized_format(std::string_view text) {
  const auto* found = std::ranges::find_if(every_format, [text](const DossierFormat& format) {
    return format.read != nullptr && format.recognizes != nullptr && format.recognizes(text);
  });
  return found == every_format.end() ? nullptr : found;
}

}  // namespace

const DossierFormat* foreign_format_of(std::string_view name, std::string_view bytes) {
  const std::string ending = ending_of(name);
  const bool is_named = format_of_file(name) != nullptr;
  const DossierFormat* by_ending = nullptr;
  for (const DossierFormat& format : every_format) {
    const bool ends_so =
        std::find(format.endings.begin(), format.endings.end(), ending) != format.endings.end();
    if (is_named && !ends_so) continue;
    if (format.read != nullptr && format.recognizes != nullptr && format.recognizes(bytes))
      return &format;
    if (ends_so && by_ending == nullptr) by_ending = &format;
  }
  if (ending == ".txt") {
    if (const DossierFormat* format = recognized_format(bytes)) return format;
    if (begins_as_json(bytes)) return nullptr;
  }
  return by_ending != nullptr && by_ending->read != nullptr ? by_ending : nullptr;
}

bool fills_columns(const DossierFormat& format) {
  constexpr std::array<DossierFormat::Reader, 7> readers = {
      read_csv, read_tsv, read_graphml, read_gexf, read_json_graph, read_node_link, read_cytoscape};
  return std::find(readers.begin(), readers.end(), format.read) != readers.end();
}

bool may_be_empty(const DossierFormat& format) {
  return format.read == read_ftm;
}

}  // namespace entente

#include <algorithm>
#include <array>
#include <ostream>

#include <entente/io/dossier_writer.hpp>
#include <entente/io/format_list.hpp>

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

constexpr std::array<std::string_view, 1> json_endings = {".json"};
constexpr std::array<std::string_view, 2> lines_endings = {".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 2> dot_endings = {".dot", ".gv"};

constexpr std::array<DossierFormat, 5> every_format = {{
    {"json", json_endings, Readable::yes, "a dossier, one JSON object", {}, write_own_json},
    {"jsonl", lines_endings, Readable::yes, "a dossier, a record a line", {}, write_own_lines},
    {"dot", dot_endings, Readable::no, "Graphviz and what reads its files", {}, write_plain_dot},
    {"node-link",
     {},
     Readable::no,
     "NetworkX and D3",
     "ties without direction get one, and a mark",
     write_node_link},
    {"cytoscape",
     {},
     Readable::no,
     "Cytoscape.js",
     "relations named like entities get another id; integers beyond 2^53 lose digits",
     write_cytoscape},
}};

}  // namespace

std::span<const DossierFormat> dossier_formats() {
  return every_format;
}

const DossierFormat* find_dossier_format(std::string_view name) {
  const auto* found =
      std::find_if(every_format.begin(), every_format.end(),
                   [name](const DossierFormat& format) { return format.name == name; });
  return found == every_format.end() ? nullptr : found;
}

}  // namespace entente

#include "foreign_files.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include <entente/error.hpp>
#include <entente/io/format_list.hpp>

namespace entente::tool {
namespace {

/// What a file of another program's format is, by its ending; empty if it may be a dossier.
std::string_view foreign_format(const std::string& path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> formats = {
      {{".csv", "a table (CSV)"},
       {".tsv", "a table (TSV)"},
       {".xlsx", "a workbook (Excel)"},
       {".ods", "a spreadsheet"},
       {".gexf", "a network of Gephi (GEXF)"},
       {".graphml", "a network in GraphML"},
       {".gml", "a network in GML"},
       {".net", "a network of Pajek"},
       {".dot", "a drawing of Graphviz (DOT)"},
       {".gv", "a drawing of Graphviz (DOT)"},
       {".dta", "a data set of Stata"}}};
  std::string ending = std::filesystem::path(path).extension().string();
  for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const auto* found =
      std::ranges::find(formats, ending, &std::pair<std::string_view, std::string_view>::first);
  return found == formats.end() ? std::string_view() : found->second;
}

}  // namespace

void refuse_foreign_files(const Call& call) {
  if (call.has("--from")) return;
  for (const std::string& path : call.dossiers) {
    const std::string_view what = foreign_format(path);
    std::error_code ignored;
    const DossierFormat* format = format_of_file(path);
    if (format != nullptr && format->is_read()) continue;
    if (what.empty() || !std::filesystem::is_regular_file(path, ignored)) continue;
    throw Error(Exit::bad_data, "foreign-format",
                path + ": this is " + std::string(what) +
                    ", and a dossier is JSON or JSON Lines\nwrite its rows as records, one a line: "
                    R"({"id": "r1", "type": "signed", "from": "japan", "to": "treaty"})"
                    "\n`entente schema` prints what a record may hold");
  }
}

}  // namespace entente::tool

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

/// What no format reads, but people have.
struct ForeignKind {
  std::string_view ending;
  std::string_view what;
  std::string_view advice;
};

constexpr std::string_view import_it = "`entente import` makes a dossier of its tables";
constexpr std::string_view export_it = "export it as GraphML or GEXF, which are read";

const ForeignKind* foreign_kind(const std::string& path) {
  static constexpr std::array<ForeignKind, 8> kinds = {{{".csv", "a table (CSV)", import_it},
                                                        {".tsv", "a table (TSV)", import_it},
                                                        {".xlsx", "a workbook (Excel)", import_it},
                                                        {".ods", "a spreadsheet", import_it},
                                                        {".dta", "a data set of Stata", import_it},
                                                        {".sav", "a data set of SPSS", import_it},
                                                        {".gml", "a network in GML", export_it},
                                                        {".net", "a network of Pajek", export_it}}};
  std::string ending = std::filesystem::path(path).extension().string();
  for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const auto* found = std::ranges::find(kinds, ending, &ForeignKind::ending);
  return found == kinds.end() ? nullptr : found;
}

}  // namespace

void refuse_foreign_files(const Call& call) {
  if (call.has("--from")) return;
  for (const std::string& path : call.dossiers) {
    const DossierFormat* format = format_of_file(path);
    if (format != nullptr && format->is_read()) continue;
    const ForeignKind* kind = foreign_kind(path);
    std::error_code ignored;
    if (kind == nullptr || !std::filesystem::is_regular_file(path, ignored)) continue;
    throw Error(Exit::bad_data, "foreign-format",
                path + ": this is " + std::string(kind->what) + ", which is no dossier\n" +
                    std::string(kind->advice) +
                    "\n`entente convert --help` lists the formats that are read");
  }
}

}  // namespace entente::tool

#include "io/tables/open_table.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <entente/io/compression.hpp>

#include "base/ascii.hpp"
#include "io/tables/csv.hpp"
#include "io/tables/json_table.hpp"
#include "io/tables/ods.hpp"
#include "io/tables/sqlite_tables.hpp"
#include "io/tables/statistics_file.hpp"
#include "io/tables/table_text.hpp"
#include "io/tables/workbook_failure.hpp"
#include "io/tables/xlsx.hpp"
#include "system/descriptor.hpp"

namespace entente::tables {
namespace {

/// An archive says in its first entry what it is, if it is a spreadsheet of OpenDocument.
bool is_open_document(std::string_view bytes) {
  constexpr std::size_t far_enough = 200;
  return bytes.substr(0, far_enough).find("application/vnd.oasis.opendocument") != bytes.npos;
}

bool begins_an_object(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != bytes.npos && bytes[first] == '{';
}

/// Of files that a library opens by their names.
[[noreturn]] void refuse_packed(const std::string& path) {
  refuse_workbook(path, "a file of this kind is not read while it is packed",
                  "unpack it first: gunzip or zstd -d", "bad-compression");
}

/// Says how tables of a database on a server are read.
void refuse_connection(const std::string& path) {
  if (path.starts_with("postgresql://") || path.starts_with("postgres://"))
    refuse_workbook("postgresql", "this build does not read PostgreSQL",
                    "pipe it: psql -c \"SELECT row_to_json(t) FROM t\" -At | entente import - …",
                    "no-postgresql");
}

}  // namespace

void require_file(const std::string& path) {
  refuse_connection(path);
  std::error_code error;
  if (path != "-" && !std::filesystem::exists(path, error))
    throw_input_missing(path, error ? error.value() : ENOENT);
  if (path != "-" && std::filesystem::is_directory(path, error))
    throw InvalidArgument("folder", "'" + path +
                                        "' is a folder, and tables are read from files\nname its "
                                        "files: " +
                                        (std::filesystem::path(path) / "*.csv").string());
}

std::unique_ptr<TableFile> open_table(const std::string& path, const OpenOptions& options) {
  const std::string plain(uncompressed_name(path));
  const std::string ending = ascii_lowered(plain.substr(std::min(plain.rfind('.'), plain.size())));
  refuse_connection(path);
  const bool is_statistics = ending == ".dta" || ending == ".sav" || ending == ".zsav";
  if (is_statistics && plain.size() != path.size()) refuse_packed(path);
  if (ending == ".dta") return open_statistics(path, StatisticsFormat::stata);
  if (is_statistics) return open_statistics(path, StatisticsFormat::spss);

  constexpr std::string_view zip = "PK\3\4";
  constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0";
  const std::string name = path == "-" ? "<stdin>" : path;
  InputBytes bytes = read_table_bytes(path, options.most_bytes);
  const std::string_view view = bytes.view();
  if (view.starts_with("SQLite format 3")) {
    if (path == "-")
      refuse_workbook(name, "a database cannot be read from a pipe", "name its file",
                      "bad-database");
    if (plain.size() != path.size()) refuse_packed(path);
    return open_sqlite(path, options.query);
  }
  if (view.starts_with(zip) && is_open_document(view))
    return open_ods(std::move(bytes), name, options.most_bytes);
  if (view.starts_with(zip) || view.starts_with(compound_file))
    return open_xlsx(std::move(bytes), name, options.most_bytes);
  if (ending == ".jsonl" || ending == ".ndjson" || (path == "-" && begins_an_object(view)))
    return open_json_lines(std::move(bytes), name);
  return open_csv(std::move(bytes), name, {options.delimiter.value_or(delimiter_of_ending(plain))});
}

}  // namespace entente::tables

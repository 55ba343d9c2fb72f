#pragma once

/// From tables to a dossier: CSV and its like, workbooks, databases, as a mapping says.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/load.hpp>
#include <entente/model/record.hpp>

namespace ENTENTE_API entente {

/// The text of a mapping, and what stands for it in messages.
struct MappingText {
  std::string text = {};  ///< JSON, as data/schema/mapping.schema.json has it
  std::string name = {};  ///< its file, or the name of a ready-made one
};

/// The text of a mapping's file. @throws IoError `input-missing` (exit 66), `read-failed`.
[[nodiscard]] MappingText read_mapping_file(const std::string& path);

/// How tables are imported.
struct ImportOptions {
  Faulty faulty = Faulty::refused;  ///< whether rows that cannot be taken are let pass
  std::size_t most_rows = 0;        ///< of each table; 0: all
  ReadLimits limits = {};           ///< of the files, and of the records
};

/// A row, or what it made, that is not taken, and why.
struct RejectedRow {
  std::string file = {};     ///< as given
  std::string sheet = {};    ///< empty for files without sheets
  std::string cell = {};     ///< such as B7; empty where it is no cell's fault
  std::uint32_t line = 0;    ///< of a text file, from 1; 0: none
  std::uint32_t column = 0;  ///< in characters, from 1
  std::string value = {};    ///< what stands in the cell
  std::string code = {};     ///< stable, such as `unknown-country`
  std::string reason = {};   ///< in words
  std::string hint = {};     ///< what to try; may be empty
};

/// What tables have become.
struct ImportResult {
  /// Valid for the vocabulary that it names, unless rows were rejected and not let pass.
  Dossier dossier = {};
  std::vector<Problem> warnings = {};      ///< what validation would question
  std::size_t rows = 0;                    ///< read, headers not counted
  std::vector<RejectedRow> rejected = {};  ///< in the order of the tables
  std::vector<std::string> notes = {};     ///< what a reader should know of how it was read
};

/// Reads the tables of files by a mapping. Each file is read by every table of the mapping that
/// names it, or names no file.
///
/// A row is taken whole or not at all. What a relation says is traced to its cell, where the
/// mapping gives no evidence of its own. Dates are never more precise than they are written, names
/// of countries that may mean several are rejected with what they may mean. `-` is standard input.
/// Cost: linear; a file's bytes and the dossier are held.
/// @throws DossierError for a mapping or a file that cannot be read, with the place; IoError.
[[nodiscard]] ImportResult import_tables(const std::vector<std::string>& files,
                                         const MappingText& mapping,
                                         const ImportOptions& options = {});

/// `{"read", "records", "rejected": [{"file", "sheet", "cell", "value", "reason", "hint"}]}` with
/// the code, and for text files the line and column, beside.
[[nodiscard]] std::string to_json(const ImportResult& result);
/// As a problem is described: `file:line:column: error: …`, or `file!sheet!B7: error: …`.
[[nodiscard]] std::string describe(const RejectedRow& row);

/// What rows were rejected for, the first `most` of it: what is wrong with one value in one line,
/// with the other cells that hold it; then mapping_answers().
[[nodiscard]] std::string rejection_lines(const ImportResult& result, std::size_t most = 100);

/// The members of a mapping that would answer what rows were rejected for, to be completed by a
/// person: countries to be named, and words found in place of dates with what they usually mean.
/// Empty if there are fewer than two answers to give. Cost: O(rejected rows).
[[nodiscard]] std::string mapping_answers(const ImportResult& result);

/// Looks at the columns of tables and proposes a mapping, with its reasons in members `"//"`.
/// @throws as `import_tables`.
[[nodiscard]] std::string propose_mapping(const std::vector<std::string>& files,
                                          const ReadLimits& limits = {});

/// A mapping that comes with the library.
struct ReadyMapping {
  std::string_view name = {};         ///< as it is called
  std::string_view description = {};  ///< of the data that it is for
  std::string_view text = {};         ///< the mapping
};
/// By name.
[[nodiscard]] std::span<const ReadyMapping> ready_mappings();
/// The mapping of that name, or nullptr.
[[nodiscard]] const ReadyMapping* find_ready_mapping(std::string_view name);

}  // namespace entente

#pragma once

/// Reading dossiers: JSON and JSON Lines, files and folders, with every problem at its place.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/export.hpp>
#include <entente/model/problem.hpp>
#include <entente/model/record.hpp>

namespace ENTENTE_API entente {

/// What a reader takes before it refuses an input, where exceeding a limit is an error that names
/// it, and on how many threads it reads.
struct ReadLimits {
  std::size_t depth = 512;                         ///< of nested lists and objects (--max-depth)
  std::size_t identifier = std::size_t{64} << 10;  ///< bytes (--max-identifier)
  std::size_t string = std::size_t{64} << 20;      ///< bytes (--max-string)
  std::size_t input = std::size_t{2} << 30;        ///< bytes of all inputs (--max-input)
  std::size_t edges = 100'000'000;                 ///< relations (--max-edges)
  std::size_t values = 1'000'000;                  ///< JSON values in one record (--max-values)
  unsigned threads = 0;                            ///< at most; 0: as many as the machine has
  /// The format of all inputs, whatever their names: one of `dossier_formats()`. Empty: as the
  /// name ends, else by the text (--from).
  std::string format = {};
  /// Of tables: the columns that hold members such as `from`, `to`, `id`, `kind`, `when`, by their
  /// headers (--map).
  std::vector<std::pair<std::string, std::string>> columns = {};
  std::optional<char> delimiter = {};  ///< of tables; none: as the ending says (--delimiter)
};

/// Whether the inputs could be read to their ends.
enum class Extent : std::uint8_t {
  whole,  ///< every record was looked at
  cut,    ///< an input that is not JSON to its end, or past a limit, was left where that showed
};

/// What could be read, and everything that was wrong with the rest.
struct ReadResult {
  Dossier dossier;                ///< the records that are right
  std::vector<Problem> problems;  ///< in the order of their places
  Extent extent = Extent::whole;  ///< whether all was seen
  /// Whether all was seen but single lines of JSON Lines that are not JSON.
  Extent beyond_lines = Extent::whole;
  /// Warnings that whoever uses the dossier should know: what another program's file holds that
  /// records do not, and is read otherwise than it stands there. They are among the problems, too.
  std::vector<Problem> remarks = {};
  std::size_t dropped = 0;  ///< records too wrong to be among those of the dossier
};

/// Reads the inputs as one dossier. A path is a file, a folder (all `*.json`, `*.jsonl` and
/// `*.ndjson` in it but hidden ones, by name) or `-` for standard input. A file is JSON Lines if
/// its name ends in `.jsonl` or `.ndjson`, JSON if in `.json`; otherwise by its first member.
/// Files of other programs are read too, by their endings or contents (`dossier_formats()`); a
/// graph without a vocabulary of ours brings one along, made of what it holds. What is packed with
/// gzip or Zstandard is unpacked; the limits count what comes out.
///
/// Each path is a dossier of its own, or a part. The titles of the first that has any count;
/// further vocabularies are added. Records with one id in several files become one if they say the
/// same or complete each other; what contradicts is an error that names both places.
///
/// Records that are wrong in themselves are reported and left out; a wrong line of JSON Lines is
/// too, a syntax error in JSON ends that file. What only a vocabulary or the other records can show
/// is the business of `validate`. Columns count characters (code points).
/// Cost: linear; the inputs are held in memory one at a time.
/// @throws IoError `input-missing` (exit 66) if a path cannot be opened, `read-failed` (exit 74);
/// InvalidArgument `unknown-format` if `limits.format` is none that is read, `no-input` if no path
/// is given.
[[nodiscard]] ReadResult read_records(const std::vector<std::string>& paths,
                                      const ReadLimits& limits = {});

/// Reads a part that is in memory; `name` stands for the file in problems. Its content shows
/// whether it is JSON or JSON Lines, unless the name does.
[[nodiscard]] ReadResult read_records_from_text(std::string_view text, const std::string& name,
                                                const ReadLimits& limits = {});

/// As `read_records`, for those who want a dossier or nothing.
/// @throws DossierError with all problems if one of them is an error; IoError as `read_records`.
[[nodiscard]] Dossier read_dossier(const std::vector<std::string>& paths,
                                   const ReadLimits& limits = {});

}  // namespace entente

#pragma once

/// A graph as one binary file that is mapped into memory instead of parsed.
///
/// The file is for the machine that made it and its like: another byte order, another version or a
/// damaged file is refused, never half read. It carries a checksum, and the sizes and hashes of the
/// files it was made from, so that a stale snapshot is noticed.

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include <entente/error.hpp>
#include <entente/export.hpp>
#include <entente/facts/graph.hpp>

namespace ENTENTE_API entente {

/// A snapshot that is refused: exit 65; the code is `foreign-snapshot` (no snapshot, or of another
/// version or machine), `damaged-snapshot` (truncated or altered) or `stale-snapshot`.
class SnapshotError : public Error {
 public:
  /// Ends programs with Exit::bad_data.
  SnapshotError(std::string code, const std::string& message);
};

/// A file or folder that a snapshot was made from, as it was.
struct SnapshotSource {
  std::string path;        ///< from the snapshot's folder
  std::uint64_t size = 0;  ///< bytes of a file, dossier files in a folder
  std::uint64_t hash = 0;  ///< of a file's bytes, of the names of a folder's dossier files
};

/// The inputs of a dossier as they are now, folders with the `*.json` and `*.jsonl` files in them;
/// paths become relative to the folder that the snapshot will stand in. Standard input, `-`, and
/// pipes cannot be compared later and are left out. @throws IoError `input-missing`.
[[nodiscard]] std::vector<SnapshotSource> snapshot_sources(const std::vector<std::string>& inputs,
                                                           const std::string& folder = ".");

/// Writes the graph; the same graph and sources give the same bytes. Replace a snapshot by renaming
/// a new file over it: one that is mapped must not change. Errors are the stream's.
void write_snapshot(std::ostream& out, const Graph& graph,
                    const std::vector<SnapshotSource>& sources = {});

/// Whether the file begins as a snapshot does, of whatever version. False if it cannot be read, and
/// of pipes, which are left unread.
[[nodiscard]] bool is_snapshot(const std::string& path);

/// What is done about a snapshot whose sources have changed since.
enum class Staleness : std::uint8_t { refused, accepted };

/// Maps a snapshot. Sources that are no longer there cannot be compared and are not missed; of the
/// others size and time are looked at, and the content where the time is later than the snapshot's.
/// Cost: one pass over the file, some 10 GB/s, to check it by at most so many threads (0: as many
/// as the machine has); nothing is copied.
/// @throws SnapshotError; IoError `input-missing` (exit 66), `read-failed` (exit 74).
[[nodiscard]] Graph open_snapshot(const std::string& path, Staleness staleness = Staleness::refused,
                                  unsigned threads = 0);

/// The graph of a snapshot in memory, which is copied; staleness is not asked for.
/// @throws SnapshotError.
[[nodiscard]] Graph read_snapshot(std::span<const char> bytes);

}  // namespace entente

#pragma once

/// From a path to a dossier that can be used, or to a list of everything that is wrong with it.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/model/problem.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

namespace ENTENTE_API entente {

/// A dossier, its vocabulary, and every problem of both, by file, line and column.
struct CheckedDossier {
  Dossier dossier;                ///< the records that could be read
  Vocabulary vocabulary;          ///< the one it names
  std::vector<Problem> problems;  ///< by their places
};

/// Reads and validates, with warnings. Where an input could not be read to its end, records that
/// only seem to be missing are not reported.
/// @throws IoError `input-missing` (exit 66) or `read-failed` (exit 74).
[[nodiscard]] CheckedDossier check_dossier(const std::vector<std::string>& paths,
                                           const ReadLimits& limits = {});
/// The same for records that have been read already.
[[nodiscard]] CheckedDossier check_records(ReadResult records);

/// What is left out of a dossier because of its errors.
struct LeftOut {
  std::size_t records = 0;             ///< how many
  std::vector<Problem> problems = {};  ///< the errors for which they are, by their places
};

/// A dossier without the records that have errors, nor those that then rest on what is not there:
/// the relations of an entity that is left out are, too.
struct LenientDossier {
  CheckedDossier checked;  ///< an error among its problems is one that no record is to blame for
  LeftOut left_out;        ///< what has been taken away
};

/// As `check_dossier`, but leaves out records that have errors. What is no record (a syntax error
/// of JSON, a header, a vocabulary) stays an error.
[[nodiscard]] LenientDossier check_leniently(const std::vector<std::string>& paths,
                                             const ReadLimits& limits = {});
/// The same for records that have been read already.
[[nodiscard]] LenientDossier check_leniently(ReadResult records);

/// What becomes of records with errors.
enum class Faulty : std::uint8_t { refused, left_out };

/// How a graph is loaded.
struct LoadOptions {
  ReadLimits limits = {};           ///< of the inputs
  Faulty faulty = Faulty::refused;  ///< whether errors in records are let pass
  Labels titles = {};               ///< instead of those that the dossiers have
};

/// A graph, and what of its dossier is not in it.
struct LoadedGraph {
  Graph graph;                        ///< of what is sound
  LeftOut left_out;                   ///< empty unless that was asked for
  std::vector<Problem> remarks = {};  ///< as those of ReadResult
};

/// The graph of one or several dossiers, as the options say; otherwise as `load_graph`.
/// @throws DossierError for errors that are not let pass; IoError as `check_dossier`.
[[nodiscard]] LoadedGraph load_dossiers(const std::vector<std::string>& paths,
                                        const LoadOptions& options = {});

/// The graph of a dossier: a file, a folder, or `-` for standard input.
/// Large ones by several threads, which does not show. Cost: linear, and a sort if records do not
/// come in the order of ids; holds all inputs in memory until the graph is built, and reads them
/// once more if anything is wrong, to say what.
/// @throws DossierError with every problem if one is an error; IoError as `check_dossier`;
/// InvalidArgument `no-input` for an empty list of paths.
[[nodiscard]] Graph load_graph(const std::string& path, const ReadLimits& limits = {});
/// The graph of a dossier in several files and folders.
[[nodiscard]] Graph load_graph(const std::vector<std::string>& paths,
                               const ReadLimits& limits = {});
/// The same of paths written out: `load_graph({"people.json", "treaties.json"})`.
[[nodiscard]] Graph load_graph(std::initializer_list<std::string> paths,
                               const ReadLimits& limits = {});

}  // namespace entente

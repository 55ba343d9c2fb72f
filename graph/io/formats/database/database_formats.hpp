#pragma once

/// Dossiers for databases.

#include <iosfwd>

#include <entente/io/convert.hpp>

namespace entente {

/// A database of SQLite: the tables entities, names, codes, relations, evidence, attributes, and
/// the views relations_named and evidence_named. Dates are EDTF text, beside them the first and
/// last day that they may touch. The same dossier gives the same bytes.
[[nodiscard]] LossReport write_sqlite(std::ostream& out, const Dossier& dossier,
                                      const Vocabulary& vocabulary, const ConvertOptions& options);

/// CSV as `neo4j-admin database import` reads it: a file a kind, a file a type, and one with the
/// dossier itself as a node.
[[nodiscard]] LossReport write_neo4j(OutputFiles& files, const Dossier& dossier,
                                     const Vocabulary& vocabulary, const ConvertOptions& options);

/// CSV as Spark's GraphFrames reads it: the folders vertices and edges, a part each 100,000 rows.
[[nodiscard]] LossReport write_graphframes(OutputFiles& files, const Dossier& dossier,
                                           const Vocabulary& vocabulary,
                                           const ConvertOptions& options);

}  // namespace entente

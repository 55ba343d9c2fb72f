#pragma once

/// Reading plain property graphs.

#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/model/property_graph.hpp>

namespace ENTENTE_API entente {

/// Reads `{"nodes": [{"id", "labels": […], "properties": {…}}], "edges": [{"id", "type", "from",
/// "to", "properties": {…}}]}` from a file or `-`. Ids are whole numbers or texts; labels and
/// properties may be left out, and so may ids of edges, which then count from 0.
/// Of the limits `depth`, `input` and `edges` count. Cost: linear.
/// @throws DossierError with every problem (exit 65); IoError as `read_records`.
[[nodiscard]] PropertyGraph read_property_graph(const std::string& path,
                                                const ReadLimits& limits = {});
/// The same from memory; `name` stands for the file in problems.
[[nodiscard]] PropertyGraph read_property_graph_from_text(std::string_view text,
                                                          const std::string& name,
                                                          const ReadLimits& limits = {});

}  // namespace entente

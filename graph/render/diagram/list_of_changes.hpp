#pragma once

/// What changed between two dates, in sentences.

#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/query/difference.hpp>
#include <entente/render/diagram.hpp>
#include <entente/words/phrase.hpp>

#include "render/diagram/tie_dates.hpp"

namespace entente {

/// "+ Japan and NATO are party to the Japan-NATO ITPP (2023), planned, then reported, since 12 Jul
/// 2023": first what ended, then what appeared, then what happened, each in order of time; who did
/// the same at the same time to one thing in one sentence. Of more than thirty, or fewer on a small
/// page, each sign has its share and the rest of each is counted.
[[nodiscard]] std::vector<Phrase> list_of_changes(const Graph& graph, const Difference& changes,
                                                  const TieDates& dates,
                                                  const DiagramOptions& options);

}  // namespace entente

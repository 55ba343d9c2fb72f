#pragma once

/// Several relations in one sentence, with a date as labels have room for.
///
/// Shown by the shared library, because entente::render uses it.

#include <span>
#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>

namespace ENTENTE_API entente {

/// Relations of one type and modality that lead to one thing, in one sentence, then what is known
/// of their time, in words: "Japan and NATO are party to the Japan-NATO ITPP (2023), since 12 Jul
/// 2023". Without sources. At least one relation; each subject is named once, in that order.
/// @throws InvalidArgument `bad-language`.
[[nodiscard]] std::string describe_together(const Graph& graph,
                                            std::span<const RelationId> relations,
                                            std::string_view time, std::string_view languages);

}  // namespace entente

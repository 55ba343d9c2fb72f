#pragma once

/// The parts of a sentence about a relation, for those who put them together themselves.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/time/when.hpp>

namespace entente {

/// The relation with that date and these pieces of evidence, whatever its own are; as describe().
/// @throws InvalidArgument `bad-language`.
[[nodiscard]] std::string describe_as(const Graph& graph, RelationId relation,
                                      const std::optional<When>& when,
                                      const std::vector<Evidence>& evidence,
                                      std::string_view languages);

/// The relation as the viewpoint sees it, as describe(), with dates as labels write them: "6 May
/// 2014", 2014年5月6日. For pictures, whose tooltips then say what their labels say.
[[nodiscard]] std::string describe_with_worded_dates(const Graph& graph, RelationId relation,
                                                     const Viewpoint& viewpoint,
                                                     std::string_view languages);

/// A piece of evidence as it stands between the brackets of a sentence: "doc-000 ¶4, asserted by
/// Yonhap News Agency".
[[nodiscard]] std::string describe_source(const Graph& graph, const Evidence& evidence,
                                          std::string_view languages);

}  // namespace entente

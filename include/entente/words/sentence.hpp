#pragma once

/// Relations as sentences, with their dates in words and their sources.

#include <cstdint>
#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/time/when.hpp>

namespace ENTENTE_API entente {

/// From which end a relation is put into words.
enum class Orientation : std::uint8_t { forward, inverse };

/// A relation in the first of these languages that the vocabulary has, with its date, its
/// modality unless it is a fact, and its evidence, all as written (an inferred end is not):
///
///     Japan is party to the Japan-NATO IPCP (2014) since 2014-05-06 [doc-004 §2.1]
///     NATO has party …; … possibly in 2026 (plan) [doc-000 ¶4, asserted by Yonhap News Agency]
///
/// Dates are spelled as in ISO 8601, the words around them are in English, Japanese or Chinese.
/// For data that may be hostile: nothing is escaped here, use terminal_safe() and the like.
/// @throws InvalidArgument `bad-language`.
[[nodiscard]] std::string describe(const Graph& graph, RelationId relation,
                                   std::string_view languages = "en",
                                   Orientation orientation = Orientation::forward);

/// The same as a selection sees it: with the date and the evidence that count, and the end that is
/// inferred: "… since 2014-05-06 [doc-004 §2.1] (ended by 2023-07-12, inferred from …)".
[[nodiscard]] std::string describe(const Graph& graph, RelationId relation,
                                   const Viewpoint& viewpoint, std::string_view languages = "en",
                                   Orientation orientation = Orientation::forward);

/// "since 2014-05-06", "from 2014-05 to 2016", "until 2016", "on 2014-05-06", "in 2014", "about",
/// "possibly", "in 2018 or later"; what is unknown of a date in words: `1984-X1` is "in month 1 or
/// 11 of 1984", `2X14` "in one of the years 2014, 2114, … 2914". No more precise than what is
/// written, the earlier of several dates first.
[[nodiscard]] std::string describe(const When& when, Reading reading,
                                   std::string_view languages = "en");

/// What stands behind a relation whose unknown end was inferred: " (ended by 2023-07-12, inferred
/// from …)", with the last day on which it may have ended and the id of what closed it. `day_max`:
/// no day is known.
[[nodiscard]] std::string describe_inferred_end(Day last, std::string_view closer,
                                                std::string_view languages = "en");
/// The same of an end as it was inferred: "about" that day if it rests on a date in doubt.
[[nodiscard]] std::string describe_inferred_end(const Graph& graph, const InferredEnd& end,
                                                std::string_view languages = "en");

}  // namespace entente

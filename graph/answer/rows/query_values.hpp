#pragma once

/// Values of pattern queries as JSON.

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <limits>
#include <string>
#include <string_view>

#include <entente/answer/query.hpp>
#include <entente/base/json_text.hpp>

namespace entente::answers {

/// Whether JSON keeps apart what plain JSON has one form for.
enum class Typing : std::uint8_t { plain, typed };

/// What the nodes and edges of values belong to, in which languages its names are shown, and how
/// its edges are seen: null if as a whole.
struct Shown {
  const query::Source& source;
  const Graph& graph;  ///< without entities of a plain graph
  std::string_view languages;
  const Viewpoint* seen = nullptr;
};
[[nodiscard]] Shown shown(const QueryAnswer& answer, std::size_t column);

void add_value(JsonText& json, const Shown& shown, const query::Value& value, Typing typing);
/// Writes the same, in pieces no longer than a node, an edge or a text.
void write_value(std::ostream& out, const Shown& shown, const query::Value& value, Typing typing);

}  // namespace entente::answers

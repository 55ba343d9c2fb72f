#pragma once

/// Values of pattern queries as JSON and as text.

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

/// How much text the cells of a row may still take.
struct CellRoom {
  /// Thrown where they would take more.
  struct Exceeded {
    std::size_t column;
  };

  std::size_t bytes = std::numeric_limits<std::size_t>::max();
  std::size_t column = 0;  ///< the one at hand

  /// @throws Exceeded
  void need(std::size_t more) const {
    if (more > bytes) throw Exceeded{column};
  }
  void take(std::size_t more) {
    need(more);
    bytes -= more;
  }
};

/// A cell of a table: names and sentences for a person, ids for a program.
/// @throws CellRoom::Exceeded
[[nodiscard]] std::string cell_text(const QueryAnswer& answer, std::size_t column,
                                    const query::Value& value, Reader reader, const CellRoom& room);

}  // namespace entente::answers

#pragma once

/// All views of a picture by name, for tools that read the name from a person.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// What a view takes besides the facts.
struct ViewParameter {
  /// What a value may name.
  enum class Names : std::uint8_t { entity, date, measure };

  std::string_view name = {};   ///< as a person is shown it: "E", "D1"
  Names names = Names::entity;  ///< what its value names
};

/// Whether a view shows entities and ties, so that DOT can be written of it, or a chart.
enum class Draws : std::uint8_t { diagram, chart };

/// A view as a person names it.
struct View {
  std::string_view name = {};                      ///< as it is typed
  std::span<const ViewParameter> parameters = {};  ///< in the order they are written in
  Draws draws = Draws::diagram;                    ///< what comes out
  std::string_view description = {};               ///< one line
  std::size_t most = 300;                          ///< of what it draws, unless asked for other
  std::string_view of = "entities";                ///< what that many are drawn of
};

/// In the order of the guide: overview, columns, cards, ego, path, diff, gantt, matrix, series.
[[nodiscard]] std::span<const View> views();
/// The view of that name, or nullptr.
[[nodiscard]] const View* find_view(std::string_view name);

}  // namespace entente

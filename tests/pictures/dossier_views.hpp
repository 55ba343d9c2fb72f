#pragma once

/// The views that the tests look at, as they are drawn of a dossier.

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/render/diagram.hpp>

namespace entente::test {

/// Whether a picture is of all facts or of a few.
enum class Extent : std::uint8_t { whole, part };

struct View {
  const char* name = "";
  Extent extent = Extent::whole;
  std::function<Diagram(const Graph&, const DiagramOptions&)> diagram = {};  ///< none: a chart
  std::function<std::string(const Graph&, const DiagramOptions&)> chart = {};

  [[nodiscard]] std::string svg(const Graph& graph, const DiagramOptions& options = {}) const;
};

std::ostream& operator<<(std::ostream& out, const View& view);

/// Of data/japan-nato.
[[nodiscard]] const std::vector<View>& views();

/// The dossier with hostile names in the place of all names, titles and places in sources.
[[nodiscard]] const Graph& hostile_dossier();
[[nodiscard]] const Graph& dossier();

}  // namespace entente::test

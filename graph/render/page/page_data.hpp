#pragma once

/// Everything that a page knows, as JSON.

#include <string>

#include <entente/facts/graph.hpp>
#include <entente/render/write_page.hpp>

namespace entente {

/// The data of a page, and how much of the selection is in it.
struct PageData {
  std::string json = {};
  std::string title = {};     ///< of the document
  std::string language = {};  ///< of the document
  WrittenPage written = {};
};

/// Cost: see write_page().
[[nodiscard]] PageData page_data(const Graph& graph, const Selection& selection,
                                 const PageOptions& options);

}  // namespace entente

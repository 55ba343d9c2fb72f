#pragma once

/// The interactive page: a dossier as one file for a browser, which needs no network and no server,
/// and answers as the library does.

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>
#include <entente/model/vocabulary.hpp>
#include <entente/render/theme.hpp>

namespace ENTENTE_API entente {

/// A saved view of a page with what there is to say about it.
struct StoryView {
  std::string state = {};  ///< a fragment without `#`: "as-of=2013-06-30&focus=japan"
  Labels text = {};        ///< by language
};

/// How a page is made of facts.
struct PageOptions {
  /// Of names and sentences, best first; the first is that of the interface, if it speaks it.
  std::string languages = "en";
  std::optional<Theme> theme = {};    ///< none: as the reader's system has it
  std::string title = {};             ///< instead of the dossier's
  std::vector<StoryView> story = {};  ///< in order
  /// The most important stay, and the page says how many do not. 0: all.
  std::size_t max_entities = 0;
};

/// What became of the facts of a selection.
struct WrittenPage {
  std::size_t entities = 0;  ///< in the page
  std::size_t left_out = 0;  ///< entities that `max_entities` left out
};

/// Writes the page: HTML with its program, its style and its data, which is compressed beyond
/// 100 kB. What the selection narrows by type, kind, modality or source is all that it holds; its
/// period, its day of knowledge and whether it asks for certainty are what the page shows first.
/// Names and texts are data there, never markup or program, whatever they hold; only links to http
/// and https are followed. The same facts and options, the same bytes.
/// @throws InvalidArgument as Graph::facts, and for languages that are none.
/// Cost: that of layout(), and O(relations + entities log entities).
WrittenPage write_page(std::ostream& out, const Graph& graph, const Selection& selection = {},
                       const PageOptions& options = {});

}  // namespace entente

#pragma once

/// A page: everything around a drawing, whatever is drawn.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/render/geometry.hpp>
#include <entente/render/mark.hpp>
#include <entente/render/theme.hpp>
#include <entente/words/phrase.hpp>

namespace ENTENTE_API entente {

/// A line of a legend.
struct LegendEntry {
  Mark mark = {};     ///< what it explains
  Phrase label = {};  ///< its words
};

/// A numbered source below the drawing.
struct PageNote {
  std::size_t number = 0;   ///< as in the drawing
  std::string source = {};  ///< entity id of the document
  Phrase text = {};         ///< its title and place
  std::string url = {};     ///< http or https, or ""
};

/// How large names are beside the smallest text. Where a page is small, a drawing whose names are
/// hardly larger than its dates holds more before these get too small to be read.
enum class Lettering : std::uint8_t { usual, compact };

/// Whether a page is as high as its size says, or no higher than its drawing needs.
enum class PageHeight : std::uint8_t { given, at_most };

/// What stands above and below a drawing, and how all of it looks.
struct Page {
  Phrase title = {};                           ///< above the drawing
  std::string period = {};                     ///< in words, where the title ends with it
  std::string part = {};                       ///< "2/5" of several pages, or ""
  std::string dossier = {};                    ///< its title, where the picture has another
  Phrase subtitle = {};                        ///< what is shown: date or span, and counts
  std::string left_aside = {};                 ///< the end of that: what is not drawn, or ""
  std::vector<LegendEntry> legend = {};        ///< the marks of the drawing, each once
  std::vector<Phrase> list = {};               ///< what happened, a line each, below the drawing
  std::vector<PageNote> notes = {};            ///< the numbered sources
  Phrase sources = {};                         ///< below the drawing, where no notes name them
  Phrase credit = {};                          ///< below the drawing
  std::string languages = "en";                ///< of what the page says of its own
  Style style = entente::style(Theme::light);  ///< the whole look
  /// The look on dark screens, of a picture that follows its reader's; colours alone may differ.
  std::optional<Style> dark = {};
  std::optional<Size> size = {};          ///< in points; the drawing is fitted into it
  PageHeight height = PageHeight::given;  ///< that of the size, or less
  /// Points that a page of a height "at most" may have beyond its size, so that nothing is drawn
  /// smaller than it is; 0: none.
  double highest = 0;
  Lettering lettering = Lettering::usual;  ///< of the drawing and all around it
};

}  // namespace entente

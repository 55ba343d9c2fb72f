#pragma once

/// Pictures that can be read on the page they are made for.

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include <entente/export.hpp>
#include <entente/render/diagram.hpp>

namespace ENTENTE_API entente {

/// Points below which text on a page is hard to read.
inline constexpr double least_readable = 6.5;

/// Points of the smallest text of a picture, as it comes out on its page; 0 if it has no text.
/// Cost: O(bytes).
[[nodiscard]] double smallest_text(std::string_view svg);

/// One view of one selection, as options say.
using DrawDiagram = std::function<Diagram(const DiagramOptions&)>;

/// Whether less than all may be drawn where all of it cannot be read.
enum class Cuts : std::uint8_t { allowed, none };

/// A page that may be higher than its width suggests, and what may be left out there.
struct PageLimits {
  std::optional<double> highest = {};  ///< points, where only a width was asked for
  Cuts cuts = Cuts::allowed;           ///< whether less than all may be drawn
};

/// The diagram of a view on `options.page` with text of at least `least_readable` points: if need
/// be in compact lettering, on a higher page where that is allowed, and then with the most
/// important entities only, in regions where the options allow those and they say more. What is
/// left out is counted in the diagram. Without a page the diagram as it is. Where even three
/// entities cannot be read, these.
/// Cost: that of drawing the view, up to some 100 times.
[[nodiscard]] Diagram legible(const DiagramOptions& options, const PageLimits& limits,
                              const DrawDiagram& draw);

}  // namespace entente

#pragma once

/// Sizes of everything that is lettered, in points of the drawing.

#include <entente/render/page.hpp>

namespace entente {

/// Sizes of text and of what is around it.
struct LetterSizes {
  double name = 11;
  double name_of_country = 13;
  double name_of_statement = 9.5;
  double small = 9;  ///< years, further names, details below a name
  double edge = 8;
  double widest_label = 150;
  Size padding = {12, 5};     ///< of both sides together
  Size double_line = {6, 7};  ///< of a second outline
  Size round = {1.24, 1.36};  ///< what an ellipse is larger by
  double region_name = 11;
  double rim = 12;       ///< of a region's ground
  double furniture = 1;  ///< of title, legend and margins, beside the usual
  double title = 1;      ///< of the title, besides
};

[[nodiscard]] inline LetterSizes letter_sizes(Lettering lettering) {
  if (lettering == Lettering::usual) return {};
  return {.name = 9,
          .name_of_country = 10,
          .name_of_statement = 8.5,
          .small = 8,
          .edge = 8,
          .widest_label = 108,
          .padding = {9, 3.5},
          .double_line = {6, 5.5},
          .round = {1.2, 1.28},
          .region_name = 9.5,
          .rim = 8,
          .furniture = 8.0 / 9,
          .title = 0.8};
}

}  // namespace entente

#include "render/mark/sign.hpp"

#include <algorithm>
#include <string>

#include "render/label/text_row.hpp"
#include "render/svg/svg_text.hpp"

namespace entente {

void write_sign(SvgWriter& svg, std::string_view sign, const Box& box) {
  constexpr double least = 1;  // a sign is text: no smaller than a date
  constexpr double size = 9;   // of the labels beside samples
  const double scale = std::max(least, box.height() / 13);
  const Box cell = Box::around(box.centre(), {8 * scale, 11 * scale});
  svg.empty("rect", {{"class", "cell"},
                     {"x", cell.left},
                     {"y", cell.top},
                     {"width", cell.width()},
                     {"height", cell.height()}});
  write_centred_rows(svg, {text_row(std::string(sign), "en", Font{size * scale}, Ink::text)},
                     cell.centre());
}

}  // namespace entente

#include "legibility.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "say.hpp"

namespace entente::tool {
namespace {

/// The number at the beginning of a text; 0 if there is none.
double number_at(std::string_view text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// Where the value of the next attribute of that name begins; npos if there is none.
std::size_t value_at(std::string_view svg, std::string_view name, std::size_t from) {
  const std::size_t at = svg.find(name, from);
  return at == std::string_view::npos ? at : at + name.size();
}

/// Points of the page for one unit of the drawing.
double scale_of(std::string_view svg) {
  constexpr int before_width = 2;
  const std::size_t width = value_at(svg, " width=\"", 0);
  std::size_t seen = value_at(svg, " viewBox=\"", 0);
  for (int i = 0; i < before_width && seen != std::string_view::npos; ++i)
    seen = value_at(svg, " ", seen);
  if (width == std::string_view::npos || seen == std::string_view::npos) return 1;
  const double units = number_at(svg.substr(seen));
  return units > 0 ? number_at(svg.substr(width)) / units : 1;
}

}  // namespace

double smallest_text(std::string_view svg) {
  constexpr std::string_view name = " font-size=\"";
  double least = 0;
  for (std::size_t at = value_at(svg, name, 0); at != std::string_view::npos;
       at = value_at(svg, name, at)) {
    const double size = number_at(svg.substr(at));
    if (size > 0 && (least == 0 || size < least)) least = size;
  }
  return least * scale_of(svg);
}

void remark_on_small_text(const Call& call, std::string_view svg) {
  if (!call.has("--size")) return;
  const double size = smallest_text(svg);
  if (size == 0 || size >= least_readable - 0.05) return;
  const double tenths = std::floor(size * 10);
  const std::string shown = std::to_string(static_cast<int>(tenths) / 10) + "." +
                            std::to_string(static_cast<int>(tenths) % 10);
  say_remark("the smallest text is " + shown +
             " points high on this page, and below 6.5 it is hard to read; take a larger page "
             "(--size), select less (--type, --kind, --during) or draw fewer entities "
             "(--max-entities N)");
}

}  // namespace entente::tool

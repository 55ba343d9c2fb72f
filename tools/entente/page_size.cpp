#include "page_size.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include <entente/base/read_number.hpp>
#include <entente/error.hpp>
#include <entente/text/safe.hpp>

namespace entente::tool {
namespace {

constexpr double points_per_inch = 72;
constexpr double points_per_mm = points_per_inch / 25.4;

struct NamedSize {
  std::string_view name;
  double width;  ///< upright, in millimetres
  double height;
};
constexpr std::array<NamedSize, 8> named_sizes = {{{"a0", 841, 1189},
                                                   {"a1", 594, 841},
                                                   {"a2", 420, 594},
                                                   {"a3", 297, 420},
                                                   {"a4", 210, 297},
                                                   {"a5", 148, 210},
                                                   {"a6", 105, 148},
                                                   {"letter", 215.9, 279.4}}};
constexpr std::array<std::pair<std::string_view, double>, 5> units = {{{"px", 0.75},
                                                                       {"mm", points_per_mm},
                                                                       {"cm", 10 * points_per_mm},
                                                                       {"in", points_per_inch},
                                                                       {"pt", 1}}};

[[noreturn]] void refuse_size(const std::string& text) {
  throw InvalidArgument(
      "bad-option-value",
      "--size takes a size such as 1200x800 (pixels), 297x210mm, 183mm (the width), a4, "
      "a3-landscape, 16:9 or phone, not '" +
          terminal_safe(text) + "'");
}

/// Screens, in pixels.
std::optional<PageSize> screen(std::string_view text) {
  constexpr double points_per_pixel = 0.75;
  const auto of = [](double width, double height) {
    return PageSize{{width * points_per_pixel, height * points_per_pixel}, PageSize::Unit::pixels};
  };
  if (text == "16:9") return of(1920, 1080);
  if (text == "4:3") return of(1440, 1080);
  if (text == "phone") {
    PageSize phone = of(390, 844);
    phone.highest = 3 * phone.points.height;
    return phone;
  }
  return std::nullopt;
}

/// A number at the beginning of a text, which is taken off it.
std::optional<double> take_number(std::string_view& text) {
  double number = 0;
  const auto [end, error] =
      read_number(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

std::optional<PageSize> paper(std::string_view text) {
  constexpr std::string_view across = "-landscape";
  const bool turned = text.ends_with(across);
  if (turned) text.remove_suffix(across.size());
  for (const NamedSize& size : named_sizes)
    if (size.name == text) {
      const Size upright{size.width * points_per_mm, size.height * points_per_mm};
      return PageSize{turned ? Size{upright.height, upright.width} : upright,
                      PageSize::Unit::lengths};
    }
  return std::nullopt;
}

}  // namespace

PageSize page_size(const std::string& asked) {
  // "A4" is written so by everybody but computers.
  std::string text = asked;
  for (char& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  if (const auto size = paper(text)) return *size;
  if (const auto size = screen(text)) return *size;
  // Of the width, where only that is given: a column of print is higher than wide.
  constexpr double usual_height = 0.75;
  constexpr double sheet = 247 * points_per_mm;  // what A4 holds between its margins
  constexpr double height_of_column = 1.35;
  constexpr double widest_column = 120 * points_per_mm;
  std::string_view rest = text;
  const auto width = take_number(rest);
  if (!width || rest.empty()) refuse_size(text);
  std::optional<double> height;
  if (rest.starts_with('x')) {
    rest.remove_prefix(1);
    height = take_number(rest);
    if (!height) refuse_size(text);
  }
  if (rest.empty()) rest = "px";
  constexpr double least = 36;
  constexpr double most = 14'400;  // of a PDF
  for (const auto& [name, points] : units) {
    if (name != rest) continue;
    const bool column = *width * points <= widest_column && name != "px";
    const double high = height.value_or(*width * (column ? height_of_column : usual_height));
    const Size size{*width * points, high * points};
    for (const double side : {size.width, size.height})
      if (!(side >= least && side <= most))
        throw InvalidArgument("bad-option-value",
                              "--size takes sides from half an inch to 200 inches");
    const double highest =
        height ? size.height : std::max({size.height, size.width, std::min(2 * size.width, sheet)});
    return {size, name == "px" ? PageSize::Unit::pixels : PageSize::Unit::lengths, highest};
  }
  refuse_size(text);
}

}  // namespace entente::tool

#include "render/mark/sign.hpp"

#include <array>
#include <string>
#include <utility>

#include "render/label/text_row.hpp"
#include "render/svg/svg_text.hpp"

namespace entente {
namespace {

/// The part of a text before the next separator, which is taken off it with the separator.
std::string_view take_part(std::string_view& text) {
  constexpr std::array<std::string_view, 5> separators = {"\u2013", " ", ",", "(", ")"};
  for (std::size_t i = 0; i < text.size(); ++i)
    for (const std::string_view separator : separators) {
      if (!text.substr(i).starts_with(separator)) continue;
      const std::string_view part = text.substr(0, i);
      text.remove_prefix(i + separator.size());
      return part;
    }
  return std::exchange(text, {});
}

}  // namespace

bool has_question_mark(Why doubt) {
  return doubt == Why::imprecise || doubt == Why::published || doubt == Why::identity;
}

void write_sign(SvgWriter& svg, std::string_view sign, const Box& box) {
  const double scale = box.height() / 13;
  const Box cell = Box::around(box.centre(), {8 * scale, 10 * scale});
  svg.empty("rect", {{"class", "cell"},
                     {"x", cell.left},
                     {"y", cell.top},
                     {"width", cell.width()},
                     {"height", cell.height()}});
  write_centred_rows(svg, {text_row(std::string(sign), "en", Font{8 * scale}, Ink::text)},
                     cell.centre());
}

std::string_view text_of(DateSign sign) {
  constexpr std::array<std::string_view, 5> signs = {"~", "?", "\u2013?", "\u2265", "\u2264"};
  return signs[static_cast<std::size_t>(sign)];
}

std::set<DateSign> signs_in(std::string_view date) {
  std::set<DateSign> signs;
  while (!date.empty()) {
    const std::string_view part = take_part(date);
    if (part == "?") {
      signs.insert(DateSign::unknown);
      continue;
    }
    if (part.find('~') != std::string_view::npos) signs.insert(DateSign::approximate);
    if (part.find('?') != std::string_view::npos) signs.insert(DateSign::doubtful);
    if (part.starts_with(text_of(DateSign::earliest))) signs.insert(DateSign::earliest);
    if (part.starts_with(text_of(DateSign::latest))) signs.insert(DateSign::latest);
  }
  return signs;
}

void draw_sample(SvgWriter& svg, DateSign sign, const Box& box) {
  svg.open("g", {{"class", "second"}});
  write_centred_rows(
      svg, {text_row(std::string(text_of(sign)), "en", Font{box.height() * 0.85}, Ink::text)},
      box.centre());
  svg.close();
}

}  // namespace entente

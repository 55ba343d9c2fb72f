#include "render/svg/svg_text.hpp"

#include <algorithm>

namespace entente {
namespace {

/// The classes of a piece of text.
std::string look_of(const TextSpan& span) {
  std::string classes = span.font.weight == FontWeight::bold ? "b" : "";
  for (const std::string& name :
       {std::string(span.ink == Ink::secondary ? "s" : ""), language_class(span.language)})
    if (!name.empty()) classes += (classes.empty() ? "" : " ") + name;
  return classes;
}

void write_row(SvgWriter& svg, const TextRow& row, Point at, std::string_view anchor) {
  double rise = 0;
  for (const TextSpan& span : row.spans) rise = std::max(rise, ascent(span.font));
  svg.open("text", {{"x", at.x}, {"y", at.y + rise}, {"class", anchor}, {"xml:space", "preserve"}});
  for (const TextSpan& span : row.spans) {
    svg.open(
        "tspan",
        {{"class", look_of(span)}, {"font-size", span.font.size}, {"xml:lang", span.language}});
    svg.text(span.text);
    svg.close();
  }
  svg.close();
}

std::string quoted_families(const Style& style, std::string_view language) {
  std::string result;
  const std::string families = font_families(style, language);
  for (std::size_t begin = 0; begin < families.size();) {
    const std::size_t end = std::min(families.find(',', begin), families.size());
    result += "'" + families.substr(begin, end - begin) + "',";
    begin = end + 1;
  }
  return result + "sans-serif";
}

}  // namespace

void write_rows(SvgWriter& svg, const std::vector<TextRow>& rows, Point top_left) {
  for (const TextRow& row : rows) {
    write_row(svg, row, top_left, "");
    top_left.y += row.height;
  }
}

void write_centred_rows(SvgWriter& svg, const std::vector<TextRow>& rows, Point centre) {
  Point at{centre.x, centre.y - size_of(rows).height / 2};
  for (const TextRow& row : rows) {
    write_row(svg, row, at, "m");
    at.y += row.height;
  }
}

std::string language_class(std::string_view language) {
  const std::string families = font_families({}, language);
  const std::string face = families.substr(families.rfind(' ') + 1);
  return face == "JP" ? "" : face;
}

std::string text_rules(const Style& style) {
  std::string rules =
      "text{font-family:" + quoted_families(style, "en") + ";fill:" + to_string(style.text) +
      "}.m{text-anchor:middle}.b{font-weight:bold}.s{fill:" + to_string(style.secondary) + "}";
  for (const char* language : {"zh-Hans", "zh-Hant", "ko"})
    rules +=
        "." + language_class(language) + "{font-family:" + quoted_families(style, language) + "}";
  return rules;
}

}  // namespace entente

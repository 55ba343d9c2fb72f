#include "render/svg/svg_text.hpp"

#include <algorithm>

#include "render/label/measure.hpp"
#include "words/wording.hpp"

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

double rise_of(const TextRow& row) {
  double rise = 0;
  for (const TextSpan& span : row.spans) rise = std::max(rise, ascent(span.font));
  return rise;
}

/// Whoever copies or seeks text finds a space between words of two rows.
bool spaced_from(const TextRow& row, const TextRow& next) {
  return !row.spans.empty() && !next.spans.empty() &&
         !is_written_in_han(row.spans.back().language) && !row.spans.back().text.ends_with('-');
}

/// Rows one below the other as one text, each from the second on with a place of its own.
void write_text(SvgWriter& svg, const std::vector<TextRow>& rows, Point at,
                std::string_view anchor) {
  if (rows.empty()) return;
  double y = at.y + rise_of(rows.front());
  svg.open("text", {{"x", at.x}, {"y", y}, {"class", anchor}, {"xml:space", "preserve"}});
  double top = at.y;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const TextRow& row = rows[i];
    const bool spaced = i + 1 < rows.size() && spaced_from(row, rows[i + 1]);
    // The space is part of what is centred.
    const double x =
        spaced && !anchor.empty() ? at.x + text_width(" ", row.spans.back().font) / 2 : at.x;
    for (std::size_t k = 0; k < row.spans.size(); ++k) {
      const TextSpan& span = row.spans[k];
      const bool placed = k == 0 && (i > 0 || x != at.x);
      svg.open("tspan", {{"x", placed ? coordinate(x) : ""},
                         {"y", placed ? coordinate(top + rise_of(row)) : ""},
                         {"class", look_of(span)},
                         {"font-size", span.font.size},
                         {"xml:lang", span.language}});
      svg.text(span.text + (spaced && k + 1 == row.spans.size() ? " " : ""));
      svg.close();
    }
    top += row.height;
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
  write_text(svg, rows, top_left, "");
}

void write_centred_rows(SvgWriter& svg, const std::vector<TextRow>& rows, Point centre) {
  write_text(svg, rows, {centre.x, centre.y - size_of(rows).height / 2}, "m");
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

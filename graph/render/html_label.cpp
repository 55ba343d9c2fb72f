#include "render/html_label.hpp"

#include <cmath>
#include <string_view>

#include "render/label.hpp"
#include "render/svg.hpp"

namespace entente {
namespace {

constexpr std::string_view table_head =
    "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"";

std::string span_text(const TextSpan& span, const Style& style, const LabelInks& inks) {
  const std::string body = escaped(printable(span.text));
  const Colour colour = span.ink == Ink::text ? inks.text : inks.secondary;
  return "<FONT FACE=\"" + escaped(font_families(style, span.language)) + "\" POINT-SIZE=\"" +
         coordinate(span.font.size) + "\" COLOR=\"" + to_string(colour) + "\">" +
         (span.font.weight == FontWeight::bold ? "<B>" + body + "</B>" : body) + "</FONT>";
}

std::string row_text(const TextRow& row, const Style& style, const LabelInks& inks) {
  std::string text;
  for (const TextSpan& span : row.spans) text += span_text(span, style, inks);
  return text;
}

std::string whole(double points) {
  return std::to_string(static_cast<int>(std::ceil(points)));
}

}  // namespace

std::string centred_label(const std::vector<TextRow>& rows, const Style& style,
                          const LabelInks& inks) {
  std::string text(table_head);
  text += '>';
  for (const TextRow& row : rows) text += "<TR><TD>" + row_text(row, style, inks) + "</TD></TR>";
  return text + "</TABLE>";
}

std::string left_label(const std::vector<TextRow>& rows, const Style& style, const LabelInks& inks,
                       double width) {
  std::string text(table_head);
  text += '>';
  for (const TextRow& row : rows)
    text += "<TR><TD ALIGN=\"LEFT\" WIDTH=\"" + whole(width) + "\">" + row_text(row, style, inks) +
            "</TD></TR>";
  return text + "</TABLE>";
}

std::string cell_label(const TextRow& row, const Style& style, Colour text, Colour cell) {
  return std::string(table_head) + " BGCOLOR=\"" + to_string(cell) + "\"><TR><TD>" +
         row_text(row, style, {text, text}) + "</TD></TR></TABLE>";
}

}  // namespace entente

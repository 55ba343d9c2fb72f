#include "render/dot/html_label.hpp"

#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "render/label/label.hpp"
#include "render/svg/svg.hpp"

namespace entente {
namespace {

constexpr std::string_view table_head =
    "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"";

std::string span_text(const TextSpan& span, const Style& style, const LabelInks& inks) {
  const std::string body = escaped(printable(span.text));
  const Colour colour = span.ink == Ink::text ? inks.text : inks.secondary;
  return fmt::format(R"(<FONT FACE="{}" POINT-SIZE="{}" COLOR="{}">{}</FONT>)",
                     escaped(font_families(style, span.language)), coordinate(span.font.size),
                     to_string(colour),
                     span.font.weight == FontWeight::bold ? fmt::format("<B>{}</B>", body) : body);
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
  for (const TextRow& row : rows) {
    text += fmt::format("<TR><TD>{}</TD></TR>", row_text(row, style, inks));
  }
  return text + "</TABLE>";
}

std::string left_label(const std::vector<TextRow>& rows, const Style& style, const LabelInks& inks,
                       double width) {
  std::string text(table_head);
  text += '>';
  for (const TextRow& row : rows) {
    text += fmt::format(R"(<TR><TD ALIGN="LEFT" WIDTH="{}">{}</TD></TR>)", whole(width),
                        row_text(row, style, inks));
  }
  return text + "</TABLE>";
}

std::string cell_label(const TextRow& row, const Style& style, Colour text, Colour cell) {
  return fmt::format(R"({} BGCOLOR="{}"><TR><TD>{}</TD></TR></TABLE>)", table_head, to_string(cell),
                     row_text(row, style, {text, text}));
}

}  // namespace entente

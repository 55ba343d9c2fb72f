#include "render/html_label.hpp"

#include <algorithm>
#include <string_view>

#include "render/label.hpp"

namespace entente {
namespace {

enum class Weight : std::uint8_t { normal, bold };

struct TextLook {
  const Style& style;
  Colour colour;
  int size = 10;
  Weight weight = Weight::normal;
};

std::string text_span(std::string_view text, std::string_view language, const TextLook& look) {
  const std::string body = escaped(drawable(text));
  return "<FONT FACE=\"" + font_families(look.style, language) + "\" POINT-SIZE=\"" +
         std::to_string(look.size) + "\" COLOR=\"" + to_string(look.colour) + "\">" +
         (look.weight == Weight::bold ? "<B>" + body + "</B>" : body) + "</FONT>";
}

std::string row(const std::string& content) {
  return "<TR><TD ALIGN=\"LEFT\">" + content + "</TD></TR>";
}

std::string table(const std::string& rows) {
  return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">" + rows +
         "</TABLE>";
}

/// On one line of so many cells.
std::string in_brief(std::string_view text, std::size_t width) {
  return wrapped(text, {width, 1}).front();
}

int name_size(const DiagramNode& node) {
  return node.drawing_class == "country" ? 13 : 11;
}

std::string name_lines(const DiagramNode& node, const Style& style, Colour main, Colour second) {
  std::string rows;
  for (std::size_t i = 0; i < node.names.size(); ++i) {
    const Phrase& name = node.names[i];
    const TextLook look =
        i == 0 ? TextLook{style, main, name_size(node), Weight::bold} : TextLook{style, second, 9};
    const auto lines = wrapped(name.text);
    for (std::size_t line = 0; line < lines.size(); ++line) {
      std::string content = text_span(lines[line], name.language, look);
      if (i == 0 && line + 1 == lines.size() && !node.year.empty())
        content += " " + text_span(in_brief(node.year, 16), "en", {style, second, 9});
      rows += "<TR><TD>" + content + "</TD></TR>";
    }
  }
  return rows;
}

std::string swatch(const LegendEntry& entry, const Style& style) {
  if (entry.kind == LegendKind::node) {
    const NodeStyle& look = node_style(style, entry.drawing_class);
    return "<TD BORDER=\"1\" WIDTH=\"28\" COLOR=\"" + to_string(look.line) + "\" BGCOLOR=\"" +
           to_string(look.fill) + "\"" +
           (look.shape == Shape::rounded_box ? " STYLE=\"ROUNDED\"" : "") + "> </TD>";
  }
  const EdgeStyle& look = edge_style(style, entry.drawing_class);
  const Colour colour = entry.kind == LegendKind::edge ? look.line : style.secondary;
  return "<TD>" + text_span("\u2014\u2014", "en", {style, colour, 10, Weight::bold}) + "</TD>";
}

}  // namespace

std::string node_label(const DiagramNode& node, const Style& style) {
  const bool faded = node.emphasis == Emphasis::faded;
  return table(name_lines(node, style, faded ? style.faded_text : style.text,
                          faded ? style.faded_text : style.secondary));
}

std::string edge_label(const DiagramEdge& edge, const Style& style) {
  std::string text = edge.label.empty() ? edge.dates : edge.label + " " + edge.dates;
  if (!edge.mark.text.empty()) text = edge.mark.text + " " + text;
  if (edge.certainty == Verdict::maybe) text += " ?";
  for (const std::size_t note : edge.notes)
    text += (note == edge.notes.front() ? " [" : ",") + std::to_string(note);
  if (!edge.notes.empty()) text += "]";
  text = in_brief(text, 40);
  if (text.empty()) return {};
  const Colour line =
      edge.emphasis == Emphasis::faded
          ? style.faded_text
          : readable(edge_style(style, edge.drawing_class).line, style.background, style.text);
  return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" BGCOLOR=\"" +
         to_string(style.background) + "\"><TR><TD>" +
         text_span(text, edge.mark.language, {style, line, 8}) + "</TD></TR></TABLE>";
}

std::string heading_label(const Diagram& diagram) {
  const Style& style = diagram.style;
  std::string rows;
  for (const std::string& line : wrapped(diagram.title.text, {100, 2}))
    rows += row(text_span(line, diagram.title.language, {style, style.text, 20, Weight::bold}));
  for (const std::string& line : wrapped(diagram.subtitle.text, {140, 3}))
    rows += row(text_span(line, diagram.subtitle.language, {style, style.secondary, 11}));
  return table(rows);
}

std::string legend_label(const Diagram& diagram) {
  const Style& style = diagram.style;
  std::string rows;
  for (const LegendEntry& entry : diagram.legend)
    rows +=
        "<TR>" + swatch(entry, style) + "<TD ALIGN=\"LEFT\">" +
        text_span(in_brief(entry.label.text, 60), entry.label.language, {style, style.text, 9}) +
        "</TD></TR>";
  for (const DiagramNote& note : diagram.notes)
    rows += "<TR><TD>" + std::to_string(note.number) + "</TD><TD ALIGN=\"LEFT\">" +
            text_span(in_brief(note.text.text, 100), note.text.language, {style, style.text, 9}) +
            "</TD></TR>";
  return table(rows);
}

}  // namespace entente

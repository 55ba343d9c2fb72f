// What stands on edges, from all of it to signs alone.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/diagram/drawing.hpp"
#include "render/label/label.hpp"
#include "render/mark/mark_classes.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

Font label_font(const DiagramEdge& edge) {
  constexpr double usual = 8;
  return {edge.text_size > 0 ? edge.text_size : usual};
}

constexpr double widest = 150;
constexpr double widest_of_words = 215;  // steps of a route, and what is said of a centre

/// What of a label is written where there is less and less room.
/// Of a report, the line's beginning and the legend say so as well; a plan is one wherever it is
/// dated.
enum class Detail : std::uint8_t { all, no_report, no_words, signs_and_notes, signs };

/// Signs, words, marks, dates and source numbers.
std::string label_text(const DiagramEdge& edge, Detail detail) {
  std::string text(sign_of(edge.change));
  if (edge.ties > 1) text += (text.empty() ? "" : " ") + std::to_string(edge.ties);
  if (detail == Detail::signs) return text;
  const auto add = [&](const std::string& part, std::string_view before) {
    if (!part.empty()) text += (text.empty() ? "" : std::string(before)) + part;
  };
  if (detail != Detail::signs_and_notes) {
    const bool worded = detail != Detail::no_words && !edge.label.empty();
    if (worded) add(edge.label, " ");
    if (!worded) add(edge.mark.text, " ");
    add(edge.dates, worded ? " \u00B7 " : " ");
    if (worded && detail == Detail::all && edge.telling == Telling::as_it_is)
      add(edge.mark.text, comma_of(edge.label_language));
  }
  for (const std::size_t note : edge.notes)
    text += (note == edge.notes.front() ? " [" : ",") + std::to_string(note);
  return drawable(edge.notes.empty() ? text : text + "]");
}

TextRow row_of(const DiagramEdge& edge, const std::string& text) {
  if (text.empty()) return {};
  const bool by_label =
      !edge.label.empty() && (edge.dates.empty() || is_written_in_han(edge.label_language));
  return text_row(text, by_label ? edge.label_language : edge.dates_language, label_font(edge));
}

/// The edge with its words alone, not what they are about.
DiagramEdge without_substance(DiagramEdge edge) {
  for (const std::string_view colon : {std::string_view(": "), std::string_view("\uFF1A")})
    if (const std::size_t at = edge.label.find(colon); at != std::string::npos)
      edge.label.resize(at);
  return edge;
}

/// The edge with as much of its name as has room; a date stays.
DiagramEdge with_name_within(DiagramEdge edge, double room, const Font& font) {
  DiagramEdge cut = edge;
  cut.label = "\u2026";
  const double words = room - text_width(label_text(cut, Detail::no_report), font);
  edge.label = set_in_lines(edge.label, font, std::max(words, 0.0), 1).front();
  return edge;
}

/// Of what has no room a part goes as a whole; only a name may be cut, and never a date.
std::string fitted(const DiagramEdge& edge, double room) {
  const Font font = label_font(edge);
  const auto fits = [&](const std::string& text) { return text_width(text, font) <= room; };
  const DiagramEdge bare = without_substance(edge);
  for (const DiagramEdge* each : {&edge, &bare})
    for (const Detail detail : {Detail::all, Detail::no_report})
      if (std::string text = label_text(*each, detail); fits(text)) return text;
  if (has_name(edge)) return label_text(with_name_within(bare, room, font), Detail::no_report);
  for (const Detail detail : {Detail::no_words, Detail::signs_and_notes})
    if (std::string text = label_text(edge, detail); fits(text)) return text;
  return label_text(edge, Detail::signs);
}

}  // namespace

TextRow edge_label_row(const DiagramEdge& edge) {
  const bool worded = edge.emphasis == Emphasis::strong || (!edge.label.empty() && !has_name(edge));
  return row_of(edge, fitted(edge, worded ? widest_of_words : widest));
}

std::vector<TextRow> edge_label_rows(const DiagramEdge& edge) {
  constexpr double wide = 300;  // where there is room
  std::vector<TextRow> rows;
  const auto add = [&](TextRow row) {
    if (row.spans.empty() || (!rows.empty() && row.width >= rows.back().width)) return;
    rows.push_back(std::move(row));
  };
  if (TextRow whole = row_of(edge, label_text(edge, Detail::all)); whole.width <= wide)
    add(std::move(whole));
  add(edge_label_row(edge));
  if (has_name(edge)) {
    DiagramEdge name = edge;
    name.notes.clear();
    name.dates.clear();
    name.mark.text.clear();
    for (const double room : {120.0, 90.0, 66.0})
      add(row_of(edge,
                 label_text(with_name_within(name, room, label_font(edge)), Detail::no_report)));
    return rows;
  }
  for (const Detail detail :
       {Detail::no_report, Detail::no_words, Detail::signs_and_notes, Detail::signs})
    add(row_of(edge, label_text(edge, detail)));
  return rows;
}

bool has_name(const DiagramEdge& edge) {
  return !edge.entities.empty() && !edge.label.empty();
}

}  // namespace entente

#include "render/mark/bar_mark.hpp"

#include "render/mark/line_mark.hpp"

namespace entente {
namespace {

constexpr double stop_width = 3.5;     // of an end that is inferred
constexpr double narrowest_block = 3;  // of what is attested; less is a tick

/// Facts are filled, what is said or planned is not; what only may be so has a broken line around
/// it and, as a fact, a pale filling.
std::string body_class(Modality modality, Why doubt) {
  const bool is_fact = modality == Modality::fact;
  if (is_broken(doubt) || doubt == Why::undated)
    return std::string(to_string(doubt)) + (is_fact ? " reported" : "");
  return is_fact ? "" : "outlined";
}

void write_part(SvgWriter& svg, double from, double to, double y, std::string_view look,
                std::string_view paint = {}) {
  if (to - from < 0.2) return;
  svg.empty("rect", {{"class", look},
                     {"x", from},
                     {"y", y - bar_height / 2},
                     {"width", to - from},
                     {"height", bar_height},
                     {"style", paint}});
}

/// The stretch in which a bar begins or ends, from where it is strong to where it is pale.
void write_end(SvgWriter& svg, BarEnd end, std::string_view body, double strong, double pale,
               double y, bool attested, const std::string& name) {
  const double left = std::min(strong, pale);
  const double right = std::max(strong, pale);
  if (end == BarEnd::coarse)
    write_part(svg, left, right, y,
               body.empty() || body.ends_with("reported") ? "imprecise reported" : "imprecise");
  const bool fades = end == BarEnd::unreported || end == BarEnd::inferred;
  if (!fades || right - left < 0.2) return;
  svg.open("linearGradient",
           {{"id", name}, {"x1", strong < pale ? "0" : "1"}, {"x2", strong < pale ? "1" : "0"}});
  svg.empty(
      "stop",
      {{"offset", "0"}, {"stop-color", "currentColor"}, {"stop-opacity", attested ? "0.4" : "1"}});
  svg.empty("stop", {{"offset", "1"}, {"stop-color", "currentColor"}, {"stop-opacity", "0.08"}});
  svg.close();
  const std::string paint = "url(#" + name + ")";
  const bool is_outlined = !body.empty();
  const bool is_reported = body.ends_with("reported");
  write_part(svg, left, right, y, is_outlined ? "fade " + std::string(body) : "fade",
             (is_outlined ? "stroke:" + paint + (is_reported ? ";fill:" : "") : "fill:") +
                 (is_outlined && !is_reported ? "" : paint));
}

void write_stop(SvgWriter& svg, double x, double y) {
  svg.empty("rect", {{"class", "stop"},
                     {"x", x - stop_width / 2},
                     {"y", y - bar_height / 2 - 1.5},
                     {"width", stop_width},
                     {"height", bar_height + 3}});
}

void write_arrow(SvgWriter& svg, double tip, double y, double way) {
  svg.empty(
      "polygon",
      {{"points",
        point_list({{tip - way * bar_arrow, y - 7}, {tip, y}, {tip - way * bar_arrow, y + 7}})}});
}

/// Where a bar is attested: a part of full strength, or a short line across for a day.
void write_attested(SvgWriter& svg, const AxisPart& part, double y, std::string_view body) {
  if (part.to - part.from >= narrowest_block) {
    write_part(svg, part.from, part.to, y, body);
    return;
  }
  const double x = (part.from + part.to) / 2;
  svg.empty("line", {{"class", "tick"},
                     {"x1", x},
                     {"x2", x},
                     {"y1", y - bar_height / 2 - 2},
                     {"y2", y + bar_height / 2 + 2}});
}

}  // namespace

std::string classes_of(const BarMark& mark, const Style& style) {
  return class_list({edge_class(style, mark.drawing_class),
                     mark.modality == Modality::fact ? "" : to_string(mark.modality),
                     mark.doubt == Why::none ? "" : "possible"});
}

std::string classes_of(const MomentMark& mark, const Style& style) {
  return class_list({edge_class(style, mark.drawing_class),
                     mark.modality == Modality::fact ? "" : to_string(mark.modality),
                     mark.doubt == Why::none ? "" : "possible"});
}

void draw_bar(SvgWriter& svg, const BarMark& mark, const BarPlace& place, std::string_view name) {
  const std::string id(name);
  const bool attested = mark.doubt == Why::witness || !place.attested.empty();
  const std::string body = body_class(mark.modality, mark.doubt);
  const bool sometimes = place.lasted == Lasted::at_some_time && !attested;
  const std::string look = sometimes ? body_class(mark.modality, Why::imprecise) : body;
  write_end(svg, mark.start, look, place.sure_from, place.from, place.y, attested, id + "-in");
  if (!attested || place.attested.size() > 1)
    write_part(svg, place.sure_from, place.sure_to, place.y,
               attested && !place.lasted_between ? "pale" : look);
  write_end(svg, mark.end, look, place.sure_to, place.to, place.y, attested, id + "-out");
  if (mark.start == BarEnd::open) write_arrow(svg, place.from - bar_arrow, place.y, -1);
  if (mark.end == BarEnd::open) write_arrow(svg, place.to + bar_arrow, place.y, 1);
  if (mark.start == BarEnd::inferred) write_stop(svg, place.from, place.y);
  if (mark.end == BarEnd::inferred) write_stop(svg, place.to, place.y);
  for (const AxisPart& part : place.attested) write_attested(svg, part, place.y, body);
  if (attested && place.attested.empty())
    write_attested(svg, {place.sure_from, place.sure_to}, place.y, body);
}

void draw_moment(SvgWriter& svg, const MomentMark& mark, Point at) {
  const std::string look = body_class(mark.modality, mark.doubt);
  if (mark.reading == Reading::instant)
    svg.empty("polygon", {{"class", look},
                          {"points", point_list({{at.x, at.y - half_diamond},
                                                 {at.x + half_diamond, at.y},
                                                 {at.x, at.y + half_diamond},
                                                 {at.x - half_diamond, at.y}})}});
  else
    svg.empty(
        "rect",
        {{"class", look}, {"x", at.x - 2.5}, {"y", at.y - 5}, {"width", 5.0}, {"height", 10.0}});
}

void draw_sample(SvgWriter& svg, const BarMark& mark, const Box& box, const Style& style) {
  const bool begins = mark.start != BarEnd::sharp;
  const bool ends = mark.end != BarEnd::sharp;
  const double third = box.width() / 3;
  BarPlace place{.from = box.left,
                 .sure_from = box.left,
                 .sure_to = box.right,
                 .to = box.right,
                 .y = box.centre().y};
  if (begins) place.sure_from = box.left + third;
  if (ends) place.sure_to = box.right - third;
  if (mark.end == BarEnd::open) place.to = place.sure_to;
  if (mark.end == BarEnd::inferred) place.sure_to = place.to = box.right - stop_width;
  if (mark.doubt == Why::witness)  // in a year, and on a day
    place.attested = {{box.left + third / 2, box.left + third},
                      {box.right - third / 2, box.right - third / 2}};
  svg.open("g", {{"class", "bar " + classes_of(mark, style)}});
  draw_bar(svg, mark, place, "legend-bar");
  svg.close();
}

void draw_sample(SvgWriter& svg, const MomentMark& mark, const Box& box, const Style& style) {
  svg.open("g", {{"class", "bar " + classes_of(mark, style)}});
  draw_moment(svg, mark, box.centre());
  svg.close();
}

std::string bar_rules(const Style& style, const UsedClasses& used) {
  std::string rules = ".bar.plain{color:" + to_string(style.secondary) + "}";
  for (const std::string& name : used.edges)
    rules += ".bar." + edge_class(style, name) +
             "{color:" + to_string(edge_style(style, name).line) + "}";
  return rules +
         ".bar>rect,.bar>polygon{fill:currentColor}.bar>line{stroke:currentColor}.bar>"
         ".tick{" +
         stroke_width(style.widths.tick) +
         "}.bar>.pale{fill-opacity:.35}.bar>.outlined{fill:none;stroke:"
         "currentColor;stroke-width:" +
         coordinate(style.widths.outlined_bar) +
         "}.bar>.imprecise,.bar>.published,.bar>.identity,.bar>.undated{fill:none;stroke:"
         "currentColor;" +
         stroke_width(style.widths.doubtful_bar) +
         "}.bar>.reported{fill:currentColor;fill-opacity:.25}.bar>.stop{fill:" +
         to_string(style.background) +
         ";stroke:currentColor;stroke-width:" + coordinate(style.widths.outlined_bar) +
         "}.bar>.undated{stroke:" + to_string(style.secondary) +
         "}.bar>rect.cell{fill:" + to_string(style.background) + "}";
}

}  // namespace entente

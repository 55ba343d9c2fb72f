#include "render/layout/region_layout.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include <entente/render/layout.hpp>

#include "render/label/lettering.hpp"
#include "render/layout/box.hpp"
#include "render/layout/bundle_numbers.hpp"
#include "render/layout/compact.hpp"
#include "render/layout/on_page.hpp"
#include "render/route/route.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

constexpr double usual_page = 1.5;  // width by height, where nobody asked for a size
constexpr double below_name = 8;
constexpr double above_details = 6;
constexpr double number_size = 9.5;  // of relations, on a bundle

/// A region on its own, from its top left corner on.
struct RegionPlan {
  std::vector<Point> centres = {};  ///< beside its members
  PlacedRegion placed = {};
  Size size = {};
};

double width_over_height(const Page& page) {
  return page.size ? page.size->width / page.size->height : usual_page;
}

TextRow name_row(const DiagramRegion& region, const Page& page) {
  constexpr double widest = 260;
  const LanguagePreference languages = LanguagePreference::parse(page.languages);
  const LetterSizes sizes = letter_sizes(page.lettering);
  const Font name_font{sizes.region_name, FontWeight::bold};
  const Font detail_font{sizes.small};
  const Phrase size{counted(Word::entities, Word::one_entity, languages, region.entities),
                    word(Word::entities, languages).language};
  return text_row({{set_in_lines(region.name.text, name_font, widest, 1).front(),
                    region.name.language, name_font, Ink::text},
                   {"  " + size.text, size.language, detail_font, Ink::secondary}});
}

/// What a region counts, in lines of about its width.
std::vector<TextRow> detail_rows(const DiagramRegion& region, const Font& detail_font,
                                 double width) {
  constexpr std::size_t most_lines = 3;
  std::vector<TextRow> rows;
  for (const Phrase& detail : region.detail_lines)
    for (const std::string& line : set_in_lines(detail.text, detail_font, width, most_lines))
      rows.push_back(text_row(line, detail.language, detail_font, Ink::secondary));
  return rows;
}

/// Places of a region's members by their ties, from (0, 0) on.
std::vector<Point> places_within(const Diagram& diagram, const Drawing& drawing,
                                 const DiagramRegion& region) {
  const bool compact = diagram.page.lettering == Lettering::compact;
  const double least_room = compact ? 15 : 24;
  constexpr double beside_label = 16;
  const double between_boxes = compact ? 13 : 20;
  constexpr double shape = 1.6;
  std::map<std::size_t, std::uint32_t> number;
  std::vector<LayoutVertex> vertices;
  for (const std::size_t member : region.members) {
    number.emplace(member, static_cast<std::uint32_t>(vertices.size()));
    const Box& box = drawing.nodes[member].box;
    vertices.push_back({{box.width(), box.height()}, {}, {}});
  }
  std::vector<LayoutEdge> edges;
  for (const DiagramEdge& edge : diagram.edges)
    if (number.contains(edge.from))
      edges.push_back({number.at(edge.from), number.at(edge.to),
                       std::max(least_room, edge_label_row(edge).width + beside_label)});
  std::vector<Size> sizes;
  for (const LayoutVertex& vertex : vertices)
    sizes.push_back({vertex.size.width + between_boxes, vertex.size.height + between_boxes});
  return compacted(layout(vertices, edges,
                          {.lengths = EdgeLengths::by_degree,
                           .gap = compact ? 8.0 : 12.0,
                           .crowding = 1.5,
                           .packing = Packing::nested}),
                   sizes, shape);
}

RegionPlan plan_of(const Diagram& diagram, const Drawing& drawing, const DiagramRegion& region) {
  const LetterSizes sizes = letter_sizes(diagram.page.lettering);
  const double least_width = sizes.widest_label;
  const double rim = sizes.rim;
  RegionPlan plan{.centres = places_within(diagram, drawing, region)};
  Box inner;
  for (std::size_t i = 0; i < plan.centres.size(); ++i) {
    const Box& size = drawing.nodes[region.members[i]].box;
    const Box box = Box::around(plan.centres[i], {size.width(), size.height()});
    inner = i == 0 ? box : inner.joined(box);
  }
  plan.placed.name = name_row(region, diagram.page);
  const double named = std::max(inner.width(), plan.placed.name.width);
  plan.placed.details = detail_rows(region, Font{sizes.small}, std::max(named, least_width));
  const Size details = size_of(plan.placed.details);
  const double width = std::max(named, details.width);
  const double top = rim + plan.placed.name.height + below_name;
  const Point by{rim + (width - inner.width()) / 2 - inner.left, top - inner.top};
  for (Point& centre : plan.centres) centre = centre + by;
  plan.placed.name_at = {rim, rim};
  plan.placed.details_at = {rim, top + inner.height() + above_details};
  const double bottom = plan.placed.details.empty() ? top + inner.height()
                                                    : plan.placed.details_at.y + details.height;
  plan.size = {width + 2 * rim, bottom + rim};
  return plan;
}

/// Grounds as nodes and bundles as edges with their numbers, for the steps that both need.
Diagram outline_of(const Diagram& diagram) {
  Diagram outline;
  outline.page.style = diagram.page.style;
  outline.page.lettering = diagram.page.lettering;
  outline.page.languages = diagram.page.languages;
  for (std::size_t i = 0; i < diagram.regions.size(); ++i)
    outline.nodes.push_back({.id = std::to_string(i), .drawing_class = "other"});
  for (const DiagramBundle& bundle : diagram.bundles)
    outline.edges.push_back({.relations = bundle.relations,
                             .from = bundle.from,
                             .to = bundle.to,
                             .drawing_class = "other",
                             .text_size = number_size,
                             .dates = std::to_string(bundle.relations.size()),
                             .dates_language = "en"});
  return outline;
}

/// What is left of a page of that shape below the heading and above the legend, roughly.
double shape_of_body(const Page& page) {
  const double wanted = width_over_height(page);
  constexpr double usual_width = 1200;
  const Size all = furnish(page, {usual_width, usual_width / wanted}).size;
  const double around = all.height - usual_width / wanted;
  return usual_width / std::max(usual_width / (2 * wanted), usual_width / wanted - around);
}

std::vector<Point> places_of_grounds(const Diagram& diagram, const std::vector<RegionPlan>& plans) {
  const double gap = diagram.page.lettering == Lettering::compact ? 22 : 34;
  std::vector<LayoutVertex> vertices;
  std::vector<Size> sizes;
  double sides = 0;
  for (const RegionPlan& plan : plans) {
    vertices.push_back({plan.size, {}, {}});
    sizes.push_back({plan.size.width + gap, plan.size.height + gap});
    sides += plan.size.width + plan.size.height;
  }
  std::vector<LayoutEdge> edges;
  for (const DiagramBundle& bundle : diagram.bundles)
    edges.push_back(
        {static_cast<std::uint32_t>(bundle.from), static_cast<std::uint32_t>(bundle.to), gap});
  const double wanted = shape_of_body(diagram.page);
  std::vector<Point> best;
  double least = std::numeric_limits<double>::infinity();
  for (const double stretch : {0.7, 1.0, 1.5, 2.2}) {
    std::vector<Point> places =
        compacted(layout(vertices, edges,
                         {.edge_length = sides / static_cast<double>(plans.size()),
                          .stretch = stretch,
                          .gap = gap,
                          .crowding = 1.5,
                          .packing = Packing::nested,
                          .aspect = wanted}),
                  sizes, wanted);
    const double height = height_of_page(places, sizes, wanted);
    if (height >= least) continue;
    least = height;
    best = std::move(places);
  }
  return best;
}

}  // namespace

void arrange_in_regions(const Diagram& diagram, Drawing& drawing) {
  std::vector<RegionPlan> plans;
  for (const DiagramRegion& region : diagram.regions)
    plans.push_back(plan_of(diagram, drawing, region));
  const std::vector<Point> centres = places_of_grounds(diagram, plans);
  Box body;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    PlacedRegion placed = plans[i].placed;
    const Box ground = Box::around(centres[i], plans[i].size);
    const Point corner{ground.left, ground.top};
    for (std::size_t k = 0; k < plans[i].centres.size(); ++k) {
      Box& box = drawing.nodes[diagram.regions[i].members[k]].box;
      box = Box::around(plans[i].centres[k] + corner, {box.width(), box.height()});
    }
    placed.name_at = placed.name_at + corner;
    placed.details_at = placed.details_at + corner;
    placed.ground = ground;
    body = i == 0 ? ground : body.joined(ground);
    drawing.regions.push_back(std::move(placed));
  }
  const Point by = move_into_page(diagram, drawing, body);
  const Diagram outline = outline_of(diagram);
  Drawing frame{.furniture = drawing.furniture};
  for (PlacedRegion& region : drawing.regions) {
    region.ground = moved(region.ground, by);
    region.name_at = region.name_at + by;
    region.details_at = region.details_at + by;
    frame.nodes.push_back({.box = region.ground});
  }
  draw_edges(outline, frame);
  number_bundles(outline, frame);
  drawing.bundles = std::move(frame.edges);
  draw_edges(diagram, drawing);
}

}  // namespace entente

#include <algorithm>
#include <cmath>
#include <map>

#include <entente/render/layout.hpp>

#include "render/diagram/colour.hpp"
#include "render/diagram/drawing.hpp"
#include "render/diagram/fitting.hpp"
#include "render/layout/beside_route.hpp"
#include "render/layout/box.hpp"
#include "render/layout/columns.hpp"
#include "render/layout/least_crossings.hpp"
#include "render/layout/on_page.hpp"
#include "render/layout/overlap.hpp"
#include "render/layout/region_layout.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

constexpr Font column_font{12, FontWeight::bold};

/// The smallest box around all nodes and the ways given.
Box extent_of(const std::vector<PlacedNode>& nodes, const std::vector<Spline>& splines) {
  if (nodes.empty()) return {};
  Box all = nodes.front().box;
  for (const PlacedNode& node : nodes) all = all.joined(node.box);
  for (const Spline& spline : splines)
    for (const Point& point : flattened(spline)) all = all.joined(Box::around(point, {2, 2}));
  return all;
}

std::vector<Size> sizes_of(const Drawing& drawing) {
  std::vector<Size> sizes;
  for (const PlacedNode& node : drawing.nodes)
    sizes.push_back({node.box.width(), node.box.height()});
  return sizes;
}

void stand_at(Drawing& drawing, const std::vector<Point>& centres) {
  const std::vector<Size> sizes = sizes_of(drawing);
  for (std::size_t i = 0; i < centres.size(); ++i)
    drawing.nodes[i].box = Box::around(centres[i], sizes[i]);
}

/// Where everything is pinned, if it is.
std::optional<std::vector<Point>> all_pinned(const Diagram& diagram) {
  std::vector<Point> centres;
  for (const DiagramNode& node : diagram.nodes) {
    if (!node.pinned) return std::nullopt;
    centres.push_back(*node.pinned);
  }
  return centres;
}

/// Whether it says in its boxes what else lines would.
bool is_dense(const Diagram& diagram) {
  return std::any_of(diagram.nodes.begin(), diagram.nodes.end(), [](const DiagramNode& node) {
    return !node.detail_lines.empty() || !node.twins.empty();
  });
}

/// How a drawing for a page is sought.
LayoutOptions options_for_page(const Diagram& diagram) {
  const bool compact = diagram.page.lettering == Lettering::compact;
  if (is_dense(diagram) || compact)
    return {.gap = compact ? 7.0 : 10.0, .crowding = 2, .packing = Packing::nested};
  return {.lengths = EdgeLengths::by_degree};
}

/// What is between the entities of a route, which are pinned side by side.
std::vector<Box> gaps_of_route(const Diagram& diagram, const std::vector<Size>& sizes) {
  constexpr double lane = 14;
  std::map<std::pair<std::size_t, std::size_t>, double> lanes;  // by the left end and the right
  for (const DiagramEdge& edge : diagram.edges) {
    const auto& from = diagram.nodes[edge.from].pinned;
    const auto& to = diagram.nodes[edge.to].pinned;
    if (edge.emphasis != Emphasis::strong || !from || !to || from->y != to->y) continue;
    lanes[from->x < to->x ? std::pair(edge.from, edge.to) : std::pair(edge.to, edge.from)] += 1;
  }
  std::vector<Box> gaps;
  for (const auto& [ends, count] : lanes) {
    const Point left = *diagram.nodes[ends.first].pinned + Point{sizes[ends.first].width / 2, 0};
    const double right = diagram.nodes[ends.second].pinned->x - sizes[ends.second].width / 2;
    const double half = lane * count / 2;
    if (left.x < right) gaps.push_back({left.x, left.y - half, right, left.y + half});
  }
  return gaps;
}

/// Moves what stands between the entities of a route, where its labels belong.
std::vector<Point> with_free_route(std::vector<Point> places, const Diagram& diagram,
                                   std::vector<Size> sizes) {
  std::vector<char> fixed;
  for (const DiagramNode& node : diagram.nodes) fixed.push_back(node.pinned ? 1 : 0);
  for (const Box& gap : gaps_of_route(diagram, sizes)) {
    places.push_back(gap.centre());
    sizes.push_back({gap.width(), gap.height()});
    fixed.push_back(1);
  }
  if (places.size() > diagram.nodes.size()) separate(places, sizes, fixed);
  places.resize(diagram.nodes.size());
  return places;
}

std::vector<Point> places_by_ties(const Diagram& diagram, const Drawing& drawing) {
  constexpr double least_room = 36;
  constexpr double beside_label = 26;
  const bool compact = diagram.page.lettering == Lettering::compact;
  const double least_room_on_page = compact ? 17 : 26;  // labels without room say less
  if (std::optional<std::vector<Point>> known = all_pinned(diagram)) return *std::move(known);
  if (auto beside = places_beside_route(diagram, sizes_of(drawing))) return *std::move(beside);
  std::vector<LayoutVertex> vertices;
  const std::vector<Size> sizes = sizes_of(drawing);
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
    vertices.push_back({sizes[i], diagram.nodes[i].pinned, {}});
  std::vector<LayoutEdge> edges;
  for (const DiagramEdge& edge : diagram.edges)
    edges.push_back({static_cast<std::uint32_t>(edge.from), static_cast<std::uint32_t>(edge.to),
                     diagram.page.size && (is_dense(diagram) || compact)
                         ? least_room_on_page
                         : std::max(least_room, edge_label_row(edge).width + beside_label)});
  const bool free = std::none_of(diagram.nodes.begin(), diagram.nodes.end(),
                                 [](const DiagramNode& node) { return node.pinned.has_value(); });
  if (diagram.page.size && free && !vertices.empty())
    return places_on_page(diagram.page, diagram.page.size->width / diagram.page.size->height,
                          vertices, edges, options_for_page(diagram));
  return with_free_route(least_crossings(vertices, edges, {.lengths = EdgeLengths::by_degree}),
                         diagram, sizes);
}

/// Whether documents, statements and topics stand among the events.
bool has_texts(const Diagram& diagram) {
  return std::ranges::any_of(diagram.nodes, [&](const DiagramNode& node) {
    const std::string& of = node_style(diagram.page.style, node.drawing_class).drawing_class;
    return of == "document" || of == "statement" || of == "topic" || of == "other";
  });
}

Word heading_of(const Diagram& diagram, const std::string& drawing_class) {
  if (drawing_class == "organisation") return Word::organisations;
  if (drawing_class == "country") return Word::countries;
  if (drawing_class == "agreement") return Word::agreements;
  if (drawing_class == "person") return Word::people;
  return has_texts(diagram) ? Word::events_and_texts : Word::events;
}

TextRow heading(const Diagram& diagram, const ColumnHead& head) {
  return text_row(word(heading_of(diagram, head.drawing_class),
                       LanguagePreference::parse(diagram.page.languages)),
                  column_font);
}

void add_caption(const Diagram& diagram, Drawing& drawing, const ColumnHead& head, Point at) {
  TextBlock caption{.drawing_class = head.drawing_class};
  caption.rows = {heading(diagram, head)};
  caption.top_left = {at.x - caption.rows.front().width / 2, at.y};
  drawing.captions.push_back(std::move(caption));
}

/// What the label of an edge takes if it stands in the middle. Where width is scarce no room is
/// made for it: it says less.
Box room_of_label(const DiagramEdge& edge, const Spline& spline, Lettering lettering) {
  if (lettering == Lettering::compact) return Box::around(point_at(spline, 0.5).at, {});
  const TextRow row = edge_label_row(edge);
  return Box::around(point_at(spline, 0.5).at, {row.width, row.height});
}

void arrange_in_columns(const Diagram& diagram, Drawing& drawing) {
  constexpr double caption_height = 30;
  const ColumnPlan plan = plan_columns(diagram, sizes_of(drawing));
  stand_at(drawing, plan.centres);
  Box body = extent_of(drawing.nodes, plan.splines);
  for (std::size_t i = 0; i < diagram.edges.size(); ++i)
    body = body.joined(room_of_label(diagram.edges[i], plan.splines[i], diagram.page.lettering));
  body.top -= caption_height;
  for (const ColumnHead& head : plan.heads) {
    const double half = heading(diagram, head).width / 2;
    body.left = std::min(body.left, head.centre - half);
    body.right = std::max(body.right, head.centre + half);
  }
  const Point by = move_into_page(diagram, drawing, body);
  for (const ColumnHead& head : plan.heads)
    add_caption(diagram, drawing, head, {head.centre + by.x, body.top + by.y});
  drawing.edges.resize(diagram.edges.size());
  for (std::size_t i = 0; i < diagram.edges.size(); ++i) {
    Spline spline = plan.splines[i];
    for (Point& point : spline) point = point + by;
    drawing.edges[i].spline = between_outlines(diagram, drawing, diagram.edges[i], spline);
  }
}

}  // namespace

Colour colour_of(const TextBlock& block, const Style& style) {
  if (block.drawing_class.empty()) return style.text;
  return readable(node_style(style, block.drawing_class).line, style.background, style.text);
}

std::vector<PlacedNode> sized_nodes(const Diagram& diagram) {
  std::vector<PlacedNode> result;
  for (const DiagramNode& node : diagram.nodes) {
    PlacedNode placed{.rows = label_rows(node, diagram.page.lettering, diagram.arrangement)};
    const Shape shape = node_style(diagram.page.style, node.drawing_class).shape;
    placed.box = Box::around({}, size_around(size_of(placed.rows), shape, diagram.page.lettering));
    result.push_back(std::move(placed));
  }
  return result;
}

Diagram placed(Diagram diagram) {
  if (diagram.arrangement != Arrangement::by_ties || diagram.nodes.empty() ||
      !diagram.regions.empty())
    return diagram;
  Drawing drawing;
  drawing.nodes = sized_nodes(diagram);
  const std::vector<Point> centres = places_by_ties(diagram, drawing);
  const auto rounded_off = [](double value) { return std::round(value * 100) / 100; };
  for (std::size_t i = 0; i < centres.size(); ++i)
    diagram.nodes[i].pinned = Point{rounded_off(centres[i].x), rounded_off(centres[i].y)};
  return diagram;
}

Positions positions(const Diagram& diagram) {
  Positions result;
  for (const DiagramNode& node : diagram.nodes)
    if (node.pinned) result.emplace(node.id, *node.pinned);
  return result;
}

std::string edge_id(const Diagram& diagram, const DiagramEdge& edge) {
  if (!edge.relations.empty()) return edge.relations.front();
  return "edge " + std::to_string(&edge - diagram.edges.data() + 1);
}

Drawing arrange(const Diagram& diagram) {
  require_fitting(diagram);
  Drawing drawing;
  drawing.nodes = sized_nodes(diagram);
  if (diagram.arrangement == Arrangement::in_columns) {
    arrange_in_columns(diagram, drawing);
  } else if (!diagram.regions.empty()) {
    arrange_in_regions(diagram, drawing);
  } else {
    stand_at(drawing, places_by_ties(diagram, drawing));
    move_into_page(diagram, drawing, extent_of(drawing.nodes, {}));
    draw_edges(diagram, drawing);
  }
  label_edges(diagram, drawing);
  tell_what_has_no_room(diagram, drawing);
  return drawing;
}

}  // namespace entente

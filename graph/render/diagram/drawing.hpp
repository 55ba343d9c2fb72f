#pragma once

/// A diagram with everything in its place: what DOT and SVG are written from. All coordinates in
/// points from the page's top left corner.

#include <optional>
#include <string>
#include <vector>

#include <entente/render/diagram.hpp>

#include "render/layout/box.hpp"
#include "render/mark/node_shape.hpp"
#include "render/route/route.hpp"

namespace entente {

/// Lines of text set from a corner on.
struct TextBlock {
  std::vector<TextRow> rows = {};
  Point top_left = {};
  std::string link = {};
  std::string drawing_class = {};  ///< whose colour it has, if not the text's own
};

struct PlacedNode {
  Box box = {};
  std::vector<TextRow> rows = {};
};

/// The ground of a region, what it is called and what it counts.
struct PlacedRegion {
  Box ground = {};
  TextRow name = {};
  Point name_at = {};  ///< top left
  std::vector<TextRow> details = {};
  Point details_at = {};  ///< top left
};

struct PlacedEdge {
  Spline spline = {};                 ///< from outline to outline
  TextRow label = {};                 ///< without spans: no label
  std::optional<Box> label_box = {};  ///< none: no room was found for it
};

/// A line of the legend: a swatch and its label.
struct PlacedLegend {
  Box swatch = {};
  TextRow label = {};
  Point label_at = {};  ///< top left
};

/// Title above, legend, notes and credit below a picture's body.
struct Furniture {
  TextBlock title = {};
  TextBlock subtitle = {};
  std::vector<PlacedLegend> legend = {};  ///< beside Page::legend
  std::vector<TextBlock> list = {};
  std::vector<TextBlock> notes = {};
  TextBlock sources = {};  ///< in a line
  TextBlock credit = {};
  Size size = {};   ///< of the whole page
  Point body = {};  ///< top left of the body
};

/// The title with its period, and what stands below it with the dossier's name before it.
[[nodiscard]] Phrase whole_title(const Page& page);
[[nodiscard]] Phrase whole_subtitle(const Page& page);

/// What the margins of a page leave of its width.
[[nodiscard]] double inner_width_of(const Page& page, double width);

/// One of several pages, which its title says.
[[nodiscard]] Page page_of_several(const Page& page, std::size_t number, std::size_t count);

/// Sets the furniture around a body of that size.
[[nodiscard]] Furniture furnish(const Page& page, Size body);

/// The page's legend in columns from the top left corner of a box on, at most so many times as
/// large as usual; empty if the box is too small for it.
[[nodiscard]] std::vector<PlacedLegend> legend_in(const Page& page, const Box& room,
                                                  double largest_scale);

struct Drawing {
  Furniture furniture = {};
  Size body = {};                          ///< of what the furniture stands around
  std::vector<TextBlock> captions = {};    ///< over parts of the body
  std::vector<PlacedNode> nodes = {};      ///< beside Diagram::nodes
  std::vector<PlacedEdge> edges = {};      ///< beside Diagram::edges
  std::vector<PlacedRegion> regions = {};  ///< beside Diagram::regions
  std::vector<PlacedEdge> bundles = {};    ///< beside Diagram::bundles
};

/// Shapes and sizes of the nodes, all at (0, 0).
[[nodiscard]] std::vector<PlacedNode> sized_nodes(const Diagram& diagram);

/// Ways for the edges between placed nodes.
void draw_edges(const Diagram& diagram, Drawing& drawing);

/// What of a way between the middles of an edge's nodes is seen between their outlines.
[[nodiscard]] Spline between_outlines(const Diagram& diagram, const Drawing& drawing,
                                      const DiagramEdge& edge, const Spline& spline);

/// What stands on an edge: words, marks, dates and source numbers; without spans if nothing does.
[[nodiscard]] TextRow edge_label_row(const DiagramEdge& edge);
/// The same with less and less of it, at last only signs; none if there is nothing to say.
[[nodiscard]] std::vector<TextRow> edge_label_rows(const DiagramEdge& edge);

/// Whether a line stands for an agreement or event, whose name is nowhere else.
[[nodiscard]] bool has_name(const DiagramEdge& edge);

/// Rooms for the edges' labels. What a line stands for has its name there as far as it can.
void label_edges(const Diagram& diagram, Drawing& drawing);

/// What found no room on its line is said below the picture: names of agreements and events that
/// lines stand for one by one, how many values of an attribute.
void tell_what_has_no_room(const Diagram& diagram, Drawing& drawing);

/// The colour of a block of text.
[[nodiscard]] Colour colour_of(const TextBlock& block, const Style& style);

/// Everything in its place, as the diagram's arrangement says.
[[nodiscard]] Drawing arrange(const Diagram& diagram);

/// What an edge is called among the elements of a picture: its first relation; without any, its
/// number, as in `edge 3`.
[[nodiscard]] std::string edge_id(const Diagram& diagram, const DiagramEdge& edge);

}  // namespace entente

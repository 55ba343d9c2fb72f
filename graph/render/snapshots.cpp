#include <algorithm>
#include <cmath>
#include <map>

#include <entente/render/snapshots.hpp>

#include "render/box.hpp"
#include "render/draw_svg.hpp"
#include "render/label.hpp"
#include "render/merge.hpp"

namespace entente {
namespace {

constexpr double panel_gap = 36;
constexpr double inset = 10;

/// Everything of all snapshots in its place, and what is in that place of one of them.
class Stage {
 public:
  explicit Stage(const Diagram& all) : drawing_(arrange(all)) {
    bool first = true;
    const auto grow = [&](const Box& box) {
      extent_ = first ? box : extent_.joined(box);
      first = false;
    };
    for (std::size_t i = 0; i < all.nodes.size(); ++i) {
      node_.emplace(all.nodes[i].id, i);
      grow(drawing_.nodes[i].box);
    }
    for (std::size_t i = 0; i < all.edges.size(); ++i) {
      edge_.emplace(identity_of(all, all.edges[i]), i);
      for (const Point& point : flattened(drawing_.edges[i].spline))
        grow(Box::around(point, {2, 2}));
      if (drawing_.edges[i].label_box) grow(*drawing_.edges[i].label_box);
    }
    for (const TextBlock& caption : drawing_.captions) {
      const Size size = size_of(caption.rows);
      const Point at = caption.top_left;
      grow({at.x, at.y, at.x + size.width, at.y + size.height});
    }
    extent_ = extent_.grown(inset);
  }

  [[nodiscard]] const Box& extent() const { return extent_; }

  /// A snapshot as it stands on the stage.
  [[nodiscard]] Drawing drawing_of(const Diagram& one) const {
    Drawing result;
    result.captions = drawing_.captions;
    for (const DiagramNode& node : one.nodes)
      result.nodes.push_back({drawing_.nodes[node_.at(node.id)].box, label_rows(node)});
    for (const DiagramEdge& edge : one.edges) {
      PlacedEdge placed = drawing_.edges[edge_.at(identity_of(one, edge))];
      if (placed.label_box) set_label(placed, edge);
      result.edges.push_back(std::move(placed));
    }
    return result;
  }

 private:
  /// As much of the snapshot's own label as there is room for.
  static void set_label(PlacedEdge& placed, const DiagramEdge& edge) {
    constexpr double spare = 10;  // beside a label, for a sign
    const Box room = placed.label_box->grown(spare / 2);
    placed.label_box = {};
    if (edge.emphasis == Emphasis::faded) return;
    for (TextRow& row : edge_label_rows(edge)) {
      const Box box = Box::around(room.centre(), {row.width + 4, row.height});
      if (box.width() > room.width()) continue;
      placed.label = std::move(row);
      placed.label_box = box;
      return;
    }
  }

  Drawing drawing_;
  std::map<std::string, std::size_t, std::less<>> node_;
  std::map<EdgeIdentity, std::size_t> edge_;
  Box extent_ = {};
};

/// How many panels stand beside one another, so that the page is about so wide by its height.
std::size_t columns_for(std::size_t panels, Size panel, double wanted) {
  std::size_t best = 1;
  double least = INFINITY;
  for (std::size_t columns = 1; columns <= panels; ++columns) {
    const auto rows = static_cast<double>((panels + columns - 1) / columns);
    const double aspect = panel.width * static_cast<double>(columns) / (panel.height * rows);
    const auto empty = rows * static_cast<double>(columns) - static_cast<double>(panels);
    const double badness = std::abs(std::log(aspect / wanted)) + 0.15 * empty;
    if (badness >= least) continue;
    least = badness;
    best = columns;
  }
  return best;
}

std::string translation(Point by) {
  return "translate(" + coordinate(by.x) + " " + coordinate(by.y) + ")";
}

class PanelDrawer {
 public:
  PanelDrawer(const Diagram& all, std::span<const Snapshot> snapshots)
      : all_(all),
        snapshots_(snapshots),
        stage_(all),
        label_font_{std::clamp(stage_.extent().width() / 45, 13.0, 26.0), FontWeight::bold},
        counts_font_{label_font_.size * 0.62},
        caption_height_(line_height(label_font_) + line_height(counts_font_) + 10),
        panel_{stage_.extent().width(), stage_.extent().height() + caption_height_},
        columns_(columns_for(snapshots.size(), panel_,
                             all.page ? all.page->width / all.page->height : 1.6)) {}

  std::string svg() {
    const auto columns = static_cast<double>(columns_);
    const auto rows = static_cast<double>((snapshots_.size() + columns_ - 1) / columns_);
    const Size body{columns * panel_.width + (columns - 1) * panel_gap,
                    rows * panel_.height + (rows - 1) * panel_gap};
    const Furniture furniture = furnish(all_, body);
    open_page(svg_, all_, furniture,
              ".panel{fill:none;stroke:" + to_string(all_.style.grid) + ";stroke-width:1}");
    for (std::size_t i = 0; i < snapshots_.size(); ++i) {
      const auto column = static_cast<double>(i % columns_);
      const auto row = static_cast<double>(i / columns_);
      draw(i, furniture.body +
                  Point{column * (panel_.width + panel_gap), row * (panel_.height + panel_gap)});
    }
    write_furniture(svg_, all_, furniture);
    return svg_.take();
  }

 private:
  void draw(std::size_t index, Point at) {
    const Snapshot& snapshot = snapshots_[index];
    const std::string prefix = "s" + std::to_string(index + 1) + "_";
    svg_.open("g", {{"id", prefix + "panel"}});
    write_rows(svg_, {text_row(snapshot.label, "en", label_font_, Ink::text)}, at);
    write_rows(
        svg_,
        {text_row(
            set_in_lines(snapshot.diagram.subtitle.text, counts_font_, panel_.width, 1).front(),
            snapshot.diagram.subtitle.language, counts_font_, Ink::secondary)},
        at + Point{0, line_height(label_font_)});
    svg_.empty("rect", {{"class", "panel"},
                        {"x", at.x},
                        {"y", at.y + caption_height_ - 4},
                        {"width", panel_.width},
                        {"height", panel_.height - caption_height_ + 4}});
    const Diagram one = on_one_page(snapshot.diagram, all_);
    const Box& extent = stage_.extent();
    svg_.open("g",
              {{"transform", translation(at + Point{-extent.left, caption_height_ - extent.top})}});
    write_body(svg_, one, stage_.drawing_of(one), prefix);
    svg_.close();
    svg_.close();
  }

  const Diagram& all_;
  std::span<const Snapshot> snapshots_;
  Stage stage_;
  Font label_font_;
  Font counts_font_;
  double caption_height_;
  Size panel_;
  std::size_t columns_;
  SvgWriter svg_;
};

}  // namespace

std::string side_by_side_svg(const Diagram& all, std::span<const Snapshot> snapshots) {
  return PanelDrawer(all, snapshots).svg();
}

std::vector<std::string> frame_svgs(const Diagram& all, std::span<const Snapshot> snapshots) {
  const Stage stage(all);
  const Size body{stage.extent().width(), stage.extent().height()};
  std::vector<Diagram> pages;
  Furniture tallest;
  for (const Snapshot& snapshot : snapshots) {
    pages.push_back(on_one_page(snapshot.diagram, all));
    const Furniture furniture = furnish(pages.back(), body);
    if (furniture.page.height > tallest.page.height) tallest = furniture;
  }
  std::vector<std::string> frames;
  for (const Diagram& page : pages) {
    Furniture furniture = tallest;
    furniture.subtitle = furnish(page, body).subtitle;
    Diagram sheet = all;  // with the looks of everything in the legend
    sheet.subtitle = page.subtitle;
    SvgWriter svg;
    open_page(svg, sheet, furniture);
    svg.open("g", {{"transform",
                    translation(furniture.body - Point{stage.extent().left, stage.extent().top})}});
    write_body(svg, page, stage.drawing_of(page));
    svg.close();
    write_furniture(svg, page, furniture);
    frames.push_back(svg.take());
  }
  return frames;
}

}  // namespace entente

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include <entente/render/snapshots.hpp>

#include "render/diagram/merge.hpp"
#include "render/diagram/panel_grid.hpp"
#include "render/diagram/snapshot_changes.hpp"
#include "render/label/label.hpp"
#include "render/layout/box.hpp"
#include "render/mark/node_mark.hpp"
#include "render/mark/sample.hpp"
#include "render/svg/draw_svg.hpp"
#include "words/short_dates.hpp"

namespace entente {
namespace {

/// That of dates in words, as labels of times are.
std::string language_of_labels(const Page& page) {
  return std::string(language_of_dates(LanguagePreference::parse(page.languages)));
}

constexpr double inset = 10;
constexpr double largest_label = 39;  // of a panel

double smallest_label_of(const Diagram& all) {
  return all.page.lettering == Lettering::compact ? 13 : 20;
}

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
  /// Everything of all snapshots in its place.
  [[nodiscard]] const Drawing& drawing() const { return drawing_; }

  /// A snapshot as it stands on the stage.
  [[nodiscard]] Drawing drawing_of(const Diagram& one) const {
    Drawing result;
    result.captions = drawing_.captions;
    for (const DiagramNode& node : one.nodes)
      result.nodes.push_back({drawing_.nodes[node_.at(node.id)].box,
                              label_rows(node, one.page.lettering, one.arrangement)});
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

constexpr double usual_aspect = 1.6;  // of a page that nobody gave a size

double page_aspect(const Diagram& all) {
  return all.page.size ? all.page.size->width / all.page.size->height : usual_aspect;
}

/// The diagram as it is placed on a panel of that shape, which has nothing around it.
Diagram for_panel(const Diagram& all, double aspect) {
  constexpr double height = 2400;  // only the shape counts
  Diagram result = all;
  result.page.title = {};
  result.page.subtitle = {};
  result.page.period.clear();
  result.page.dossier.clear();
  result.page.sources = {};
  result.page.legend.clear();
  result.page.notes.clear();
  result.page.credit = {};
  result.page.size = Size{height * aspect, height};
  return result;
}

std::string translation(Point by) {
  return "translate(" + coordinate(by.x) + " " + coordinate(by.y) + ")";
}

/// What the words below a title say of one time alone.
std::string counts_of(const Page& page) {
  std::string text = page.subtitle.text;
  const std::string common = " \u00B7 " + page.left_aside;
  if (!page.left_aside.empty() && text.ends_with(common)) text.erase(text.size() - common.size());
  return text;
}

/// As many of the parts between dots as there is room for, none of them cut.
std::string parts_within(std::string text, const Font& font, double width) {
  constexpr std::string_view between = " \u00B7 ";
  while (text_width(text, font) > width) {
    const std::size_t last = text.rfind(between);
    if (last == std::string::npos) return set_in_lines(text, font, width, 1).front();
    text.erase(last);
  }
  return text;
}

class PanelDrawer {
 public:
  PanelDrawer(const Diagram& all, std::span<const Snapshot> snapshots)
      : snapshots_(with_changes(snapshots)),
        all_(with_signs(all, snapshots_)),
        stage_(for_panel(all_, grid_for_any(snapshots.size(), page_aspect(all)).aspect)),
        gap_(all.page.lettering == Lettering::compact ? 14 : 30),
        label_font_{std::clamp(stage_.extent().width() / 36, smallest_label_of(all), largest_label),
                    FontWeight::bold},
        counts_font_{std::max(label_font_.size * 0.5, 8.5)},
        caption_height_(line_height(label_font_) + line_height(counts_font_) + 10),
        panel_{stage_.extent().width(), stage_.extent().height() + caption_height_},
        grid_(grid_for(snapshots.size(), panel_.width / panel_.height, page_aspect(all))) {}

  std::string svg() {
    const auto columns = static_cast<double>(grid_.columns);
    const auto rows = static_cast<double>(grid_.rows);
    const Size body{columns * panel_.width + (columns - 1) * gap_,
                    rows * panel_.height + (rows - 1) * gap_};
    const Furniture furniture = furnish(all_.page, body);
    open_page(svg_, all_.page, furniture, classes_of(all_), [this](const Style& style) {
      return caption_rules(stage_.drawing(), style) +
             ".panel{fill:none;stroke:" + to_string(style.grid) + ";" +
             stroke_width(style.widths.frame) +
             "}.ghost{fill:none;stroke:" + to_string(style.grid) + ";" +
             stroke_width(style.widths.ghost) +
             "}.ghost text{stroke:none}.ghost text,.ghost tspan{fill:" +
             to_string(style.faded_text) + "}.ghost .b{font-weight:normal}";
    });
    for (std::size_t i = 0; i < snapshots_.size(); ++i) draw(i, furniture.body + cell(i));
    write_furniture(svg_, all_.page, furniture);
    return svg_.take();
  }

 private:
  /// Where a panel begins, from the top left of all.
  [[nodiscard]] Point cell(std::size_t index) const {
    const auto column = static_cast<double>(index % grid_.columns);
    const auto row = static_cast<double>(index / grid_.columns);
    return {column * (panel_.width + gap_), row * (panel_.height + gap_)};
  }

  void draw(std::size_t index, Point at) {
    const Snapshot& snapshot = snapshots_[index];
    const std::string prefix = "s" + std::to_string(index + 1) + "_";
    svg_.open("g", {{"id", prefix + "panel"}});
    write_rows(svg_,
               {text_row(snapshot.label, language_of_labels(all_.page), label_font_, Ink::text)},
               at);
    const Page& page = snapshot.diagram.page;
    write_rows(svg_,
               {text_row(parts_within(counts_of(page), counts_font_, panel_.width),
                         page.subtitle.language, counts_font_, Ink::secondary)},
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
    draw_absent(index, one);
    write_body(svg_, one, stage_.drawing_of(one), prefix);
    svg_.close();
    svg_.close();
  }

  /// Pale outlines of those that other panels have; who has just gone is named.
  void draw_absent(std::size_t index, const Diagram& one) {
    const Presence present(one);
    for (std::size_t i = 0; i < all_.nodes.size(); ++i) {
      const DiagramNode& node = all_.nodes[i];
      if (present.nodes.contains(node.id)) continue;
      const GhostMark ghost = ghost_of(node.id, std::span(snapshots_).first(index));
      const PlacedNode& placed = stage_.drawing().nodes[i];
      const Shape shape = node_style(all_.page.style, node.drawing_class).shape;
      svg_.open("g", {{"class", classes_of(ghost)}});
      draw_shape(svg_, shape, placed.box);
      if (ghost.change == Change::ended) draw_gone(node, placed, shape);
      svg_.close();
    }
  }

  void draw_gone(DiagramNode node, const PlacedNode& placed, Shape shape) {
    node.change = Change::ended;
    const Size size{placed.box.width(), placed.box.height()};
    write_centred_rows(svg_, label_rows(node, all_.page.lettering, all_.arrangement),
                       label_centre(placed.box.centre(), size, shape));
  }

  std::vector<Snapshot> snapshots_;
  Diagram all_;
  Stage stage_;
  double gap_;  // between panels
  Font label_font_;
  Font counts_font_;
  double caption_height_;
  Size panel_;
  PanelGrid grid_;
  SvgWriter svg_;
};

/// The time in large figures, and what it is of below.
Diagram with_large_label(Diagram frame, const std::string& label) {
  constexpr double larger = 1.8;
  Page& page = frame.page;
  const std::string dossier = page.dossier.empty() ? "" : " \u00B7 " + page.dossier;
  page.dossier = page.title.text + dossier;
  page.title = {label, language_of_labels(page)};
  page.period.clear();
  page.style.title_size *= larger;
  return frame;
}

}  // namespace

std::string label_of_time(std::string_view date, std::string_view languages) {
  return short_date_of(date, LanguagePreference::parse(languages));
}

std::string side_by_side_svg(const Diagram& all, std::span<const Snapshot> snapshots) {
  return PanelDrawer(all, snapshots).svg();
}

std::vector<std::string> frame_svgs(const Diagram& all, std::span<const Snapshot> snapshots) {
  const Stage stage(all);
  const Size body{stage.extent().width(), stage.extent().height()};
  std::vector<Diagram> pages;
  Furniture tallest;
  for (const Snapshot& snapshot : snapshots) {
    pages.push_back(with_large_label(on_one_page(snapshot.diagram, all), snapshot.label));
    const Furniture furniture = furnish(pages.back().page, body);
    if (furniture.size.height > tallest.size.height) tallest = furniture;
  }
  std::vector<std::string> frames;
  for (const Diagram& page : pages) {
    Furniture furniture = tallest;
    const Furniture own = furnish(page.page, body);
    furniture.title = own.title;
    furniture.subtitle = own.subtitle;
    SvgWriter svg;
    open_page(svg, page.page, furniture, classes_of(all),
              [&](const Style& style) { return caption_rules(stage.drawing(), style); });
    svg.open("g", {{"transform",
                    translation(furniture.body - Point{stage.extent().left, stage.extent().top})}});
    write_body(svg, page, stage.drawing_of(page));
    svg.close();
    write_furniture(svg, page.page, furniture);
    frames.push_back(svg.take());
  }
  return frames;
}

}  // namespace entente

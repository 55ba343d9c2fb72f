#include "render/layout/columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <string_view>

#include "render/layout/column_bows.hpp"
#include "render/layout/column_order.hpp"
#include "render/layout/isotonic.hpp"

namespace entente {
namespace {

constexpr double node_gap = 14;
constexpr double lane_height = 7;

/// Which column a drawing class stands in; the first class names the column.
constexpr std::array<std::array<std::string_view, 5>, 5> column_classes = {{
    {"organisation", "body", "", "", ""},
    {"country", "place", "", "", ""},
    {"agreement", "", "", "", ""},
    {"event", "document", "statement", "topic", "other"},
    {"person", "post", "", "", ""},
}};

std::size_t column_of(std::string_view drawing_class) {
  for (std::size_t column = 0; column < column_classes.size(); ++column)
    for (const std::string_view each : column_classes[column])
      if (!each.empty() && each == drawing_class) return column;
  return 3;
}

/// The first year that a text mentions.
std::optional<double> year_in(std::string_view text) {
  constexpr std::string_view digits = "0123456789";
  const std::size_t begin = text.find_first_of(digits);
  if (begin == std::string_view::npos) return std::nullopt;
  double year = 0;
  for (std::size_t i = begin; i < text.size() && digits.find(text[i]) != std::string_view::npos;
       ++i)
    year = year * 10 + (text[i] - '0');
  return year;
}

class Columns {
 public:
  Columns(const Diagram& diagram, const std::vector<Size>& sizes)
      : diagram_(diagram), sizes_(sizes) {
    number_columns();
    add_nodes();
    add_edges();
    order_columns(slots_, members_);
    level();
    bows_.emplace(diagram.edges, places(), members_.size(), diagram.page.lettering);
    set_x();
  }

  [[nodiscard]] ColumnPlan plan() const {
    ColumnPlan result;
    for (std::size_t i = 0; i < diagram_.nodes.size(); ++i)
      result.centres.push_back({middle_[slots_[i].column], slots_[i].y});
    for (std::size_t i = 0; i < diagram_.edges.size(); ++i) result.splines.push_back(spline(i));
    for (std::size_t column = 0; column < members_.size(); ++column)
      result.heads.push_back({std::string(names_[column]), middle_[column]});
    return result;
  }

 private:
  void number_columns() {
    std::array<bool, column_classes.size()> occurs{};
    for (const DiagramNode& node : diagram_.nodes)
      occurs[column_of(node_style(diagram_.page.style, node.drawing_class).drawing_class)] = true;
    for (std::size_t column = 0; column < occurs.size(); ++column) {
      number_[column] = members_.size();
      if (!occurs[column]) continue;
      members_.emplace_back();
      names_.push_back(column_classes[column].front());
    }
  }

  void add_nodes() {
    for (std::size_t i = 0; i < diagram_.nodes.size(); ++i) {
      const DiagramNode& node = diagram_.nodes[i];
      const std::size_t kind =
          column_of(node_style(diagram_.page.style, node.drawing_class).drawing_class);
      ColumnSlot slot{.node = i, .column = number_[kind], .height = sizes_[i].height + node_gap};
      if (kind == 2 || kind == 3) slot.year = year_in(node.year);
      members_[slot.column].push_back(slots_.size());
      slots_.push_back(std::move(slot));
    }
  }

  void add_edges() {
    ways_.resize(diagram_.edges.size());
    for (std::size_t i = 0; i < diagram_.edges.size(); ++i) {
      std::size_t left = diagram_.edges[i].from;
      std::size_t right = diagram_.edges[i].to;
      if (slots_[left].column > slots_[right].column) std::swap(left, right);
      ways_[i].push_back(left);
      for (std::size_t c = slots_[left].column + 1; c < slots_[right].column; ++c) {
        members_[c].push_back(slots_.size());
        ways_[i].push_back(slots_.size());
        slots_.push_back({.column = c, .height = lane_height});
      }
      ways_[i].push_back(right);
      if (slots_[left].column == slots_[right].column) continue;
      for (std::size_t k = 0; k + 1 < ways_[i].size(); ++k) {
        slots_[ways_[i][k]].beside.push_back(ways_[i][k + 1]);
        slots_[ways_[i][k + 1]].beside.push_back(ways_[i][k]);
      }
    }
  }

  /// Real heights: every slot as near to what it is tied to as the order allows.
  void level() {
    double highest = 0;
    for (const auto& members : members_) {
      double total = 0;
      for (const std::size_t slot : members) total += slots_[slot].height;
      highest = std::max(highest, total);
    }
    for (ColumnSlot& slot : slots_) slot.y *= highest / 1000;
    constexpr int sweeps = 8;
    for (int sweep = 0; sweep < sweeps; ++sweep)
      for (std::size_t i = 0; i < members_.size(); ++i)
        level_column(members_[sweep % 2 == 0 ? i : members_.size() - 1 - i], highest);
  }

  void level_column(const std::vector<std::size_t>& members, double highest) {
    std::vector<double> wishes;
    std::vector<double> weights;
    std::vector<double> gaps;
    double before = 0;
    for (const std::size_t slot : members) {
      const double half = slots_[slot].height / 2;
      gaps.push_back(gaps.empty() ? 0 : before + half);
      before = half;
      wishes.push_back(std::clamp(wish_of(slots_, slots_[slot]), half, highest - half));
      weights.push_back(slots_[slot].is_lane() ? 2.0 : 1.0);
    }
    const std::vector<double> places = keep_apart(wishes, weights, gaps);
    for (std::size_t i = 0; i < members.size(); ++i) slots_[members[i]].y = places[i];
  }

  [[nodiscard]] std::vector<ColumnPlace> places() const {
    std::vector<ColumnPlace> result;
    for (std::size_t i = 0; i < diagram_.nodes.size(); ++i)
      result.push_back({slots_[i].column, slots_[i].y, sizes_[i].height});
    return result;
  }

  void set_x() {
    std::vector<double> width(members_.size(), 0);
    std::vector<double> passing(members_.size(), 0);
    for (std::size_t i = 0; i < diagram_.nodes.size(); ++i)
      width[slots_[i].column] = std::max(width[slots_[i].column], sizes_[i].width);
    for (const ColumnSlot& slot : slots_)
      for (const std::size_t other : slot.beside)
        if (slots_[other].column > slot.column) ++passing[slot.column];
    double x = 0;
    for (std::size_t column = 0; column < members_.size(); ++column) {
      middle_.push_back(x + width[column] / 2);
      const double bows = bows_->is_left_of(column) ? 0 : bows_->room(column);
      const bool compact = diagram_.page.lettering == Lettering::compact;
      const double beside = compact ? 22 + std::min(14.0, 1.5 * std::sqrt(passing[column]))
                                    : 90 + std::min(130.0, 13 * std::sqrt(passing[column]));
      x += width[column] + beside + bows;
    }
    width_ = std::move(width);
  }

  /// Where on a node's side an edge ends, so that edges do not all end in one point.
  /// `nth` of those with the same ends.
  [[nodiscard]] double port(std::size_t node, std::size_t towards, std::size_t nth) const {
    const ColumnSlot& slot = slots_[node];
    if (slot.is_lane()) return slot.y;
    const bool right = slots_[towards].column > slot.column;
    double above = static_cast<double>(nth), all = 0, here = slots_[towards].y;
    for (const std::size_t other : slot.beside) {
      if ((slots_[other].column > slot.column) != right) continue;
      ++all;
      if (slots_[other].y < here || (slots_[other].y == here && other < towards)) ++above;
    }
    if (all < 2) return slot.y;
    const double room = std::min(sizes_[slot.node].height * 0.6, 5 * (all - 1));
    return slot.y + room * (above / (all - 1) - 0.5);
  }

  /// From the middle of a column to the middle of the next: level, an S between, level.
  void add_passage(Spline& spline, std::size_t left, std::size_t right, std::size_t nth) const {
    const std::size_t a = slots_[left].column;
    const std::size_t b = slots_[right].column;
    const double y0 = port(left, right, nth);
    const double y1 = port(right, left, nth);
    const double x0 = middle_[a] + width_[a] / 2;
    const double x1 = middle_[b] - width_[b] / 2;
    const auto level_to = [&](double x, double y) {
      const Point from = spline.back();
      spline.push_back({from.x + (x - from.x) / 3, y});
      spline.push_back({from.x + (x - from.x) * 2 / 3, y});
      spline.push_back({x, y});
    };
    if (spline.empty()) spline.push_back({middle_[a], y0});
    level_to(x0, y0);
    const double bend = (x1 - x0) / 2;
    spline.push_back({x0 + bend, y0});
    spline.push_back({x1 - bend, y1});
    spline.push_back({x1, y1});
    level_to(middle_[b], y1);
  }

  [[nodiscard]] Spline spline(std::size_t edge) const {
    const std::vector<std::size_t>& way = ways_[edge];
    const std::size_t from = diagram_.edges[edge].from;
    const std::size_t to = diagram_.edges[edge].to;
    const std::size_t column = slots_[from].column;
    if (column == slots_[to].column) return bows_->spline(edge, middle_[column], width_[column]);
    Spline result;
    const auto nth = static_cast<std::size_t>(
        std::count(ways_.begin(), ways_.begin() + static_cast<std::ptrdiff_t>(edge), way));
    for (std::size_t k = 0; k + 1 < way.size(); ++k) add_passage(result, way[k], way[k + 1], nth);
    if (way.front() != from) std::reverse(result.begin(), result.end());
    return result;
  }

  const Diagram& diagram_;
  const std::vector<Size>& sizes_;
  std::array<std::size_t, column_classes.size()> number_{};
  std::vector<std::string_view> names_;
  std::vector<std::vector<std::size_t>> members_;
  std::vector<ColumnSlot> slots_;  ///< the nodes first, then where edges pass
  std::vector<std::vector<std::size_t>> ways_;
  std::vector<double> middle_;
  std::vector<double> width_;
  std::optional<ColumnBows> bows_;
};

}  // namespace

ColumnPlan plan_columns(const Diagram& diagram, const std::vector<Size>& sizes) {
  if (diagram.nodes.empty()) return {};
  return Columns(diagram, sizes).plan();
}

}  // namespace entente

#include "render/diagram/places/ego_sectors.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "render/diagram/drawing.hpp"
#include "render/diagram/places/ego_order.hpp"
#include "render/layout/box.hpp"
#include "render/layout/on_page.hpp"

namespace entente {
namespace {

constexpr std::size_t most_around = 60;
constexpr double usual_flatness = 1.6;
constexpr double least_radius = 150;  // room for what is said on lines
constexpr double radius_step = 14;
constexpr double between_boxes = 12;
constexpr double between_sectors = 1.2;  // of a gap, and as much more

/// A curve around the centre: an ellipse, or with a higher exponent nearly a rectangle, which has
/// room for more boxes on a page.
struct Ring {
  double radius = 0;  ///< half its height
  double flatness = usual_flatness;
  double exponent = 2;

  [[nodiscard]] Point at(double angle) const {
    const double x = std::sin(angle);
    const double y = -std::cos(angle);
    const double far =
        std::pow(std::pow(std::abs(x), exponent) + std::pow(std::abs(y), exponent), 1 / exponent);
    return {flatness * radius * x / far, radius * y / far};
  }
};

Box box_at(const Ring& ring, double angle, Size size, double gap) {
  return Box::around(ring.at(angle), size).grown(gap / 2);
}

/// Boxes on a ring, clockwise from the top, each as near to the one before it as the gap between
/// them allows; kinds are farther apart.
class Walk {
 public:
  Walk(const Diagram& diagram, const std::vector<std::size_t>& around,
       const std::vector<PlacedNode>& nodes) {
    for (const std::size_t node : around) {
      sizes_.push_back({nodes[node].box.width(), nodes[node].box.height()});
      const std::string& kind = diagram.nodes[node].kind;
      starts_sector_.push_back(kind != last_kind_of(diagram, around, sizes_.size() - 1));
    }
  }

  /// Where they stand; none if they have no room on the ring.
  [[nodiscard]] std::optional<std::vector<double>> angles(const Ring& ring, double gap) const {
    std::vector<double> result = {0};
    for (std::size_t i = 1; i < sizes_.size(); ++i) {
      const auto next = next_to(ring, result.back(), i - 1, i, gap);
      if (!next) return std::nullopt;
      result.push_back(*next);
    }
    const bool closes =
        sizes_.size() == 1 || next_to(ring, result.back(), sizes_.size() - 1, 0, gap);
    return closes ? std::optional(std::move(result)) : std::nullopt;
  }

  /// The same as far apart as the ring allows.
  [[nodiscard]] std::vector<double> widest_angles(const Ring& ring, double least_gap) const {
    constexpr int halvings = 9;
    double low = least_gap;
    double high = least_gap + 3 * ring.radius;
    std::vector<double> best = *angles(ring, low);
    for (int i = 0; i < halvings; ++i) {
      const double middle = (low + high) / 2;
      auto tried = angles(ring, middle);
      (tried ? low : high) = middle;
      if (tried) best = *std::move(tried);
    }
    return best;
  }

 private:
  /// The kind of the one before, around the ring; of the first's own if there is one kind alone.
  static const std::string& last_kind_of(const Diagram& diagram,
                                         const std::vector<std::size_t>& around, std::size_t i) {
    return diagram.nodes[around[i == 0 ? around.size() - 1 : i - 1]].kind;
  }

  /// The first angle past that of `before` at which the other does not touch it; none within the
  /// circle.
  [[nodiscard]] std::optional<double> next_to(const Ring& ring, double angle, std::size_t before,
                                              std::size_t i, double gap) const {
    constexpr double step = 2 * std::numbers::pi / 1500;
    constexpr double whole = 2 * std::numbers::pi;
    const double apart = starts_sector_[i] ? gap * (1 + between_sectors) : gap;
    const Box taken = box_at(ring, angle, sizes_[before], apart);
    for (double next = angle + step; next < whole + step; next += step)
      if (!box_at(ring, std::min(next, whole), sizes_[i], apart).overlaps(taken)) return next;
    return std::nullopt;
  }

  std::vector<Size> sizes_ = {};
  std::vector<bool> starts_sector_ = {};
};

/// Those in the background, around the rest in the order of the middle of what they are tied to.
std::vector<std::size_t> behind(const Diagram& diagram, const std::vector<std::size_t>& around,
                                const std::vector<double>& angles, Ring ring) {
  ring.radius = 1;
  std::map<std::size_t, double> angle;
  for (std::size_t i = 0; i < around.size(); ++i) angle[around[i]] = angles[i];
  std::map<std::size_t, Point> middle;
  for (const DiagramEdge& edge : diagram.edges)
    for (const auto& [own, other] : {std::pair(edge.from, edge.to), std::pair(edge.to, edge.from)})
      if (const auto at = angle.find(other); at != angle.end())
        middle[own] = middle[own] + ring.at(at->second);
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    if (diagram.nodes[i].emphasis != Emphasis::faded) continue;
    const Point at = middle[i];
    const double turned = std::atan2(at.x / ring.flatness, -at.y);
    order.emplace_back(turned < 0 ? turned + 2 * std::numbers::pi : turned, i);
  }
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> nodes;
  for (const auto& [turned, node] : order) nodes.push_back(node);
  return nodes;
}

bool overlap(const std::vector<Box>& boxes) {
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (boxes[i].grown(between_boxes / 2).overlaps(boxes[k].grown(between_boxes / 2)))
        return true;
  return false;
}

/// Boxes of nodes on a ring.
void add_boxes(std::vector<Box>& boxes, const std::vector<std::size_t>& nodes,
               const std::vector<double>& angles, const Ring& ring,
               const std::vector<PlacedNode>& sizes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Box& size = sizes[nodes[i]].box;
    boxes.push_back(Box::around(ring.at(angles[i]), {size.width(), size.height()}));
  }
}

/// Two rings: what is tied to the centre, and what is tied to that.
struct Rings {
  Ring inner = {};
  std::vector<double> angles = {};
  std::vector<std::size_t> others = {};
  Ring outer = {};
  std::vector<double> even = {};  ///< angles of the others
};

class RingSearch {
 public:
  RingSearch(const Diagram& diagram, const std::vector<std::size_t>& around,
             std::string_view centre)
      : diagram_(diagram),
        around_(around),
        sizes_(sized_nodes(diagram)),
        walk_(diagram, around, sizes_) {
    constexpr double beside_centre = 40;  // lines are seen to leave it
    const auto found = std::ranges::find(diagram.nodes, centre, &DiagramNode::id);
    if (found == diagram.nodes.end()) return;
    const Box& size = sizes_[static_cast<std::size_t>(found - diagram.nodes.begin())].box;
    centre_ = Box::around({0, 0}, {size.width(), size.height()}).grown(beside_centre);
  }

  /// Of rings of several shapes those that are drawn largest on the page.
  [[nodiscard]] Rings best() const {
    constexpr double most_upright = 0.6;
    constexpr double flattest = 2.6;
    constexpr double flatter = 1.13;
    constexpr double worth_of_rounder = 1.04;
    Rings result;
    double least = std::numeric_limits<double>::infinity();
    for (const double exponent : {2.0, 3.0, 5.0})
      for (double flatness = most_upright; flatness < flattest; flatness *= flatter) {
        Rings rings = smallest({least_radius, flatness, exponent});
        const double size = size_of(rings);
        if (size * (exponent > 2 ? worth_of_rounder : 1.0) >= least) continue;
        least = size;
        result = std::move(rings);
      }
    return result;
  }

 private:
  /// Those of one shape.
  [[nodiscard]] Rings smallest(Ring ring) const {
    while (!has_room_for_all(ring)) ring.radius += radius_step;
    Rings rings{.inner = ring, .angles = walk_.widest_angles(ring, between_boxes)};
    rings.others = behind(diagram_, around_, rings.angles, ring);
    for (std::size_t i = 0; i < rings.others.size(); ++i)
      rings.even.push_back(2 * std::numbers::pi * (static_cast<double>(i) + 0.5) /
                           static_cast<double>(rings.others.size()));
    rings.outer = ring;
    for (rings.outer.radius += 4 * radius_step; overlap(boxes_of(rings));)
      rings.outer.radius += radius_step;
    return rings;
  }

  /// Whether boxes touch neither their neighbours on the ring nor those across it nor the centre.
  [[nodiscard]] bool has_room_for_all(const Ring& ring) const {
    if (!walk_.angles(ring, between_boxes)) return false;
    const std::vector<double> angles = walk_.widest_angles(ring, between_boxes);
    std::vector<Box> boxes = {centre_};
    add_boxes(boxes, around_, angles, ring, sizes_);
    return !overlap(boxes);
  }

  [[nodiscard]] std::vector<Box> boxes_of(const Rings& rings) const {
    std::vector<Box> boxes;
    add_boxes(boxes, around_, rings.angles, rings.inner, sizes_);
    add_boxes(boxes, rings.others, rings.even, rings.outer, sizes_);
    return boxes;
  }

  /// How high a page of the shape that was asked for must be for it.
  [[nodiscard]] double size_of(const Rings& rings) const {
    const std::vector<Box> boxes = boxes_of(rings);
    Box body = boxes.front();
    for (const Box& box : boxes) body = body.joined(box);
    const Size all = furnish(diagram_.page, {body.width(), body.height()}).size;
    return std::max(all.width / wanted_aspect(diagram_.page), all.height);
  }

  const Diagram& diagram_;
  const std::vector<std::size_t>& around_;
  std::vector<PlacedNode> sizes_;
  Walk walk_;
  Box centre_ = {};
};

void pin(Diagram& diagram, const std::vector<std::size_t>& nodes, const std::vector<double>& angles,
         const Ring& ring) {
  for (std::size_t i = 0; i < nodes.size(); ++i)
    diagram.nodes[nodes[i]].pinned = ring.at(angles[i]);
}

}  // namespace

void pin_sectors(Diagram& diagram, std::string_view centre, const Vocabulary& vocabulary) {
  const std::vector<std::size_t> around = around_in_order(diagram, centre, vocabulary);
  const auto is_pinned = [](const DiagramNode& node) { return node.pinned.has_value(); };
  if (around.empty() || around.size() > most_around ||
      std::any_of(diagram.nodes.begin(), diagram.nodes.end(), is_pinned))
    return;
  const Rings rings = RingSearch(diagram, around, centre).best();
  pin(diagram, around, rings.angles, rings.inner);
  pin(diagram, rings.others, rings.even, rings.outer);
  for (DiagramNode& node : diagram.nodes)
    if (node.id == centre) node.pinned = Point{0, 0};
}

}  // namespace entente

#include "render/route/arrow.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace entente {
namespace {

constexpr double full_size = 7;  // Graphviz' 10 points at arrowsize 0.7

std::vector<Point> circle(Point centre, double radius) {
  constexpr int corners = 16;
  std::vector<Point> points;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners;
    points.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  return points;
}

}  // namespace

Head modality_mark_of(Modality modality) {
  switch (modality) {
    case Modality::plan:
      return Head::open_diamond;
    case Modality::expectation:
      return Head::open_dot;
    case Modality::claim:
      return Head::open_inverse;
    case Modality::derived:
      return Head::box;
    case Modality::fact:
      break;
  }
  return Head::none;
}

double head_scale(double width) {
  constexpr double of_full_size = 1.2;
  return std::clamp(width / of_full_size, 0.67, 1.0);
}

double head_length(Head head, double scale) {
  const double size = full_size * scale;
  switch (head) {
    case Head::none:
      return 0;
    case Head::tee:
      return size * 0.25;
    case Head::double_tee:
      return size * 0.75;
    case Head::dot:
    case Head::open_dot:
      return size * 0.8;
    case Head::diamond:
    case Head::open_diamond:
      return size * 1.2;
    case Head::open_box:
    case Head::box:
      return size * 0.75;
    case Head::filled:
    case Head::vee:
    case Head::open:
    case Head::open_inverse:
      break;
  }
  return size;
}

HeadShape head_shape(Head head, Point tip, Point direction, double scale) {
  const double size = full_size * scale;
  const double length = head_length(head, scale);
  const Point back = tip - direction * length;
  const Point middle = tip - direction * (length / 2);
  const Point side = {-direction.y, direction.x};
  switch (head) {
    case Head::filled:
    case Head::open:
      return {{tip, back + side * (size * 0.35), back - side * (size * 0.35)},
              true,
              head == Head::filled};
    case Head::vee:
      return {{tip, back + side * (size * 0.45), back + direction * (size * 0.35),
               back - side * (size * 0.45)}};
    case Head::tee:
      return {{tip + side * (size * 0.6), tip - side * (size * 0.6), back - side * (size * 0.6),
               back + side * (size * 0.6)}};
    case Head::double_tee: {
      const Point wide = side * (size * 0.6);
      const Point stem = side * (size * 0.1);
      const Point first = tip - direction * (size * 0.25);
      const Point second = back + direction * (size * 0.25);
      return {{tip + wide, tip - wide, first - wide, first - stem, second - stem, second - wide,
               back - wide, back + wide, second + wide, second + stem, first + stem, first + wide}};
    }
    case Head::dot:
    case Head::open_dot:
      return {circle(middle, length / 2), true, head == Head::dot};
    case Head::diamond:
    case Head::open_diamond:
      return {{tip, middle + side * (size * 0.4), back, middle - side * (size * 0.4)},
              true,
              head == Head::diamond};
    case Head::box:
    case Head::open_box: {
      const Point half = side * (length / 2);
      return {{tip + half, tip - half, back - half, back + half}, true, head == Head::box};
    }
    case Head::open_inverse:
      return {{back, tip + side * (size * 0.4), tip - side * (size * 0.4)}, true, false};
    case Head::none:
      break;
  }
  return {};
}

std::string graphviz_name(Head head) {
  switch (head) {
    case Head::none:
      return "none";
    case Head::filled:
      return "normal";
    case Head::vee:
      return "vee";
    case Head::open:
      return "onormal";
    case Head::tee:
      return "tee";
    case Head::double_tee:
      return "teetee";
    case Head::dot:
      return "dot";
    case Head::open_dot:
      return "odot";
    case Head::diamond:
      return "diamond";
    case Head::open_diamond:
      return "odiamond";
    case Head::box:
      return "box";
    case Head::open_box:
      return "obox";
    case Head::open_inverse:
      return "oinv";
  }
  return "normal";
}

}  // namespace entente

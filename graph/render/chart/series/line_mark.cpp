#include "render/chart/series/line_mark.hpp"

#include <cmath>
#include <numbers>

namespace entente {

std::vector<Point> mark_at(std::size_t line, Point at) {
  const auto polygon = [&](int corners, double radius, double turn) {
    std::vector<Point> points;
    for (int i = 0; i < corners; ++i) {
      const double angle = 2 * std::numbers::pi * i / corners + turn;
      points.push_back({at.x + radius * std::cos(angle), at.y + radius * std::sin(angle)});
    }
    return points;
  };
  constexpr double up = -std::numbers::pi / 2;
  switch (line % 8) {
    case 1:
      return polygon(4, 4, up / 2);
    case 2:
      return polygon(3, 4.2, up);
    case 3:
      return polygon(4, 4.2, up);
    case 4:
      return polygon(3, 4.2, -up);
    case 5:
      return polygon(5, 4, up);
    case 6:
      return polygon(6, 3.8, 0);
    case 7:
      return polygon(3, 4.2, 0);
    default:
      return polygon(16, 3.2, 0);
  }
}

}  // namespace entente

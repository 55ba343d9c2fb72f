#include <algorithm>
#include <array>
#include <cmath>

#include "render/layout/box.hpp"
#include "render/route/route.hpp"

namespace entente {
namespace {

void add_line(Spline& spline, Point to) {
  const Point from = spline.back();
  spline.push_back(from + (to - from) * (1.0 / 3));
  spline.push_back(from + (to - from) * (2.0 / 3));
  spline.push_back(to);
}

/// A quadratic curve as a cubic one.
void add_turn(Spline& spline, Point corner, Point to) {
  const Point from = spline.back();
  spline.push_back(from + (corner - from) * (2.0 / 3));
  spline.push_back(to + (corner - to) * (2.0 / 3));
  spline.push_back(to);
}

using Curve = std::array<Point, 4>;

Curve curve_of(const Spline& spline, std::size_t index) {
  return {spline[3 * index], spline[3 * index + 1], spline[3 * index + 2], spline[3 * index + 3]};
}

Point between(Point a, Point b, double share) {
  return a + (b - a) * share;
}

/// De Casteljau: the curve up to `t` and from there on.
std::pair<Curve, Curve> split(const Curve& c, double t) {
  const Point ab = between(c[0], c[1], t);
  const Point bc = between(c[1], c[2], t);
  const Point cd = between(c[2], c[3], t);
  const Point abc = between(ab, bc, t);
  const Point bcd = between(bc, cd, t);
  const Point middle = between(abc, bcd, t);
  return {{c[0], ab, abc, middle}, {middle, bcd, cd, c[3]}};
}

Point at(const Curve& curve, double t) {
  return split(curve, t).first[3];
}

/// How far from a corner a curve may leave the line and not stray from it by more than a little.
double widest_cut(Point before, Point corner, Point after) {
  constexpr double straying = 4;  // points
  const Point in = (corner - before) * (1 / distance(before, corner));
  const Point out = (after - corner) * (1 / distance(corner, after));
  const double half_turn = std::sqrt(std::max(0.0, (1 - dot(in, out)) / 2));  // sine of it
  return half_turn < 1e-6 ? 1e9 : 2 * straying / half_turn;
}

}  // namespace

Spline rounded(const std::vector<Point>& line, double radius) {
  Spline spline = {line.front()};
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    const Point corner = line[i];
    const double before = distance(line[i - 1], corner);
    const double after = distance(corner, line[i + 1]);
    if (before < 1e-9 || after < 1e-9) continue;
    const double cut = std::min(
        {radius, before * 0.45, after * 0.45, widest_cut(line[i - 1], corner, line[i + 1])});
    add_line(spline, between(corner, line[i - 1], cut / before));
    add_turn(spline, corner, between(corner, line[i + 1], cut / after));
  }
  add_line(spline, line.back());
  return spline;
}

Spline arc(Point a, Point b, double bulge) {
  const double apart = distance(a, b);
  const Point side = apart > 0 ? Point{-(b - a).y / apart, (b - a).x / apart} : Point{0, 1};
  Spline spline = {a};
  add_turn(spline, between(a, b, 0.5) + side * (2 * bulge), b);
  return spline;
}

std::vector<Point> flattened(const Spline& spline, std::size_t steps) {
  std::vector<Point> points = {spline.front()};
  for (std::size_t i = 0; 3 * i + 3 < spline.size(); ++i)
    for (std::size_t step = 1; step <= steps; ++step)
      points.push_back(
          at(curve_of(spline, i), static_cast<double>(step) / static_cast<double>(steps)));
  return points;
}

SplinePoint point_at(const Spline& spline, double share) {
  const std::vector<Point> points = flattened(spline);
  double whole = 0;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) whole += distance(points[i], points[i + 1]);
  double left = whole * share;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const double step = distance(points[i], points[i + 1]);
    if (step > 0 && (left <= step || i + 2 == points.size()))
      return {between(points[i], points[i + 1], std::min(1.0, left / step)),
              (points[i + 1] - points[i]) * (1 / step)};
    left -= step;
  }
  return {spline.front(), {1, 0}};
}

Spline part_of(const Spline& spline, double from, double to) {
  const std::size_t curves = spline.size() / 3;
  const auto first = std::min(static_cast<std::size_t>(std::max(0.0, from)), curves - 1);
  const auto last = std::min(static_cast<std::size_t>(std::max(0.0, to)), curves - 1);
  Spline result;
  for (std::size_t i = first; i <= last; ++i) {
    Curve curve = curve_of(spline, i);
    double begin = 0;
    if (i == first) {
      begin = std::clamp(from - static_cast<double>(i), 0.0, 1.0);
      curve = split(curve, begin).second;
    }
    if (i == last) {
      const double end = std::clamp(to - static_cast<double>(i), 0.0, 1.0);
      curve =
          split(curve, begin < 1 ? std::clamp((end - begin) / (1 - begin), 0.0, 1.0) : 1.0).first;
    }
    result.insert(result.end(), curve.begin() + (result.empty() ? 0 : 1), curve.end());
  }
  return result;
}

Spline shortened(const Spline& spline, double at_begin, double at_end) {
  const std::vector<Point> points = flattened(spline, 16);
  const auto parameter = [&](double length, bool from_end) {
    double passed = 0;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
      const std::size_t k = from_end ? points.size() - 2 - i : i;
      const double step = distance(points[k], points[k + 1]);
      if (passed + step >= length)
        return (static_cast<double>(i) + (length - passed) / std::max(step, 1e-9)) / 16;
      passed += step;
    }
    return static_cast<double>(spline.size() / 3) / 2;
  };
  const auto curves = static_cast<double>(spline.size() / 3);
  const double begin = at_begin > 0 ? parameter(at_begin, false) : 0;
  const double end = curves - (at_end > 0 ? parameter(at_end, true) : 0);
  return end - begin > 1e-3 ? part_of(spline, begin, end) : spline;
}

}  // namespace entente

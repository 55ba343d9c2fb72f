#include "render/route/arrow.hpp"

#include <algorithm>
#include <array>
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
    case Head::open_tee:
      return size * 0.4;
    case Head::double_tee:
    case Head::open_box:
    case Head::box:
      return size * 0.75;
    case Head::dot:
    case Head::open_dot:
      return size * 0.8;
    case Head::diamond:
    case Head::open_diamond:
    case Head::double_dot:
    case Head::double_open_dot:
      return size * 1.2;
    case Head::double_vee:
    case Head::double_open:
    case Head::double_filled:
      return size * 1.6;
    case Head::filled:
    case Head::vee:
    case Head::half_vee:
    case Head::open:
    case Head::open_inverse:
    case Head::inverse:
    case Head::crow:
      break;
  }
  return size;
}

namespace {

/// The directions of a head: along its line, and across it, as long as the head is large.
struct Frame {
  Point tip = {};
  Point along = {};
  Point across = {};

  [[nodiscard]] Point at(double behind_tip, double aside) const {
    return tip - along * behind_tip + across * aside;
  }
};

std::vector<Point> triangle(const Frame& f, double begin, double end) {
  return {f.at(begin, 0), f.at(end, 0.35), f.at(end, -0.35)};
}

std::vector<Point> vee(const Frame& f, double begin, double end) {
  const double notch = begin + (end - begin) * 0.65;
  return {f.at(begin, 0), f.at(end, 0.45), f.at(notch, 0), f.at(end, -0.45)};
}

std::vector<Point> bar(const Frame& f, double begin, double end, double half) {
  return {f.at(begin, half), f.at(begin, -half), f.at(end, -half), f.at(end, half)};
}

/// The polygons of a head, by shares of its size.
std::vector<std::vector<Point>> polygons_of(Head head, const Frame& f, double size, double length) {
  const double share = length / size;
  switch (head) {
    case Head::filled:
    case Head::open:
      return {triangle(f, 0, 1)};
    case Head::double_open:
    case Head::double_filled:
      return {triangle(f, 0, 0.8), triangle(f, 0.8, 1.6)};
    case Head::vee:
      return {vee(f, 0, 1)};
    case Head::double_vee:
      return {vee(f, 0, 1), vee(f, 0.65, 1.6)};
    case Head::half_vee:
      return {{f.at(0, 0), f.at(1, 0.5), f.at(0.65, 0)}};
    case Head::crow:
      return {{f.at(1, 0), f.at(0, 0.45), f.at(0.35, 0), f.at(0, -0.45)}};
    case Head::tee:
    case Head::open_tee:
      return {bar(f, 0, share, 0.6)};
    case Head::double_tee:
      return {bar(f, 0, 0.25, 0.6), bar(f, 0.5, 0.75, 0.6), bar(f, 0.25, 0.5, 0.1)};
    case Head::dot:
    case Head::open_dot:
      return {circle(f.tip - f.along * (share / 2), length / 2)};
    case Head::double_dot:
    case Head::double_open_dot:
      return {circle(f.tip - f.along * 0.3, size * 0.3), circle(f.tip - f.along * 0.9, size * 0.3)};
    case Head::diamond:
    case Head::open_diamond:
      return {{f.at(0, 0), f.at(share / 2, 0.4), f.at(share, 0), f.at(share / 2, -0.4)}};
    case Head::box:
    case Head::open_box:
      return {bar(f, 0, share, share / 2)};
    case Head::open_inverse:
    case Head::inverse:
      return {{f.at(1, 0), f.at(0, 0.4), f.at(0, -0.4)}};
    case Head::none:
      break;
  }
  return {};
}

bool is_filled(Head head) {
  constexpr std::array hollow = {Head::open,     Head::open_dot,       Head::open_diamond,
                                 Head::open_box, Head::open_inverse,   Head::double_open,
                                 Head::open_tee, Head::double_open_dot};
  return std::find(hollow.begin(), hollow.end(), head) == hollow.end();
}

}  // namespace

HeadShape head_shape(Head head, Point tip, Point direction, double scale) {
  const double size = full_size * scale;
  const double length = head_length(head, scale);
  const Frame frame{
      .tip = tip, .along = direction * size, .across = Point{-direction.y, direction.x} * size};
  return {polygons_of(head, frame, size, length), is_filled(head)};
}

std::string graphviz_name(Head head) {
  switch (head) {
    case Head::none:
      return "none";
    case Head::filled:
      return "normal";
    case Head::vee:
      return "vee";
    case Head::double_vee:
      return "veevee";
    case Head::double_filled:
      return "normalnormal";
    case Head::double_open_dot:
      return "odotodot";
    case Head::half_vee:
      return "lvee";
    case Head::open:
      return "onormal";
    case Head::double_open:
      return "onormalonormal";
    case Head::crow:
      return "crow";
    case Head::tee:
      return "tee";
    case Head::double_tee:
      return "teetee";
    case Head::dot:
      return "dot";
    case Head::double_dot:
      return "dotdot";
    case Head::open_dot:
      return "odot";
    case Head::diamond:
      return "diamond";
    case Head::open_diamond:
      return "odiamond";
    case Head::box:
      return "box";
    case Head::open_box:
    case Head::open_tee:
      return "obox";
    case Head::inverse:
      return "inv";
    case Head::open_inverse:
      return "oinv";
  }
  return "normal";
}

}  // namespace entente

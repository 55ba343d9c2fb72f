#include "pictures/scene_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "render/layout/box.hpp"
#include "render/route/route.hpp"

namespace entente::test {
namespace {

Box box_of(const Corners& corners) {
  Box box = Box::around(corners.front(), {});
  for (const Point& corner : corners) box = box.joined(Box::around(corner, {}));
  return box;
}

/// How deep two convex outlines lie in one another; 0 or less if a line keeps them apart.
double depth(const Corners& a, const Corners& b) {
  double least = std::numeric_limits<double>::infinity();
  for (const Corners* outline : {&a, &b})
    for (std::size_t i = 0; i < outline->size(); ++i) {
      const Point side = (*outline)[(i + 1) % outline->size()] - (*outline)[i];
      if (length(side) < 1e-9) continue;
      const Point across = Point{-side.y, side.x} * (1 / length(side));
      const auto span = [&](const Corners& corners) {
        std::array<double, 2> reach = {dot(corners[0], across), dot(corners[0], across)};
        for (const Point& corner : corners)
          reach = {std::min(reach[0], dot(corner, across)),
                   std::max(reach[1], dot(corner, across))};
        return reach;
      };
      const auto [a_low, a_high] = span(a);
      const auto [b_low, b_high] = span(b);
      least = std::min({least, a_high - b_low, b_high - a_low});
    }
  return least;
}

bool is_within(const Corners& inner, const Box& outer) {
  return std::all_of(inner.begin(), inner.end(),
                     [&](Point corner) { return outer.grown(0.6).contains(corner); });
}

bool is_entity(const SceneShape& shape) {
  return shape.place.section != "legend" && shape.look.empty() &&
         (" " + shape.place.look + " ").find(" node ") != std::string::npos;
}

/// A cell behind a label stands for the label.
bool is_edge_label(const SceneText& text) {
  return text.place.section == "edges";
}

std::string quoted(const SceneText& text) {
  const Box box = box_of(text.corners);
  return "'" + text.text + "' at " + std::to_string(std::lround(box.left)) + "," +
         std::to_string(std::lround(box.top));
}

std::string quoted(const SceneShape& shape) {
  return shape.place.owner.empty() ? "a shape" : shape.place.owner;
}

/// Calls `meet` for pairs of texts and other things whose boxes overlap.
template <typename Left, typename Right, typename Meet>
void for_pairs(const std::vector<Left>& left, const std::vector<Right>& right, const Meet& meet) {
  std::vector<Box> boxes;
  for (const Right& each : right) boxes.push_back(box_of(each.corners));
  const BoxIndex index(boxes);
  for (std::size_t i = 0; i < left.size(); ++i)
    for (const std::size_t k : index.overlapped(box_of(left[i].corners))) meet(i, k);
}

/// How far a line runs inside a box.
double length_within(const Corners& points, const Box& box) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    constexpr int steps = 8;
    for (int k = 0; k < steps; ++k)
      if (box.contains(points[i] + (points[i + 1] - points[i]) * ((k + 0.5) / steps)))
        sum += distance(points[i], points[i + 1]) / steps;
  }
  return sum;
}

}  // namespace

std::vector<std::string> clipped(const Scene& scene) {
  std::vector<std::string> faults;
  const Box page{0, 0, scene.page.width, scene.page.height};
  for (const SceneText& text : scene.texts)
    if (!is_within(text.corners, page)) faults.push_back(quoted(text) + " leaves the page");
  for (const SceneShape& shape : scene.shapes)
    if (!is_within(shape.corners, page)) faults.push_back(quoted(shape) + " leaves the page");
  for (const SceneLine& line : scene.lines)
    if (!is_within(line.points, page)) faults.push_back(line.place.owner + " leaves the page");
  return faults;
}

std::vector<std::string> overlapping_texts(const Scene& scene) {
  std::vector<std::string> faults;
  for_pairs(scene.texts, scene.texts, [&](std::size_t a, std::size_t b) {
    constexpr double touch = 0.6;
    if (a < b && depth(scene.texts[a].corners, scene.texts[b].corners) > touch)
      faults.push_back(quoted(scene.texts[a]) + " overlaps " + quoted(scene.texts[b]));
  });
  return faults;
}

std::vector<std::string> overlapping_shapes(const Scene& scene) {
  std::vector<std::string> faults;
  std::vector<SceneShape> entities;
  std::copy_if(scene.shapes.begin(), scene.shapes.end(), std::back_inserter(entities), is_entity);
  for_pairs(entities, entities, [&](std::size_t a, std::size_t b) {
    if (a >= b) return;
    if (is_within(entities[a].corners, box_of(entities[b].corners)) ||
        is_within(entities[b].corners, box_of(entities[a].corners)))
      return;
    if (depth(entities[a].corners, entities[b].corners) > 0.6)
      faults.push_back(quoted(entities[a]) + " overlaps " + quoted(entities[b]));
  });
  return faults;
}

std::vector<std::string> texts_across_shapes(const Scene& scene) {
  std::vector<std::string> faults;
  std::vector<SceneShape> entities;
  std::copy_if(scene.shapes.begin(), scene.shapes.end(), std::back_inserter(entities), is_entity);
  for_pairs(scene.texts, entities, [&](std::size_t a, std::size_t b) {
    const SceneText& text = scene.texts[a];
    if (!is_edge_label(text) && is_within(text.corners, box_of(entities[b].corners))) return;
    if (depth(text.corners, entities[b].corners) > 0.6)
      faults.push_back(quoted(text) + " runs into " + quoted(entities[b]));
  });
  return faults;
}

std::vector<std::string> lines_through_shapes(const Scene& scene) {
  std::vector<std::string> faults;
  std::vector<Box> boxes;
  std::vector<const SceneShape*> entities;
  for (const SceneShape& shape : scene.shapes)
    if (is_entity(shape)) {
      boxes.push_back(box_of(shape.corners));
      entities.push_back(&shape);
    }
  const BoxIndex index(boxes);
  for (const SceneLine& line : scene.lines) {
    if (line.place.section != "edges") continue;
    constexpr double head = 22;  // what heads and marks cut off a line
    constexpr double touch = 3;
    const auto is_end = [&](const Box& box) {
      return box.grown(head).contains(line.points.front()) ||
             box.grown(head).contains(line.points.back());
    };
    for (const std::size_t found : index.overlapped(box_of(line.points).grown(1)))
      if (!is_end(boxes[found]) && length_within(line.points, boxes[found]) > touch)
        faults.push_back(line.place.owner + " runs through " + quoted(*entities[found]));
  }
  return faults;
}

std::vector<std::string> lines_through_labels(const Scene& scene) {
  std::vector<std::string> faults;
  std::vector<Box> boxes;
  std::vector<const SceneText*> labels;
  for (const SceneText& text : scene.texts)
    if (is_edge_label(text)) {
      boxes.push_back(box_of(text.corners));
      labels.push_back(&text);
    }
  const BoxIndex index(boxes);
  for (const SceneLine& line : scene.lines) {
    if (line.place.section != "edges" || line.place.look.find(" faded") != std::string::npos)
      continue;
    for (const std::size_t found : index.overlapped(box_of(line.points).grown(1)))
      if (labels[found]->place.owner != line.place.owner &&
          length_within(line.points, boxes[found]) > 1)
        faults.push_back(line.place.owner + " runs through " + quoted(*labels[found]));
  }
  return faults;
}

std::vector<std::string> labels_on_heads(const Scene& scene) {
  std::vector<std::string> faults;
  std::vector<SceneShape> heads;
  std::copy_if(scene.shapes.begin(), scene.shapes.end(), std::back_inserter(heads),
               [](const SceneShape& shape) {
                 return shape.place.section == "edges" && shape.look != "cell" &&
                        shape.place.look.find(" faded") == std::string::npos;
               });
  for_pairs(scene.texts, heads, [&](std::size_t a, std::size_t b) {
    if (is_edge_label(scene.texts[a]) && depth(scene.texts[a].corners, heads[b].corners) > 1)
      faults.push_back(quoted(scene.texts[a]) + " stands on the head of " + quoted(heads[b]));
  });
  return faults;
}

std::vector<std::string> bars_on_names(const Scene& scene) {
  std::vector<std::string> faults;
  std::vector<SceneShape> bars;
  std::copy_if(scene.shapes.begin(), scene.shapes.end(), std::back_inserter(bars),
               [](const SceneShape& shape) { return shape.place.look.starts_with("bar "); });
  for_pairs(scene.texts, bars, [&](std::size_t a, std::size_t b) {
    const Place& place = scene.texts[a].place;
    if (place.look.starts_with("node ") && depth(scene.texts[a].corners, bars[b].corners) > 0.6)
      faults.push_back(quoted(bars[b]) + " lies on " + quoted(scene.texts[a]));
  });
  return faults;
}

std::vector<std::string> texts_without_face(const Scene& scene) {
  std::vector<std::string> faults;
  for (const SceneText& text : scene.texts)
    if (!text.faceless.empty()) faults.push_back(quoted(text) + " has no language");
  return faults;
}

}  // namespace entente::test

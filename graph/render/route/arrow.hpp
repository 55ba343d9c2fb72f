#pragma once

/// What edges end in: sizes shared by SVG and DOT.

#include <string>
#include <vector>

#include <entente/model/record.hpp>
#include <entente/render/theme.hpp>

#include "render/layout/box.hpp"

namespace entente {

/// What an edge begins with if it is not reported as fact; `Head::none` for facts.
[[nodiscard]] Head modality_mark_of(Modality modality);

/// How large the heads of a line of that width are: thin lines have smaller ones.
[[nodiscard]] double head_scale(double width);

/// How much of the line a head takes, in points.
[[nodiscard]] double head_length(Head head, double scale = 1);

/// A head as polygons, which are filled or hollow; circles as fine polygons.
struct HeadShape {
  std::vector<std::vector<Point>> polygons = {};
  bool filled = true;
};

/// The head at `tip`, pointing along `direction` (of length 1).
[[nodiscard]] HeadShape head_shape(Head head, Point tip, Point direction, double scale = 1);

/// Graphviz' name of a head.
[[nodiscard]] std::string graphviz_name(Head head);

}  // namespace entente

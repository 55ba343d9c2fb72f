#pragma once

/// Marks in the language of Graphviz.

#include <string>
#include <string_view>

#include <entente/render/diagram.hpp>

#include "render/dot/dot_text.hpp"
#include "render/layout/box.hpp"
#include "render/route/route.hpp"

namespace entente {

/// Gives objects of a graph the attributes of marks, in the coordinates of Graphviz, whose origin
/// is the page's lower left corner.
class DotMarks {
 public:
  DotMarks(DotText& graph, const Style& style, double page_height)
      : graph_(graph), style_(style), height_(page_height) {}

  /// A shape where the box is.
  void set(DotText::Object object, const NodeMark& mark, const Box& box, Emphasis emphasis);
  /// The colours of a group or a step, instead of those of a kind; 0 changes nothing.
  void set_tint(DotText::Object object, std::size_t tint);
  /// A line along a way. Graphviz knows no ticks: what is attested is said by its class alone.
  void set(DotText::Object object, const LineMark& mark, const Spline& way, Emphasis emphasis);
  /// An invisible point.
  void set_dot(DotText::Object object, Point place);
  /// At least so large; text that Graphviz measures a little larger than we do has room.
  void set_box(DotText::Object object, const Box& box);
  /// A place as Graphviz writes it.
  [[nodiscard]] std::string at(Point point) const;

 private:
  [[nodiscard]] std::string colours_of(const LineMark& mark, Emphasis emphasis) const;
  [[nodiscard]] double width_of(const LineMark& mark, Emphasis emphasis) const;

  DotText& graph_;
  const Style& style_;
  double height_;
};

/// Points as inches.
[[nodiscard]] std::string inches(double points);

}  // namespace entente

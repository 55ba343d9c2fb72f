#pragma once

/// Writing SVG: elements, attributes and text, escaped, with numbers that are the same in any
/// locale.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/layout/box.hpp"

namespace entente {

/// A coordinate with at most two decimals.
[[nodiscard]] std::string coordinate(double value);
/// A rule of a style sheet: "stroke-width:.6", as short as can be.
[[nodiscard]] std::string stroke_width(double width);

/// Stands for the document's name until it is known; no text or value may hold it.
inline constexpr char own_name = '\x01';

/// The points of a polygon or polyline.
[[nodiscard]] std::string point_list(const std::vector<Point>& points);

/// Cubic Bézier curves as path data.
[[nodiscard]] std::string curve_data(const std::vector<Point>& spline);

struct SvgAttribute {
  SvgAttribute(std::string_view its_name, std::string_view its_value)
      : name(its_name), value(its_value) {}
  SvgAttribute(std::string_view its_name, double its_value)
      : name(its_name), value(coordinate(its_value)) {}

  std::string name;
  std::string value;
};

/// An SVG document under construction. Everything given as text or value is data and stays inert.
///
/// Several documents may stand in one page: their ids begin with a name that no other picture has,
/// and their rules apply below the element of that id alone.
class SvgWriter {
 public:
  /// The element of the document, which has its name for an id.
  void begin_document(std::initializer_list<SvgAttribute> attributes);
  /// An element with what is inside; attributes with an empty value are left out.
  void open(std::string_view element, std::initializer_list<SvgAttribute> attributes = {});
  void close();
  /// An element without content.
  void empty(std::string_view element, std::initializer_list<SvgAttribute> attributes);
  /// An element that holds only text; left out where the text is empty.
  void leaf(std::string_view element, std::initializer_list<SvgAttribute> attributes,
            std::string_view text);
  void text(std::string_view text);
  /// Text that is ours and needs no escape: a style sheet.
  void raw(std::string_view text) { out_ += text; }

  /// Rules of a style sheet, `a,b{…}` one behind the other, for this document alone.
  void rules(std::string_view text);

  /// The document. Its name is made of its content: the same picture has the same.
  [[nodiscard]] std::string take();

 private:
  void begin(std::string_view element, std::initializer_list<SvgAttribute> attributes);

  std::string out_;
  std::vector<std::string> open_;
};

}  // namespace entente

#include "pictures/scene.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>

#include <expat.h>

#include "render/label/measure.hpp"
#include "render/layout/box.hpp"
#include "render/route/route.hpp"
#include "text/utf8.hpp"

namespace entente::test {
namespace {

using Attributes = std::map<std::string, std::string, std::less<>>;

/// (x, y) goes to (a x - b y + e, b x + a y + f): turned and moved.
struct Motion {
  double a = 1, b = 0, e = 0, f = 0;

  [[nodiscard]] Point of(Point p) const { return {a * p.x - b * p.y + e, b * p.x + a * p.y + f}; }
  [[nodiscard]] Motion after(const Motion& inner) const {
    const Point moved = of({inner.e, inner.f});
    return {a * inner.a - b * inner.b, a * inner.b + b * inner.a, moved.x, moved.y};
  }
};

std::vector<double> numbers_in(std::string text) {
  for (char& c : text)
    if (c != '-' && c != '.' && (c < '0' || c > '9')) c = ' ';
  std::istringstream words(text);
  std::vector<double> result;
  for (double number = 0; words >> number;) result.push_back(number);
  return result;
}

Motion motion_of(const std::string& transform) {
  Motion result;
  for (std::size_t at = 0; at < transform.size();) {
    const std::size_t open = transform.find('(', at);
    if (open == std::string::npos) break;
    const std::size_t close = transform.find(')', open);
    const std::vector<double> given = numbers_in(transform.substr(open, close - open));
    if (transform.find("translate", at) < open) {
      result = result.after({1, 0, given.at(0), given.size() > 1 ? given[1] : 0});
    } else if (transform.find("rotate", at) < open) {
      const double angle = given.at(0) * 3.14159265358979 / 180;
      result = result.after({std::cos(angle), std::sin(angle), 0, 0});
    } else {
      throw std::invalid_argument("unknown transform " + transform);
    }
    at = close + 1;
  }
  return result;
}

Corners corners_of(const Box& box) {
  return {
      {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
}

Corners points_in(const std::string& text) {
  const std::vector<double> given = numbers_in(text);
  Corners points;
  for (std::size_t i = 0; i + 1 < given.size(); i += 2) points.push_back({given[i], given[i + 1]});
  return points;
}

/// Whether there are characters that languages shape differently.
bool is_east_asian(std::string_view text) {
  for (const CodePoint c : code_points(text))
    if ((c.value >= 0x3040 && c.value <= 0x9FFF) || (c.value >= 0xAC00 && c.value <= 0xD7A3))
      return true;
  return false;
}

bool is_language_of_such(std::string_view tag) {
  return tag.starts_with("ja") || tag.starts_with("zh") || tag.starts_with("ko");
}

struct Level {
  std::string element = {};
  Attributes attributes = {};
  Motion motion = {};
  Place place = {};
};

class Reader {
 public:
  Scene scene;

  void open(const std::string& element, Attributes attributes) {
    Level level = levels_.empty() ? Level{} : levels_.back();
    level.element = element;
    level.attributes = std::move(attributes);
    if (element == "g") enter_group(level);
    if (element == "svg") read_page(level);
    if (element == "svg") name_ = value(level, "id") + "_";
    scene.structure += std::string(2 * levels_.size(), ' ') + element + own_id(level) +
                       named(level, "class", " .") + "\n";
    if (element == "text") begin_text(level);
    if (element == "tspan" && (level.attributes.contains("x") || level.attributes.contains("y")))
      begin_row(level);
    add_shape(level);
    levels_.push_back(std::move(level));
  }

  void say(std::string_view text) {
    if (levels_.empty()) return;
    const Level& level = levels_.back();
    if (level.element == "tspan") {
      const Font font{number(level, "font-size"),
                      has_class(level, "b") ? FontWeight::bold : FontWeight::regular};
      text_.text += text;
      if (is_east_asian(text) && !is_language_of_such(value(level, "xml:lang")))
        text_.faceless += text;
      width_ += text_width(text, font);
      size_ = std::max(size_, font.size);
    }
    if (level.element == "title") said_ += text;
  }

  void close() {
    const Level level = levels_.back();
    levels_.pop_back();
    if (level.element == "text") end_text(level);
    if (level.element != "title") return;
    std::replace(said_.begin(), said_.end(), '\n', '|');
    scene.structure += std::string(2 * levels_.size() + 2, ' ') + said_ + "\n";
    said_.clear();
  }

 private:
  static std::string value(const Level& level, std::string_view name) {
    const auto found = level.attributes.find(name);
    return found == level.attributes.end() ? std::string() : found->second;
  }
  static double number(const Level& level, std::string_view name) {
    const std::vector<double> given = numbers_in(value(level, name));
    return given.empty() ? 0 : given.front();
  }
  static std::string named(const Level& level, std::string_view name, const char* before) {
    const std::string text = value(level, name);
    return text.empty() ? "" : before + text;
  }
  /// The id within the document, whose name goes before all of them.
  [[nodiscard]] std::string id_of(const Level& level) const {
    const std::string id = value(level, "id");
    return id.starts_with(name_) ? id.substr(name_.size()) : id;
  }
  [[nodiscard]] std::string own_id(const Level& level) const {
    const std::string id = level.element == "svg" ? std::string() : id_of(level);
    return id.empty() ? id : " #" + id;
  }
  static bool has_class(const Level& level, std::string_view name) {
    return (" " + value(level, "class") + " ").find(" " + std::string(name) + " ") !=
           std::string::npos;
  }

  /// "s2_" of what stands in the second panel of several; "" elsewhere.
  static std::string panel_of(const std::string& id) {
    const std::size_t digits = id.find_first_not_of("0123456789", 1);
    const bool is_panel = id.starts_with('s') && digits != std::string::npos && digits > 1;
    return is_panel && id[digits] == '_' ? id.substr(0, digits + 1) : std::string();
  }

  void enter_group(Level& level) const {
    const std::string whole = id_of(level);
    const std::string panel = panel_of(whole);
    const std::string id = whole.substr(panel.size());
    if (level.place.section.empty() || level.place.section == "panel") level.place.section = id;
    if (id.starts_with("n_") || id.starts_with("e_")) level.place.owner = whole;
    if (const std::string look = value(level, "class"); !look.empty()) level.place.look = look;
    level.motion = level.motion.after(motion_of(value(level, "transform")));
  }

  void read_page(const Level& level) {
    const std::vector<double> box = numbers_in(value(level, "viewBox"));
    scene.page = {box.at(2), box.at(3)};
  }

  void begin_text(const Level& level) {
    text_ = {.place = level.place};
    width_ = size_ = 0;
    at_ = {number(level, "x"), number(level, "y")};
  }

  /// A row of several that are one text.
  void begin_row(const Level& level) {
    const Level& text = levels_.back();
    if (!text_.text.empty()) end_text(text);
    begin_text(text);
    if (level.attributes.contains("x")) at_.x = number(level, "x");
    if (level.attributes.contains("y")) at_.y = number(level, "y");
  }

  void end_text(const Level& level) {
    constexpr double above = 0.74;  // of capitals and of Han characters, in ems
    constexpr double below = 0.16;
    const double left = at_.x - (has_class(level, "m") ? width_ / 2 : 0);
    const double base = at_.y;
    for (const Point corner :
         corners_of({left, base - above * size_, left + width_, base + below * size_}))
      text_.corners.push_back(level.motion.of(corner));
    scene.texts.push_back(std::move(text_));
  }

  void add_shape(const Level& level) {
    if (value(level, "class") == "hit") return;  // nobody sees it
    Corners corners;
    const auto at = [&](std::string_view name) { return number(level, name); };
    if (level.element == "rect") {
      corners = corners_of({at("x"), at("y"), at("x") + at("width"), at("y") + at("height")});
    } else if (level.element == "ellipse") {
      for (int i = 0; i < 32; ++i)
        corners.push_back({at("cx") + at("rx") * std::cos(i * 0.19634954),
                           at("cy") + at("ry") * std::sin(i * 0.19634954)});
    } else if (level.element == "polygon") {
      corners = points_in(value(level, "points"));
    } else if (level.element == "path") {
      corners = flattened(points_in(value(level, "d")), 12);
    } else {
      return;
    }
    for (Point& point : corners) point = level.motion.of(point);
    if (level.element == "path") {
      scene.lines.push_back({level.place, std::move(corners)});
    } else {
      scene.shapes.push_back({level.place, value(level, "class"), std::move(corners)});
    }
  }

  std::vector<Level> levels_;
  SceneText text_;
  std::string name_;  ///< of the document
  double width_ = 0;
  double size_ = 0;
  Point at_ = {};
  std::string said_;
};

void XMLCALL on_open(void* reader, const XML_Char* element, const XML_Char** attributes) {
  Attributes given;
  for (std::size_t i = 0; attributes[i]; i += 2) given.emplace(attributes[i], attributes[i + 1]);
  static_cast<Reader*>(reader)->open(element, std::move(given));
}

void XMLCALL on_text(void* reader, const XML_Char* text, int length) {
  static_cast<Reader*>(reader)->say({text, static_cast<std::size_t>(length)});
}

void XMLCALL on_close(void* reader, const XML_Char*) {
  static_cast<Reader*>(reader)->close();
}

}  // namespace

Scene scene_of(std::string_view svg) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate("UTF-8"), XML_ParserFree);
  Reader reader;
  XML_SetUserData(parser.get(), &reader);
  XML_SetElementHandler(parser.get(), on_open, on_close);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  if (XML_Parse(parser.get(), svg.data(), static_cast<int>(svg.size()), 1) != XML_STATUS_OK)
    throw std::invalid_argument(XML_ErrorString(XML_GetErrorCode(parser.get())) +
                                std::string(" in line ") +
                                std::to_string(XML_GetCurrentLineNumber(parser.get())));
  return std::move(reader.scene);
}

}  // namespace entente::test

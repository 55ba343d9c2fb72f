#include "render/page/page_look.hpp"

#include <array>
#include <string_view>

#include <entente/base/json_text.hpp>
#include <entente/render/theme.hpp>

namespace entente {
namespace {

// In the order of Shape.
constexpr std::array<std::string_view, 9> shape_words = {
    "rounded", "double", "note", "ellipse", "hexagon", "pin", "parallelogram", "tab", "box"};

/// Which of the few heads that a page draws stands for one.
std::string_view head_word(Head head) {
  switch (head) {
    case Head::none:
      return "none";
    case Head::tee:
    case Head::double_tee:
    case Head::open_tee:
      return "tee";
    case Head::open:
    case Head::double_open:
    case Head::open_diamond:
    case Head::open_box:
    case Head::open_inverse:
    case Head::open_dot:
    case Head::double_open_dot:
      return "open";
    case Head::vee:
    case Head::double_vee:
    case Head::half_vee:
    case Head::crow:
      return "vee";
    case Head::dot:
    case Head::double_dot:
      return "dot";
    case Head::diamond:
    case Head::box:
      return "diamond";
    default:
      return "filled";
  }
}

std::string look_json(const Style& style, const DrawnClasses& classes) {
  JsonText json;
  json.open_object();
  json.member("background", to_string(style.background)).member("text", to_string(style.text));
  json.member("secondary", to_string(style.secondary)).member("grid", to_string(style.grid));
  json.member("faded", to_string(style.faded_line)).member("accent", to_string(style.accent));
  json.key("nodes").open_object();
  for (const std::string& name : classes.nodes) {
    const NodeStyle& node = node_style(style, name);
    json.key(name).open_list().value(shape_words[static_cast<std::size_t>(node.shape)]);
    json.value(to_string(node.fill)).value(to_string(node.line)).close_list();
  }
  json.close_object().key("edges").open_object();
  for (const std::string& name : classes.edges) {
    const EdgeStyle& edge = edge_style(style, name);
    json.key(name).open_list().value(to_string(edge.line)).value(edge.width);
    json.value(head_word(edge.head)).close_list();
  }
  return json.close_object().close_object().str();
}

}  // namespace

std::string page_looks(const DrawnClasses& classes) {
  JsonText json;
  json.open_object();
  json.key("light").raw(look_json(style(Theme::light), classes));
  json.key("dark").raw(look_json(style(Theme::dark), classes));
  return json.close_object().str();
}

}  // namespace entente

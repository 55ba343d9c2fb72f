#include "render/mark/mark_classes.hpp"

#include <type_traits>

#include "render/label/label.hpp"

namespace entente {

bool is_broken(Why doubt) {
  return doubt == Why::imprecise || doubt == Why::published || doubt == Why::identity;
}

std::string_view class_of(Change change) {
  switch (change) {
    case Change::appeared:
      return "appeared";
    case Change::ended:
      return "ended";
    case Change::persisted:
      return "persisted";
    case Change::happened:
      return "happened";
    case Change::none:
      break;
  }
  return "";
}

std::string_view sign_of(Change change) {
  switch (change) {
    case Change::appeared:
      return "+";
    case Change::ended:
      return "\u2212";
    case Change::happened:
      return "\u2022";
    case Change::persisted:
    case Change::none:
      break;
  }
  return "";
}

std::string node_class(const Style& style, std::string_view drawing_class) {
  if (drawing_class.empty()) return "plain";
  return element_name("", node_style(style, drawing_class).drawing_class);
}

std::string edge_class(const Style& style, std::string_view drawing_class) {
  if (drawing_class.empty()) return "plain";
  return element_name("", edge_style(style, drawing_class).drawing_class);
}

std::string class_list(std::initializer_list<std::string_view> names) {
  std::string list;
  for (const std::string_view name : names)
    if (!name.empty()) list.append(list.empty() ? "" : " ") += name;
  return list;
}

void UsedClasses::add_node(const Style& style, std::string_view drawing_class) {
  if (!drawing_class.empty()) nodes.insert(node_style(style, drawing_class).drawing_class);
}

void UsedClasses::add_edge(const Style& style, std::string_view drawing_class) {
  if (!drawing_class.empty()) edges.insert(edge_style(style, drawing_class).drawing_class);
}

void UsedClasses::add_tint(std::size_t tint) {
  if (tint > 0) tints.insert(tint);
}

std::string tint_class(std::size_t tint) {
  return tint == 0 ? std::string() : "t" + std::to_string(tint);
}

void UsedClasses::add(const Style& style, const Mark& mark) {
  if (const auto* node = std::get_if<NodeMark>(&mark)) add_node(style, node->drawing_class);
  if (const auto* tinted = std::get_if<TintMark>(&mark)) add_tint(tinted->tint);
  if (const auto* line = std::get_if<LineMark>(&mark)) add_edge(style, line->drawing_class);
  if (const auto* bar = std::get_if<BarMark>(&mark)) add_edge(style, bar->drawing_class);
  if (const auto* moment = std::get_if<MomentMark>(&mark)) add_edge(style, moment->drawing_class);
}

}  // namespace entente

#include "render/dot/dot_text.hpp"

#include <utility>

#include "base/dot_string.hpp"
#include "render/label/label.hpp"

namespace entente {
namespace {

std::string quoted(std::string_view text) {
  std::string plain = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') plain += '\\';
    plain += c;
  }
  std::string result;
  append_dot_string(result, plain + '"');
  return result;
}

}  // namespace

DotText::DotText(std::string_view name) : parts_{{"digraph " + quoted(name)}} {}

DotText::Object DotText::node(std::string name) {
  parts_.push_back({quoted(name)});
  return nodes_.emplace_back(parts_.size() - 1);
}

DotText::Object DotText::edge(Object from, Object to) {
  parts_.push_back({parts_[from].head + " -> " + parts_[to].head});
  return edges_.emplace_back(parts_.size() - 1);
}

void DotText::set(Object object, std::string_view attribute, std::string_view value) {
  auto& attributes = parts_[object].attributes;
  if (value.empty())
    attributes.erase(std::string(attribute));
  else
    attributes.insert_or_assign(std::string(attribute), quoted(value));
}

void DotText::set_html(Object object, std::string_view attribute, std::string_view html) {
  std::string value = "<";
  for (const char c : html) value.append(c == '\\' ? 2 : 1, c);
  parts_[object].attributes.insert_or_assign(std::string(attribute), value + ">");
}

void DotText::append(std::string& out, const Part& part) {
  out += "  " + part.head + " [";
  const char* between = "";
  for (const auto& [name, value] : part.attributes) {
    out.append(std::exchange(between, ", ")).append(name) += '=';
    out += value;
  }
  out += "];\n";
}

std::string DotText::text() const {
  std::string out = parts_[graph].head + " {\n";
  for (const auto& [name, value] : parts_[graph].attributes)
    out.append("  ").append(name).append("=").append(value) += ";\n";
  out += "  node [label=\"\"];\n";
  for (const Object node : nodes_) append(out, parts_[node]);
  for (const Object edge : edges_) append(out, parts_[edge]);
  return out + "}\n";
}

std::string tooltip_text(std::string_view text) {
  std::string result;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find('\n', begin);
    for (const char c : escaped(drawable(text.substr(begin, end - begin))))
      result.append(c == '\\' ? 2 : 1, c);
    if (end == std::string_view::npos) return result;
    result += "&#10;";
    begin = end + 1;
  }
}

}  // namespace entente

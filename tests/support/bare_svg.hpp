#pragma once

/// SVG without the name that each picture's ids begin with.

#include <string>
#include <string_view>

namespace entente::test {

/// The name that the ids of a document begin with: the id of its element.
inline std::string own_name_of(std::string_view svg) {
  constexpr std::string_view id = " id=\"";
  const std::size_t root = svg.find("<svg");
  const std::size_t at = root == std::string_view::npos ? root : svg.find(id, root);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = svg.substr(at + id.size());
  return std::string(rest.substr(0, rest.find('"')));
}

/// The document with `n_japan` for `p1x2y3z4_n_japan`, and rules for any element.
inline std::string bare(std::string svg) {
  const std::string name = own_name_of(svg);
  if (name.empty()) return svg;
  for (const std::string& mark : {name + "_", "#" + name + " "})
    for (std::size_t at = svg.find(mark); at != std::string::npos; at = svg.find(mark, at))
      svg.erase(at, mark.size());
  return svg;
}

}  // namespace entente::test

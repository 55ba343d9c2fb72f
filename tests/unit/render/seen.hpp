#pragma once

/// What part of its plane an SVG shows.

#include <sstream>
#include <string>

#include <entente/render/geometry.hpp>

namespace entente::test {

inline Size seen(const std::string& svg) {
  const std::string name = " viewBox=\"";
  std::istringstream numbers(svg.substr(svg.find(name) + name.size(), 100));
  double left = 0;
  double top = 0;
  Size size;
  numbers >> left >> top >> size.width >> size.height;
  return size;
}

}  // namespace entente::test

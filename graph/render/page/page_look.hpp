#pragma once

/// Colours, shapes and lines of a page: those of the built-in looks for day and night.

#include <set>
#include <string>

namespace entente {

/// Which drawing classes occur.
struct DrawnClasses {
  std::set<std::string> nodes = {};
  std::set<std::string> edges = {};
};

/// `{"light": {…}, "dark": {…}}`
[[nodiscard]] std::string page_looks(const DrawnClasses& classes);

}  // namespace entente

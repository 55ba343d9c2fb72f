#pragma once

/// The tool's own tables of options, as it prints them.

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "cli/ring.hpp"
#include "cli/tool.hpp"

namespace entente::test {

/// A row of the table, as `__options` writes it.
struct Row {
  std::string verb;
  std::string option;
  std::string value;
  std::string takes;
  Words choices;
  std::string alias;
  Words views;
  Words measures;
  Words formats;
  Words inputs;
  Words with;
  Words without;
};

inline Words split(const std::string& text, char divider) {
  Words parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, divider);) parts.push_back(part);
  return parts;
}

inline const std::vector<Row>& rows() {
  static const std::vector<Row> all = [] {
    std::vector<Row> list;
    for (const std::string& line : split(run_tool({"__options"}).out, '\n')) {
      Words cells = split(line + "\t.", '\t');
      const auto names = [&](std::size_t i) { return split(cells.at(i), ','); };
      list.push_back({cells.at(0), cells.at(1), cells.at(2), cells.at(3), names(4), cells.at(5),
                      names(6), names(7), names(8), names(9), names(10), names(11)});
    }
    return list;
  }();
  return all;
}

inline bool is_in(const Words& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace entente::test

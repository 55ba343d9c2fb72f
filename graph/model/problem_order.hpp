#pragma once

#include <algorithm>
#include <tuple>
#include <vector>

#include <entente/model/problem.hpp>

namespace entente {

/// Sorts by file name, line, column, then by what is said, so that runs agree byte for byte.
inline void sort_by_place(std::vector<Problem>& problems) {
  const auto key = [](const Problem& p) {
    return std::tie(p.file, p.line, p.column, p.record, p.severity, p.code, p.message);
  };
  std::stable_sort(problems.begin(), problems.end(),
                   [&](const Problem& a, const Problem& b) { return key(a) < key(b); });
}

}  // namespace entente

#pragma once

#include "query/pattern/match/matcher.hpp"

namespace entente::query {

/// A repeated part under way.
struct Matcher::GroupRun {
  const GroupPattern& pattern;
  bool reversed = false;
  Trace& trace;
  Next next;
  std::vector<List> lists = {};          ///< a value an iteration, for each of its names
  std::vector<std::size_t> begins = {};  ///< how many edges there were before each iteration
};

}  // namespace entente::query

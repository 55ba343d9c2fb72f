#pragma once

/// A query that compiles: its text, its syntax with slots, and how its patterns are looked for.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <entente/query/pattern.hpp>

#include "query/pattern/count/count_plan.hpp"
#include "query/pattern/mask.hpp"
#include "query/pattern/match/match_plan.hpp"
#include "query/pattern/syntax/syntax.hpp"

namespace entente::query {

struct Plan {
  Plan(Source asked, std::string_view written) : source(std::move(asked)), text(written) {}

  Source source;
  std::string text;
  Query query = {};
  std::map<const Match*, MatchPlan> matches = {};
  /// Of queries that begin with what is only counted.
  std::map<const Single*, std::unique_ptr<CountPlan>> counts = {};
  /// Of periods that are constants, under no further selection; by mask_key().
  std::map<std::string, std::shared_ptr<const Mask>> masks = {};
  bool asks_period = false;  ///< a MATCH does, in a subquery or not
  std::vector<std::string> columns = {};
  std::vector<std::string> remarks = {};
  std::vector<std::string> parameters = {};  ///< ascending
  std::vector<Span> parameter_places = {};   ///< where each stands first
};

}  // namespace entente::query

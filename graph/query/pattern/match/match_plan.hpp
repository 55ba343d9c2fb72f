#pragma once

/// In which order a MATCH looks for what: where it begins, how it goes on, when each condition is
/// asked.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "query/pattern/store.hpp"
#include "query/pattern/syntax/syntax.hpp"

namespace entente::query {

/// A check of an element's properties or inline condition that had to wait for another variable.
struct LateCheck {
  std::size_t path = 0;
  std::size_t index = 0;
  bool is_node = true;
  const Expr* expr = nullptr;
  bool is_map = false;
};

struct Step {
  enum class Kind : std::uint8_t {
    node,    ///< find or check a node
    link,    ///< walk a link from a node that is known
    search,  ///< all of a path that asks for the shortest
  };
  Kind kind = Kind::node;
  std::size_t path = 0;
  std::size_t index = 0;   ///< of the node or link
  bool reversed = false;   ///< a link walked from its right end
  bool completes = false;  ///< the path's variable is known behind it
  std::vector<LateCheck> late = {};
  std::vector<const Expr*> conditions = {};
  std::vector<const Expr*> of_way = {};  ///< those that the ways of a search compete under
};

/// What is known before a node or an edge is looked for.
struct ElementPlan {
  bool is_known = false;  ///< its variable has its value already
  bool map_now = true;    ///< its properties are checked at once
  bool where_now = true;  ///< its inline condition likewise
};

struct PathPlan {
  std::vector<ElementPlan> nodes = {};
  std::vector<ElementPlan> links = {};
};

struct MatchPlan {
  const Match* match = nullptr;
  std::vector<PathPlan> paths = {};
  std::vector<Step> steps = {};
  /// Ids that conditions ask of nodes, a literal or a parameter each, by the node's variable.
  std::map<Slot, const Expr*> ids = {};
  std::vector<Slot> introduced = {};  ///< null where an optional match finds nothing
};

/// @throws QueryError for a repeated part whose conditions read what is not known yet.
[[nodiscard]] MatchPlan plan_match(const Match& match, const Store& store, std::string_view text);
/// Looks up the labels and types of all patterns and tests of a query; says which are missing.
void resolve_words(Query& query, const Store& store, std::vector<std::string>& remarks);
/// How many nodes may fit a pattern's labels.
[[nodiscard]] std::size_t candidates(const NodePattern& node, const Store& store);

}  // namespace entente::query

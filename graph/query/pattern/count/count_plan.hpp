#pragma once

/// Matches that are only counted: what nobody reads is not enumerated but multiplied. Nodes that
/// hang on one edge and are not read become leaves, of which the number behind each node is known
/// once.

#include <cstddef>
#include <memory>
#include <optional>
#include <unordered_set>
#include <vector>

#include "query/pattern/store.hpp"
#include "query/pattern/syntax/syntax.hpp"

namespace entente::query {

/// A node of the patterns, wherever it stands in them.
struct CountedNode {
  Slot slot = no_slot;
  std::vector<const NodePattern*> patterns = {};
  bool is_read = false;      ///< something needs its value
  bool has_filters = false;  ///< properties or conditions that read nothing else
};

/// An edge of the patterns between two of the nodes.
struct CountedEdge {
  const EdgePattern* pattern = nullptr;
  std::size_t left = 0;
  std::size_t right = 0;
  std::size_t clause = 0;  ///< edges of one MATCH differ
  bool is_read = false;
};

/// What two nodes must be to each other: different, or joined (or not) by some edge.
struct PairTest {
  std::size_t a = 0;
  std::size_t b = 0;
  const EdgePattern* edge = nullptr;  ///< none: different
  bool negated = false;
};

/// A step of the enumeration.
struct CountStep {
  enum class Kind : std::uint8_t {
    scan,    ///< each node that fits
    expand,  ///< along an edge to a node not known yet
    close,   ///< along an edge between two that are known
  };
  Kind kind = Kind::scan;
  /// An edge and the node behind it, passed on the way.
  struct Passed {
    std::size_t edge = 0;
    std::size_t node = 0;
    bool reversed = false;
  };
  std::size_t node = 0;  ///< the one that becomes known
  std::size_t edge = 0;
  bool reversed = false;  ///< the edge is walked from its right end
  /// Two edges at once, the first of them from the node that is known.
  std::optional<Passed> through = {};
  std::vector<const Expr*> conditions = {};
  std::vector<PairTest> tests = {};
  std::vector<std::size_t> rivals = {};  ///< edges walked before, which must differ from this one
};

/// A node that is not enumerated.
struct CountLeaf {
  std::size_t node = 0;
  bool hangs = true;  ///< else it stands alone, and counts the same everywhere
  std::size_t edge = 0;
  std::size_t at = 0;     ///< the node it hangs on
  bool reversed = false;  ///< it is the left end of its edge
  std::vector<PairTest> tests = {};
  /// An earlier leaf at the same node whose edge must be another, if there is one.
  std::optional<std::size_t> twin = {};
  std::vector<std::size_t> rivals = {};  ///< enumerated edges that it must not use again
};

struct CountPlan {
  std::size_t clauses = 0;  ///< so many first clauses of the query, all of them MATCH
  std::vector<CountedNode> nodes = {};
  std::vector<CountedEdge> edges = {};
  std::vector<CountStep> steps = {};
  std::vector<CountLeaf> leaves = {};
  bool has_joins = false;       ///< a test asks for an edge, which no period may question
  bool has_subqueries = false;  ///< conditions ask what the query's own period leaves certain
};

/// How the first clauses of a query are counted; none if they must be enumerated.
[[nodiscard]] std::unique_ptr<CountPlan> plan_count(const Single& query, const Store& store);

}  // namespace entente::query

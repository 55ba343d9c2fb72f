#pragma once

/// Patterns as parsed: nodes, the edges and repeated parts between them, and which of the walks
/// that fit are answers. The binder fills in slots.

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "query/pattern/syntax/span.hpp"

namespace entente::query {

/// A place in a row for a variable's value.
using Slot = std::uint32_t;
inline constexpr Slot no_slot = std::numeric_limits<Slot>::max();
inline constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::max();

struct Expr;
struct Chain;
using ExprPtr = std::unique_ptr<Expr>;

/// A name where it stands.
struct Name {
  std::string text = {};
  Span where = {};
  Slot slot = no_slot;    ///< no name: no slot
  bool is_bound = false;  ///< an earlier clause, or an outer query, has given it its value

  [[nodiscard]] bool empty() const { return text.empty(); }
};

/// Any of these, of each all: `:A&B|C` is {{A, B}, {C}}. Empty: whatever the labels.
using Labels = std::vector<std::vector<Name>>;

struct NodePattern {
  Name name = {};
  Labels labels = {};
  ExprPtr map = {};
  ExprPtr where = {};
  Span span = {};
  std::vector<std::vector<std::uint32_t>> label_numbers = {};  ///< those that the graph has
  bool is_alone = false;                                       ///< no edge of its MATCH touches it
};

enum class Direction : std::uint8_t { right, left, either };

/// How often a link is walked.
struct Repeats {
  std::int64_t least = 1;
  std::int64_t most = 1;
};

struct EdgePattern {
  Name name = {};
  std::vector<Name> types = {};
  Direction direction = Direction::either;
  bool is_variable = false;  ///< has `*` or a quantifier: its name is a list
  Repeats repeats = {};
  ExprPtr map = {};
  ExprPtr where = {};
  std::vector<std::uint32_t> type_numbers = {};  ///< those that the graph has, ascending
  Slot each_slot = no_slot;  ///< the name inside its own conditions, where it is a single edge
};

/// A variable of a repeated part: one value an iteration inside it, a list outside.
struct GroupName {
  std::string text = {};
  Slot inside = no_slot;
  Slot outside = no_slot;
  bool is_edge = false;
};

/// `( chain WHERE … ){1,3}`
struct GroupPattern {
  std::unique_ptr<Chain> chain = {};
  ExprPtr where = {};
  Repeats repeats = {};
  std::vector<GroupName> names = {};
};

/// What stands between two nodes.
struct Link {
  std::optional<EdgePattern> edge = {};    ///< either this
  std::optional<GroupPattern> group = {};  ///< or that
  Span span = {};
};

/// Nodes and the links between them: one node more than links.
struct Chain {
  std::vector<NodePattern> nodes = {};
  std::vector<Link> links = {};
  Span span = {};
};

/// Which of the walks that fit are answers.
enum class Search : std::uint8_t { all, any, any_shortest, all_shortest, shortest_k, acyclic };

struct PathPattern {
  Name name = {};
  Search search = Search::all;
  std::int64_t count = 1;  ///< of shortest_k
  /// Whether what WHERE says of the way is part of the search, as of `shortestPath(…)`.
  bool searches_by_where = false;
  Chain chain = {};
  Span span = {};

  /// Whether walks between two ends compete.
  [[nodiscard]] bool is_selective() const {
    return search != Search::all && search != Search::acyclic;
  }
};

}  // namespace entente::query

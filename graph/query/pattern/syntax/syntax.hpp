#pragma once

/// A query as parsed: clauses, patterns, expressions. The binder fills in slots and what it finds
/// out about types; afterwards nothing changes.

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <entente/query/value.hpp>

#include "query/pattern/syntax/span.hpp"

namespace entente::query {

/// A place in a row for a variable's value.
using Slot = std::uint32_t;
inline constexpr Slot no_slot = std::numeric_limits<Slot>::max();
inline constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::max();

struct Expr;
struct Chain;
struct Single;
struct Function;
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

enum class ExprKind : std::uint8_t {
  literal,
  parameter,  ///< text: its name
  variable,   ///< slot
  list,       ///< kids: its values
  map,        ///< names and kids: its members
  property,   ///< kids[0].text
  element,    ///< kids[0][kids[1]]
  slice,      ///< kids[0][kids[1]..kids[2]], either may be null
  negate,
  plus,  ///< the sign
  add,
  subtract,
  multiply,
  divide,
  modulo,
  power,
  comparison,  ///< chained: kids, and operators between them
  in,
  starts_with,
  ends_with,
  contains,
  matches,
  is_null,
  is_not_null,
  has_labels,
  logical_not,
  logical_and,  ///< all kids
  logical_or,
  logical_xor,
  case_of,        ///< kids: [subject or null], when, then, …, [else or null]
  call,           ///< function, kids
  count_all,      ///< count(*)
  comprehension,  ///< name IN kids[0] WHERE kids[1] | kids[2], either may be null
  quantifier,     ///< text: all, any, none, single; name IN kids[0] WHERE kids[1]
  pattern_list,   ///< [path WHERE kids[0] | kids[1]]
  pattern_test,   ///< path, in a condition
  exists,         ///< EXISTS { … }
  count_of,       ///< COUNT { … }
};

enum class Operator : std::uint8_t { equal, unequal, less, less_equal, greater, greater_equal };

/// What is known of an expression's value before anything runs.
enum class Type : std::uint8_t {
  any,
  null,
  boolean,
  integer,
  real,
  text,
  list,
  map,
  node,
  edge,
  edge_list,
  node_list,
  path,
  date,
};

struct Match;
struct PeriodClause;

/// By which day of knowledge the edges in a value are seen.
struct Knowledge {
  enum class Of : std::uint8_t {
    nothing,  ///< it holds no edges
    query,    ///< the query's own
    clause,   ///< that of a MATCH with a KNOWN AT of its own
    mixed     ///< edges of several
  };
  Of of = Of::nothing;
  const PeriodClause* clause = nullptr;

  bool operator==(const Knowledge&) const = default;
};

struct Expr {
  ExprKind kind = ExprKind::literal;
  Span span = {};
  std::string text = {};
  Value value = {};
  std::vector<ExprPtr> kids = {};  ///< some may be null where the kind says so
  std::vector<std::string> names = {};
  std::vector<Operator> operators = {};
  Labels labels = {};
  std::vector<std::vector<std::uint32_t>> label_numbers = {};  ///< those that the graph has
  Name name = {};  ///< what a variable, a comprehension or a quantifier binds or reads
  const Function* function = nullptr;
  bool distinct = false;               ///< of an aggregate's arguments
  Slot result = no_slot;               ///< where an aggregate's value stands once it is known
  std::uint32_t key = 0;               ///< of a property, in the graph asked
  Type type = Type::any;               ///< found by the binder
  Type item = Type::any;               ///< of its items, if it is a list
  Knowledge seen = {};                 ///< found by the binder
  std::uint32_t depth = 1;             ///< of nested expressions
  std::unique_ptr<Single> query = {};  ///< of exists, count_of, pattern_list, pattern_test
};

/// AS OF, DURING, THROUGHOUT, KNOWN AT.
enum class PeriodKind : std::uint8_t { as_of, during, throughout, known_at };

struct PeriodTerm {
  PeriodKind kind = PeriodKind::as_of;
  ExprPtr date = {};
};

/// The period of a clause or of the whole query.
struct PeriodClause {
  std::vector<PeriodTerm> terms = {};
  bool for_all_time = false;
  bool certainly = false;
  bool with_undated = false;
  Span span = {};

  [[nodiscard]] bool is_given() const { return for_all_time || !terms.empty(); }
  /// The day of knowledge, if it says one.
  [[nodiscard]] const PeriodTerm* known_at() const {
    for (const PeriodTerm& term : terms)
      if (term.kind == PeriodKind::known_at) return &term;
    return nullptr;
  }
};

struct SortItem {
  ExprPtr value = {};
  bool descending = false;
};

struct Item {
  ExprPtr value = {};
  std::string alias = {};  ///< as written behind AS, else the text of the value
  bool has_alias = false;
  Span span = {};
  Slot slot = no_slot;
  bool aggregates = false;
};

/// What RETURN and WITH share.
struct Body {
  bool distinct = false;
  bool star = false;
  std::vector<Item> items = {};  ///< the binder puts those of the star first
  std::vector<SortItem> order = {};
  ExprPtr skip = {};
  ExprPtr limit = {};
  Span span = {};
  Span clause = {};  ///< with RETURN or WITH before it
  bool aggregates = false;
  std::vector<Expr*> aggregate_calls = {};  ///< of items and order
};

struct Match {
  bool optional = false;
  std::vector<PathPattern> paths = {};
  PeriodClause period = {};
  ExprPtr where = {};
  Span span = {};
};

struct Unwind {
  ExprPtr list = {};
  Name name = {};
};

struct With {
  Body body = {};
  ExprPtr where = {};
};

struct Clause {
  std::optional<Match> match = {};
  std::optional<Unwind> unwind = {};
  std::optional<With> with = {};
  Span span = {};
};

/// A query without UNION, or the inside of a subquery, which may lack RETURN.
struct Single {
  std::vector<Clause> clauses = {};
  std::optional<Body> body = {};
  Span span = {};
};

struct Query {
  PeriodClause period = {};
  std::vector<Single> parts = {};
  std::vector<bool> union_all = {};  ///< between them
  std::vector<Span> unions = {};
  Slot slots = 0;                    ///< how many a row has
  std::vector<Knowledge> seen = {};  ///< one a column
  Span span = {};
};

/// The query that the text begins with at `first`; `rest` is set behind it (and behind a `;`).
/// @throws QueryError.
[[nodiscard]] Query parse_query(std::string_view text);
/// The texts of the queries of a script, apart by `;`, blank ones left out.
[[nodiscard]] std::vector<std::string> statements_of(std::string_view text);

}  // namespace entente::query

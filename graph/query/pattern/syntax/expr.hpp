#pragma once

/// Expressions as parsed. The binder fills in slots and what it finds out about types and about the
/// edges in values; afterwards nothing changes.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <entente/query/value.hpp>

#include "query/pattern/syntax/patterns.hpp"

namespace entente::query {

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

struct Function;
struct PeriodClause;
struct Single;

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

}  // namespace entente::query

#pragma once

/// A query as parsed: its clauses, of patterns and expressions. The binder fills in slots and what
/// it finds out about types; afterwards nothing changes.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/pattern/syntax/expr.hpp"
#include "query/pattern/syntax/patterns.hpp"

namespace entente::query {

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

// By which day of knowledge the edges in values are seen: that of the MATCH which found them.

#include <algorithm>
#include <array>

#include "query/pattern/functions/functions.hpp"
#include "query/pattern/syntax/binder.hpp"

namespace entente::query {
namespace {

bool holds_no_edge(Type type) {
  constexpr std::array<Type, 8> without = {Type::null, Type::boolean,  Type::integer,
                                           Type::real, Type::text,     Type::node,
                                           Type::date, Type::node_list};
  return std::ranges::find(without, type) != without.end();
}

bool calls_a_reader(const Expr& expr) {
  return expr.function != nullptr && expr.function->reads == Reads::content;
}

Knowledge both(const Knowledge& a, const Knowledge& b) {
  if (b.of == Knowledge::Of::nothing) return a;
  if (a.of == Knowledge::Of::nothing || a == b) return b;
  return {Knowledge::Of::mixed};
}

}  // namespace

Knowledge knowledge_of(const PeriodClause& period) {
  const PeriodTerm* const known_at = period.known_at();
  if (!known_at) return {Knowledge::Of::query};
  // Which day it is must be known without the row that an edge was found in.
  if (!is_constant(*known_at->date)) return {Knowledge::Of::mixed, &period};
  return {Knowledge::Of::clause, &period};
}

void Binder::refuse_mixed(const Knowledge& seen, Span where) const {
  if (seen.of != Knowledge::Of::mixed) return;
  if (seen.clause)
    refuse("InvalidPeriod", where,
           "the KNOWN AT of these edges depends on the row: what was known of them cannot be told",
           "write the day, or a $parameter");
  refuse("InvalidPeriod", where,
         "these edges are seen as known on different days (KNOWN AT of their clauses)",
         "ask about each in a column of its own, or write one KNOWN AT before the query");
}

void Binder::find_knowledge(Expr& expr) const {
  if (expr.kind == ExprKind::variable) {
    if (holds_no_edge(expr.type)) expr.seen = {};
    return;
  }
  Knowledge seen;
  for (const ExprPtr& kid : expr.kids)
    if (kid) seen = both(seen, kid->seen);
  const bool reads_member = expr.kind == ExprKind::property || expr.kind == ExprKind::element;
  if (reads_member || calls_a_reader(expr)) refuse_mixed(seen, expr.span);
  const bool is_read =
      (expr.kind == ExprKind::property && expr.kids[0]->type == Type::edge) || calls_a_reader(expr);
  expr.seen = is_read || holds_no_edge(expr.type) ? Knowledge{} : seen;
}

void Binder::find_columns_seen(Query& query) const {
  query.seen.resize(query.parts[0].body->items.size());
  for (const Single& part : query.parts)
    for (std::size_t i = 0; i < query.seen.size(); ++i) {
      const Item& item = part.body->items[i];
      query.seen[i] = both(query.seen[i], item.value->seen);
      refuse_mixed(query.seen[i], item.span);
    }
}

}  // namespace entente::query

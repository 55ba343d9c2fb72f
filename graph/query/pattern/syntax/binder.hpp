#pragma once

/// Names become slots, and what a query must not say is refused: undefined and repeated variables,
/// aggregates out of place, wrong numbers of arguments, values of the wrong kind.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "query/pattern/syntax/syntax.hpp"

namespace entente::query {

class Store;

/// A variable that can be named, in the order of introduction.
struct Variable {
  std::string name = {};
  Slot slot = no_slot;
  Type type = Type::any;
  Type item = Type::any;  ///< of its items, if it is a list
  Knowledge seen = {Knowledge::Of::query};
};

using Scope = std::vector<Variable>;

/// What may stand in an expression.
struct Allowed {
  bool aggregates = false;
  bool pattern_tests = false;           ///< here, as the expression is a condition
  std::vector<Expr*>* calls = nullptr;  ///< where aggregates are collected
};

class Binder {
 public:
  Binder(std::string_view text, const Store& store) : text_(text), store_(store) {}

  /// Binds a whole query. @throws QueryError.
  void query(Query& query);

 private:
  // Clauses.
  void single(Single& single, Scope scope);
  void match(Match& match, Scope& scope);
  void unwind(Unwind& unwind, Scope& scope);
  void period(PeriodClause& period, const Scope& scope);
  /// Returns the scope behind the body; `seen` gets that of ORDER BY and a WHERE behind WITH.
  Scope body(Body& body, const Scope& scope, bool is_with, Scope& seen);
  void star(Body& body, const Scope& scope);
  void items(Body& body, const Scope& scope);
  void need_names(const Body& body) const;
  void order(Body& body, const Scope& scope, const Scope& after, const Scope& seen);
  void count_bound(const ExprPtr& expr, std::string_view what);
  void unions(Query& query);

  // Patterns.
  void path(PathPattern& path, Scope& scope, const Scope& before);
  void chain_names(Chain& chain, Scope& scope, const Scope& before);
  void node_name(NodePattern& node, Scope& scope, const Scope& before);
  void edge_name(EdgePattern& edge, Scope& scope, const Scope& before);
  void group_names(Link& link, Scope& scope, const Scope& before);
  void chain_conditions(Chain& chain, const Scope& scope);
  void edge_conditions(EdgePattern& edge, const Scope& scope);
  void known_names(const Chain& chain, const Scope& scope);

  // Expressions.
  void expression(Expr& expr, const Scope& scope, const Allowed& allowed);
  void bind(Expr& expr, const Scope& scope, const Allowed& allowed);
  void condition(Expr& expr, const Scope& scope, const Allowed& allowed = {});
  void kids(Expr& expr, const Scope& scope, const Allowed& allowed);
  void variable(Expr& expr, const Scope& scope);
  void call(Expr& expr, const Scope& scope, const Allowed& allowed);
  void aggregate(Expr& expr, const Scope& scope, const Allowed& allowed);
  void case_of(Expr& expr, const Scope& scope, const Allowed& allowed);
  void comprehension(Expr& expr, const Scope& scope, const Allowed& allowed);
  void subquery(Expr& expr, const Scope& scope);
  void infer(Expr& expr);
  void check_boolean(const Expr& expr) const;

  // Knowledge.
  void find_knowledge(Expr& expr) const;
  void find_columns_seen(Query& query) const;
  void refuse_mixed(const Knowledge& seen, Span where) const;

  // Aggregation.
  void check_grouping(const Body& body) const;
  void check_mixed(const Expr& expr, const Body& body) const;
  bool replaced_by_item(Expr& expr, const Body& body, bool only_simple);
  /// Takes what a WHERE behind DISTINCT or aggregates writes as a column does for that column.
  void columns_in(Expr& where, const Body& body);
  [[nodiscard]] static bool is_function_exists(const Function& function);

  [[nodiscard]] Slot new_slot() { return slots_++; }
  [[noreturn]] void refuse(const char* code, Span where, std::string message,
                           std::string hint = {}) const;

  std::string_view text_;
  const Store& store_;
  Slot slots_ = 0;
  Knowledge matched_ = {Knowledge::Of::query};  // of the edges of the MATCH at hand
  std::set<std::string, std::less<>> walked_;   // edges bound before it that stand in it
};

/// What a MATCH with that period knows of its edges.
[[nodiscard]] Knowledge knowledge_of(const PeriodClause& period);
[[nodiscard]] const Variable* find_variable(const Scope& scope, std::string_view name);
/// Whether an expression is the call of an aggregate.
[[nodiscard]] bool is_aggregate(const Expr& expr);
/// Whether an expression holds an aggregate, outside subqueries.
[[nodiscard]] bool aggregates(const Expr& expr);
/// The first aggregate with arguments in an expression, or nullptr.
[[nodiscard]] const Expr* unreturned_aggregate(const Expr& expr);
/// Whether two expressions are written alike.
[[nodiscard]] bool alike(const Expr& a, const Expr& b);
/// Whether an expression reads that variable.
[[nodiscard]] bool reads(const Expr& expr, Slot slot);
/// The first call in it of the function whose value differs from call to call, or nullptr.
[[nodiscard]] const Expr* random_call(Match& match);
[[nodiscard]] const Expr* random_call(const ExprPtr& expr);
/// Whether an expression reads no variable.
[[nodiscard]] bool is_constant(const Expr& expr);
/// Whether a value of the type is a list, whatever its items.
[[nodiscard]] bool is_any_list(Type type);
/// "a node", "a list": for messages.
[[nodiscard]] std::string_view words_for(Type type);

}  // namespace entente::query

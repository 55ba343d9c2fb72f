// What is known of a value's type before anything runs, and what cannot be right.

#include <algorithm>

#include "query/pattern/syntax/binder.hpp"

namespace entente::query {
namespace {

bool is_unknown(Type type) {
  return type == Type::any || type == Type::null;
}

bool is_number(Type type) {
  return type == Type::integer || type == Type::real;
}

Type type_of(const Value& value) {
  switch (value.kind()) {
    case ValueKind::boolean:
      return Type::boolean;
    case ValueKind::integer:
      return Type::integer;
    case ValueKind::real:
      return Type::real;
    case ValueKind::text:
      return Type::text;
    case ValueKind::null:
      return Type::null;
    default:
      return Type::any;
  }
}

/// The type that all items of a list have.
Type common_type(const std::vector<ExprPtr>& kids) {
  Type type = Type::null;
  for (const ExprPtr& kid : kids) {
    if (kid->type == Type::null) continue;
    if (type == Type::null)
      type = kid->type;
    else if (type != kid->type)
      return Type::any;
  }
  return type == Type::null ? Type::any : type;
}

Type sum_type(Type a, Type b) {
  if (is_any_list(a) || is_any_list(b)) return Type::list;
  if (is_unknown(a) || is_unknown(b)) return Type::any;
  if (a == Type::integer && b == Type::integer) return Type::integer;
  if (is_number(a) && is_number(b)) return Type::real;
  return a == Type::text || b == Type::text ? Type::text : Type::any;
}

Type product_type(Type a, Type b) {
  if (a == Type::integer && b == Type::integer) return Type::integer;
  return is_number(a) && is_number(b) ? Type::real : Type::any;
}

}  // namespace

bool is_any_list(Type type) {
  return type == Type::list || type == Type::edge_list || type == Type::node_list;
}

void Binder::infer(Expr& expr) {
  const auto kid = [&expr](std::size_t i) -> const Expr& { return *expr.kids[i]; };
  const auto refuse_operand = [this](const Expr& operand, std::string_view wanted) {
    refuse("InvalidArgumentType", operand.span,
           "here stands " + std::string(words_for(operand.type)) + " where " + std::string(wanted) +
               " is expected",
           wanted == "a number" ? "toInteger and toFloat convert texts"
           : wanted == "a list" ? "write [1, 2]; of one value [x]"
                                : "labels belong to nodes and edges");
  };
  const auto refuse_access = [this](const Expr& operand, std::string_view wanted,
                                    std::string_view hint) {
    fail(text_, Phase::compile_time, "TypeError", "InvalidArgumentType", operand.span,
         "here stands " + std::string(words_for(operand.type)) + " where " + std::string(wanted) +
             " is expected",
         std::string(hint));
  };
  const auto need_numbers = [&] {
    for (const ExprPtr& operand : expr.kids)
      if (!is_unknown(operand->type) && !is_number(operand->type))
        refuse_operand(*operand, "a number");
  };
  switch (expr.kind) {
    case ExprKind::literal:
      expr.type = type_of(expr.value);
      return;
    case ExprKind::list:
      expr.type = Type::list;
      expr.item = common_type(expr.kids);
      return;
    case ExprKind::map:
      expr.type = Type::map;
      return;
    case ExprKind::logical_not:
    case ExprKind::logical_and:
    case ExprKind::logical_or:
    case ExprKind::logical_xor:
      for (const ExprPtr& operand : expr.kids) check_boolean(*operand);
      expr.type = Type::boolean;
      return;
    case ExprKind::comparison:
    case ExprKind::starts_with:
    case ExprKind::ends_with:
    case ExprKind::contains:
    case ExprKind::matches:
    case ExprKind::is_null:
    case ExprKind::is_not_null:
      expr.type = Type::boolean;
      return;
    case ExprKind::has_labels:
      if (!is_unknown(kid(0).type) && kid(0).type != Type::node && kid(0).type != Type::edge)
        refuse_operand(kid(0), "a node or an edge");
      expr.type = Type::boolean;
      return;
    case ExprKind::in:
      if (!is_unknown(kid(1).type) && !is_any_list(kid(1).type)) refuse_operand(kid(1), "a list");
      expr.type = Type::boolean;
      return;
    case ExprKind::property:
      if (kid(0).type == Type::path)
        refuse("InvalidArgumentType", kid(0).span, "a path has no properties",
               "nodes(p) and relationships(p) have");
      if (!is_unknown(kid(0).type) && kid(0).type != Type::map && kid(0).type != Type::node &&
          kid(0).type != Type::edge && kid(0).type != Type::date)
        fail(text_, Phase::compile_time, "TypeError", "InvalidArgumentType", kid(0).span,
             std::string(words_for(kid(0).type)) + " has no properties",
             "nodes, edges, maps and dates have");
      return;
    case ExprKind::element: {
      const Type base = kid(0).type;
      const Type index = kid(1).type;
      if (!is_unknown(base) && !is_any_list(base) && base != Type::map && base != Type::node &&
          base != Type::edge)
        refuse_access(kid(0), "a list or a map", "elements belong to nodes, edges, lists, maps");
      if (is_any_list(base) && !is_unknown(index) && index != Type::integer)
        refuse_access(kid(1), "a whole number", "a list is read by positions: list[0], list[-1]");
      if (base == Type::map && !is_unknown(index) && index != Type::text)
        refuse_access(kid(1), "a text", "a map is read by names: map['name'] or map.name");
      if (is_any_list(base)) expr.type = kid(0).item;
      return;
    }
    case ExprKind::slice:
      if (!is_unknown(kid(0).type) && !is_any_list(kid(0).type)) refuse_operand(kid(0), "a list");
      expr.type = Type::list;
      expr.item = kid(0).item;
      return;
    case ExprKind::add:
      expr.type = sum_type(kid(0).type, kid(1).type);
      return;
    case ExprKind::subtract:
    case ExprKind::multiply:
    case ExprKind::divide:
    case ExprKind::modulo:
      need_numbers();
      expr.type = product_type(kid(0).type, kid(1).type);
      return;
    case ExprKind::power:
      need_numbers();
      expr.type = Type::real;
      return;
    case ExprKind::negate:
    case ExprKind::plus:
      need_numbers();
      expr.type = kid(0).type;
      return;
    default:
      return;
  }
}

}  // namespace entente::query

// Expressions by precedence: OR, XOR, AND, NOT, comparisons, IN and its like, + -, * / %, ^, signs,
// what stands behind a value, values.

#include <array>
#include <optional>

#include "query/pattern/syntax/parser.hpp"

namespace entente::query {
namespace {

constexpr int additive = 0;
constexpr int power_level = 2;

struct BinarySign {
  std::string_view sign;
  ExprKind kind;
  int level;
};
constexpr std::array<BinarySign, 6> binary_signs = {{{"+", ExprKind::add, 0},
                                                     {"-", ExprKind::subtract, 0},
                                                     {"*", ExprKind::multiply, 1},
                                                     {"/", ExprKind::divide, 1},
                                                     {"%", ExprKind::modulo, 1},
                                                     {"^", ExprKind::power, 2}}};

struct ComparisonSign {
  std::string_view sign;
  Operator op;
};
constexpr std::array<ComparisonSign, 6> comparison_signs = {{{"=", Operator::equal},
                                                             {"<>", Operator::unequal},
                                                             {"<", Operator::less},
                                                             {"<=", Operator::less_equal},
                                                             {">", Operator::greater},
                                                             {">=", Operator::greater_equal}}};

}  // namespace

ExprPtr Parser::make(ExprKind kind, std::size_t first_token, std::vector<ExprPtr> kids) {
  auto expr = std::make_unique<Expr>();
  expr->kind = kind;
  expr->span = since(first_token);
  for (const ExprPtr& kid : kids)
    if (kid) expr->depth = std::max(expr->depth, kid->depth + 1);
  expr->kids = std::move(kids);
  check_depth(*expr);
  return expr;
}

namespace {

std::vector<ExprPtr> two(ExprPtr a, ExprPtr b) {
  std::vector<ExprPtr> kids;
  kids.push_back(std::move(a));
  kids.push_back(std::move(b));
  return kids;
}

std::vector<ExprPtr> one_kid(ExprPtr a) {
  std::vector<ExprPtr> kids;
  kids.push_back(std::move(a));
  return kids;
}

}  // namespace

ExprPtr Parser::expression() {
  const Level level(*this);
  return logical_or();
}

ExprPtr Parser::logical_or() {
  const std::size_t first = at_;
  ExprPtr left = logical_xor();
  if (!sees("OR")) return left;
  std::vector<ExprPtr> kids = one_kid(std::move(left));
  while (takes("OR")) kids.push_back(logical_xor());
  return make(ExprKind::logical_or, first, std::move(kids));
}

ExprPtr Parser::logical_xor() {
  const std::size_t first = at_;
  ExprPtr left = logical_and();
  if (!sees("XOR")) return left;
  std::vector<ExprPtr> kids = one_kid(std::move(left));
  while (takes("XOR")) kids.push_back(logical_and());
  return make(ExprKind::logical_xor, first, std::move(kids));
}

ExprPtr Parser::logical_and() {
  const std::size_t first = at_;
  ExprPtr left = logical_not();
  if (!sees("AND")) return left;
  std::vector<ExprPtr> kids = one_kid(std::move(left));
  while (takes("AND")) kids.push_back(logical_not());
  return make(ExprKind::logical_and, first, std::move(kids));
}

ExprPtr Parser::logical_not() {
  if (!sees("NOT")) return comparison();
  const Level level(*this);
  const std::size_t first = at_;
  take();
  return make(ExprKind::logical_not, first, one_kid(logical_not()));
}

/// Words that divide in other languages.
void Parser::refuse_words_that_divide() const {
  if (sees("DIV"))
    refuse_unsupported(peek().where, "DIV", "write a / b, which truncates whole numbers");
  if (sees("MOD")) refuse_unsupported(peek().where, "MOD", "write a % b");
}

ExprPtr Parser::comparison() {
  const std::size_t first = at_;
  ExprPtr left = predicate();
  refuse_words_that_divide();
  const auto seen = [this]() -> std::optional<Operator> {
    for (const ComparisonSign& each : comparison_signs)
      if (sees_sign(each.sign)) return each.op;
    return std::nullopt;
  };
  if (!seen()) return left;
  std::vector<ExprPtr> kids = one_kid(std::move(left));
  std::vector<Operator> operators;
  while (const auto op = seen()) {
    take();
    operators.push_back(*op);
    kids.push_back(predicate());
    refuse_words_that_divide();
  }
  ExprPtr expr = make(ExprKind::comparison, first, std::move(kids));
  expr->operators = std::move(operators);
  return expr;
}

/// IN, STARTS WITH, ENDS WITH, CONTAINS, =~, IS NULL, labels: closer than a comparison.
ExprPtr Parser::predicate() {
  const std::size_t first = at_;
  ExprPtr left = binary(additive);
  for (;;) {
    if (takes("IN")) {
      left = make(ExprKind::in, first, two(std::move(left), binary(additive)));
    } else if (sees("STARTS")) {
      take();
      expect("WITH");
      left = make(ExprKind::starts_with, first, two(std::move(left), binary(additive)));
    } else if (sees("ENDS")) {
      take();
      expect("WITH");
      left = make(ExprKind::ends_with, first, two(std::move(left), binary(additive)));
    } else if (takes("CONTAINS")) {
      left = make(ExprKind::contains, first, two(std::move(left), binary(additive)));
    } else if (takes_sign("=~")) {
      left = make(ExprKind::matches, first, two(std::move(left), binary(additive)));
    } else if (takes("IS")) {
      const bool negated = takes("NOT");
      refuse_foreign_test();
      if (!takes("NULL")) refuse_here("NULL", suggestion({"NULL", "NOT NULL"}));
      left = make(negated ? ExprKind::is_not_null : ExprKind::is_null, first,
                  one_kid(std::move(left)));
    } else {
      return left;
    }
  }
}

/// What other languages ask behind IS.
void Parser::refuse_foreign_test() const {
  if (sees_sign(":") || sees("TYPED"))
    refuse_unsupported(peek().where, "a test of a value's type", "toInteger and its like convert");
  for (const std::string_view word : {"TRUE", "FALSE", "UNKNOWN"})
    if (sees(word))
      refuse_unsupported(peek().where, "IS " + std::string(word),
                         "write = true, = false or IS NULL");
  for (const std::string_view word : {"NORMALIZED", "LABELED", "DIRECTED", "SOURCE", "DESTINATION"})
    if (sees(word))
      refuse_unsupported(peek().where, "IS " + std::string(word),
                         "only IS NULL and IS NOT NULL are");
}

ExprPtr Parser::binary(int level) {
  if (level > power_level) return unary();
  const std::size_t first = at_;
  ExprPtr left = binary(level + 1);
  for (;;) {
    std::optional<ExprKind> kind;
    for (const BinarySign& each : binary_signs)
      if (each.level == level && sees_sign(each.sign)) kind = each.kind;
    if (level == additive && sees_sign("|") && sees_sign("|", 1))
      refuse_unsupported(peek().where.to(peek(1).where), "||", "write + between texts or lists");
    if (!kind) return left;
    take();
    left = make(*kind, first, two(std::move(left), binary(level + 1)));
  }
}

ExprPtr Parser::unary() {
  const Level level(*this);
  const std::size_t first = at_;
  if (takes_sign("+")) return make(ExprKind::plus, first, one_kid(unary()));
  if (!takes_sign("-")) return postfix();
  if (peek().kind == TokenKind::integer && !sees_sign(".", 1) && !sees_sign("[", 1))
    return number(true);
  return make(ExprKind::negate, first, one_kid(unary()));
}

ExprPtr Parser::postfix() {
  const std::size_t first = at_;
  ExprPtr base = atom();
  for (;;) {
    if (sees_sign(".")) {
      take();
      const Name key = symbol("the name of a property");
      base = make(ExprKind::property, first, one_kid(std::move(base)));
      base->text = key.text;
      base->name.where = key.where;
    } else if (sees_sign("[")) {
      base = subscript(std::move(base));
    } else if (sees_sign(":") && peek(1).kind != TokenKind::integer) {
      take();
      Labels wanted = labels(!bar_ends_);
      base = make(ExprKind::has_labels, first, one_kid(std::move(base)));
      base->labels = std::move(wanted);
    } else if (sees_sign("{") && base->kind == ExprKind::variable) {
      refuse_unsupported(peek().where, "a map projection", "write {name: " + base->text + ".name}");
    } else {
      return base;
    }
  }
}

/// `[i]`, `[a..b]`, `[..b]`, `[a..]`
ExprPtr Parser::subscript(ExprPtr base) {
  const std::size_t first = at_;
  const Span begin = base->span;
  const bool outer = std::exchange(bar_ends_, false);
  take();
  std::vector<ExprPtr> kids = one_kid(std::move(base));
  ExprKind kind = ExprKind::element;
  if (!sees_sign("..")) kids.push_back(expression());
  if (takes_sign("..")) {
    kind = ExprKind::slice;
    if (kids.size() == 1) kids.push_back(nullptr);
    kids.push_back(sees_sign("]") ? nullptr : expression());
  }
  expect_sign("]");
  bar_ends_ = outer;
  ExprPtr expr = make(kind, first, std::move(kids));
  expr->span.begin = begin.begin;
  return expr;
}

}  // namespace entente::query

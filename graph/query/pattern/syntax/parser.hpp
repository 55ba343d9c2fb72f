#pragma once

/// Recursive descent over tokens; what clauses, patterns and expressions share.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/pattern/syntax/syntax.hpp"
#include "query/pattern/syntax/token.hpp"

namespace entente::query {

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text), tokens_(tokens_of(text)) {}

  [[nodiscard]] Query query();

 private:
  // Tokens.
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  const Token& take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
  [[nodiscard]] bool sees(std::string_view upper_case, std::size_t ahead = 0) const;
  [[nodiscard]] bool sees_sign(std::string_view sign, std::size_t ahead = 0) const;
  [[nodiscard]] bool sees_name(std::size_t ahead = 0) const;
  bool takes(std::string_view upper_case);
  bool takes_sign(std::string_view sign);
  void expect(std::string_view upper_case);
  Span expect_sign(std::string_view sign, std::string_view hint = {});
  [[nodiscard]] Name name(std::string_view what);
  [[nodiscard]] Name symbol(std::string_view what);
  [[nodiscard]] Span since(std::size_t first_token) const;
  [[nodiscard]] std::string words_of(Span span) const;
  [[noreturn]] void refuse(Span where, std::string message, std::string hint = {}) const;
  [[noreturn]] void refuse_unsupported(Span where, std::string construct, std::string hint) const;
  [[noreturn]] void refuse_here(std::string_view wanted, std::string hint = {}) const;
  [[nodiscard]] std::string suggestion(std::initializer_list<std::string_view> known) const;

  // Clauses.
  [[nodiscard]] Single single();
  [[nodiscard]] bool begins_clause() const;
  [[nodiscard]] std::string hint_for_clause(const std::string& guess) const;
  [[nodiscard]] Clause clause();
  void refuse_foreign_clause() const;
  [[nodiscard]] Match match();
  [[nodiscard]] Body body();
  [[nodiscard]] Item item();
  [[nodiscard]] bool begins_period() const;
  [[nodiscard]] PeriodClause period();
  [[nodiscard]] bool sees_with_undated() const;

  // Patterns.
  [[nodiscard]] PathPattern path();
  void search(PathPattern& path);
  [[nodiscard]] PathPattern shortest_call(PathPattern path);
  [[nodiscard]] Chain chain(bool inside_expression);
  [[nodiscard]] NodePattern node();
  [[nodiscard]] Labels labels(bool takes_bar);
  [[nodiscard]] Link edge();
  void edge_detail(EdgePattern& edge);
  void range(EdgePattern& edge);
  [[nodiscard]] Link group();
  [[nodiscard]] bool begins_quantifier() const;
  [[nodiscard]] Repeats quantifier();
  [[nodiscard]] std::int64_t bound();
  [[nodiscard]] bool begins_link() const;
  [[nodiscard]] bool begins_chain() const;
  [[nodiscard]] bool begins_nodes(std::size_t ahead) const;
  [[nodiscard]] std::optional<std::size_t> closing_bracket(std::size_t ahead) const;

  // Expressions.
  [[nodiscard]] ExprPtr expression();
  [[nodiscard]] ExprPtr logical_or();
  [[nodiscard]] ExprPtr logical_xor();
  [[nodiscard]] ExprPtr logical_and();
  [[nodiscard]] ExprPtr logical_not();
  [[nodiscard]] ExprPtr comparison();
  void refuse_words_that_divide() const;
  [[nodiscard]] ExprPtr predicate();
  void refuse_foreign_test() const;
  [[nodiscard]] ExprPtr binary(int level);
  [[nodiscard]] ExprPtr unary();
  [[nodiscard]] ExprPtr postfix();
  [[nodiscard]] ExprPtr subscript(ExprPtr base);
  [[nodiscard]] ExprPtr atom();
  [[nodiscard]] ExprPtr word_atom();
  [[nodiscard]] ExprPtr number(bool negative);
  [[nodiscard]] ExprPtr list();
  [[nodiscard]] ExprPtr map();
  [[nodiscard]] ExprPtr call();
  [[nodiscard]] ExprPtr case_of();
  [[nodiscard]] ExprPtr comprehension();
  [[nodiscard]] ExprPtr quantified_test();
  [[nodiscard]] ExprPtr pattern_list();
  [[nodiscard]] ExprPtr pattern_test();
  [[nodiscard]] ExprPtr subquery(ExprKind kind);
  [[nodiscard]] ExprPtr make(ExprKind kind, std::size_t first_token,
                             std::vector<ExprPtr> kids = {});
  void check_depth(const Expr& expr) const;
  [[noreturn]] void refuse_syntax_depth() const;

  /// Counts nested calls, so that no input exhausts the stack.
  struct Level {
    explicit Level(Parser& parser);
    ~Level() { --parser_.level_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    Parser& parser_;
  };

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t level_ = 0;
  bool bar_ends_ = false;  ///< a `|` ends the expression rather than a list of labels
};

}  // namespace entente::query

// Periods as conditions: each edge of a MATCH says inline when it must hold, and so does a node
// that no edge touches. What a period leaves out for lack of a date, the condition does too.

#include "query/pattern/rewrite.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "query/pattern/asked_period.hpp"
#include "query/pattern/certainty/choices.hpp"

namespace entente::query {
namespace {

/// Which rows of subqueries a text is about.
enum class Rows : std::uint8_t { possible, certain };

class Rewriter {
 public:
  Rewriter(const Plan& plan, const Selection& selection) : plan_(plan) {
    default_ = asked_by(selection);
    if (plan.query.period.is_given()) default_ = asked_by(plan.query.period, default_, plan.text);
  }

  std::string all() {
    const Span clause = plan_.query.period.span;
    edits_.push_back({clause.begin, clause.end - clause.begin, ""});
    // What was known has no function, and decides how dates are read: such a period stays one.
    const bool stays = !default_.known_at.empty();
    if (!stays)
      for (const Single& part : plan_.query.parts) single(part);
    const std::string text = edited({0, plan_.text.size()});
    const std::size_t first = text.find_first_not_of(" \t\n");
    const std::string rest = first == std::string::npos ? text : text.substr(first);
    return stays ? written(default_) + " " + rest : rest;
  }

 private:
  struct Edit {
    std::size_t at = 0;
    std::size_t length = 0;
    std::string text = {};
  };

  [[nodiscard]] std::string_view text_of(Span span) const {
    return std::string_view(plan_.text).substr(span.begin, span.end - span.begin);
  }

  /// A part of the query with its edits.
  [[nodiscard]] std::string edited(Span span) {
    std::string text(text_of(span));
    std::stable_sort(edits_.begin(), edits_.end(),
                     [](const Edit& a, const Edit& b) { return a.at > b.at; });
    for (const Edit& edit : edits_) text.replace(edit.at - span.begin, edit.length, edit.text);
    return text;
  }

  void single(const Single& single) {
    for (const Clause& clause : single.clauses) {
      if (clause.match) match(*clause.match);
      if (clause.unwind) expression(clause.unwind->list);
      if (clause.with) {
        body(clause.with->body);
        put_condition(clause.with->where);
      }
    }
    if (single.body) body(*single.body);
  }

  void body(const Body& body) {
    for (const Item& item : body.items) expression(item.value);
    for (const SortItem& sort : body.order) expression(sort.value);
  }

  /// A pattern that is a condition names no edge, which EXISTS does.
  void pattern_test(const Expr& test, Span around) {
    const std::size_t before = edits_.size();
    const Rows outer = std::exchange(rows_, rows_within(test));
    single(*test.query);
    rows_ = outer;
    if (edits_.size() == before) return;
    const Span pattern = test.query->span;
    edits_.push_back({around.begin, pattern.begin - around.begin, "EXISTS { "});
    edits_.push_back({pattern.end, around.end - pattern.end, " }"});
  }

  void expression(const ExprPtr& expr) {
    if (!expr) return;
    if (expr->kind == ExprKind::pattern_test) return pattern_test(*expr, expr->span);
    if (expr->kind == ExprKind::call && !expr->kids.empty() &&
        expr->kids[0]->kind == ExprKind::pattern_test)
      return pattern_test(*expr->kids[0], expr->span);
    const Rows outer = std::exchange(rows_, rows_within(*expr));
    const bool is_pattern_list = expr->kind == ExprKind::pattern_list;
    for (std::size_t i = 0; i < expr->kids.size(); ++i)
      if (is_pattern_list && i == 0)
        put_condition(expr->kids[i]);
      else
        expression(expr->kids[i]);
    if (expr->query) single(*expr->query);
    rows_ = outer;
  }

  /// A subquery that makes its condition less true the more it finds is asked the other way round.
  [[nodiscard]] Rows rows_within(const Expr& expr) const {
    if (!leanings_ || !leanings_->contains(&expr) || leanings_->at(&expr)) return rows_;
    return rows_ == Rows::possible ? Rows::certain : Rows::possible;
  }

  void match(const Match& match) {
    const AskedPeriod own =
        match.period.is_given() ? asked_by(match.period, default_, plan_.text) : default_;
    AskedPeriod here = own;
    here.certainly = own.certainly || rows_ == Rows::certain;
    const std::string kept = own.known_at.empty() ? "" : written(here);
    if (match.period.is_given())
      edits_.push_back(
          {match.period.span.begin, match.period.span.end - match.period.span.begin, kept});
    const Rows outer = std::exchange(rows_, here.certainly ? Rows::certain : Rows::possible);
    if (!kept.empty()) here.calls.clear();
    depends_on_rows_ |= !own.certainly && !here.calls.empty();
    for (const PathPattern& path : match.paths) chain(path.chain, here);
    put_condition(match.where);
    rows_ = outer;
  }

  /// A condition keeps a row if it holds for some choice of what subqueries find that is only
  /// possible, and the row is certain if it holds for all: with leanings, for the extreme one.
  /// Without, the plain form tries all of it and none.
  [[nodiscard]] std::string condition(const ExprPtr& where) {
    const Leanings leanings = leanings_of(*where);
    const auto* const outer_leanings = std::exchange(leanings_, leanings ? &*leanings : nullptr);
    const bool outer = std::exchange(depends_on_rows_, false);
    const std::size_t names = anonymous_;
    std::string text = told_of(where, leanings ? rows_ : Rows::possible);
    if (depends_on_rows_ && !leanings) {
      const std::size_t most_names = std::exchange(anonymous_, names);
      const std::string without = told_of(where, Rows::certain);
      anonymous_ = std::max(anonymous_, most_names);
      text = fmt::format("(({}) {} ({}))", text, rows_ == Rows::certain ? "AND" : "OR", without);
    }
    depends_on_rows_ |= outer;
    leanings_ = outer_leanings;
    return text;
  }

  [[nodiscard]] std::string told_of(const ExprPtr& expr, Rows rows) {
    std::vector<Edit> outer = std::exchange(edits_, {});
    const Rows rows_before = std::exchange(rows_, rows);
    expression(expr);
    std::string text = edited(expr->span);
    rows_ = rows_before;
    edits_ = std::move(outer);
    return text;
  }

  void put_condition(const ExprPtr& where) {
    if (where)
      edits_.push_back({where->span.begin, where->span.end - where->span.begin, condition(where)});
  }

  [[nodiscard]] std::string shown_name(const Name& name) {
    if (name.empty()) return fmt::format("_{}", ++anonymous_);
    const bool is_plain = name.where.end - name.where.begin == name.text.size();
    return is_plain ? name.text : "`" + name.text + "`";
  }

  void chain(const Chain& chain, const AskedPeriod& own) {
    const bool is_alone = chain.nodes.size() == 1 && chain.nodes[0].is_alone;
    for (const NodePattern& node : chain.nodes) {
      expression(node.map);
      element(node.name, node.where, {node.span.begin + 1, node.span.end - 1},
              is_alone ? own : AskedPeriod{}, false);
    }
    for (const Link& link : chain.links) {
      if (link.edge) {
        edge(*link.edge, link.span, own);
        continue;
      }
      this->chain(*link.group->chain, own);
      put_condition(link.group->where);
    }
  }

  void edge(const EdgePattern& edge, Span span, const AskedPeriod& own) {
    const std::string_view written = text_of(span);
    const std::size_t dash = written.find('-');
    const std::size_t open = written.find_first_not_of(" \t\n", dash + 1);
    if (open != std::string_view::npos && written[open] == '[') {
      expression(edge.map);
      element(edge.name, edge.where, {span.begin + open + 1, span.begin + written.rfind(']')}, own,
              true);
    } else if (!own.calls.empty()) {
      const std::string name = shown_name(edge.name);
      edits_.push_back({span.begin + dash + 1, 0,
                        fmt::format("[{} WHERE {}]", name, holds_then(own, name, true))});
    }
  }

  /// Names an element that has no name, and adds to what it says of itself inside its brackets.
  void element(const Name& name, const ExprPtr& where, Span inside, const AskedPeriod& own,
               bool is_edge) {
    if (own.calls.empty()) return put_condition(where);
    const std::string shown = shown_name(name);
    const std::string holds = holds_then(own, shown, is_edge);
    if (where)
      edits_.push_back({where->span.begin, where->span.end - where->span.begin,
                        fmt::format("({}) AND {}", condition(where), holds)});
    else
      edits_.push_back({inside.end, 0, " WHERE " + holds});
    if (name.empty()) edits_.push_back({inside.begin, 0, shown});
  }

  const Plan& plan_;
  AskedPeriod default_;
  std::vector<Edit> edits_;
  Rows rows_ = Rows::possible;
  const std::map<const Expr*, bool>* leanings_ = nullptr;  // of the condition that is told
  bool depends_on_rows_ = false;  // of what was written since a condition began
  std::size_t anonymous_ = 0;
};

}  // namespace

std::string without_periods(const Plan& plan, const Selection& selection) {
  return Rewriter(plan, selection).all();
}

}  // namespace entente::query

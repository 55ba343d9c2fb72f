// From a text to a query that can be run.

#include <algorithm>
#include <deque>
#include <map>

#include <entente/base/hardened.hpp>
#include <entente/error.hpp>
#include <entente/query/pattern.hpp>

#include "query/pattern/execution.hpp"
#include "query/pattern/no_subqueries.hpp"
#include "query/pattern/period.hpp"
#include "query/pattern/plan.hpp"
#include "query/pattern/rewrite.hpp"
#include "query/pattern/stores.hpp"
#include "query/pattern/syntax/binder.hpp"
#include "query/pattern/syntax/walk_syntax.hpp"

namespace entente::query {
namespace {

class PlanAll : public SyntaxVisitor {
 public:
  explicit PlanAll(Plan& plan) : plan_(plan) {}
  void visit(Match& match) override {
    plan_.matches.emplace(&match, plan_match(match, plan_.source.store(), plan_.text));
  }
  using SyntaxVisitor::visit;

 private:
  Plan& plan_;
};

class FindParameters : public SyntaxVisitor {
 public:
  void visit(Expr& expr) override {
    if (expr.kind == ExprKind::parameter) found.emplace(expr.text, expr.span);
  }
  using SyntaxVisitor::visit;

  std::map<std::string, Span> found;  // and where each stands first
};

/// Masks are made once, so that a run does not begin by judging every relation.
void make_masks(Plan& plan, std::string_view text) {
  const Parameters none;
  const RunOptions options;
  NoSubqueries no_subqueries;
  const Evaluator evaluator(plan.source.store(), text, none, options, no_subqueries);
  make_masks(plan, evaluator);
}

/// What is longer takes long to plan, too.
class LengthCheck : public SyntaxVisitor {
 public:
  explicit LengthCheck(std::string_view text) : text_(text) {}
  void visit(Match& match) override {
    constexpr std::size_t most_hops = 2000;
    std::size_t hops = 0;
    for (const PathPattern& path : match.paths) {
      hops += path.chain.links.size();
      if (hops > most_hops)
        refuse_syntax(text_, "TooDeep", path.span, "a pattern has at most 2000 hops",
                      "repeat one: -[*1..5000]->, or pass rows on by WITH");
    }
  }
  using SyntaxVisitor::visit;

 private:
  std::string_view text_;
};

void check_length(Query& query, std::string_view text) {
  constexpr std::size_t most_clauses = 500;
  LengthCheck(text).walk(query);
  for (const Single& part : query.parts)
    if (part.clauses.size() > most_clauses)
      refuse_syntax(text, "TooDeep", part.clauses[most_clauses].span,
                    "a query has at most 500 clauses");
}

}  // namespace

Source::Source(const Graph& graph) : store_(store_of(graph)) {}
Source::Source(PropertyGraph graph) : store_(store_of(std::move(graph))) {}

namespace {

Node node_in(const Store& store, Node node, const char* call) {
  detail::check_number(call, static_cast<std::uint32_t>(node), store.node_count());
  return node;
}
Edge edge_in(const Store& store, Edge edge, const char* call) {
  detail::check_number(call, static_cast<std::uint32_t>(edge), store.edge_count());
  return edge;
}

}  // namespace

Value Source::id(Node node) const {
  return store_->id(node_in(*store_, node, "Source::id"));
}
Value Source::id(Edge edge) const {
  return store_->id(edge_in(*store_, edge, "Source::id"));
}
std::vector<std::string> Source::labels(Node node) const {
  std::vector<std::string> labels;
  for (const std::uint32_t label : store_->labels_of(node_in(*store_, node, "Source::labels")))
    labels.push_back(store_->labels()[label]);
  return labels;
}
std::string Source::type(Edge edge) const {
  return store_->types()[store_->type(edge_in(*store_, edge, "Source::type"))];
}
Node Source::from(Edge edge) const {
  return store_->from(edge_in(*store_, edge, "Source::from"));
}
Node Source::to(Edge edge) const {
  return store_->to(edge_in(*store_, edge, "Source::to"));
}
Map Source::properties(Node node) const {
  return store_->properties(node_in(*store_, node, "Source::properties"));
}
Map Source::properties(Edge edge) const {
  return store_->properties(edge_in(*store_, edge, "Source::properties"));
}
Map Source::properties(Edge edge, const Viewpoint& viewpoint) const {
  return properties_seen(*store_, edge_in(*store_, edge, "Source::properties"), &viewpoint);
}

Prepared prepare(const Source& source, std::string_view text) {
  auto plan = std::make_shared<Plan>(source, text);
  plan->query = parse_query(plan->text);
  check_length(plan->query, plan->text);
  Binder(plan->text, source.store()).query(plan->query);
  resolve_words(plan->query, source.store(), plan->remarks);
  PlanAll(*plan).walk(plan->query);
  FindParameters finder;
  finder.walk(plan->query);
  for (const auto& [name, place] : finder.found) {
    plan->parameters.push_back(name);
    plan->parameter_places.push_back(place);
  }
  make_masks(*plan, plan->text);
  for (const Single& part : plan->query.parts)
    if (auto count = plan_count(part, source.store())) plan->counts[&part] = std::move(count);
  for (const Item& item : plan->query.parts[0].body->items) plan->columns.push_back(item.alias);
  return Prepared(std::move(plan));
}

Prepared prepare(const Graph& graph, std::string_view text) {
  return prepare(Source(graph), text);
}

std::vector<std::string> statements(std::string_view text) {
  return statements_of(text);
}

const std::vector<std::string>& Prepared::columns() const& {
  return plan_->columns;
}
const std::vector<std::string>& Prepared::remarks() const& {
  return plan_->remarks;
}
const std::vector<std::string>& Prepared::parameters() const& {
  return plan_->parameters;
}
const Source& Prepared::source() const& {
  return plan_->source;
}

Result Prepared::run(const Parameters& parameters, const RunOptions& options,
                     const TakeRow& take) const {
  if (!take) throw InvalidArgument("no-function", "rows one by one need a function to take them");
  return Execution(*plan_, parameters, options).run(take);
}

Result Prepared::run(const Parameters& parameters, const RunOptions& options) const {
  std::deque<std::vector<Value>> rows;  // grows without a copy
  std::vector<Certainty> certainty;
  Execution execution(*plan_, parameters, options);
  Result result = execution.run([&](const std::vector<Value>& row, const Certainty& how) {
    execution.keep(row);
    rows.push_back(row);
    certainty.push_back(how);
    return true;
  });
  result.rows.reserve(rows.size());
  for (std::vector<Value>& row : rows) result.rows.push_back(std::move(row));
  result.certainty = std::move(certainty);
  return result;
}

std::string Prepared::explain() const {
  return explained(*plan_);
}

std::string Prepared::rewritten(const Selection& selection) const {
  return without_periods(*plan_, selection);
}

}  // namespace entente::query

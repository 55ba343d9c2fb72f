// How a query is run, an operator a line; and what each operator did.

#include <algorithm>

#include <fmt/format.h>

#include "query/pattern/rewrite.hpp"

namespace entente::query {
namespace {

class Explainer {
 public:
  Explainer(const Plan& plan, const Tallies* tallies) : plan_(plan), tallies_(tallies) {
    if (tallies_) lines_ = fmt::format("{:>12} {:>12}  operator\n", "rows", "edges");
  }

  std::string all() {
    if (plan_.query.period.is_given()) period(plan_.query.period);
    for (std::size_t i = 0; i < plan_.query.parts.size(); ++i) {
      if (i > 0) line(plan_.query.union_all[i - 1] ? "union all" : "union", "");
      part(plan_.query.parts[i]);
    }
    return std::move(lines_);
  }

 private:
  [[nodiscard]] std::string_view text(Span span) const {
    return std::string_view(plan_.text).substr(span.begin, span.end - span.begin);
  }

  /// What has no operator of its own has no numbers.
  void line(std::string_view what, std::string_view detail, const void* an_operator = nullptr) {
    if (tallies_ && an_operator) {
      const Tally tally = tallies_->at(an_operator);
      lines_ += fmt::format("{:>12} {:>12}  ", tally.rows,
                            tally.edges == 0 ? "" : std::to_string(tally.edges));
    } else if (tallies_) {
      lines_ += std::string(27, ' ');
    }
    lines_ += fmt::format("{}{}{}{}\n", std::string(2 * depth_, ' '), what,
                          detail.empty() ? "" : " ", detail);
  }

  void period(const PeriodClause& clause) { line("period", text(clause.span)); }

  void part(const Single& part) {
    const auto counted = plan_.counts.find(&part);
    std::size_t first = 0;
    if (counted != plan_.counts.end()) {
      count(part, *counted->second);
      first = counted->second->clauses;
    }
    for (std::size_t i = first; i < part.clauses.size(); ++i) {
      const Clause& clause = part.clauses[i];
      if (clause.match) match(*clause.match);
      if (clause.unwind) {
        line("unwind", text(clause.unwind->list->span), &*clause.unwind);
        inside(clause.unwind->list);
      }
      if (clause.with) {
        body(clause.with->body);
        if (clause.with->where) filter(*clause.with->where);
      }
    }
    if (part.body) body(*part.body);
  }

  void filter(const Expr& condition) {
    line("filter", text(condition.span));
    subqueries(condition);
  }

  /// The queries inside an expression, further in.
  void subqueries(const Expr& expr) {
    if (expr.query) {
      ++depth_;
      line("subquery", text(expr.span));
      ++depth_;
      part(*expr.query);
      depth_ -= 2;
    }
    for (const ExprPtr& kid : expr.kids) inside(kid);
  }
  void inside(const ExprPtr& expr) {
    if (expr) subqueries(*expr);
  }

  void match(const Match& match) {
    if (match.optional) line("optional", "", &match);
    if (match.period.is_given()) period(match.period);
    const MatchPlan& plan = plan_.matches.at(&match);
    for (const Step& step : plan.steps) {
      operator_of(match, plan, step);
      for (const LateCheck& check : step.late) line("filter", text(check.expr->span));
      for (const Expr* condition : step.conditions) {
        line("filter", text(condition->span));
        subqueries(*condition);
      }
    }
  }

  /// Places where the names of nodes stand.
  [[nodiscard]] std::string_view node_text(const CountedNode& node) const {
    return text(node.patterns[0]->span);
  }

  /// Clauses that are counted rather than enumerated.
  void count(const Single& part, const CountPlan& plan) {
    for (std::size_t i = 0; i < plan.clauses; ++i)
      if (part.clauses[i].match->period.is_given()) period(part.clauses[i].match->period);
    for (const CountStep& step : plan.steps) {
      const CountedNode& node = plan.nodes[step.node];
      if (step.kind == CountStep::Kind::scan) {
        std::size_t count = plan_.source.store().node_count();
        for (const NodePattern* pattern : node.patterns)
          count = std::min(count, candidates(*pattern, plan_.source.store()));
        line("scan",
             fmt::format("{}, {} of {} nodes", node_text(node), count,
                         plan_.source.store().node_count()),
             &step);
      } else {
        line(step.kind == CountStep::Kind::close ? "expand into" : "expand",
             passed_text(part, plan, step) +
                 fmt::format("{} to {}{}", edge_text(part, plan.edges[step.edge]), node_text(node),
                             step.reversed ? ", from the right" : ""),
             &step);
      }
      for (const Expr* condition : step.conditions) filter(*condition);
    }
    for (const CountLeaf& leaf : plan.leaves)
      line("count",
           leaf.hangs ? fmt::format("{} to {}", edge_text(part, plan.edges[leaf.edge]),
                                    node_text(plan.nodes[leaf.node]))
                      : std::string(node_text(plan.nodes[leaf.node])),
           &leaf);
  }

  /// What a step of two edges passes on its way.
  [[nodiscard]] std::string passed_text(const Single& part, const CountPlan& plan,
                                        const CountStep& step) const {
    if (!step.through) return {};
    return fmt::format("{} through {}{}, ", edge_text(part, plan.edges[step.through->edge]),
                       node_text(plan.nodes[step.through->node]),
                       step.through->reversed ? ", from the right" : "");
  }

  [[nodiscard]] std::string_view edge_text(const Single& part, const CountedEdge& edge) const {
    for (const PathPattern& path : part.clauses[edge.clause].match->paths)
      for (const Link& link : path.chain.links)
        if (link.edge && &*link.edge == edge.pattern) return text(link.span);
    return {};
  }

  void operator_of(const Match& match, const MatchPlan& plan, const Step& step) {
    const PathPattern& path = match.paths[step.path];
    if (step.kind == Step::Kind::search) return line("search", text(path.span), &step);
    if (step.kind == Step::Kind::link) return link(path, plan, step);
    const NodePattern& node = path.chain.nodes[step.index];
    if (plan.paths[step.path].nodes[step.index].is_known)
      return line("take", text(node.span), &step);
    line("scan",
         fmt::format("{}, {} of {} nodes", text(node.span), candidates(node, plan_.source.store()),
                     plan_.source.store().node_count()),
         &step);
  }

  void link(const PathPattern& path, const MatchPlan& plan, const Step& step) {
    const Link& link = path.chain.links[step.index];
    const std::size_t far = step.reversed ? step.index : step.index + 1;
    const bool is_known = plan.paths[step.path].nodes[far].is_known;
    line(link.group               ? "repeat"
         : link.edge->is_variable ? "expand any number"
         : is_known               ? "expand into"
                                  : "expand",
         fmt::format("{} to {}{}", text(link.span), text(path.chain.nodes[far].span),
                     step.reversed ? ", from the right" : ""),
         &step);
  }

  void body(const Body& body) {
    std::string items;
    for (const Item& item : body.items) items += (items.empty() ? "" : ", ") + item.alias;
    line(body.aggregates ? "aggregate" : "project", items, &body);
    for (const Item& item : body.items) inside(item.value);
    if (body.distinct) line("distinct", "");
    for (const SortItem& sort : body.order)
      line(body.limit ? "top" : "sort",
           fmt::format("{}{}", text(sort.value->span), sort.descending ? " descending" : ""));
    if (body.skip) line("skip", text(body.skip->span));
    if (body.limit) line("limit", text(body.limit->span));
  }

  const Plan& plan_;
  const Tallies* tallies_;
  std::size_t depth_ = 0;
  std::string lines_;
};

}  // namespace

std::string explained(const Plan& plan) {
  return Explainer(plan, nullptr).all();
}

std::string profiled(const Plan& plan, const Tallies& tallies) {
  return Explainer(plan, &tallies).all();
}

}  // namespace entente::query

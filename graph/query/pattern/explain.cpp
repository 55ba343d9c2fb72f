// How a query is run, an operator a line.

#include <fmt/format.h>

#include "query/pattern/rewrite.hpp"

namespace entente::query {
namespace {

class Explainer {
 public:
  explicit Explainer(const Plan& plan) : plan_(plan) {}

  std::string all() {
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
  void line(std::string_view what, std::string_view detail) {
    lines_ += fmt::format("{}{}{}\n", what, detail.empty() ? "" : " ", detail);
  }

  void part(const Single& part) {
    for (const Clause& clause : part.clauses) {
      if (clause.match) match(*clause.match);
      if (clause.unwind) line("unwind", text(clause.unwind->list->span));
      if (clause.with) {
        body(clause.with->body);
        if (clause.with->where) line("filter", text(clause.with->where->span));
      }
    }
    body(*part.body);
  }

  void match(const Match& match) {
    if (match.optional) line("optional", "");
    for (const Step& step : plan_.matches.at(&match).steps) {
      const PathPattern& path = match.paths[step.path];
      if (step.kind == Step::Kind::search) {
        line("search", text(path.span));
      } else if (step.kind == Step::Kind::link) {
        const Link& link = path.chain.links[step.index];
        const bool is_known = plan_.matches.at(&match)
                                  .paths[step.path]
                                  .nodes[step.reversed ? step.index : step.index + 1]
                                  .is_known;
        line(link.group               ? "repeat"
             : link.edge->is_variable ? "expand any number"
             : is_known               ? "expand into"
                                      : "expand",
             fmt::format("{}{}", text(link.span), step.reversed ? ", from the right" : ""));
      } else {
        const NodePattern& node = path.chain.nodes[step.index];
        const bool is_known = plan_.matches.at(&match).paths[step.path].nodes[step.index].is_known;
        line(is_known ? "take" : "scan", is_known
                                             ? std::string(text(node.span))
                                             : fmt::format("{}, {} of {} nodes", text(node.span),
                                                           candidates(node, plan_.source.store()),
                                                           plan_.source.store().node_count()));
      }
      for (const LateCheck& check : step.late) line("filter", text(check.expr->span));
      for (const Expr* condition : step.conditions) line("filter", text(condition->span));
    }
  }

  void body(const Body& body) {
    std::string items;
    for (const Item& item : body.items) items += (items.empty() ? "" : ", ") + item.alias;
    line(body.aggregates ? "aggregate" : "project", items);
    if (body.distinct) line("distinct", "");
    for (const SortItem& sort : body.order)
      line(body.limit ? "top" : "sort",
           fmt::format("{}{}", text(sort.value->span), sort.descending ? " descending" : ""));
    if (body.skip) line("skip", text(body.skip->span));
    if (body.limit) line("limit", text(body.limit->span));
  }

  const Plan& plan_;
  std::string lines_;
};

}  // namespace

std::string explained(const Plan& plan) {
  return Explainer(plan).all();
}

}  // namespace entente::query

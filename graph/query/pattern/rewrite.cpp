// Periods as conditions: each edge of a MATCH says inline when it must hold, and so does a node
// that no edge touches. What a period leaves out for lack of a date, the condition does too.

#include "query/pattern/rewrite.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "query/pattern/syntax/walk_syntax.hpp"

namespace entente::query {
namespace {

/// The functions that a period stands for, with its dates as they are written.
struct Asked {
  std::vector<std::pair<std::string, std::string>> calls;  ///< "validAt", "'2014'"
  std::string known_at;                                    ///< has no function: stays as it is
  bool certainly = false;
  bool with_undated = false;
};

std::string quoted_text(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

class Rewriter : public SyntaxVisitor {
 public:
  Rewriter(const Plan& plan, const Selection& selection) : plan_(plan), text_(plan.text) {
    default_ = asked(selection);
    if (plan.query.period.is_given()) {
      default_ = asked(plan.query.period, default_);
      remove(plan.query.period.span);
    }
  }

  std::string all() {
    auto& query = const_cast<Query&>(plan_.query);  // the visitor changes nothing
    walk(query);
    std::stable_sort(edits_.begin(), edits_.end(),
                     [](const Edit& a, const Edit& b) { return a.at > b.at; });
    for (const Edit& edit : edits_) text_.replace(edit.at, edit.length, edit.text);
    const std::size_t first = text_.find_first_not_of(" \t\n");
    return first == std::string::npos ? text_ : text_.substr(first);
  }

  void visit(Match& match) override {
    const Asked own = match.period.is_given() ? asked(match.period, default_) : default_;
    // What was known has no function, and decides how dates are read: such a period stays one.
    const std::string kept = own.known_at.empty() ? "" : written(own);
    if (match.period.is_given())
      edits_.push_back(
          {match.period.span.begin, match.period.span.end - match.period.span.begin, kept});
    else if (!kept.empty())
      edits_.push_back({match.span.end, 0, " " + kept});
    if (own.calls.empty() || !kept.empty()) return;
    for (PathPattern& path : match.paths) chain(path.chain, own);
  }
  using SyntaxVisitor::visit;

 private:
  struct Edit {
    std::size_t at = 0;
    std::size_t length = 0;
    std::string text = {};
  };

  Asked asked(const Selection& selection) const {
    Asked result;
    const auto add = [&](const char* call, const std::string& date) {
      if (!date.empty()) result.calls.emplace_back(call, quoted_text(date));
    };
    add("validAt", selection.as_of);
    add("overlaps", selection.during);
    add("covers", selection.throughout);
    if (!selection.known_at.empty())
      result.known_at = "KNOWN AT " + quoted_text(selection.known_at);
    result.certainly = selection.keep == Keep::certain_only;
    result.with_undated = selection.undated == Undated::listed;
    return result;
  }

  /// What a clause says, and what holds around it of that of which it says nothing; see narrowed().
  Asked asked(const PeriodClause& period, const Asked& around) const {
    Asked result;
    for (const PeriodTerm& term : period.terms) {
      const std::string date(
          std::string_view(plan_.text)
              .substr(term.date->span.begin, term.date->span.end - term.date->span.begin));
      if (term.kind == PeriodKind::known_at)
        result.known_at = "KNOWN AT " + date;
      else
        result.calls.emplace_back(term.kind == PeriodKind::as_of    ? "validAt"
                                  : term.kind == PeriodKind::during ? "overlaps"
                                                                    : "covers",
                                  date);
    }
    if (result.known_at.empty())
      result.known_at = around.known_at;
    else if (result.calls.empty())
      result.calls = around.calls;
    result.certainly = period.certainly;
    result.with_undated = period.with_undated;
    return result;
  }

  /// As a clause says it.
  [[nodiscard]] static std::string written(const Asked& asked) {
    std::string text;
    for (const auto& [call, date] : asked.calls)
      text += (call == "validAt"    ? "AS OF "
               : call == "overlaps" ? "DURING "
                                    : "THROUGHOUT ") +
              date + " ";
    text += asked.known_at;
    if (asked.certainly) text += " CERTAINLY";
    if (asked.with_undated) text += " WITH UNDATED";
    return text;
  }

  void remove(Span span) { edits_.push_back({span.begin, span.end - span.begin, ""}); }

  [[nodiscard]] static std::string condition(const Asked& own, const std::string& name,
                                             bool is_edge) {
    std::string text;
    for (const auto& [call, date] : own.calls) {
      const std::string holds = fmt::format("{}({}, {})", call, name, date);
      if (!text.empty()) text += " AND ";
      if (own.certainly)
        text += holds;
      else if (is_edge && !own.with_undated)
        text += fmt::format("coalesce({}, isDated({}))", holds, name);
      else
        text += fmt::format("coalesce({}, true)", holds);
    }
    return text;
  }

  [[nodiscard]] std::string shown_name(const Name& name) {
    if (name.empty()) return fmt::format("_{}", ++anonymous_);
    const bool is_plain = name.where.end - name.where.begin == name.text.size();
    return is_plain ? name.text : "`" + name.text + "`";
  }

  void chain(Chain& chain, const Asked& own) {
    if (chain.nodes.size() == 1 && chain.nodes[0].is_alone) {
      const NodePattern& node = chain.nodes[0];
      inline_condition(node.name, node.where, node.span.begin + 1, node.span.end - 1, own, false);
    }
    for (Link& link : chain.links) {
      if (link.edge)
        edge(*link.edge, link.span, own);
      else
        this->chain(*link.group->chain, own);
    }
  }

  void edge(const EdgePattern& edge, Span span, const Asked& own) {
    const std::string_view written =
        std::string_view(plan_.text).substr(span.begin, span.end - span.begin);
    const std::size_t dash = written.find('-');
    const std::size_t open = written.find_first_not_of(" \t\n", dash + 1);
    if (open != std::string_view::npos && written[open] == '[') {
      inline_condition(edge.name, edge.where, span.begin + open + 1,
                       span.begin + written.rfind(']'), own, true);
      return;
    }
    const std::string name = shown_name(edge.name);
    edits_.push_back(
        {span.begin + dash + 1, 0, fmt::format("[{} WHERE {}]", name, condition(own, name, true))});
  }

  /// Names an element that has no name, and adds to what it says of itself.
  void inline_condition(const Name& name, const ExprPtr& where, std::size_t begin, std::size_t end,
                        const Asked& own, bool is_edge) {
    const std::string shown = shown_name(name);
    if (where) {
      const std::string old = plan_.text.substr(where->span.begin, end - where->span.begin);
      edits_.push_back({where->span.begin, end - where->span.begin,
                        fmt::format("({}) AND {}", old, condition(own, shown, is_edge))});
    } else {
      edits_.push_back({end, 0, " WHERE " + condition(own, shown, is_edge)});
    }
    if (name.empty()) edits_.push_back({begin, 0, shown});
  }

  const Plan& plan_;
  std::string text_;
  Asked default_;
  std::vector<Edit> edits_;
  std::size_t anonymous_ = 0;
};

}  // namespace

std::string without_periods(const Plan& plan, const Selection& selection) {
  return Rewriter(plan, selection).all();
}

}  // namespace entente::query

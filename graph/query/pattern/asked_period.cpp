#include "query/pattern/asked_period.hpp"

#include <fmt/format.h>

namespace entente::query {
namespace {

std::string quoted_text(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

}  // namespace

AskedPeriod asked_by(const Selection& selection) {
  AskedPeriod result;
  const auto add = [&](const char* call, const std::string& date) {
    if (!date.empty()) result.calls.emplace_back(call, quoted_text(date));
  };
  add("validAt", selection.as_of);
  add("overlaps", selection.during);
  add("covers", selection.throughout);
  if (!selection.known_at.empty()) result.known_at = "KNOWN AT " + quoted_text(selection.known_at);
  result.certainly = selection.keep == Keep::certain_only;
  result.with_undated = selection.undated == Undated::listed;
  return result;
}

AskedPeriod asked_by(const PeriodClause& period, const AskedPeriod& around, std::string_view text) {
  AskedPeriod result;
  for (const PeriodTerm& term : period.terms) {
    const Span span = term.date->span;
    const std::string date(text.substr(span.begin, span.end - span.begin));
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
  result.with_undated = period.with_undated || around.with_undated;
  return result;
}

std::string written(const AskedPeriod& asked) {
  std::string text;
  for (const auto& [call, date] : asked.calls)
    text += (call == "validAt"    ? "AS OF "
             : call == "overlaps" ? "DURING "
                                  : "THROUGHOUT ") +
            date + " ";
  text += asked.known_at;
  if (text.ends_with(' ')) text.pop_back();
  if (asked.certainly) text += " CERTAINLY";
  if (asked.with_undated) text += " WITH UNDATED";
  return text;
}

std::string holds_then(const AskedPeriod& asked, const std::string& name, bool is_edge) {
  std::string text;
  for (const auto& [call, date] : asked.calls) {
    const std::string holds = fmt::format("{}({}, {})", call, name, date);
    if (!text.empty()) text += " AND ";
    if (asked.certainly)
      text += holds;
    else if (is_edge && !asked.with_undated)
      text += fmt::format("coalesce({}, isDated({}))", holds, name);
    else
      text += fmt::format("coalesce({}, true)", holds);
  }
  return text;
}

}  // namespace entente::query

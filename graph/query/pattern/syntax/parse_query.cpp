// Clauses.

#include <algorithm>
#include <array>

#include "query/pattern/syntax/parser.hpp"

namespace entente::query {
namespace {

struct ForeignClause {
  std::string_view word;
  std::string_view hint;
};

constexpr std::string_view reads_only = "queries only read; dossiers are edited by other verbs";

constexpr std::array<ForeignClause, 35> foreign_clauses = {{
    {"CREATE", reads_only},
    {"MERGE", reads_only},
    {"DELETE", reads_only},
    {"DETACH", reads_only},
    {"SET", reads_only},
    {"REMOVE", reads_only},
    {"INSERT", reads_only},
    {"DROP", reads_only},
    {"CALL", "there are no procedures; a subquery is EXISTS { … } or COUNT { … }"},
    {"FOREACH", reads_only},
    {"LOAD", "the graph is named on the command line"},
    {"USE", "the graph is named on the command line"},
    {"START", "write MATCH"},
    {"YIELD", "there are no procedures"},
    {"FILTER", "write WITH * WHERE"},
    {"LET", "write WITH *, … AS name"},
    {"FINISH", "write RETURN"},
    {"EXPLAIN", "give the option --explain"},
    {"PROFILE", "give the option --profile"},
    {"CYPHER", "leave the version out"},
    {"USING", "the order of a search follows from counts: --explain shows it"},
    {"GROUP", "aggregates are grouped by the other columns"},
    {"HAVING", "aggregate in WITH, and write WHERE behind it"},
    {"NULLS", "write ORDER BY x IS NULL, x"},
    {"EXCEPT", "write WHERE NOT EXISTS { … }"},
    {"INTERSECT", "write WHERE EXISTS { … }"},
    {"OTHERWISE", "ask twice"},
    {"NEXT", "pass rows on by WITH"},
    {"KEEP", "write the search before each path: MATCH ANY SHORTEST …"},
    {"FETCH", "write LIMIT"},
    {"SELECT", "write MATCH … RETURN"},
    {"FOR", "write UNWIND list AS name"},
    {"BETWEEN", "write least <= x <= most"},
    {"LIKE", "write CONTAINS, STARTS WITH, ENDS WITH or =~"},
    {"ILIKE", "write toLower(x) CONTAINS, or =~ '(?i)…'"},
}};

}  // namespace

Query parse_query(std::string_view text) {
  return Parser(text).query();
}

std::vector<std::string> statements_of(std::string_view text) {
  std::vector<std::string> statements;
  std::size_t begin = 0;
  bool is_blank = true;
  for (const Token& token : tokens_of(text)) {
    const bool ends =
        token.kind == TokenKind::end || (token.kind == TokenKind::sign && token.text == ";");
    if (!ends) {
      is_blank = false;
      continue;
    }
    // What stands before is kept as blank lines, so that errors name the lines of the whole text.
    if (!is_blank) {
      std::string statement;
      std::size_t line_begin = 0;
      for (std::size_t i = 0; i < begin; ++i)
        if (text[i] == '\n') {
          statement += '\n';
          line_begin = i + 1;
        }
      statement += std::string(begin - line_begin, ' ');
      statements.push_back(statement + std::string(text.substr(begin, token.where.begin - begin)));
    }
    begin = token.where.end;
    is_blank = true;
  }
  return statements;
}

Query Parser::query() {
  Query query;
  query.span = {0, text_.size()};
  if (begins_period()) query.period = period();
  query.parts.push_back(single());
  while (sees("UNION")) {
    const Span where = take().where;
    query.unions.push_back(where);
    query.union_all.push_back(takes("ALL"));
    if (!query.union_all.back()) takes("DISTINCT");
    query.parts.push_back(single());
  }
  takes_sign(";");
  if (peek().kind != TokenKind::end) {
    refuse_foreign_clause();
    if (begins_clause())
      refuse_syntax(text_, "InvalidClauseComposition", peek().where,
                    "no clause may stand behind RETURN", "RETURN comes last; pass rows on by WITH");
    refuse_here("the end of the query",
                suggestion({"UNION", "ORDER BY", "SKIP", "LIMIT", "WHERE", "RETURN"}));
  }
  return query;
}

void Parser::refuse_foreign_clause() const {
  for (const ForeignClause& clause : foreign_clauses)
    if (sees(clause.word) && !sees_sign("=", 1) && !sees_sign(".", 1))
      refuse_unsupported(peek().where, std::string(clause.word), std::string(clause.hint));
}

/// What to write where no clause begins, unless a misspelt one does.
std::string Parser::hint_for_clause(const std::string& guess) const {
  if (sees("ORDER") || sees("SKIP") || sees("OFFSET") || sees("LIMIT"))
    return peek().text + " stands behind the columns of RETURN or WITH; write WITH * before it";
  if (sees("NOT")) return "NOT stands before the whole condition: NOT x IN list";
  if (guess.empty() && sees("WHERE"))
    return "WHERE stands once behind MATCH or WITH; join conditions by AND";
  return guess;
}

bool Parser::begins_clause() const {
  return sees("MATCH") || sees("OPTIONAL") || sees("UNWIND") || sees("WITH") || sees("RETURN");
}

Single Parser::single() {
  const Level level(*this);
  const std::size_t first = at_;
  Single single;
  while (!sees("RETURN")) {
    refuse_foreign_clause();
    if (!begins_clause()) break;
    single.clauses.push_back(clause());
  }
  if (!takes("RETURN")) {
    if (peek().kind == TokenKind::end && !single.clauses.empty())
      refuse_syntax(text_, "InvalidClauseComposition", since(first).to(peek().where),
                    "a query ends with RETURN", "write RETURN and what the answer shall hold");
    const std::string guess =
        suggestion({"MATCH", "OPTIONAL MATCH", "UNWIND", "WITH", "RETURN", "WHERE"});
    refuse_here(
        single.clauses.empty() ? "MATCH, UNWIND, WITH or RETURN" : "another clause or RETURN",
        hint_for_clause(guess));
  }
  single.body = body();
  single.span = since(first);
  return single;
}

Clause Parser::clause() {
  const std::size_t first = at_;
  Clause clause;
  if (sees("MATCH") || sees("OPTIONAL")) {
    clause.match = match();
  } else if (takes("UNWIND")) {
    Unwind unwind;
    unwind.list = expression();
    expect("AS");
    unwind.name = name("the name of its items");
    clause.unwind = std::move(unwind);
  } else {
    expect("WITH");
    With with;
    with.body = body();
    if (takes("WHERE")) with.where = expression();
    clause.with = std::move(with);
  }
  clause.span = since(first);
  return clause;
}

Match Parser::match() {
  const std::size_t first = at_;
  Match match;
  match.optional = takes("OPTIONAL");
  expect("MATCH");
  do match.paths.push_back(path());
  while (takes_sign(","));
  match.span = since(first);
  if (begins_period()) match.period = period();
  if (takes("WHERE")) match.where = expression();
  return match;
}

bool Parser::begins_period() const {
  return (sees("AS") && sees("OF", 1)) || sees("DURING") || sees("THROUGHOUT") ||
         (sees("KNOWN") && sees("AT", 1)) || (sees("FOR") && sees("ALL", 1));
}

/// WITH UNDATED, and no clause WITH that passes on a variable called so.
bool Parser::sees_with_undated() const {
  if (!sees("WITH") || !sees("UNDATED", 1)) return false;
  for (const std::string_view sign : {",", ".", "=", "[", "+", "-", "*", "/", "<", ">", "<>", "("})
    if (sees_sign(sign, 2)) return false;
  return !sees("AS", 2) && !sees("ORDER", 2) && !sees("SKIP", 2) && !sees("LIMIT", 2);
}

PeriodClause Parser::period() {
  const std::size_t first = at_;
  PeriodClause period;
  if (takes("FOR")) {
    expect("ALL");
    expect("TIME");
    period.for_all_time = true;
    period.span = since(first);
    return period;
  }
  while (begins_period() && !sees("FOR")) {
    PeriodTerm term;
    if (takes("AS"))
      term.kind = PeriodKind::as_of;
    else if (sees("DURING"))
      term.kind = PeriodKind::during;
    else if (sees("THROUGHOUT"))
      term.kind = PeriodKind::throughout;
    else
      term.kind = PeriodKind::known_at;
    take();
    if (term.kind == PeriodKind::known_at) {
      take();
      if (period.known_at())
        refuse_syntax(text_, "InvalidPeriod", since(at_ - 2), "KNOWN AT stands twice in one clause",
                      "what was known is seen from one day: keep the one that is meant");
    }
    term.date = expression();
    period.terms.push_back(std::move(term));
    if (takes("CERTAINLY"))
      period.certainly = true;
    else
      takes("POSSIBLY");
  }
  if (sees_with_undated()) {
    take();
    take();
    period.with_undated = true;
  }
  period.span = since(first);
  return period;
}

Body Parser::body() {
  const std::size_t first = at_;
  Body body;
  body.distinct = takes("DISTINCT");
  if (takes_sign("*"))
    body.star = true;
  else
    body.items.push_back(item());
  while (takes_sign(",")) body.items.push_back(item());
  if (takes("ORDER")) {
    expect("BY");
    do {
      SortItem sort;
      sort.value = expression();
      if (takes("DESC") || takes("DESCENDING"))
        sort.descending = true;
      else if (!takes("ASC"))
        takes("ASCENDING");
      body.order.push_back(std::move(sort));
    } while (takes_sign(","));
  }
  if (takes("SKIP") || takes("OFFSET")) body.skip = expression();
  if (takes("LIMIT")) body.limit = expression();
  if (sees("ORDER") || sees("SKIP") || sees("OFFSET") || sees("LIMIT"))
    refuse_syntax(text_, "UnexpectedSyntax", peek().where, peek().text + " stands too late",
                  "write ORDER BY, SKIP and LIMIT in this order, each once");
  body.span = since(first);
  body.clause = since(first - 1);
  return body;
}

Item Parser::item() {
  const std::size_t first = at_;
  Item item;
  item.value = expression();
  item.span = since(first);
  item.alias = words_of(item.span);
  if (takes("AS")) {
    item.alias = name("the name of the column").text;
    item.has_alias = true;
  }
  return item;
}

}  // namespace entente::query

#pragma once

/// Pattern queries as answers.

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>
#include <entente/query/pattern.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// What is filled in and how much may be used.
struct QueryParameters {
  query::Parameters parameters = {};             ///< values of `$name`
  query::Limits limits = {};                     ///< of memory and steps
  query::Profile profile = query::Profile::off;  ///< whether the result's profile is wanted
};

/// `{"columns": […], "rows": [{…}], "certainty": […], "why": […]}`; under a period tables have the
/// columns `certainty` and `why`, too. Of a plain graph the question's graph is empty.
class QueryAnswer : public GraphAnswer {
 public:
  query::Source source;  ///< what nodes and edges of the result belong to
  query::Result result;  ///< columns and rows
  query::Limits limits;  ///< under which it was run

  /// Without rows.
  QueryAnswer(Question asked, query::Source of)
      : GraphAnswer(std::move(asked)), source(std::move(of)) {}
  [[nodiscard]] JsonObject json() const override;
  /// Each row with its certainty and why.
  [[nodiscard]] std::string lines() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  /// The nodes and edges in the rows, on their own and in paths and lists; of dossiers only.
  [[nodiscard]] std::optional<SelectedFacts> facts() const override;
};

/// Runs a query that compiles. The question's selection is that of the run.
/// @throws as query::Prepared::run.
[[nodiscard]] QueryAnswer query(const Question& question, const query::Prepared& prepared,
                                const QueryParameters& parameters = {});

/// Texts of an answer's rows.
enum class RowText : std::uint8_t {
  csv,
  tsv,
  json_lines,
  json,
  json_typed,
  markdown,
  html,
  table,
  text
};

/// Their looks, where they have any.
struct RowStyle {
  Cells cells = Cells::guarded;  ///< of CSV and TSV
  TableStyle table = {};         ///< of tables for people
};

/// Writes the same as csv() or tsv() of the table for programs, to_json_lines(), to_json(),
/// typed_json(), to_markdown(), to_html(), aligned() of the table for people, or that with the
/// notes below it (to_text()), row by row: the text is never held as a whole.
/// @throws LimitReached `query-memory` if the cells of one row take more than the rows leave of the
/// memory allowed; in JSON they are written in pieces.
void write_rows(std::ostream& out, const QueryAnswer& answer, RowText text,
                const RowStyle& style = {});

/// `{"columns": […], "rows": [[…], …]}` on one line, without loss: a node is `{"$node": {"id",
/// "labels", "properties"}}`, an edge `{"$edge": {"id", "type", "from", "to", "properties"}}`, a
/// path `{"$path": [node, edge, node, …]}`, a number that is not whole `{"$float": "1.0"}`, a map
/// with a member that begins with `$` `{"$map": {…}}`; dates are their texts. Of dossiers also
/// `"certainty"` and `"why"`, a list with an element a row.
[[nodiscard]] std::string typed_json(const QueryAnswer& answer);

}  // namespace answers
}  // namespace entente

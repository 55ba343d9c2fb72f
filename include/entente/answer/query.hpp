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

  /// Without rows.
  QueryAnswer(Question asked, query::Source of)
      : GraphAnswer(std::move(asked)), source(std::move(of)) {}
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  /// The nodes and edges in the rows, on their own and in paths and lists; of dossiers only.
  [[nodiscard]] std::optional<SelectedFacts> facts() const override;
};

/// Runs a query that compiles. The question's selection is that of the run.
/// @throws as query::Prepared::run.
[[nodiscard]] QueryAnswer query(const Question& question, const query::Prepared& prepared,
                                const QueryParameters& parameters = {});

/// Texts of rows that do not need each other.
enum class RowText : std::uint8_t { csv, tsv, json_lines };

/// Writes the same as csv() or tsv() of the table for programs, or to_json_lines(), row by row:
/// the text is never held as a whole.
void write_rows(std::ostream& out, const QueryAnswer& answer, RowText text,
                Cells cells = Cells::guarded);

/// `{"columns": […], "rows": [[…], …]}` on one line, without loss: a node is `{"$node": {"id",
/// "labels", "properties"}}`, an edge `{"$edge": {"id", "type", "from", "to", "properties"}}`, a
/// path `{"$path": [node, edge, node, …]}`, a number that is not whole `{"$float": "1.0"}`, a map
/// with a member that begins with `$` `{"$map": {…}}`; dates are their texts. Of dossiers also
/// `"certainty"` and `"why"`, a list with an element a row.
[[nodiscard]] std::string typed_json(const QueryAnswer& answer);

}  // namespace answers
}  // namespace entente

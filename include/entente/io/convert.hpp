#pragma once

/// Dossiers in the formats of other programs: written record by record, in the order of the ids,
/// the same dossier giving the same bytes. Each writer returns what it could not carry over.
///
/// Where a format has no place for something, an attribute of ours keeps it, so that nothing a
/// dossier says is left out. Bytes that are not UTF-8 become U+FFFD.

#include <cstdint>
#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include <entente/export.hpp>
#include <entente/io/loss_report.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

namespace ENTENTE_API entente {

/// What a selection says of relations, by their ids in order: `certainty`, `why`, `inferred_end`.
/// Formats write it beside a relation's own attributes; reading it back, we leave it out.
using RelationMarks = std::vector<std::pair<std::string, Attributes>>;

/// Whether cells of tables that a spreadsheet would compute get a `'` in front; reading them back,
/// we take it away.
enum class Formulas : std::uint8_t { guarded, raw };

/// How a conversion is done.
struct ConvertOptions {
  std::vector<std::string> languages = {"en"};  ///< which names and phrases label things
  /// A JSON object that says which part of a dossier this is; it stands with the title.
  std::string selection = {};
  Formulas formulas = Formulas::guarded;  ///< of formats that are tables
  RelationMarks marks = {};  ///< of those relations of which a selection says something
};

/// Where a format of several files puts them.
class OutputFiles {
 public:
  virtual ~OutputFiles() = default;
  /// Begins the file of that name in the output's folder, and ends the one before. The stream lives
  /// until the next call.
  virtual std::ostream& open(const std::string& name) = 0;
};

/// DOT for other programs: every record, plain labels, no style. Node names are ASCII (`n_…`), the
/// ids stand in `entity` and `relation`; names, codes, attributes and evidence are JSON texts.
/// Every backslash is doubled, as DOT's own escapes need; only constant attribute names are used.
/// Cost: linear; not held in memory.
[[nodiscard]] LossReport write_plain_dot(std::ostream& out, const Dossier& dossier,
                                         const Vocabulary& vocabulary,
                                         const ConvertOptions& options = {});

/// Tables as Gephi reads them, `nodes.csv` and `edges.csv`, and a third of one row for title and
/// vocabulary, `dossier.csv`. Dates are full days in `start` and `end`, EDTF in `when`; attributes
/// whose cells have types have columns, others and what is nested are JSON texts.
[[nodiscard]] LossReport write_csv(OutputFiles& files, const Dossier& dossier,
                                   const Vocabulary& vocabulary,
                                   const ConvertOptions& options = {});
/// The same with tabs between cells, in `nodes.tsv`, `edges.tsv` and `dossier.tsv`.
[[nodiscard]] LossReport write_tsv(OutputFiles& files, const Dossier& dossier,
                                   const Vocabulary& vocabulary,
                                   const ConvertOptions& options = {});

/// Node-link JSON as NetworkX's `node_link_graph` reads it: a directed multigraph, `nodes` and
/// `links`, the relation's id as `key`. Ties without direction carry `"symmetric": true`.
[[nodiscard]] LossReport write_node_link(std::ostream& out, const Dossier& dossier,
                                         const Vocabulary& vocabulary,
                                         const ConvertOptions& options = {});

/// Cytoscape.js: `{"data": …, "elements": {"nodes": […], "edges": […]}}`, kind and type as classes.
/// Nodes and edges share one set of ids there: a relation named like an entity becomes
/// `relation:…`, its own id standing in `relation`.
[[nodiscard]] LossReport write_cytoscape(std::ostream& out, const Dossier& dossier,
                                         const Vocabulary& vocabulary,
                                         const ConvertOptions& options = {});

/// JSON Graph Format 2.1: names and types where it has a place for them, all else as metadata; each
/// edge says whether it has a direction.
[[nodiscard]] LossReport write_json_graph(std::ostream& out, const Dossier& dossier,
                                          const Vocabulary& vocabulary,
                                          const ConvertOptions& options = {});

/// GraphML: keys for members and for each attribute whose values are scalars of one type; names,
/// evidence and other attributes are JSON texts, dates EDTF. Every edge has a direction and an id;
/// ties without direction say `symmetric`. Ids that are no name tokens are encoded, `entity` and
/// `relation` hold them.
[[nodiscard]] LossReport write_graphml(std::ostream& out, const Dossier& dossier,
                                       const Vocabulary& vocabulary,
                                       const ConvertOptions& options = {});

/// GEXF 1.3, dynamic if anything is dated: the days that a date may touch, EDTF beside them; types
/// of relations are kinds of edges. Otherwise as write_graphml, with ids as they are.
[[nodiscard]] LossReport write_gexf(std::ostream& out, const Dossier& dossier,
                                    const Vocabulary& vocabulary,
                                    const ConvertOptions& options = {});

}  // namespace entente

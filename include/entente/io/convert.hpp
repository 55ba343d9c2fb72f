#pragma once

/// Dossiers in the formats of other programs: written record by record, in the order of the ids,
/// the same dossier giving the same bytes. Each writer returns what it could not carry over.
///
/// Where a format has no place for something, an attribute of ours keeps it, so that nothing a
/// dossier says is left out. Bytes that are not UTF-8 become U+FFFD.

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

/// What a conversion is told.
struct ConvertOptions {
  std::vector<std::string> languages = {"en"};  ///< which names and phrases label things
  /// A JSON object that says which part of a dossier this is; it stands with the title.
  std::string selection = {};
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

}  // namespace entente

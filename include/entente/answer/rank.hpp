#pragma once

/// Who is central, by a measure.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <entente/algorithm/brokerage.hpp>
#include <entente/answer/answer.hpp>
#include <entente/answer/measured.hpp>
#include <entente/export.hpp>
#include <entente/query/common.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// Whether rows say which relations carry their score.
enum class Explained : std::uint8_t { no, yes };

/// By which measure, and how many.
struct RankParameters {
  std::string measure = "degree";       ///< as measures() names them
  std::optional<std::size_t> top = {};  ///< only the first rows
  Explained explained = Explained::no;  ///< with the relations that carry each score
  MeasureParameters how = {};           ///< how it is taken
};

/// A row: of an entity, or of a tie with two ends, with the rank that Ranking gives it.
struct RankedRow {
  std::size_t rank = 0;             ///< 1 is the highest
  EntityId entity = {};             ///< of a tie the end it begins at
  std::optional<EntityId> to = {};  ///< of a tie its other end
  double score = 0;                 ///< of the measure
  EdgeIndex edge = {};              ///< of a tie: its edge in the network
  RelationRows carried_by = {};     ///< if explained: the relations that carry it most
  /// Of `brokerage`: how often in each role between kinds.
  std::optional<BrokerageRoles> roles = {};
  /// Of a folded tie: what both ends share, and when.
  std::optional<Shared> shared = {};
};

/// `{"measure", "rows": [{"rank", "entity", "score"}]}`, rows of brokerage with `"roles"`, and with
/// `"projection"` where a parameter chose it. Ties folded over entities have `"over"` (what they
/// share), `"certainty"` and `"span"`, as in `common`.
class RankAnswer : public GraphAnswer {
 public:
  RankParameters parameters = {};    ///< as asked
  std::vector<RankedRow> rows = {};  ///< highest first

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
};

/// Entities (or ties) by a measure of centrality.
/// @throws InvalidArgument `unknown-measure`, and as the measure does.
[[nodiscard]] RankAnswer rank(const Question& question, const RankParameters& parameters = {});

}  // namespace answers
}  // namespace entente

#pragma once

/// How a measure is taken: which network it is taken of, and with what.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/algorithm/measures.hpp>
#include <entente/answer/answer.hpp>
#include <entente/export.hpp>
#include <entente/facts/projection.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// How facts are folded into the network a measure is taken of.
struct FoldingParameters {
  std::string weight = {};                  ///< a numeric attribute; none: relations weigh alike
  std::vector<std::string> over = {};       ///< tie those that share an entity of these kinds
  Parallels parallels = Parallels::merged;  ///< `kept`: relations count, not neighbours
  /// Of relations without that number.
  MissingWeight missing_weight = MissingWeight::skip;
  double weight_if_missing = 1;  ///< for MissingWeight::value

  /// Whether any of these was chosen, so that answers name the projection.
  [[nodiscard]] bool chosen() const {
    return !weight.empty() || !over.empty() || parallels != Parallels::merged;
  }
};

/// The network of a measure, and what the measure itself takes.
struct MeasureParameters {
  FoldingParameters folding = {};          ///< the network
  Scale scale = Scale::normalized;         ///< of betweenness
  std::optional<std::size_t> sample = {};  ///< betweenness from that many entities only
  std::uint64_t seed = 1;                  ///< of the sample
  double damping = 0.85;                   ///< of PageRank
  std::vector<std::string> restart = {};   ///< PageRank starts anew from these, ids or names
  std::optional<double> alpha = {};        ///< of Katz
};

/// The measure of that name.
/// @throws InvalidArgument `unknown-measure`, with the nearest known.
[[nodiscard]] const Measure& measure_named(std::string_view name);

/// The selected relations without a finite number under that name, ascending. @throws
/// InvalidArgument `unknown-attribute` if no relation of the graph has one, which is most likely a
/// slip of the pen.
[[nodiscard]] std::vector<RelationId> relations_without_weight(const Question& question,
                                                               const std::string& attribute);

/// How a measure of that name folds facts into a network. @throws InvalidArgument as
/// measure_named().
[[nodiscard]] Projection projection_for(std::string_view measure, const FoldingParameters& folding);

}  // namespace answers
}  // namespace entente

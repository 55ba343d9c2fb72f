#pragma once

/// All measures by name, for tools that read the name from a person.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/algorithm/betweenness.hpp>
#include <entente/algorithm/degree.hpp>
#include <entente/algorithm/ranking.hpp>
#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// What a measure scores.
enum class Subject : std::uint8_t { entities, edges };

/// How a measure reads weights: not at all, as what a path costs, or as how strong a tie is.
enum class WeightMeaning : std::uint8_t { none, cost, strength };

/// What a call may say of how a measure is taken. None changes a measure that does not read it.
enum class MeasureOption : std::uint8_t {
  weight,   ///< RankOptions::weights, of an attribute that the network was made with
  multi,    ///< RankOptions::counted, and parallel relations kept apart in the network
  scale,    ///< RankOptions::scale
  sample,   ///< RankOptions::sample and seed
  damping,  ///< RankOptions::damping
  restart,  ///< RankOptions::restart
  alpha     ///< RankOptions::alpha
};

/// A measure as a person names it.
struct Measure {
  std::string_view name;                        ///< as it is typed
  std::string_view description;                 ///< one line
  Subject subject = Subject::entities;          ///< what it scores
  WeightMeaning weights = WeightMeaning::none;  ///< how it reads weights
  /// What it reads beside weights.
  std::span<const MeasureOption> options = {};
};

/// Whether a measure depends on that option. Parallel relations make no difference where weights
/// are added up anyway.
[[nodiscard]] bool reads(const Measure& measure, MeasureOption option);

/// In the order of the guide: degree, strength, closeness, harmonic, betweenness, edge-betweenness,
/// eigenvector, pagerank, katz, hits, core, constraint, clustering, effective-size, brokerage.
[[nodiscard]] const std::vector<Measure>& measures();

struct RankOptions;

/// Measures of a program's own by name, for rank(). The options they get are those of the call.
using OwnMeasures =
    std::map<std::string, std::function<Ranking(const Network&, const RankOptions&)>, std::less<>>;

/// One aggregate for all measures; each reads what concerns it.
struct RankOptions {
  Weights weights = Weights::ignored;      ///< whether ties are counted or weighed
  Scale scale = Scale::normalized;         ///< of betweenness
  Counted counted = Counted::neighbours;   ///< of degree
  std::optional<std::size_t> sample = {};  ///< betweenness from that many sources only
  std::uint64_t seed = 1;                  ///< of the sample
  double damping = 0.85;                   ///< of pagerank
  std::vector<std::pair<EntityId, double>> restart = {};  ///< of pagerank
  std::optional<double> alpha = {};                       ///< of katz
  RunControl run = {};                                    ///< stops long work
  OwnMeasures own = {};  ///< beside those of measures(), whose names they cannot take
};

/// The measure of that name with the conventions of its own header; `hits` ranks authorities. Names
/// that measures() does not have are looked for among `options.own`.
/// @throws InvalidArgument `unknown-measure` with the names there are, `measure-of-edges` for
/// `edge-betweenness` (see rank_edges()), `no-function` for one of `options.own` that is empty,
/// `taken-name` for one with a name of measures(); and what the measure throws.
[[nodiscard]] Ranking rank(const Network& g, std::string_view measure,
                           const RankOptions& options = {});

/// The same for measures of edges.
/// @throws InvalidArgument `unknown-measure`, `measure-of-entities`, `taken-name`.
[[nodiscard]] EdgeRanking rank_edges(const Network& g, std::string_view measure,
                                     const RankOptions& options = {});

}  // namespace entente

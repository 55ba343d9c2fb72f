#pragma once

/// How two entities are connected.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <entente/algorithm/path.hpp>
#include <entente/answer/answer.hpp>
#include <entente/export.hpp>
#include <entente/facts/projection.hpp>
#include <entente/query/common_span.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// Which paths between two are wanted: the shortest, all that are as short, the N shortest, or all
/// of at most N hops.
enum class Routes : std::uint8_t { shortest, all_shortest, k_shortest, within_hops };
/// Whether the distances in what certainly and in what possibly holds are given too.
enum class Distances : std::uint8_t { omitted, bounds };

/// Between whom, and along what.
struct PathParameters {
  std::string from = {};             ///< an id or a name
  std::string to = {};               ///< an id or a name
  Routes routes = Routes::shortest;  ///< which paths
  std::size_t count = 1;             ///< of `k_shortest`: so many
  std::uint32_t max_hops = 1;        ///< of `within_hops`
  /// List no more than this many; none: 1000, and to cut there is a fault.
  std::optional<std::size_t> limit = {};
  std::string weight = {};  ///< a numeric attribute; none: hops are counted
  /// Of relations without that number.
  MissingWeight missing_weight = MissingWeight::skip;
  double weight_if_missing = 1;               ///< for MissingWeight::value
  std::vector<std::string> avoid = {};        ///< entities that no path may touch
  std::vector<std::string> avoid_types = {};  ///< types of relations not to walk along
  Distances distances = Distances::omitted;   ///< whether to give the bounds
};

/// Length or cost of the shortest path in what certainly and in what possibly holds; the true one
/// lies between. None where there is no path.
struct PathBounds {
  std::optional<double> certain = {};   ///< along what certainly holds
  std::optional<double> possible = {};  ///< along what may hold
};

/// The time that the hops of a path share.
struct SharedTime {
  std::optional<CommonSpan> span = {};  ///< none if they never hold together
  Apart apart = Apart::by_days;         ///< why there is none
};

/// `{"paths": [{"length", "cost", "entities", "steps": [row], "certainty", "span"}]}`, with
/// `"bounds"` if asked for.
class PathAnswer : public GraphAnswer {
 public:
  EntityId from = {};  ///< who is meant
  EntityId to = {};    ///< who is meant
  /// The shortest first; each step shows the relation of the best choice among parallel ones.
  std::vector<Path> paths = {};
  std::vector<SharedTime> shared = {};    ///< when the hops of each path hold together
  SelectedFacts selected = {};            ///< what could be walked along
  std::optional<PathBounds> bounds = {};  ///< if asked for

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
  [[nodiscard]] std::optional<SelectedFacts> facts() const override;
};

/// The paths between two entities.
/// @throws InvalidArgument as show(), and as the algorithms do.
[[nodiscard]] PathAnswer path(const Question& question, const PathParameters& parameters);

}  // namespace answers
}  // namespace entente

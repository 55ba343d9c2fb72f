#pragma once

/// How a network is put together: its triads, and who is tied to their like.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <entente/algorithm/mixing.hpp>
#include <entente/answer/answer.hpp>
#include <entente/answer/measured.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// `{"census": {"003": n, …}}`: how many triads there are of each of the sixteen types.
class CensusAnswer : public GraphAnswer {
 public:
  TriadCensus census = {};  ///< as triad_census() counts

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
};

/// The census of triads. Only with a direction other than both are there more than four types.
/// @throws InvalidArgument as Graph::select().
[[nodiscard]] CensusAnswer census(const Question& question, const FoldingParameters& folding = {});

/// The ties between entities of two kinds.
struct KindTies {
  std::string from = {};   ///< a kind; without direction the first of the two in byte order
  std::string to = {};     ///< the other, or the same
  std::uint64_t ties = 0;  ///< of those that are tied by any relations, once
};

/// `{"mixing": {"assortativity", "pairs": [{"from", "to", "ties"}]}}`; the first is null where all
/// are of one kind.
class MixingAnswer : public GraphAnswer {
 public:
  std::optional<double> assortativity = {};  ///< 1: ties stay within a kind; 0: as by chance
  std::vector<KindTies> pairs = {};          ///< by the names of the kinds

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
};

/// Which kinds are tied to which, and whether ties prefer their own.
/// @throws InvalidArgument as Graph::select().
[[nodiscard]] MixingAnswer mixing_of_kinds(const Question& question);

}  // namespace answers
}  // namespace entente

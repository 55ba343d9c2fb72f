#pragma once

/// Triads of friends and enemies.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <entente/algorithm/balance.hpp>
#include <entente/answer/answer.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// How many triads are listed.
struct BalanceParameters {
  /// List no more than this many, though all are counted; none: 1000, and to cut there is a fault.
  std::optional<std::size_t> limit = {};
};

/// `{"triads": [{"entities", "negative", "balanced", "certainty"}], "share", "balanced", "total"}`
class BalanceAnswer : public GraphAnswer {
 public:
  Balance found = {};  ///< the triads and their numbers
  std::vector<Verdict> verdicts =
      {};  ///< of each triad whether its ties hold together: yes or maybe

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
};

/// The signed triads of the network and how many are balanced.
[[nodiscard]] BalanceAnswer balance(const Question& question,
                                    const BalanceParameters& parameters = {});

}  // namespace answers
}  // namespace entente

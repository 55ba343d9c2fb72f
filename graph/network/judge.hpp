#pragma once

/// The verdict of a question on every relation of a graph.

#include <cstdint>
#include <vector>

#include "network/answers.hpp"
#include "network/graph_store.hpp"
#include "network/question.hpp"

namespace entente {

/// A verdict, and whether it is qualified, in one byte.
class Judged {
 public:
  Judged() = default;
  Judged(std::uint8_t verdict, bool qualified)
      : bits_(static_cast<std::uint8_t>(verdict | (qualified ? 4U : 0U))) {}
  [[nodiscard]] Verdict verdict() const { return static_cast<Verdict>(bits_ & 3U); }
  [[nodiscard]] bool qualified() const { return (bits_ & 4U) != 0; }

 private:
  std::uint8_t bits_ = 0;
};

/// By relation. Cost: one scan.
[[nodiscard]] std::vector<Judged> judge(const Graph::Store& store, const Question& question,
                                        const Answers& answers);

}  // namespace entente

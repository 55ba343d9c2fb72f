#pragma once

/// The search for common spans under one selection, read once for many questions.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <entente/query/common_span.hpp>

#include "facts/answers.hpp"
#include "facts/criteria.hpp"
#include "query/span_pieces.hpp"

namespace entente {

class SpanSearch {
 public:
  SpanSearch(const Graph& graph, const Selection& selection);
  // The answers hold the criteria by reference.
  SpanSearch(const SpanSearch&) = delete;
  SpanSearch& operator=(const SpanSearch&) = delete;

  /// As best_choice().
  [[nodiscard]] BestChoice best(std::span<const std::vector<RelationId>> relations) const;

  [[nodiscard]] const Criteria& criteria() const { return criteria_; }
  [[nodiscard]] const Answers& answers() const { return answers_; }

 private:
  using Relations = std::span<const std::vector<RelationId>>;
  /// Which dates of a record with several count: those that may fall into the period, if any.
  enum class Dates : std::uint8_t { in_period, all };

  [[nodiscard]] BestChoice best_of(Relations relations, Dates dates) const;
  [[nodiscard]] std::vector<std::vector<Piece>> legs_of(Relations relations, Dates dates,
                                                        const std::optional<DayRange>& years) const;
  /// The pieces of one leg, and those that its records make together.
  [[nodiscard]] std::vector<Piece> leg_of(const std::vector<RelationId>& relations, Dates dates,
                                          const std::optional<DayRange>& years) const;
  [[nodiscard]] bool is_in_period(const Piece& piece) const;
  /// Further records of the relations' ties, which a period leaves out.
  [[nodiscard]] std::vector<RelationId> beside(const std::vector<RelationId>& relations) const;

  const Graph& graph_;
  const Criteria criteria_;
  const Answers answers_;
};

}  // namespace entente
